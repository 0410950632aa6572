package fovea.net;

/**
 * How a named architecture is trained where nothing else is said.
 *
 * @param optimizer "adam"
 * @param learningRate of the optimizer, above 0
 * @param loss "mse", "mae" or "categorical_crossentropy", as Keras names them
 * @param batchSize images or patches per step, at least 1
 * @param epochs times through the training data, at least 1
 * @param validation true if a part of the data is held back to validate on
 */
public record TrainingDefaults(String optimizer, double learningRate, String loss, int batchSize, int epochs,
	boolean validation)
{

	/** Adam's learning rate in Keras. */
	private static final double ADAM_RATE = 1e-3;

	public TrainingDefaults {
		Checks.present(optimizer, "optimizer");
		Checks.positive(learningRate, "learning rate");
		Checks.present(loss, "loss");
		Checks.atLeast(batchSize, 1, "batch size");
		Checks.atLeast(epochs, 1, "epochs");
	}

	/** Adam with Keras' learning rate, 0.001. */
	static TrainingDefaults adam(final String loss, final int batchSize, final int epochs, final boolean validation) {
		return new TrainingDefaults("adam", ADAM_RATE, loss, batchSize, epochs, validation);
	}

	/** @return one line, "adam (learning rate 0.001), loss mse, batch 32, 10 epochs" */
	@Override
	public String toString() {
		return optimizer + " (learning rate " + learningRate + "), loss " + loss + ", batch " + batchSize + ", " + epochs +
			(epochs == 1 ? " epoch" : " epochs") + (validation ? ", with validation data" : "");
	}
}
