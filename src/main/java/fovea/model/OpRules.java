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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fovea.model.graph.Constant;
import fovea.model.graph.GraphNode;
import fovea.model.graph.GraphWalk;

/** Which ops may be run. Immutable. */
final class OpRules {

	private static final String LIST = "allowed-ops.txt";

	/**
	 * Ops that touch files or run code, but count as pure for TensorFlow: what depends on nothing else it may compute while
	 * it reads the graph, whether somebody needs it or not. So they may not even be there.
	 */
	private static final Set<String> NOWHERE = Set.of("ReadFile", "MatchingFiles", "ImmutableConst",
		"GenerateVocabRemapping", "InitializeTableFromTextFile", "PyFuncStateless");

	/** Ops of the same kind, that call functions. */
	private static final Set<String> PURE_CALLS = Set.of("PartitionedCall", "StatelessIf", "StatelessWhile",
		"StatelessCase", "For");

	/** An op's own name begins with a capital letter, so that no function passes for one. */
	private static final Pattern FUNCTION = Pattern.compile("_*[a-z].*", Pattern.DOTALL);

	private static final int DT_RESOURCE = 20;
	private static final int DT_VARIANT = 21;

	private final Set<String> allowed;

	private OpRules(final Set<String> allowed) {
		this.allowed = allowed;
	}

	/** @return the rules that the jar holds */
	static OpRules standard() {
		try (InputStream in = OpRules.class.getResourceAsStream(LIST);
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
		{
			return new OpRules(lines.lines().filter(line -> !line.startsWith("#")).flatMap(line -> Stream.of(line.split(" ")))
				.filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet()));
		}
		catch (final IOException e) {
			throw new IllegalStateException("the jar's own list of ops cannot be read", e);
		}
	}

	/** @return true if the op computes and does nothing else, or is a function of the model, to be looked at in its turn */
	boolean allows(final GraphNode node, final GraphWalk walk) {
		return allowed.contains(node.op()) || FUNCTION.matcher(node.op()).matches() && walk.called(node).stream().anyMatch(
			f -> f.name().equals(node.op()));
	}

	/** @return true if it may not even be in a part of the graph that is not run */
	boolean isForbiddenAnywhere(final GraphNode node) {
		return NOWHERE.contains(node.op());
	}

	/** @return true if TensorFlow may compute it without being asked, and with it what it calls */
	boolean isPureCall(final GraphNode node) {
		return PURE_CALLS.contains(node.op());
	}

	/** @return true if an attribute holds an object of TensorFlow's, which only its own code can make sense of */
	boolean holdsObject(final GraphNode node) {
		return node.constants().stream().anyMatch(constant -> isObject(constant.value()));
	}

	private static boolean isObject(final Constant constant) {
		return constant.type() == DT_RESOURCE || constant.type() == DT_VARIANT;
	}
}
