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

import fovea.metric.ObjectMatches;
import fovea.metric.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well a number of segmentations cover the truth. A mean over the images leaves out those where there was nothing
 * to judge, neither in the truth nor in the result; it is empty if that are all.
 *
 * @param images how many
 * @param meanIou of each class, background first
 * @param meanDice likewise
 * @param pooled the overlap of each class over all pixels of all images
 * @param meanAveragePrecision the mean over the images of {@link ObjectMatches#averagePrecision()}, as the 2018 Data
 *     Science Bowl has it
 * @param objects those of all images together
 */
public record SegmentationSummary(
		int images,
		List<OptionalDouble> meanIou,
		List<OptionalDouble> meanDice,
		List<Overlap> pooled,
		OptionalDouble meanAveragePrecision,
		ObjectMatches objects) {

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
		final List<OptionalDouble> iou = new ArrayList<>();
		final List<OptionalDouble> dice = new ArrayList<>();
		final List<Overlap> pooled = new ArrayList<>();
		for (int c = 0; c < scores.get(0).classes().size(); c++) {
			final int index = c;
			final List<Overlap> overlaps = scores.stream()
					.map(s -> s.classes().get(index))
					.filter(o -> !o.isEmpty())
					.toList();
			iou.add(overlaps.stream().mapToDouble(Overlap::iou).average());
			dice.add(overlaps.stream().mapToDouble(Overlap::dice).average());
			pooled.add(overlaps.stream().reduce(Overlap.NONE, Overlap::plus));
		}
		final List<ObjectMatches> objects = scores.stream()
				.map(SegmentationScore::objects)
				.filter(o -> !o.isEmpty())
				.toList();
		return new SegmentationSummary(
				scores.size(),
				iou,
				dice,
				pooled,
				objects.stream().mapToDouble(ObjectMatches::averagePrecision).average(),
				objects.stream().reduce(ObjectMatches.NONE, ObjectMatches::plus));
	}
}
