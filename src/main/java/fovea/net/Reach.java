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
import fovea.net.layer.LayerInputs;
import fovea.net.shape.Interval;
import fovea.net.shape.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far a node's output pixels reach in the network's input along one axis, found by following each pixel of one
 * period back through the graph.
 *
 * @param size most pixels from first to last
 * @param radius most pixels from the output pixel's center, rounded up
 */
record Reach(int size, int radius) {

	private static final int MAX_PERIOD = 1 << 16;
	private static final double ROUNDING = 1e-6;

	/** @return empty if something on the way sees its input as a whole */
	static Optional<Reach> of(
			final SymbolicShapes shapes, final String node, final boolean vertical, final int alignment)
			throws ModelException {
		final Architecture architecture = shapes.architecture();
		final Scales scales = new Scales(shapes, vertical);
		final long period = scales.of(node).times(alignment).numerator();
		if (period > MAX_PERIOD)
			throw new ModelException(
					architecture.name() + ": expected strides that multiply to at most " + MAX_PERIOD + ", got more");
		final Map<String, List<String>> dependencies = architecture.dependencies();
		final Map<String, List<Window>> windows = new HashMap<>();
		final Map<String, Center> centers = new HashMap<>();
		for (final Node each : architecture.nodes()) {
			final LayerInputs inputs = shapes.inputs(each);
			// An unpooling sees the same window of what was pooled (its switches) as of its input.
			final List<Window> seen = IntStream.range(
							0, dependencies.get(each.name()).size())
					.mapToObj(i -> each.layer().window(inputs, i, vertical))
					.toList();
			windows.put(each.name(), seen);
			centers.put(
					each.name(),
					each.inputs().isEmpty()
							? Center.SAME
							: centers.get(each.inputs().get(0)).after(seen.get(0)));
		}
		long size = 1;
		double radius = 0;
		for (long position = 0; position < period; position++) {
			final Optional<Interval> seen = follow(architecture, windows, node, position);
			if (seen.isEmpty()) return Optional.empty();
			if (seen.get().isEmpty()) continue;
			final double center = centers.get(node).of(position);
			size = Math.max(size, seen.get().high() - seen.get().low() + 1);
			radius = Math.max(
					radius, Math.max(center - seen.get().low(), seen.get().high() - center));
		}
		return Optional.of(new Reach((int) size, (int) Math.ceil(radius - ROUNDING)));
	}

	/** @return what the pixel at this position depends on in the input; empty if on everything */
	private static Optional<Interval> follow(
			final Architecture architecture,
			final Map<String, List<Window>> windows,
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
			final List<String> sources = dependencies.get(name);
			for (int k = 0; k < sources.size(); k++) {
				final Window window = windows.get(name).get(k);
				if (window.isGlobal()) return Optional.empty();
				needed.merge(sources.get(k), window.seen(wanted), Interval::hull);
			}
		}
		return Optional.of(needed.getOrDefault(architecture.input().name(), new Interval(0, -1)));
	}

	/** Where a node's pixels lie in the network's input: {@code factor * position + offset}, for pixel centers. */
	private record Center(double factor, double offset) {

		static final Center SAME = new Center(1, 0);

		double of(final double position) {
			return factor * position + offset;
		}

		Center after(final Window window) {
			return new Center(factor * window.step(), of(window.center()));
		}
	}
}
