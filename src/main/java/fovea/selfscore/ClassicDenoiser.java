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
package fovea.selfscore;

import fovea.image.Filters;
import fovea.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A filter without a network, with its setting. Stateless.
 *
 * @param kind which filter
 * @param setting of a Gaussian its sigma in pixels, of a median the side of its square window
 */
public record ClassicDenoiser(Kind kind, double setting) implements Denoiser {

	/** A quarter of an octave apart: between two of them the best one loses less than can be measured. */
	private static final double[] SIGMAS = {0.5, 0.6, 0.7, 0.85, 1, 1.2, 1.4, 1.7, 2, 2.4, 2.8, 3.4, 4};

	private static final int[] SIDES = {3, 5};

	/** Which filter. */
	public enum Kind {
		/** Convolved with a Gaussian. */
		GAUSSIAN,
		/** The median of a square window. */
		MEDIAN
	}

	/** @return a Gaussian */
	public static ClassicDenoiser gaussian(final double sigma) {
		return new ClassicDenoiser(Kind.GAUSSIAN, sigma);
	}

	/**
	 * @param side of the square window, an odd number
	 * @return a median
	 */
	public static ClassicDenoiser median(final int side) {
		return new ClassicDenoiser(Kind.MEDIAN, side);
	}

	/** @return those to be ranked, the weakest of each kind first */
	public static List<ClassicDenoiser> all() {
		final List<ClassicDenoiser> all = new ArrayList<>();
		for (final double sigma : SIGMAS) all.add(gaussian(sigma));
		for (final int side : SIDES) all.add(median(side));
		return all;
	}

	@Override
	public Raster denoise(final Raster noisy) {
		return kind == Kind.GAUSSIAN ? Filters.gaussian(noisy, setting) : Filters.median(noisy, (int) setting / 2);
	}

	/**
	 * The same at hidden pixels alone, in a small part of the time.
	 *
	 * @param hidden as from {@link BlindGrid#hidden}
	 * @param spots that are asked for
	 * @return {@link #denoise} at these pixels, to the last digits; anything elsewhere
	 */
	public Raster denoise(final Raster hidden, final BlindGrid spots) {
		return kind == Kind.GAUSSIAN
				? GridFilters.gaussian(hidden, setting, spots)
				: GridFilters.median(hidden, (int) setting / 2, spots);
	}

	/** @return for people, for example "Gaussian (sigma 1.4)" */
	public String name() {
		return kind == Kind.GAUSSIAN
				? String.format(Locale.ROOT, "Gaussian (sigma %s)", plain(setting))
				: String.format(Locale.ROOT, "median (%1$s x %1$s)", plain(setting));
	}

	private static String plain(final double number) {
		return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
	}
}
