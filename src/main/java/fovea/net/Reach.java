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
package fovea.net;

import fovea.base.ModelException;
import fovea.net.layer.Input;
import fovea.net.shape.Interval;
import fovea.net.shape.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a node's output pixels reach in the network's input along one axis, found by following each pixel of one
 * period back through the graph.
 *
 * @param size most pixels from first to last
 * @param radius most pixels from the output pixel's centre, rounded up
 */
record Reach(int size, int radius) {

	private static final int MAX_PERIOD = 1 << 16;
	private static final double ROUNDING = 1e-6;

	/** @return empty if something on the way sees its input as a whole */
	static Optional<Reach> of(
			final SymbolicShapes shapes, final String node, final boolean vertical, final int alignment)
			throws ModelException {
		final Architecture architecture = shapes.architecture();
		final Scales scales = new Scales(architecture, vertical);
		final long period = scales.of(node).times(alignment).numerator();
		if (period > MAX_PERIOD)
			throw new ModelException(
					architecture.name() + ": expected strides that multiply to at most " + MAX_PERIOD + ", got more");
		final Map<String, Window> windows = new HashMap<>();
		final Map<String, Centre> centres = new HashMap<>();
		for (final Node each : architecture.nodes()) {
			final Window window = each.layer().accept(new WindowRules(each, shapes, vertical));
			windows.put(each.name(), window);
			centres.put(
					each.name(),
					each.inputs().isEmpty()
							? Centre.SAME
							: centres.get(each.inputs().get(0)).after(window));
		}
		long size = 1;
		double radius = 0;
		for (long position = 0; position < period; position++) {
			final Optional<Interval> seen = follow(architecture, windows, node, position);
			if (seen.isEmpty()) return Optional.empty();
			if (seen.get().isEmpty()) continue;
			final double centre = centres.get(node).of(position);
			size = Math.max(size, seen.get().high() - seen.get().low() + 1);
			radius = Math.max(
					radius, Math.max(centre - seen.get().low(), seen.get().high() - centre));
		}
		return Optional.of(new Reach((int) size, (int) Math.ceil(radius - ROUNDING)));
	}

	/** @return what the pixel at this position depends on in the input; empty if on everything */
	private static Optional<Interval> follow(
			final Architecture architecture,
			final Map<String, Window> windows,
			final String start,
			final long position) {
		final Map<String, List<String>> dependencies = architecture.dependencies();
		final Map<String, Interval> needed = new HashMap<>(Map.of(start, new Interval(position, position)));
		final List<Node> nodes = architecture.nodes();
		for (int i = nodes.size() - 1; i >= 0; i--) {
			final String name = nodes.get(i).name();
			final Interval wanted = needed.remove(name);
			if (wanted == null || wanted.isEmpty()) continue;
			if (nodes.get(i).layer() instanceof Input) return Optional.of(wanted);
			if (windows.get(name).isGlobal()) return Optional.empty();
			// An unpooling sees the same window of what was pooled (its switches) as of its input.
			for (final String source : dependencies.get(name))
				needed.merge(source, windows.get(name).seen(wanted), Interval::hull);
		}
		return Optional.of(needed.getOrDefault(architecture.input().name(), new Interval(0, -1)));
	}

	/** Where a node's pixels lie in the network's input: {@code factor * position + offset}, for pixel centres. */
	private record Centre(double factor, double offset) {

		static final Centre SAME = new Centre(1, 0);

		double of(final double position) {
			return factor * position + offset;
		}

		Centre after(final Window window) {
			return new Centre(factor * window.step(), of(window.centre()));
		}
	}
}
