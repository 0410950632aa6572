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

import fovea.base.ImageException;
import fovea.data.MaskReading;
import fovea.metric.ObjectMatches;
import fovea.metric.Overlap;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a segmentation covers the truth.
 *
 * @param name of the image
 * @param classes the overlap of each class, background first, over all slices and frames
 * @param objects which ones were found; they are matched plane by plane, within their class
 */
public record SegmentationScore(String name, List<Overlap> classes, ObjectMatches objects) {

	/** Copies the list. */
	public SegmentationScore {
		classes = List.copyOf(classes);
	}

	/** @throws ImageException if sizes differ, or a class was found that the truth does not know */
	static SegmentationScore of(
			final String name,
			final String truthName,
			final int classes,
			final List<LabeledPlane> truth,
			final List<LabeledPlane> found)
			throws ImageException {
		sizes(truth).require(name, sizes(found), truthName);
		final long[][] counts = new long[3][classes];
		ObjectMatches objects = ObjectMatches.NONE;
		for (int p = 0; p < truth.size(); p++) {
			requireClasses(found.get(p).classes(), classes, name);
			count(truth.get(p).classes(), found.get(p).classes(), counts);
			objects = objects.plus(match(truth.get(p), found.get(p)));
		}
		final List<Overlap> overlaps = new ArrayList<>();
		for (int c = 0; c < classes; c++) overlaps.add(new Overlap(counts[0][c], counts[1][c], counts[2][c]));
		return new SegmentationScore(name, overlaps, objects);
	}

	private static PlaneSizes sizes(final List<LabeledPlane> planes) {
		return new PlaneSizes(planes.get(0).width(), planes.get(0).height(), 1, planes.size());
	}

	private static void requireClasses(final int[] found, final int classes, final String name) throws ImageException {
		for (final int c : found)
			if (c >= classes)
				throw new ImageException("What was made of " + name + " has a pixel of class " + c
						+ ": expected those of the truth, 0 to " + (classes - 1));
	}

	/** @param counts both, truth, found of each class */
	private static void count(final int[] truth, final int[] found, final long[][] counts) {
		for (int i = 0; i < truth.length; i++) {
			if (truth[i] == MaskReading.IGNORED) continue;
			final int result = Math.max(0, found[i]); // a result leaves nothing out
			counts[1][truth[i]]++;
			counts[2][result]++;
			if (truth[i] == result) counts[0][result]++;
		}
	}

	static ObjectMatches match(final LabeledPlane truth, final LabeledPlane found) {
		final int[] counting = found.objects().clone();
		for (int i = 0; i < counting.length; i++) if (truth.classes()[i] == MaskReading.IGNORED) counting[i] = 0;
		return ObjectMatches.of(
				truth.objects(),
				counting,
				(a, b) -> truth.classOfObject()
						.get(a)
						.equals(found.classOfObject().get(b)));
	}
}
