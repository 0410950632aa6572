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

import fovea.latent.Encoding;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a plane of an image lies in the latent space of an autoencoder.
 *
 * @param slice position along Z, from 0 on
 * @param frame position along T, from 0 on
 * @param values its coordinates, as many as the latent space has dimensions
 * @param error mean squared error of its reconstruction, in squared gray values; NaN where the model cannot reconstruct
 * @param loss the same in the network's own, normalized values, which compare between images; NaN where there are none
 */
public record LatentPoint(int slice, int frame, List<Float> values, double error, double loss) {

	/** @return the coordinates as an array, for {@link LatentModel#decode} */
	public float[] toArray() {
		final float[] array = new float[values.size()];
		for (int i = 0; i < array.length; i++) array[i] = values.get(i);
		return array;
	}

	/** @param slices that the image has */
	static LatentPoint of(final Encoding encoding, final int slices) {
		final int plane = encoding.place().plane() - 1;
		final float[] z = encoding.z();
		return new LatentPoint(
				plane % slices,
				plane / slices,
				IntStream.range(0, z.length).mapToObj(i -> z[i]).toList(),
				encoding.error(),
				encoding.loss());
	}
}
