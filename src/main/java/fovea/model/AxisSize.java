package fovea.model;

/** How long an axis of a tensor may be. Lengths are in elements of the tensor. */
public sealed interface AxisSize {

	/**
	 * Always the same length.
	 *
	 * @param length at least 1
	 */
	record Fixed(int length) implements AxisSize {}

	/**
	 * Any length {@code min + n * step}, n = 0, 1, 2, ...
	 *
	 * @param min at least 1
	 * @param step at least 1; tiles are aligned to it
	 */
	record Steps(int min, int step) implements AxisSize {}

	/**
	 * An output axis whose length follows from an input axis:
	 * {@code length = inputLength * factor + offset}.
	 *
	 * @param tensor id of the input tensor
	 * @param axis id of its axis
	 * @param factor output elements per input element
	 * @param offset elements added (both sides together); negative where borders are lost
	 */
	record Reference(String tensor, String axis, double factor, double offset) implements AxisSize {}

	/** Nothing is known, or the data decides. */
	record Unknown() implements AxisSize {}
}
