/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import fovea.train.ObjectMatches;
import fovea.train.Overlap;

/**
 * How well a number of segmentations cover the truth.
 *
 * @param images how many
 * @param meanIou of each class, background first: the mean over the images, where one that has the class neither in truth
 *            nor result counts as 1
 * @param meanDice likewise
 * @param pooled the overlap of each class over all pixels of all images
 * @param meanAveragePrecision the mean over the images of {@link ObjectMatches#averagePrecision()}, as the 2018 Data
 *            Science Bowl has it
 * @param objects those of all images together
 */
public record SegmentationSummary(int images, List<Double> meanIou, List<Double> meanDice, List<Overlap> pooled,
	double meanAveragePrecision, ObjectMatches objects)
{

	/** Copies the lists. */
	public SegmentationSummary {
		meanIou = List.copyOf(meanIou);
		meanDice = List.copyOf(meanDice);
		pooled = List.copyOf(pooled);
	}

	/**
	 * @param scores at least one, all of the same classes
	 * @return them summed up
	 */
	public static SegmentationSummary of(final List<SegmentationScore> scores) {
		if (scores.isEmpty()) throw new IllegalArgumentException("expected scores, got none");
		final List<Double> iou = new ArrayList<>();
		final List<Double> dice = new ArrayList<>();
		final List<Overlap> pooled = new ArrayList<>();
		for (int c = 0; c < scores.get(0).classes().size(); c++) {
			final int index = c;
			iou.add(mean(scores, s -> s.classes().get(index).iou()));
			dice.add(mean(scores, s -> s.classes().get(index).dice()));
			pooled.add(scores.stream().map(s -> s.classes().get(index)).reduce(Overlap.NONE, Overlap::plus));
		}
		return new SegmentationSummary(scores.size(), iou, dice, pooled, mean(scores, s -> s.objects().averagePrecision()), //
			scores.stream().map(SegmentationScore::objects).reduce(ObjectMatches.NONE, ObjectMatches::plus));
	}

	private static double mean(final List<SegmentationScore> scores, final ToDoubleFunction<SegmentationScore> value) {
		return scores.stream().mapToDouble(value).average().orElseThrow();
	}
}
