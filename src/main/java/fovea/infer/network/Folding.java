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
package fovea.infer.network;

import fovea.base.ModelException;
import fovea.model.AxisType;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several axes of an image in one axis of a tensor, as a network of dense layers takes them: {@code b(yx)}, or with
 * lengths {@code b(y28x56)}. Immutable.
 *
 * @param axes as they were given
 * @param letters of all axes, without parentheses
 * @param place of the tensor's axis that holds several
 * @param folded axes in it, the slowest first
 * @param lengths of these, 0 where nobody said
 */
public record Folding(String axes, String letters, int place, String folded, List<Integer> lengths) {

	private static final Pattern TEXT = Pattern.compile("([a-z]*)\\(((?:[a-z][0-9]{0,5})+)\\)([a-z]*)");
	private static final Pattern AXIS = Pattern.compile("([a-z])([0-9]*)");

	/**
	 * @param axes letters, of which some may be in parentheses
	 * @return how the ones in parentheses lie; empty where there are none
	 * @throws ModelException if the axes mean nothing
	 */
	public static Optional<Folding> of(final String axes) throws ModelException {
		if (axes.indexOf('(') < 0 && axes.indexOf(')') < 0) {
			for (final char letter : axes.toCharArray()) AxisType.ofLetter(letter);
			return Optional.empty();
		}
		final Matcher matcher = TEXT.matcher(axes);
		if (!matcher.matches())
			throw new ModelException("axes '" + axes
					+ "': expected letters with some of them in parentheses, such as b(yx), or with lengths b(y28x56)");
		final StringBuilder folded = new StringBuilder();
		final List<Integer> lengths = new ArrayList<>();
		final Matcher axis = AXIS.matcher(matcher.group(2));
		while (axis.find()) {
			folded.append(axis.group(1));
			lengths.add(axis.group(2).isEmpty() ? 0 : Integer.parseInt(axis.group(2)));
		}
		final String letters = matcher.group(1) + folded + matcher.group(3);
		for (final char letter : letters.toCharArray()) AxisType.ofLetter(letter);
		return Optional.of(
				new Folding(axes, letters, matcher.group(1).length(), folded.toString(), List.copyOf(lengths)));
	}

	/**
	 * @param signature of the network
	 * @return the same with its input unfolded, and outputs that are as long
	 * @throws ModelException if the input has other axes, or its length does not tell those of the image
	 */
	public Signature unfold(final Signature signature) throws ModelException {
		final List<TensorInfo> inputs = new ArrayList<>();
		for (final TensorInfo input : signature.inputs()) {
			if (!fits(input))
				throw new ModelException("Input " + input.name() + " " + input.label() + ": expected axes of "
						+ input.shape().map(List::size).map(String::valueOf).orElse("known") + " lengths, got '" + axes
						+ "', which are " + rank());
			inputs.add(unfold(input));
		}
		final List<TensorInfo> outputs = new ArrayList<>();
		for (final TensorInfo output : signature.outputs())
			outputs.add(isFolded(output, signature.inputs()) ? unfold(output) : output);
		return new Signature(signature.name(), inputs, outputs);
	}

	/** @return whether an output is folded as the input is */
	boolean isFolded(final TensorInfo output, final List<TensorInfo> inputs) {
		return fits(output) && inputs.stream().allMatch(input -> fits(input) && length(input) == length(output));
	}

	/** @return a tensor's shape with the axes in one */
	int[] fold(final int[] shape) {
		final int[] result = new int[rank()];
		for (int i = 0, from = 0; i < result.length; i++) {
			result[i] = 1;
			for (final int end = from + (i == place ? folded.length() : 1); from < end; from++)
				result[i] *= shape[from];
		}
		return result;
	}

	/** @return the shape of a network's result with each axis for itself */
	public int[] unfold(final int[] shape, final TensorInfo unfolded) {
		final int[] result = new int[letters.length()];
		for (int i = 0; i < result.length; i++)
			result[i] = i < place
					? shape[i]
					: i < place + folded.length()
							? unfolded.shape().orElseThrow().get(i).intValue()
							: shape[i - folded.length() + 1];
		return result;
	}

	private int rank() {
		return letters.length() - folded.length() + 1;
	}

	private boolean fits(final TensorInfo tensor) {
		return tensor.shape().filter(shape -> shape.size() == rank()).isPresent();
	}

	private long length(final TensorInfo tensor) {
		return tensor.shape().orElseThrow().get(place);
	}

	private TensorInfo unfold(final TensorInfo tensor) throws ModelException {
		final List<Long> shape = new ArrayList<>(tensor.shape().orElseThrow());
		final List<Long> own = lengthsOf(tensor, shape.remove(place));
		shape.addAll(place, own);
		return new TensorInfo(tensor.name(), tensor.type(), Optional.of(shape));
	}

	/** Of gray or red, green and blue squares where nobody says more. */
	private List<Long> lengthsOf(final TensorInfo tensor, final long all) throws ModelException {
		for (final long channels : folded.indexOf('c') < 0 ? new long[] {1} : new long[] {1, 3}) {
			final List<Long> found = new ArrayList<>();
			long said = 1;
			for (int i = 0; i < folded.length(); i++) {
				final long length = lengths.get(i) > 0 ? lengths.get(i) : folded.charAt(i) == 'c' ? channels : 0;
				found.add(length);
				said *= Math.max(1, length);
			}
			final long open = found.stream().filter(length -> length == 0).count();
			final long rest = all > 0 && said > 0 && all % said == 0 ? all / said : 0;
			final long side = open == 2 ? Math.round(Math.sqrt(rest)) : rest;
			if (rest == 0 || open > 2 || open == 0 && rest != 1 || open == 2 && side * side != rest) continue;
			found.replaceAll(length -> length == 0 ? side : length);
			return found;
		}
		throw new ModelException("Tensor " + tensor.name() + " " + tensor.label() + ": '" + axes
				+ "' does not tell how long its axes are; say it, such as " + "b(y28x56) of 1568");
	}
}
