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
package fovea.infer.geometry;

import fovea.image.TensorLayout;
import fovea.infer.network.FloatTensor;

/** What a network answered to noise, to be compared with other answers. */
final class ProbeAnswer {

	/** Changes below this fraction of the output's range do not matter. */
	private static final double INSIGNIFICANT = 1e-6;
	/** Rounding differs between places in an image; a wrong grid makes far larger differences. */
	private static final double ROUNDING = 1e-5;

	private final int[] lengths;
	private final float[] planar;
	private final double range;

	ProbeAnswer(final FloatTensor tensor, final TensorLayout layout) {
		lengths = layout.tiledLengths(tensor.shape());
		planar = new float[(int) FloatTensor.size(lengths) * layout.channels(tensor.shape())];
		layout.fromTensor(tensor.data(), tensor.shape(), new int[lengths.length], lengths, planar);
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final float value : planar) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		range = Math.max(max - min, Float.MIN_NORMAL);
	}

	int length(final int d) {
		return lengths[d];
	}

	/**
	 * Compares the middle, an eighth to either side along every axis, which the border does not reach in small
	 * networks.
	 */
	boolean equalsShifted(final ProbeAnswer shifted, final int d, final int by) {
		final int step = ProbeNoise.step(lengths, d);
		for (int i = 0; i < planar.length; i++)
			if (isMiddle(i) && !(Math.abs(shifted.planar[i] - planar[i - by * step]) <= ROUNDING * range)) return false;
		return true;
	}

	private boolean isMiddle(final int i) {
		int rest = i;
		for (final int length : lengths) {
			if (Math.abs(rest % length - length / 2) > length / 8) return false;
			rest /= length;
		}
		return true;
	}

	/** @return least position along axis d where the answers differ, the length if they do not */
	int firstChange(final ProbeAnswer other, final int d) {
		int first = lengths[d];
		final int step = ProbeNoise.step(lengths, d);
		for (int i = 0; i < planar.length; i++) if (differs(other, i)) first = Math.min(first, i / step % lengths[d]);
		return first;
	}

	/** @return greatest position along axis d where the answers differ, -1 if they do not */
	int lastChange(final ProbeAnswer other, final int d) {
		int last = -1;
		final int step = ProbeNoise.step(lengths, d);
		for (int i = 0; i < planar.length; i++) if (differs(other, i)) last = Math.max(last, i / step % lengths[d]);
		return last;
	}

	private boolean differs(final ProbeAnswer other, final int i) {
		return !(Math.abs(other.planar[i] - planar[i]) <= INSIGNIFICANT * range);
	}
}
