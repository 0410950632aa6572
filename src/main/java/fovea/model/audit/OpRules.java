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

import fovea.model.graph.Constant;
import fovea.model.graph.GraphNode;
import fovea.model.graph.GraphWalk;
import java.util.Set;
import java.util.regex.Pattern;

/** Which ops may be where. Immutable. */
final class OpRules {

	/**
	 * Ops that call functions, and that TensorFlow counts as pure all the same: it may compute them, and what they
	 * call, unasked.
	 */
	private static final Set<String> PURE_CALLS =
			Set.of("PartitionedCall", "StatelessIf", "StatelessWhile", "StatelessCase", "For");

	/** An op's own name begins with a capital letter, so that no function passes for one. */
	private static final Pattern FUNCTION = Pattern.compile("_*[a-z].*", Pattern.DOTALL);

	private static final int DT_RESOURCE = 20;
	private static final int DT_VARIANT = 21;

	private final OpTable ops;

	OpRules(final OpTable ops) {
		this.ops = ops;
	}

	/**
	 * @return true if the op computes and does nothing else, or is a function of the model, to be looked at in its turn
	 */
	boolean allows(final GraphNode node, final GraphWalk walk) {
		return ops.computes(node.op()) || isFunction(node, walk);
	}

	/** @return true if the op is known, so that it may be in a part of the graph that is not run */
	boolean knows(final GraphNode node, final GraphWalk walk) {
		return ops.computes(node.op()) || ops.mayBeLeftOut(node.op()) || isFunction(node, walk);
	}

	private static boolean isFunction(final GraphNode node, final GraphWalk walk) {
		return FUNCTION.matcher(node.op()).matches()
				&& walk.called(node).stream().anyMatch(f -> f.name().equals(node.op()));
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
