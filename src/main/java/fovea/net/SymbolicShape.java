package fovea.net;

import fovea.model.ModelException;

/** A shape whose free lengths remember how they depend on the input's, so that they can be compared. */
record SymbolicShape(boolean isVector, Extent height, Extent width, int channels) {

	static SymbolicShape of(final Shape shape) {
		return new SymbolicShape(shape.isVector(), Extent.of(shape.height()), Extent.of(shape.width()), shape.channels());
	}

	static SymbolicShape vector(final int length) {
		return of(Shape.vector(length));
	}

	SymbolicShape withChannels(final int count) {
		return new SymbolicShape(isVector, height, width, count);
	}

	SymbolicShape windows(final Size window, final Size strides, final Padding padding) throws ModelException {
		final Extent y = height.windows(window.height(), strides.height(), padding);
		final Extent x = width.windows(window.width(), strides.width(), padding);
		if (!y.isFree() && y.offset() < 1 || !x.isFree() && x.offset() < 1) throw new ModelException(
			"expected an input of at least " + window + ", got " + this);
		return new SymbolicShape(false, y, x, channels);
	}

	boolean sameArea(final SymbolicShape other) {
		return isVector == other.isVector && height.equals(other.height) && width.equals(other.width);
	}

	Shape shape() {
		return new Shape(isVector, height.length(), width.length(), channels);
	}

	@Override
	public String toString() {
		return isVector ? Integer.toString(channels) : height.text("H") + " x " + width.text("W") + " x " + channels;
	}
}
