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

import fovea.infer.InferenceException;

/**
 * A plane that the network saw with more or fewer pixels than the image has. Objects are told apart where it saw them, since the
 * lines between them are one pixel wide there; then labels, classes and probabilities come back to the image's pixels, each
 * from the one that its centre lies in. Not thread-safe.
 */
final class RescaledPlane {

	private final int width;
	private final int[] columns;
	private final int[] rows;
	private final byte[] classes;
	private final int[] labels;

	/**
	 * @param width of what the network saw, in pixels
	 * @param height of this
	 * @param toWidth of the image
	 * @param toHeight of this
	 */
	RescaledPlane(final int width, final int height, final int toWidth, final int toHeight) {
		this.width = width;
		columns = nearest(width, toWidth);
		rows = nearest(height, toHeight);
		classes = new byte[Math.multiplyExact(width, height)];
		labels = new int[classes.length];
	}

	private static int[] nearest(final int from, final int to) {
		final int[] places = new int[to];
		for (int i = 0; i < to; i++)
			places[i] = (int) ((2L * i + 1) * from / (2L * to));
		return places;
	}

	/** Where a plane of the image goes. */
	record Target(byte[] classes, float[] probability, int[] labels) {}

	/**
	 * @param classifier decides the classes
	 * @param run of the network over the image's channels
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param probability of the network's size, takes the class's; null for a map of classes
	 * @param labelling tells objects apart
	 * @param target planes of the image's size; its probability is null where that above is
	 * @return how many objects there were
	 */
	int reduce(final PixelClassifier classifier, final int run, final int z, final int t, final float[] probability,
		final Labelling labelling, final Target target) throws InferenceException
	{
		classifier.classify(run, z, t, classes, probability);
		final int found = labelling.label(classes, width, labels);
		int to = 0;
		for (final int row : rows)
			for (final int column : columns) {
				final int from = row * width + column;
				target.classes[to] = classes[from];
				target.labels[to] = labels[from];
				if (probability != null) target.probability[to] = probability[from];
				to++;
			}
		return found;
	}
}
