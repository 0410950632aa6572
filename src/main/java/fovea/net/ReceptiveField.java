package fovea.net;

import java.util.Optional;

import fovea.model.ModelException;

/**
 * What part of the input an output pixel can depend on, for an input whose height and width are multiples of the
 * {@link Alignment}. Where strides make output pixels unlike, this is the largest of them. It is what the geometry
 * allows: weights may well ignore most of it.
 *
 * @param height pixels along y from the first to the last, at least 1
 * @param width pixels along x
 * @param radiusY the farthest of them along y from the centre of what the output pixel stands for, rounded up: the
 *            pixels of its stride, or with VALID the window; beyond a halo of this, the input does not matter
 * @param radiusX the same along x
 */
public record ReceptiveField(int height, int width, int radiusY, int radiusX) {

	/**
	 * @param architecture any
	 * @return the receptive field of its output; empty where an output value sees the whole input, as behind Flatten,
	 *         Reshape, or in networks of vectors
	 * @throws ModelException if its shapes do not fit, or its strides multiply beyond what {@link Alignment#of} takes
	 */
	public static Optional<ReceptiveField> of(final Architecture architecture) throws ModelException {
		return of(architecture, architecture.output());
	}

	/**
	 * @param architecture any
	 * @param node name of one of its nodes
	 * @return the receptive field of that node's output, empty if that is the whole input
	 * @throws ModelException if shapes do not fit, or strides multiply beyond what {@link Alignment#of} takes
	 * @throws IllegalArgumentException if there is no such node
	 */
	public static Optional<ReceptiveField> of(final Architecture architecture, final String node) throws ModelException {
		if (architecture.node(node).isEmpty()) throw new IllegalArgumentException(architecture.name() + " has no layer '" +
			node + "'");
		final Alignment alignment = Alignment.of(architecture);
		final SymbolicShapes shapes = SymbolicShapes.infer(architecture);
		if (architecture.inputShape().isVector()) return Optional.empty();
		final Optional<Reach> y = Reach.of(shapes, node, true, alignment.height());
		final Optional<Reach> x = Reach.of(shapes, node, false, alignment.width());
		if (y.isEmpty() || x.isEmpty()) return Optional.empty();
		return Optional.of(new ReceptiveField(y.get().size(), x.get().size(), y.get().radius(), x.get().radius()));
	}
}
