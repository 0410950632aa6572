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
import fovea.model.graph.Dims;
import fovea.model.graph.GraphNode;
import fovea.model.graph.GraphNode.Declared;
import fovea.model.graph.NodeLocation;
import java.util.Optional;
import java.util.Set;

/** What a node may not declare, run or not: TensorFlow does not tell of it, but ends the process. Stateless. */
final class Soundness {

	/** More cannot be meant, and sums of it stay a long. */
	static final long MOST_ELEMENTS = 1L << 50;

	private static final Set<String> CONSTS = Set.of("Const", "HostConst");

	private Soundness() {}

	/** @return what is wrong with it, to follow the node's name in a message; empty if nothing is */
	static Optional<String> complaint(final GraphNode node) {
		if (node.shapes().stream().anyMatch(shape -> isUnsound(shape.value()))
				|| node.constants().stream().anyMatch(constant -> isUnsound(constant.value())))
			return Optional.of("declares a shape that no machine can hold");
		if (CONSTS.contains(node.op()) && node.constants().stream().anyMatch(constant -> !isOfType(constant, node)))
			return Optional.of("declares one type and holds another");
		// strides, dilations, sizes of windows: kernels keep them as 32 bit
		return node.listed().stream()
				.filter(number -> number.value() != number.value().intValue())
				.findFirst()
				.map(number -> "has a number in '" + NodeLocation.printable(number.attribute())
						+ "' that no kernel can hold: " + number.value());
	}

	private static boolean isOfType(final Declared<Constant> constant, final GraphNode node) {
		final Integer declared = node.types().get("dtype");
		return declared == null || declared == constant.value().type();
	}

	/** A constant's axes have lengths. */
	private static boolean isUnsound(final Constant constant) {
		return isUnsound(constant.dims()) || constant.dims().sizes().contains(-1L);
	}

	/** An axis below -1, or more elements than can be counted. */
	private static boolean isUnsound(final Dims dims) {
		return dims.elements() < 0 || dims.elements() > MOST_ELEMENTS;
	}
}
