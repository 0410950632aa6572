package fovea.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a SavedModel's signature says of one input or output.
 *
 * @param name the key in the signature, for example "output_0"
 * @param type element type
 * @param shape lengths of the axes, -1 where free; empty where not even the rank is known
 */
public record TensorInfo(String name, DataType type, Optional<List<Long>> shape) {

	/** Copies the list. */
	public TensorInfo {
		shape = shape.map(List::copyOf);
	}

	/** @return for people, for example "float32[?, ?, ?, 1]" */
	public String label() {
		return type.label() + shape.map(s -> s.stream().map(n -> n < 0 ? "?" : n.toString()).toList().toString()).orElse(
			" of unknown rank");
	}

	/**
	 * Refuses what the signature does not take, before native code sees it.
	 *
	 * @param given lengths of the axes of a tensor
	 * @throws ModelException if rank or a fixed length differ, or there is nothing in it
	 */
	public void requireShape(final int... given) throws ModelException {
		boolean fits = true;
		for (final int length : given)
			fits &= length > 0;
		if (shape.isPresent()) {
			fits &= shape.get().size() == given.length;
			for (int i = 0; fits && i < given.length; i++)
				fits = shape.get().get(i) < 0 || shape.get().get(i) == given[i];
		}
		if (!fits) throw new ModelException("Tensor '" + name + "' is " + label() + ", got " + Arrays.toString(given));
	}
}
