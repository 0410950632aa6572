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
package fovea.cli.model;

import fovea.cli.terminal.TextTable;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.Citation;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.Normalization;
import fovea.model.Processing;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.model.TensorSpec;
import fovea.text.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a model, as text for people.
 *
 * @param spec the model's description, or what Fovea assumes in place of one
 * @param signatures what its SavedModel offers
 * @param assumed the signature that the spec was made up from; empty where the model describes itself
 */
record ModelReport(ModelSpec spec, List<Signature> signatures, Optional<String> assumed) {

	private static final String INDENT = "  ";

	String text() {
		final StringBuilder text = new StringBuilder(Printable.line(spec.name())).append('\n');
		if (!spec.description().isBlank())
			text.append(INDENT).append(Printable.line(spec.description())).append('\n');
		text.append('\n').append(about());
		for (final TensorSpec input : spec.inputs()) text.append('\n').append(tensor("Input", "preprocessing", input));
		for (final TensorSpec output : spec.outputs())
			text.append('\n').append(tensor("Output", "postprocessing", output));
		if (!spec.classes().isEmpty()) text.append('\n').append(classes());
		text.append(objects());
		text.append('\n').append(signatureTable(signatures));
		assumed.ifPresent(signature -> text.append('\n').append(assumptions(signature)));
		return text.toString();
	}

	/**
	 * @param name of a SavedModel without a description
	 * @param signatures what it offers
	 * @param reason why Fovea cannot guess how to run it
	 * @return what is known of it
	 */
	static String unusable(final String name, final List<Signature> signatures, final String reason) {
		return Printable.line(name) + "\n\n"
				+ new TextTable()
						.row("format", "SavedModel without a description")
						.text(INDENT) + '\n' + signatureTable(signatures) + "\nCannot be run as it is\n" + INDENT
				+ Printable.line(reason) + '\n';
	}

	private String about() {
		final TextTable table = new TextTable();
		if (assumed.isPresent()) table.row("format", "SavedModel without a description");
		else table.row("format", ("bioimage.io " + spec.formatVersion()).strip());
		row(table, "version", spec.version());
		row(table, "license", spec.license());
		row(table, "authors", String.join(", ", spec.authors()));
		for (final Citation citation : spec.citations()) row(table, "cite", citation(citation));
		spec.weights().ifPresent(weights -> {
			row(table, "weights", weights.source());
			row(table, "sha256", weights.sha256());
			row(
					table,
					"made with",
					weights.tensorflowVersion().isEmpty() ? "" : "TensorFlow " + weights.tensorflowVersion());
		});
		return table.text(INDENT);
	}

	private static void row(final TextTable table, final String what, final String value) {
		if (!value.isBlank()) table.row(what, oneLine(value));
	}

	private static String citation(final Citation citation) {
		return String.join(
				", ",
				List.of(citation.text(), citation.doi().isEmpty() ? "" : "doi:" + citation.doi(), citation.url())
						.stream()
						.filter(part -> !part.isBlank())
						.toList());
	}

	private static String tensor(final String kind, final String processing, final TensorSpec tensor) {
		final StringBuilder text = new StringBuilder(kind)
				.append(" '")
				.append(Printable.line(tensor.id()))
				.append("', ")
				.append(tensor.type().label())
				.append(", axes ")
				.append(tensor.letters())
				.append('\n');
		if (!tensor.description().isBlank())
			text.append(INDENT).append(Printable.line(tensor.description())).append('\n');
		final TextTable axes = new TextTable();
		for (final AxisSpec axis : tensor.axes())
			axes.row(axis.id(), size(axis.size()), halo(axis.halo()), String.join(", ", axis.channelNames()));
		text.append(axes.text(INDENT));
		final List<Processing> steps = tensor.processing();
		final TextTable table = new TextTable();
		if (steps.isEmpty()) table.row(processing, "none");
		for (int i = 0; i < steps.size(); i++) table.row(i == 0 ? processing : "", ProcessingText.of(steps.get(i)));
		return text.append(table.text(INDENT)).toString();
	}

	private static String size(final AxisSize size) {
		if (size instanceof AxisSize.Fixed fixed) return String.valueOf(fixed.length());
		if (size instanceof AxisSize.Steps steps)
			return steps.min() + " or more" + (steps.step() == 1 ? "" : ", in steps of " + steps.step());
		if (size instanceof AxisSize.Reference to)
			return "that of " + to.tensor() + "." + to.axis()
					+ (to.factor() == 1 ? "" : " x " + ProcessingText.number(to.factor()))
					+ (to.offset() == 0
							? ""
							: (to.offset() < 0 ? " - " : " + ") + ProcessingText.number(Math.abs(to.offset())));
		return "any";
	}

	private static String halo(final OptionalInt halo) {
		return halo.isPresent() ? "halo " + halo.getAsInt() : "";
	}

	private String classes() {
		final TextTable table = new TextTable();
		for (int i = 0; i < spec.classes().size(); i++) {
			final ClassSpec c = spec.classes().get(i);
			table.row(String.valueOf(i), c.name(), String.format(Locale.ROOT, "#%06x", c.rgb()));
		}
		return "Classes\n" + table.text(INDENT);
	}

	private String objects() {
		final TextTable table = new TextTable();
		spec.objectTraits()
				.minPixels()
				.ifPresent(pixels -> table.row("minimum size", pixels + " pixels", "(change with --min-size)"));
		spec.objectTraits()
				.diameter()
				.ifPresent(diameter -> table.row(
						"enlarged",
						"where most are below " + ProcessingText.number(diameter) + " pixels across",
						"(change with --scale)"));
		spec.objectTraits()
				.maxDiameter()
				.ifPresent(diameter -> table.row(
						"shrunk",
						"where most are above " + ProcessingText.number(diameter) + " pixels across",
						"(change with --scale)"));
		if (spec.objectTraits().distance())
			table.row("taken apart", "by the last channel, which is no class but a distance to their border");
		final String rows = table.text(INDENT);
		return rows.isEmpty() ? "" : "\nObjects\n" + rows;
	}

	private static String signatureTable(final List<Signature> signatures) {
		final StringBuilder text = new StringBuilder("Signatures of the SavedModel\n");
		if (signatures.isEmpty()) text.append(INDENT).append("none\n");
		for (final Signature signature : signatures) {
			final TextTable table = new TextTable();
			for (final TensorInfo input : signature.inputs()) table.row("input", input.name(), input.label());
			for (final TensorInfo output : signature.outputs()) table.row("output", output.name(), output.label());
			text.append(INDENT)
					.append(Printable.line(signature.name()))
					.append('\n')
					.append(table.text(INDENT + INDENT));
		}
		return text.toString();
	}

	private String assumptions(final String signature) {
		return "Assumed, since the SavedModel does not say\n"
				+ new TextTable()
						.row("signature", signature, "(change with --signature)")
						.row("output", spec.outputs().get(0).id(), "(change with --tensor)")
						.row("axes", spec.inputs().get(0).letters(), "(change with --axes)")
						.row(
								"normalization",
								normalization(spec.inputs().get(0).processing()),
								"(change with --normalize)")
						.text(INDENT);
	}

	private static String normalization(final List<Processing> steps) {
		return Stream.of(Normalization.values())
				.filter(n -> n.steps().equals(steps))
				.map(Normalization::label)
				.findFirst()
				.orElseGet(() -> steps.stream().map(ProcessingText::of).collect(Collectors.joining(", then ")));
	}

	private static String oneLine(final String text) {
		return text.strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
