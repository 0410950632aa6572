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

import fovea.model.graph.Attribute;
import fovea.model.graph.GraphCopy;
import fovea.model.graph.NodeLocation;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Lets only ops through that may be run or read variables, and of their attributes only those that TensorFlow's own
 * definition of the op has, in the kind that it says. Immutable.
 */
final class AttributeRule implements GraphCopy.Rule {

	/**
	 * Settings of functions: how they are to be optimized and by what they are to be run. TensorFlow's own are used.
	 */
	private static final Set<String> SETTINGS = Set.of("config", "config_proto", "executor_type");

	private static final String EMPTY_LIST = "list()";

	private final OpTable ops;

	AttributeRule(final OpTable ops) {
		this.ops = ops;
	}

	@Override
	public void requireOp(final NodeLocation place, final boolean isCall) throws IOException {
		if (!isCall && ops.attributes(place.node().op()).isEmpty())
			throw new IOException(place.label() + ": op '"
					+ NodeLocation.printable(place.node().op()) + "' may not be run");
	}

	@Override
	public boolean copies(final NodeLocation place, final Attribute attribute) throws IOException {
		if (Attribute.isNote(attribute.name()) || SETTINGS.contains(attribute.name())) return false;
		final String kind = ops.attributes(place.node().op()).orElse(Map.of()).get(attribute.name());
		if (kind == null)
			throw new IOException(place.label() + ": op '"
					+ NodeLocation.printable(place.node().op()) + "' has no attribute '"
					+ NodeLocation.printable(attribute.name()) + "' that is known");
		if (!kind.equals(attribute.kind())
				&& !(kind.startsWith("list") && attribute.kind().equals(EMPTY_LIST)))
			throw new IOException(place.label() + ": expected a " + kind + " as '" + attribute.name() + "' of op '"
					+ NodeLocation.printable(place.node().op()) + "', got "
					+ (attribute.kind().isEmpty() ? "nothing" : "a " + attribute.kind()));
		return true;
	}
}
