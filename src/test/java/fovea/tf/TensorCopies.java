package fovea.tf;

import fovea.infer.FloatTensor;
import fovea.model.DataType;

/** Gives tests and benchmarks the copies that a run makes, without the run. */
public final class TensorCopies implements AutoCloseable {

	private final DataType type;
	private final InputTensors inputs;

	/** @param type element type of the tensors */
	public TensorCopies(final DataType type) {
		this.type = type;
		this.inputs = new InputTensors(type);
	}

	/** @return the values after a way into a tensor and out of it */
	public FloatTensor roundTrip(final FloatTensor values, final float[] reuse) {
		return inputs.with(values, tensor -> TensorValues.fromTensor(tensor, type, reuse));
	}

	@Override
	public void close() {
		inputs.close();
	}
}
