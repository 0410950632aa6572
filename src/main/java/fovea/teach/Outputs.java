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
package fovea.teach;

import fovea.infer.network.FloatTensor;
import fovea.model.ClassSpec;
import java.util.BitSet;
import java.util.List;

/**
 * What a network's channels are to the classes that are drawn. A network may have one channel more than there are
 * classes, for the border between touching objects, which nobody draws: it is part of the foreground.
 *
 * @param classes that are drawn, background first
 * @param bordered whether the network has a channel for borders after theirs
 * @param borderWeight how often a pixel of a border counted in the network's training where one of background counted
 *     once
 */
record Outputs(List<ClassSpec> classes, boolean bordered, double borderWeight) {

	/** Less than a half, as in a segmentation: an object's inside begins here. */
	private static final float INSIDE = 0.4f;

	/** Of the network. */
	int channels() {
		return classes.size() + (bordered ? 1 : 0);
	}

	/**
	 * Fills a part of a prediction.
	 *
	 * @param output of the network, one image
	 * @param index of the first value of a pixel in it
	 * @param pixel of the prediction
	 * @param probabilities by class and pixel
	 * @param border pixels between objects
	 */
	void put(
			final FloatTensor output,
			final int index,
			final int pixel,
			final float[][] probabilities,
			final BitSet border) {
		final float[] data = output.data();
		final int n = classes.size();
		if (!bordered) {
			for (int c = 0; c < n; c++) probabilities[c][pixel] = data[index + c];
			return;
		}
		final double between = data[index + n];
		final float foreground =
				(float) Math.max(0, Math.min(1, 1 - data[index] / (1 - between + between / borderWeight)));
		float inside = 0;
		for (int c = 1; c < n; c++) inside += data[index + c];
		probabilities[0][pixel] = 1 - foreground;
		for (int c = 1; c < n; c++)
			probabilities[c][pixel] = inside > 0 ? foreground * data[index + c] / inside : foreground / (n - 1);
		if (foreground >= 0.5f && inside <= INSIDE) border.set(pixel);
	}
}
