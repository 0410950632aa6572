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
package fovea.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Colors and shapes of points, and what they mean. Immutable.
 *
 * @param rgb of each point, 0xRRGGBB; not copied
 * @param kinds of the shape of each point, 0 to 2; not copied
 * @param keys what colors and shapes mean; empty: nothing, or too many to be told
 */
public record PointColors(int[] rgb, int[] kinds, List<Key> keys) {

	/**
	 * What a color means.
	 *
	 * @param name of the label or number
	 * @param rgb 0xRRGGBB
	 * @param kind of its shape
	 */
	public record Key(String name, int rgb, int kind) {}

	/**
	 * From dark to light, also for the color-blind: the map "viridis" of van der Walt and Smith (2015), at quarters.
	 */
	private static final int[] SCALE = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725};

	private static final int NO_NUMBER = 0xbbbbbb;

	/** Copies the list. */
	public PointColors {
		keys = List.copyOf(keys);
	}

	/**
	 * @param labels of the points, empty ones say nothing
	 * @param order all labels that there are, each once
	 * @return as {@link ScatterPlot} has them
	 */
	public static PointColors ofLabels(final List<String> labels, final List<String> order) {
		final int[] rgb = new int[labels.size()];
		final int[] kinds = new int[rgb.length];
		final int[] places = labels.stream().mapToInt(order::indexOf).toArray();
		for (int i = 0; i < rgb.length; i++) {
			rgb[i] = ScatterPlot.color(places[i], labels.get(i).isEmpty());
			kinds[i] = ScatterPlot.kind(places[i]);
		}
		final boolean told = order.size() <= ScatterPlot.MOST_NAMES && !order.equals(List.of(""));
		return new PointColors(
				rgb,
				kinds,
				told
						? IntStream.range(0, order.size())
								.mapToObj(k -> new Key(
										order.get(k).isEmpty() ? "no label" : order.get(k),
										ScatterPlot.color(k, order.get(k).isEmpty()),
										ScatterPlot.kind(k)))
								.toList()
						: List.of());
	}

	/**
	 * @param values of the points; what is no number is gray
	 * @return dark for the least, light for the largest; keys for five values
	 */
	public static PointColors ofNumbers(final double[] values) {
		final double[] finite =
				Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		final int[] rgb = new int[values.length];
		Arrays.fill(rgb, NO_NUMBER);
		if (finite.length == 0) return new PointColors(rgb, new int[rgb.length], List.of());
		final double least = finite[0];
		final double span = finite[finite.length - 1] - least;
		for (int i = 0; i < rgb.length; i++)
			if (Double.isFinite(values[i])) rgb[i] = color(span > 0 ? (values[i] - least) / span : 0);
		final int keys = span > 0 ? SCALE.length : 1;
		return new PointColors(
				rgb,
				new int[rgb.length],
				IntStream.range(0, keys)
						.mapToObj(k -> {
							final double part = k / (SCALE.length - 1.0);
							return new Key(String.format(Locale.ROOT, "%.3g", least + part * span), color(part), 0);
						})
						.toList());
	}

	private static int color(final double part) {
		final int before = (int) Math.min(SCALE.length - 2, part * (SCALE.length - 1));
		final double rest = part * (SCALE.length - 1) - before;
		int rgb = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			rgb |= (int) Math.round(
							(1 - rest) * (SCALE[before] >> shift & 0xFF) + rest * (SCALE[before + 1] >> shift & 0xFF))
					<< shift;
		return rgb;
	}
}
