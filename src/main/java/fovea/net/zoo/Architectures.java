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
package fovea.net.zoo;

import fovea.base.ModelException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The architectures that have a name. */
public final class Architectures {

	private static final List<NamedArchitecture> ALL = Stream.of(
					ConvolutionalAutoencoders.all(),
					List.of(
							DenseAutoencoder.NAMED,
							DenoisingAutoencoder.NAMED,
							Fcn8.NAMED,
							FcnSmall.NAMED,
							FcnDeep.NAMED,
							ResidualClassifier.NAMED))
			.flatMap(List::stream)
			.toList();

	/** Of two names, from which on one may be meant by the other. */
	private static final double ALIKE = 0.5;

	private Architectures() {}

	/** @return all of them */
	public static List<NamedArchitecture> all() {
		return ALL;
	}

	/** @return their names */
	public static List<String> names() {
		return ALL.stream().map(NamedArchitecture::name).toList();
	}

	/**
	 * @param name of an architecture
	 * @return it
	 * @throws ModelException if there is none of this name
	 */
	public static NamedArchitecture named(final String name) throws ModelException {
		final Optional<NamedArchitecture> found =
				ALL.stream().filter(named -> named.name().equals(name)).findFirst();
		return found.orElseThrow(() -> new ModelException("expected the name of an architecture, got '" + name + "'"
				+ guess(name) + "; there are " + String.join(", ", names())));
	}

	/** The name that shares most pairs of letters, if it shares half of them. */
	private static String guess(final String name) {
		final Set<String> pairs = pairs(name);
		return names().stream()
				.max(Comparator.comparingDouble(known -> likeness(pairs, pairs(known))))
				.filter(known -> likeness(pairs, pairs(known)) >= ALIKE)
				.map(known -> ", did you mean " + known + "?")
				.orElse("");
	}

	private static double likeness(final Set<String> a, final Set<String> b) {
		final long common = a.stream().filter(b::contains).count();
		return a.isEmpty() ? 0 : 2.0 * common / (a.size() + b.size());
	}

	private static Set<String> pairs(final String name) {
		return IntStream.range(1, name.length())
				.mapToObj(i -> name.substring(i - 1, i + 1).toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet());
	}
}
