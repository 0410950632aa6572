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
package fovea.data;

import java.util.ArrayList;
import java.util.List;

/** Features of some of many pixels, taken at even distances. Not thread-safe. */
final class PixelSample {

	private final long stride;
	private final List<float[]> taken = new ArrayList<>();
	private long offered;

	/**
	 * @param all how many will be offered
	 * @param most how many are taken
	 */
	PixelSample(final long all, final int most) {
		stride = Math.max(1, (all + most - 1) / most);
	}

	/**
	 * @param features one plane for each
	 * @param pixel of these
	 */
	void offer(final float[][] features, final int pixel) {
		if (offered++ % stride != 0) return;
		final float[] values = new float[features.length];
		for (int f = 0; f < values.length; f++) values[f] = features[f][pixel];
		taken.add(values);
	}

	/** @return how many were offered */
	long offered() {
		return offered;
	}

	/** @return how many were taken */
	int size() {
		return taken.size();
	}

	/** @return features of the pixel that was taken as that, from 0 on */
	float[] get(final int index) {
		return taken.get(index);
	}
}
