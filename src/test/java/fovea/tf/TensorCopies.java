package fovea.tf;

import org.tensorflow.Tensor;

import fovea.infer.FloatTensor;
import fovea.model.DataType;

/** Gives tests and benchmarks the copies that a run makes, without the run. */
public final class TensorCopies {

	private TensorCopies() {}

	/** @return the values after a way into a tensor and out of it */
	public static FloatTensor roundTrip(final FloatTensor values, final DataType type) {
		try (Tensor tensor = TensorValues.toTensor(values, type)) {
			return TensorValues.fromTensor(tensor, type);
		}
	}
}
