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

import fovea.segment.plane.ConnectedComponents;
import fovea.segment.plane.Growth;
import fovea.segment.plane.MajorityClass;
import fovea.segment.split.DepthSplitter;
import fovea.segment.split.ObjectSplitter;
import java.util.function.Supplier;

/** How the pixels of a plane of classes become objects. */
interface Labeling {

	/** Index of the border's class where there is none: beyond that of any class. */
	int NO_BORDER = 256;

	/** Pixels of one class that touch by an edge or a corner are an object. */
	Labeling TOUCHING = ConnectedComponents::label;

	/**
	 * @param classes index of the class of each pixel (unsigned), row by row, 0 for background
	 * @param width of the plane in pixels
	 * @param labels of the same length; becomes 0 for background, else the object's number, from 1 on without gaps
	 * @return the number of objects
	 */
	int label(byte[] classes, int width, int[] labels);

	/**
	 * @param splitter takes the foreground apart
	 * @param border index of the class of the border between objects, or {@link #NO_BORDER}
	 * @return objects by their shapes. Each gets the class that most of its pixels inside have, border pixels included
	 */
	static Labeling split(final ObjectSplitter splitter, final int border) {
		return (classes, width, labels) -> {
			final byte[] interior = interior(classes, border);
			final int found = ConnectedComponents.labelMask(splitter.split(classes, interior, width), width, labels);
			Growth.grow(labels, classes, width);
			vote(interior, labels, found, classes);
			return found;
		};
	}

	/**
	 * @param depths gives how deep each pixel of the plane that is labeled lies in its object, 0 to 1
	 * @param border index of the class of the border between objects, or {@link #NO_BORDER}
	 * @return objects by their middles, which lie deepest. Each gets the class that most of its pixels inside have,
	 *     border pixels included
	 */
	static Labeling deep(final Supplier<float[]> depths, final int border) {
		return (classes, width, labels) -> {
			final byte[] interior = interior(classes, border);
			final int found = new DepthSplitter().split(classes, depths.get(), width, labels);
			vote(interior, labels, found, classes);
			return found;
		};
	}

	/**
	 * @param border index of the class of the border between objects
	 * @return what touches is one object, whatever its pixels' classes. Each gets the class that most of its pixels
	 *     beside the border have, border pixels included
	 */
	static Labeling joined(final int border) {
		return (classes, width, labels) -> {
			final byte[] interior = interior(classes, border);
			final int found = ConnectedComponents.labelMask(classes, width, labels);
			vote(interior, labels, found, classes);
			return found;
		};
	}

	/**
	 * @param border index of the class of the border between objects, beyond that of any class where there is none
	 * @return objects of classes that are known: pixels of a class that touch, grown into the border beside them
	 */
	static Labeling grown(final int border) {
		return (classes, width, labels) -> {
			final byte[] interior = interior(classes, border);
			final int found = ConnectedComponents.label(interior, width, labels);
			Growth.grow(labels, classes, width);
			vote(interior, labels, found, classes);
			return found;
		};
	}

	static byte[] interior(final byte[] classes, final int border) {
		final byte[] interior = classes.clone();
		if (border != NO_BORDER)
			for (int i = 0; i < interior.length; i++) if (interior[i] == (byte) border) interior[i] = 0;
		return interior;
	}

	/** Gives each pixel its object's class. */
	private static void vote(final byte[] interior, final int[] labels, final int objects, final byte[] classes) {
		final MajorityClass majority = new MajorityClass(objects);
		for (int i = 0; i < labels.length; i++)
			if (interior[i] != 0) majority.count(labels[i], Byte.toUnsignedInt(interior[i]));
		final byte[] chosen = new byte[objects + 1];
		for (int object = 1; object <= objects; object++) chosen[object] = (byte) majority.of(object);
		for (int i = 0; i < labels.length; i++) classes[i] = chosen[labels[i]];
	}
}
