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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * An object of a volume: all that have its label.
 *
 * @param sections its objects of planes, by slice, at least one; of one class, channel and frame
 */
public record VolumeObject(List<SegmentedObject> sections) {

	/** Copies the list. */
	public VolumeObject {
		sections = List.copyOf(sections);
		if (sections.isEmpty()) throw new IllegalArgumentException("a volume object without sections");
	}

	/**
	 * @param found with or without links
	 * @return its volume objects, by label
	 */
	public static List<VolumeObject> of(final Segmentation found) {
		final Map<Integer, List<SegmentedObject>> sections = new LinkedHashMap<>();
		for (final SegmentedObject object : found.objects())
			sections.computeIfAbsent(object.label(), label -> new ArrayList<>()).add(object);
		return sections.values().stream().map(VolumeObject::new).toList();
	}

	/** @return its first section, which has its label, class, channel and frame */
	public SegmentedObject first() {
		return sections.get(0);
	}

	/** @return its last section */
	public SegmentedObject last() {
		return sections.get(sections.size() - 1);
	}

	/** @return how many voxels it has, holes left out */
	public long voxels() {
		return sections.stream().mapToLong(SegmentedObject::pixels).sum();
	}

	/** @return mean x of its voxels' centers, pixels */
	public double centroidX() {
		return weighted(SegmentedObject::centroidX);
	}

	/** @return mean y of its voxels' centers, pixels */
	public double centroidY() {
		return weighted(SegmentedObject::centroidY);
	}

	/** @return mean z of its voxels' centers, slices; the first slice's center is 0.5 */
	public double centroidZ() {
		return weighted(section -> section.slice() + 0.5);
	}

	/** @return mean over its voxels of the probability of its class */
	public double meanProbability() {
		return weighted(SegmentedObject::meanProbability);
	}

	/** @return whether it touches an edge of the image in x or y */
	public boolean isOnEdge(final Image image) {
		return sections.stream()
				.anyMatch(s -> s.x() == 0
						|| s.y() == 0
						|| s.x() + s.width() == image.size(Image.X)
						|| s.y() + s.height() == image.size(Image.Y));
	}

	/** @return whether it is in the first or the last slice of the image */
	public boolean isOnEnd(final Image image) {
		return first().slice() == 0 || last().slice() == image.size(Image.Z) - 1;
	}

	private double weighted(final ToDoubleFunction<SegmentedObject> value) {
		return sections.stream()
						.mapToDouble(section -> value.applyAsDouble(section) * section.pixels())
						.sum()
				/ voxels();
	}
}
