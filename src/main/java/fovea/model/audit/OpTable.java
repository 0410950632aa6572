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
package fovea.model.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of TensorFlow's ops, from lists in the jar: which only compute (chosen by hand), what attributes those
 * have (from TensorFlow 2.18's registry), and which others may stand where a graph is not run. What is in none of them
 * does not exist. Immutable.
 */
final class OpTable {

	private static final OpTable STANDARD = new OpTable();

	private final Set<String> allowed = names("allowed-ops.txt");
	private final Set<String> left = Stream.of("left-out-ops.txt", "stateful-ops.txt")
			.flatMap(list -> names(list).stream())
			.collect(Collectors.toUnmodifiableSet());
	private final Map<String, Map<String, String>> attributes = attributes();

	private OpTable() {}

	/** @return the lists that the jar holds */
	static OpTable standard() {
		return STANDARD;
	}

	/** @return true if the op computes, on tensors and on variables in memory, and does nothing else */
	boolean computes(final String op) {
		return allowed.contains(op);
	}

	/** @return true if a graph may have the op in a part that is not run, and that TensorFlow does not get */
	boolean mayBeLeftOut(final String op) {
		return left.contains(op);
	}

	/** @return kinds of the op's attributes by name; empty if it may not be run */
	Optional<Map<String, String>> attributes(final String op) {
		return Optional.ofNullable(attributes.get(op));
	}

	private static Set<String> names(final String list) {
		return lines(
				list,
				lines -> lines.flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet()));
	}

	/** A line is the op, then name:kind of each attribute. */
	private static Map<String, Map<String, String>> attributes() {
		return lines("op-attributes.txt", lines -> {
			final Map<String, Map<String, String>> all = new HashMap<>();
			lines.map(line -> line.split(" "))
					.forEach(words -> all.put(
							words[0],
							Arrays.stream(words)
									.skip(1)
									.map(word -> word.split(":"))
									.collect(Collectors.toUnmodifiableMap(word -> word[0], word -> word[1]))));
			return Collections.unmodifiableMap(all);
		});
	}

	private static <T> T lines(final String list, final Function<Stream<String>, T> reading) {
		try (InputStream in = OpTable.class.getResourceAsStream(list);
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			return reading.apply(lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()));
		} catch (final IOException e) {
			throw new IllegalStateException("the jar's own list of ops cannot be read", e);
		}
	}
}
