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
package fovea.latent;

import java.util.Comparator;
import java.util.List;

/**
 * Encodings of one latent space. Immutable.
 *
 * @param all at least one, in the order of their source
 */
public record Encodings(List<Encoding> all) {

	/**
	 * Copies the list.
	 *
	 * @throws IllegalArgumentException if there is none, or one has another number of values than the first
	 */
	public Encodings {
		all = List.copyOf(all);
		if (all.isEmpty()) throw new IllegalArgumentException("expected encodings, got none");
		for (final Encoding encoding : all)
			if (encoding.z().length != all.get(0).z().length)
				throw new IllegalArgumentException(
						"'" + encoding.id() + "' has " + encoding.z().length + " values, expected "
								+ all.get(0).z().length + " as '" + all.get(0).id() + "' has");
	}

	/** @return how many there are */
	public int size() {
		return all.size();
	}

	/** @return values of each, the dimensions of the latent space */
	public int dimensions() {
		return all.get(0).z().length;
	}

	/** @return the points of the latent space, in order; not copied */
	public List<float[]> points() {
		return all.stream().map(Encoding::z).toList();
	}

	/** @return the labels that there are, each once: numbers in their order, then others by the alphabet */
	public List<String> labels() {
		return all.stream()
				.map(Encoding::label)
				.distinct()
				.sorted(Comparator.comparingDouble(Encodings::number).thenComparing(Comparator.naturalOrder()))
				.toList();
	}

	private static double number(final String label) {
		return label.matches("[0-9]{1,15}") ? Double.parseDouble(label) : Double.POSITIVE_INFINITY;
	}

	/**
	 * @return the same, those first that the autoencoder gives back worst by {@link Encoding#loss()}; those without one
	 *     last
	 */
	public List<Encoding> worstFirst() {
		return all.stream()
				.sorted(Comparator.comparingDouble(e -> Double.isNaN(e.loss()) ? Double.POSITIVE_INFINITY : -e.loss()))
				.toList();
	}
}
