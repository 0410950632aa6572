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
package fovea.net;

import fovea.base.ModelException;
import fovea.net.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of layers that Keras prints of a model: name and type, output shape, parameters, inputs; then totals. */
public final class Summary {

	private static final List<String> HEADINGS = List.of("Layer (type)", "Output Shape", "Param #", "Connected to");
	private static final int PARAMETERS = 2;
	private static final int GAP = 2;
	private static final long BYTES_PER_PARAMETER = 4;
	private static final double KIBI = 1024;

	private Summary() {}

	/**
	 * @param architecture any
	 * @return lines with a line feed after each; free lengths are None
	 * @throws ModelException if its shapes do not fit
	 */
	public static String of(final Architecture architecture) throws ModelException {
		final Shapes shapes = Shapes.infer(architecture);
		final List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
		for (final Node node : architecture.nodes()) rows.add(row(node, shapes));
		final int[] widths = widths(rows);
		int length = (widths.length - 1) * GAP;
		for (final int width : widths) length += width;
		final StringBuilder text =
				new StringBuilder("Model: \"" + architecture.name() + "\"\n" + "_".repeat(length) + "\n");
		for (final List<String> row : rows) {
			append(text, row, widths);
			if (row == HEADINGS) text.append("=".repeat(length)).append('\n');
		}
		final ParameterCount count = ParameterCount.of(WeightSpecs.of(shapes));
		return text.append("=".repeat(length))
				.append('\n')
				.append(total("Total params", count.total()))
				.append(total("Trainable params", count.trainable()))
				.append(total("Non-trainable params", count.nonTrainable()))
				.append("_".repeat(length))
				.append('\n')
				.toString();
	}

	private static List<String> row(final Node node, final Shapes shapes) {
		final List<String> sources = new ArrayList<>(node.inputs());
		node.layer().switches().ifPresent(pooling -> sources.add(pooling + " (switches)"));
		return List.of(
				node.name() + " (" + node.layer().type() + ")" + (node.trainable() ? "" : " frozen"),
				shape(shapes.of(node.name())),
				number(ParameterCount.of(WeightSpecs.of(node, shapes)).total()),
				String.join(", ", sources));
	}

	private static String shape(final Shape shape) {
		final StringBuilder text = new StringBuilder("(None");
		final long[] lengths = shape.batchShape();
		for (int i = 1; i < lengths.length; i++)
			text.append(", ").append(lengths[i] == Shape.FREE ? "None" : Long.toString(lengths[i]));
		return text.append(')').toString();
	}

	private static int[] widths(final List<List<String>> rows) {
		final int[] widths = new int[HEADINGS.size()];
		for (final List<String> row : rows)
			for (int i = 0; i < widths.length; i++)
				widths[i] = Math.max(widths[i], row.get(i).length());
		return widths;
	}

	private static void append(final StringBuilder text, final List<String> row, final int[] widths) {
		final StringBuilder line = new StringBuilder();
		for (int i = 0; i < widths.length; i++) {
			final String fill = " ".repeat(widths[i] - row.get(i).length());
			line.append(i == PARAMETERS ? fill + row.get(i) : row.get(i) + fill).append(" ".repeat(GAP));
		}
		text.append(line.toString().stripTrailing()).append('\n');
	}

	private static String total(final String label, final long count) {
		return label + ": " + number(count) + " (" + bytes((double) count * BYTES_PER_PARAMETER) + ")\n";
	}

	private static String number(final long count) {
		return String.format(Locale.ROOT, "%,d", count);
	}

	private static String bytes(final double bytes) {
		if (bytes < KIBI) return String.format(Locale.ROOT, "%.2f B", bytes);
		if (bytes < KIBI * KIBI) return String.format(Locale.ROOT, "%.2f KB", bytes / KIBI);
		if (bytes < KIBI * KIBI * KIBI) return String.format(Locale.ROOT, "%.2f MB", bytes / KIBI / KIBI);
		return String.format(Locale.ROOT, "%.2f GB", bytes / KIBI / KIBI / KIBI);
	}
}
