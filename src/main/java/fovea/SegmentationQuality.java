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
package fovea;

import fovea.evaluate.SegmentationSummary;
import fovea.metric.ObjectMatches;
import fovea.metric.Overlap;

/**
 * How well segmentations agree with the truth, over all images together. An object of the truth is found if one of the
 * found ones has an intersection over union (IoU) above 0.5 with it, as in the 2018 Data Science Bowl.
 *
 * @param images how many were compared
 * @param iou intersection over union of all pixels of objects, 0 to 1; 1 if there are no objects in both
 * @param dice the Dice coefficient of the same pixels, 0 to 1
 * @param truePositives objects of the truth that were found
 * @param falsePositives found objects that match none of the truth
 * @param falseNegatives objects of the truth that were not found
 */
public record SegmentationQuality(
		int images, double iou, double dice, int truePositives, int falsePositives, int falseNegatives) {

	static SegmentationQuality of(final SegmentationSummary summary) {
		final Overlap objects =
				summary.pooled().subList(1, summary.pooled().size()).stream().reduce(Overlap.NONE, Overlap::plus);
		final ObjectMatches matches = summary.objects();
		return new SegmentationQuality(
				summary.images(),
				objects.iou(),
				objects.dice(),
				matches.truePositives(),
				matches.falsePositives(),
				matches.falseNegatives());
	}

	/** @return {@code TP / (TP + FP + FN)}, 0 to 1; 1 if there are no objects in both */
	public double averagePrecision() {
		return new ObjectMatches(truePositives, falsePositives, falseNegatives).averagePrecision();
	}

	/** @return the part of the found objects that is right, 0 to 1; 1 if none was found */
	public double precision() {
		final int found = truePositives + falsePositives;
		return found == 0 ? 1 : (double) truePositives / found;
	}

	/** @return the part of the true objects that was found, 0 to 1; 1 if there are none */
	public double recall() {
		final int there = truePositives + falseNegatives;
		return there == 0 ? 1 : (double) truePositives / there;
	}
}
