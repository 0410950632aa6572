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
package fovea.segment;

import fovea.image.Image;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;

/**
 * Objects of planes that become objects of a volume: those of neighboring slices, of the same channel, frame and class,
 * that {@link PlanePairs} finds to be the same get one label. A slice without the object ends it. Stateless.
 */
final class SliceLinks {

	private SliceLinks() {}

	/**
	 * @param found objects of planes, labels from 1 without gaps; its label image is written anew, in place
	 * @return the same objects with the labels of those of the volume: from 1 without gaps, in the order of their first
	 *     planes; objects of a plane have different ones
	 */
	static Segmentation link(final Segmentation found) {
		final int[] before = before(found);
		final int[] renumbered = new int[before.length];
		int volumes = 0;
		final List<SegmentedObject> objects = new ArrayList<>(found.objects().size());
		for (final SegmentedObject object : found.objects()) {
			final int label = object.label();
			renumbered[label] = before[label] == 0 ? ++volumes : renumbered[before[label]];
			objects.add(object.moved(renumbered[label], 0, 0));
		}
		for (int plane = 0; plane < planes(found); plane++) {
			final int[] labels = labels(found, plane);
			for (int i = 0; i < labels.length; i++) labels[i] = renumbered[labels[i]];
		}
		return found.withObjects(objects);
	}

	/** @return of each label the one that it goes on in the slice before, 0 where it begins; that one is lower */
	private static int[] before(final Segmentation found) {
		final List<SegmentedObject> objects = found.objects();
		final int[] before = new int[objects.size() + 1];
		final int runs = (int) found.labels().dimension(Image.C);
		final int slices = (int) found.labels().dimension(Image.Z);
		for (int plane = 0; plane < planes(found); plane++) {
			if (plane / runs % slices == 0) continue;
			for (final PlanePairs.Pair pair : PlanePairs.of(
					labels(found, plane - runs),
					labels(found, plane),
					label -> objects.get(label - 1).pixels(),
					(one, other) -> objects.get(one - 1).classIndex()
							== objects.get(other - 1).classIndex())) before[pair.other()] = pair.one();
		}
		return before;
	}

	private static int planes(final Segmentation found) {
		return (int) (found.labels().dimension(Image.C)
				* found.labels().dimension(Image.Z)
				* found.labels().dimension(Image.T));
	}

	private static int[] labels(final Segmentation found, final int plane) {
		return ((IntArray) ((PlanarImg<?, ?>) found.labels()).getPlane(plane)).getCurrentStorageArray();
	}
}
