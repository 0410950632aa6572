package fovea.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of a SavedModel: what it takes and what it gives.
 *
 * @param name its key, for example "serving_default"
 * @param inputs sorted by name
 * @param outputs sorted by name, since SavedModels keep no order
 */
public record Signature(String name, List<TensorInfo> inputs, List<TensorInfo> outputs) {

	/** Copies the lists. */
	public Signature {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
	}

	/**
	 * @param name of an output
	 * @return that output
	 * @throws ModelException if there is none of this name
	 */
	public TensorInfo output(final String name) throws ModelException {
		return find(outputs, name, "output");
	}

	/**
	 * @param name of an input
	 * @return that input
	 * @throws ModelException if there is none of this name
	 */
	public TensorInfo input(final String name) throws ModelException {
		return find(inputs, name, "input");
	}

	private TensorInfo find(final List<TensorInfo> tensors, final String wanted, final String what) throws ModelException {
		for (final TensorInfo tensor : tensors)
			if (tensor.name().equals(wanted)) return tensor;
		throw new ModelException("Signature '" + name + "' has no " + what + " '" + wanted + "', only " + //
			tensors.stream().map(TensorInfo::name).collect(Collectors.joining(", ")));
	}
}
