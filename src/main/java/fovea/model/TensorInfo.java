package fovea.model;

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
}
