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

import java.math.BigDecimal;
import java.util.Locale;

/** Writes a scatter plot as Scalable Vector Graphics (W3C, SVG 1.1): axes, names of labels, points. */
final class ScatterSvg {

	private static final int LEFT = 70;
	private static final int TOP = 50;
	private static final int RIGHT = 20;
	private static final int BOTTOM = 60;

	/** Labels of an axis that are aimed at. */
	private static final int SOME = 6;

	/** Of a letter, on the average, for where the next name goes. */
	private static final double LETTER = 8;

	private final StringBuilder text = new StringBuilder();
	private final int width;
	private final int height;
	private final double x0;
	private final double x1;
	private final double y0;
	private final double y1;
	private double nextName = LEFT;

	/** Of a picture of that size, whose axes have these ends. */
	ScatterSvg(final int width, final int height, final double x0, final double x1, final double y0, final double y1) {
		this.width = width;
		this.height = height;
		this.x0 = x0;
		this.x1 = x1;
		this.y0 = y0;
		this.y1 = y1;
		add(
				"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
						+ "font-family=\"sans-serif\">",
				width, height, width, height);
		add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
	}

	private void add(final String format, final Object... values) {
		text.append(String.format(Locale.ROOT, format, values)).append('\n');
	}

	private double across(final double x) {
		return LEFT + (x - x0) / (x1 - x0) * (width - LEFT - RIGHT);
	}

	private double down(final double y) {
		return height - BOTTOM - (y - y0) / (y1 - y0) * (height - TOP - BOTTOM);
	}

	void axes(final String first, final String second) {
		for (double x = first(x0, x1); x <= x1; x += step(x0, x1)) {
			add("<path d=\"M%.1f %dV%d\" stroke=\"#dddddd\"/>", across(x), TOP, height - BOTTOM);
			add(
					"<text x=\"%.1f\" y=\"%d\" font-size=\"13\" text-anchor=\"middle\">%s</text>",
					across(x), height - BOTTOM + 18, number(x, step(x0, x1)));
		}
		for (double y = first(y0, y1); y <= y1; y += step(y0, y1)) {
			add("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>", LEFT, down(y), width - RIGHT);
			add(
					"<text x=\"%d\" y=\"%.1f\" font-size=\"13\" text-anchor=\"end\">%s</text>",
					LEFT - 6, down(y) + 4, number(y, step(y0, y1)));
		}
		add(
				"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888888\"/>",
				LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
		add(
				"<text x=\"%d\" y=\"%d\" font-size=\"15\" text-anchor=\"middle\">%s</text>",
				(LEFT + width - RIGHT) / 2, height - 14, escaped(first));
		add(
				"<text transform=\"translate(20 %d) rotate(-90)\" font-size=\"15\" text-anchor=\"middle\">%s</text>",
				(TOP + height - BOTTOM) / 2, escaped(second));
	}

	void name(final String name, final int rgb, final int shape) {
		mark(nextName + 5, 27, 4, rgb, shape);
		add("<text x=\"%.1f\" y=\"32\" font-size=\"15\">%s</text>", nextName + 14, escaped(name));
		nextName += 34 + LETTER * name.length();
	}

	void point(final double x, final double y, final double radius, final int rgb, final int shape) {
		mark(across(x), down(y), radius, rgb, shape);
	}

	private void mark(final double x, final double y, final double r, final int rgb, final int shape) {
		final String color = String.format(Locale.ROOT, "fill=\"#%06x\" fill-opacity=\"0.7\"", rgb);
		switch (shape) {
			case 0 -> add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>", x, y, r, color);
			case 1 ->
				add(
						"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>",
						x - r, y - r, 2 * r, 2 * r, color);
			default -> add("<path d=\"M%.1f %.1fh%.1fL%.1f %.1fz\" %s/>", x - r, y + r, 2 * r, x, y - r, color);
		}
	}

	String text() {
		return text + "</svg>\n";
	}

	/** @return 1, 2 or 5 times a power of ten */
	private static double step(final double from, final double to) {
		final double least = (to - from) / SOME;
		final double power = Math.pow(10, Math.floor(Math.log10(least)));
		for (final int times : new int[] {1, 2, 5}) if (times * power >= least) return times * power;
		return 10 * power;
	}

	private static double first(final double from, final double to) {
		return Math.ceil(from / step(from, to)) * step(from, to);
	}

	/** @return without the digits that come of adding steps */
	private static String number(final double value, final double step) {
		final long times = Math.round(value / step);
		return times == 0
				? "0"
				: new BigDecimal(String.format(Locale.ROOT, "%.6g", times * step))
						.stripTrailingZeros()
						.toPlainString();
	}

	private static String escaped(final String label) {
		return label.replace("&", "&amp;")
				.replace("<", "&lt;")
				.replace(">", "&gt;")
				.replaceAll("\\p{Cntrl}", " ");
	}
}
