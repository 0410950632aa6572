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
package fovea.model;

import fovea.base.ModelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes a SavedModel that has no description, from its signature and what the user says. Stateless. */
public final class BareModel {

	private BareModel() {}

	/**
	 * @param name of the model
	 * @param signature to be run
	 * @param outputName the output that is wanted; empty: the first by name
	 * @param axes of the input as letters in the tensor's order; empty: "byxc" or "bcyx" for rank 4, "bzyxc" or "bczyx"
	 *     for rank 5, as the lengths tell; channels last where none is known
	 * @param normalization of the input; empty: {@link Normalization#assumed} for its element type
	 * @return a description of format version "", with all outputs, the wanted one first; free axes along which an
	 *     image is cut are any length in the input and unknown in outputs
	 * @throws ModelException if the signature does not take exactly one image, or has no such output, or the axes do
	 *     not fit
	 */
	public static ModelSpec describe(
			final String name,
			final Signature signature,
			final String outputName,
			final String axes,
			final Optional<Normalization> normalization)
			throws ModelException {
		final String subject = "Model '" + name + "', signature '" + signature.name() + "'";
		if (signature.inputs().size() != 1)
			throw new ModelException(subject + ": expected one input, got "
					+ (signature.inputs().isEmpty() ? "none" : list(signature.inputs())));
		if (signature.outputs().isEmpty()) throw new ModelException(subject + ": expected an output, got none");
		final TensorInfo input = signature.inputs().get(0);
		final List<TensorInfo> outputs = ordered(signature, outputName);
		final String letters = letters(subject, input, axes, outputs.get(0));
		final TensorSpec in = new TensorSpec(
				input.name(),
				"",
				input.type(),
				axes(subject, input, letters, true),
				normalization.orElse(Normalization.assumed(input.type())).steps(),
				Optional.empty());
		final List<TensorSpec> out = new ArrayList<>();
		for (final TensorInfo output : outputs)
			out.add(new TensorSpec(
					output.name(),
					"",
					output.type(),
					axes(subject, output, outputLetters(output, letters), false),
					List.of(),
					Optional.empty()));
		return new ModelSpec(
				"",
				name,
				"",
				"",
				"",
				List.of(),
				List.of(),
				List.of(in),
				out,
				Optional.empty(),
				List.of(),
				ObjectTraits.UNKNOWN);
	}

	private static String list(final List<TensorInfo> tensors) {
		return tensors.size() + ": "
				+ tensors.stream().map(t -> t.name() + " " + t.label()).collect(Collectors.joining(", "));
	}

	private static List<TensorInfo> ordered(final Signature signature, final String outputName) throws ModelException {
		final List<TensorInfo> outputs = new ArrayList<>(signature.outputs());
		outputs.sort(Comparator.comparing(TensorInfo::name));
		if (outputName.isEmpty()) return outputs;
		final TensorInfo wanted = signature.output(outputName);
		outputs.remove(wanted);
		outputs.add(0, wanted);
		return outputs;
	}

	private static String letters(
			final String subject, final TensorInfo input, final String axes, final TensorInfo output)
			throws ModelException {
		final int rank = input.shape().map(List::size).orElse(axes.isEmpty() ? 4 : axes.length());
		final String where = subject + ": input " + input.name() + " " + input.label();
		if (axes.isEmpty() && rank != 4 && rank != 5)
			throw new ModelException(where + ": expected an image of rank 4 (axes byxc) or 5 (bzyxc), got rank "
					+ rank
					+ (rank == 2
							? "; of a network of rows of pixels say the axes in parentheses, such as axes=b(yx)"
							: "; say its axes, such as axes=byx"));
		if (axes.isEmpty()) return assumed(where, rank, input, output);
		for (final char letter : axes.toCharArray()) AxisType.ofLetter(letter);
		final boolean repeated = axes.chars().distinct().count() < axes.length();
		if (axes.length() != rank || repeated || axes.indexOf('x') < 0 || axes.indexOf('y') < 0)
			throw new ModelException(where + ": expected axes of " + rank
					+ " different letters of b, c, x, y, z, t, i, among them x and y, got '" + axes + "'");
		return axes;
	}

	/** Channels last, the TensorFlow way, where nothing is known of the lengths at all; else where the lengths say. */
	private static String assumed(final String where, final int rank, final TensorInfo input, final TensorInfo output)
			throws ModelException {
		final String last = rank == 4 ? "byxc" : "bzyxc";
		final Optional<ChannelPlace> place = place(input).or(() -> place(output).filter(p -> rank(output) == rank));
		if (place.isPresent()) return place.get().of(last);
		if (input.shape()
				.map(shape -> shape.stream().skip(1).allMatch(length -> length < 0))
				.orElse(true)) return last;
		throw new ModelException(
				where + ": cannot tell which axis is the channels'; say axes=" + ChannelPlace.LAST.of(last)
						+ " (channels last) or axes=" + ChannelPlace.FIRST.of(last) + " (channels first)");
	}

	private static Optional<ChannelPlace> place(final TensorInfo tensor) {
		return tensor.shape().flatMap(ChannelPlace::of);
	}

	private static int rank(final TensorInfo tensor) {
		return tensor.shape().map(List::size).orElse(0);
	}

	/**
	 * As the input, with the channels where its own lengths say; without channels if one axis is missing (a map of
	 * classes); else a list of things.
	 */
	private static String outputLetters(final TensorInfo output, final String input) {
		final int rank = output.shape().map(List::size).orElse(input.length());
		if (rank == input.length())
			return place(output).map(place -> place.of(input)).orElse(input);
		if (rank == input.length() - 1 && input.indexOf('c') >= 0) return input.replace("c", "");
		return rank == 0 ? "" : "b" + "i".repeat(rank - 1);
	}

	private static List<AxisSpec> axes(
			final String subject, final TensorInfo tensor, final String letters, final boolean input)
			throws ModelException {
		final List<AxisSpec> axes = new ArrayList<>();
		for (int i = 0; i < letters.length(); i++) {
			final AxisType type = AxisType.ofLetter(letters.charAt(i));
			final int place = i;
			final long length = tensor.shape().map(s -> s.get(place)).orElse(-1L);
			if (length == 0 || length > Integer.MAX_VALUE)
				throw new ModelException(subject + ": " + tensor.name() + " " + tensor.label()
						+ ": expected lengths from 1 to " + Integer.MAX_VALUE);
			final AxisSpec axis = AxisSpec.of(type, size(type, length, input));
			final boolean again = letters.indexOf(letters.charAt(i)) < i;
			axes.add(again ? new AxisSpec(type, axis.id() + i, axis.size(), axis.halo(), List.of()) : axis);
		}
		return axes;
	}

	private static AxisSize size(final AxisType type, final long length, final boolean input) {
		if (length > 0) return new AxisSize.Fixed((int) length);
		final boolean any = type == AxisType.BATCH || input && type.isTiled();
		return any ? new AxisSize.Steps(1, 1) : new AxisSize.Unknown();
	}
}
