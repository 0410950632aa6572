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
package fovea.image;

import fovea.noise.NoiseFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Measures the noise of channels on parts of them. Stateless and thread-safe. */
public final class ImageNoise {

	/** Of a plane, squares of this side are read. */
	private static final int SIDE = 256;

	private static final int MOST_ALONG = 4;
	private static final int MOST_PLANES = 4;

	private ImageNoise() {}

	/**
	 * @param channels each with x, y and any other axes
	 * @return of each how its noise grows with the gray value, measured on up to 64 squares of 256 x 256 pixels, evenly
	 *     over up to four planes; empty where that cannot be told
	 */
	public static List<Optional<NoiseFit>> of(final List<RandomAccessibleInterval<? extends RealType<?>>> channels) {
		final List<Optional<NoiseFit>> fits = new ArrayList<>();
		for (final RandomAccessibleInterval<? extends RealType<?>> channel : channels) fits.add(of(channel));
		return fits;
	}

	private static Optional<NoiseFit> of(final RandomAccessibleInterval<? extends RealType<?>> channel) {
		final int width = (int) Math.min(SIDE, channel.dimension(0));
		final int height = (int) Math.min(SIDE, channel.dimension(1));
		final List<RandomAccessibleInterval<? extends RealType<?>>> squares = new ArrayList<>();
		for (final RandomAccessibleInterval<? extends RealType<?>> plane : planes(channel))
			for (final long y : evenly(plane.min(1), plane.dimension(1), height))
				for (final long x : evenly(plane.min(0), plane.dimension(0), width))
					squares.add(Views.interval(plane, new long[] {x, y}, new long[] {x + width - 1, y + height - 1}));
		return NoiseFit.of(squares.parallelStream().map(ImageNoise::read).toList(), width);
	}

	private static List<RandomAccessibleInterval<? extends RealType<?>>> planes(
			final RandomAccessibleInterval<? extends RealType<?>> channel) {
		long all = 1;
		for (int d = 2; d < channel.numDimensions(); d++) all *= channel.dimension(d);
		final int taken = (int) Math.min(MOST_PLANES, all);
		final List<RandomAccessibleInterval<? extends RealType<?>>> planes = new ArrayList<>();
		for (int i = 0; i < taken; i++) {
			long rest = (2L * i + 1) * all / (2L * taken);
			RandomAccessibleInterval<? extends RealType<?>> plane = channel;
			while (plane.numDimensions() > 2) {
				final long length = plane.dimension(2);
				plane = Views.hyperSlice(plane, 2, plane.min(2) + rest % length);
				rest /= length;
			}
			planes.add(plane);
		}
		return planes;
	}

	/** @return where parts begin, the last at the end; one where the length is little more than that of a part */
	private static long[] evenly(final long from, final long length, final int part) {
		final int parts = (int) Math.max(1, Math.min(MOST_ALONG, length / part));
		final long[] starts = new long[parts];
		for (int i = 0; i < parts; i++)
			starts[i] = from + (parts == 1 ? (length - part) / 2 : i * (length - part) / (parts - 1));
		return starts;
	}

	private static float[] read(final RandomAccessibleInterval<? extends RealType<?>> square) {
		final float[] values = new float[Math.toIntExact(square.dimension(0) * square.dimension(1))];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(square).cursor();
		for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealFloat();
		return values;
	}
}
