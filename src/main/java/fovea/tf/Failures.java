package fovea.tf;

import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TensorFlowException;

import fovea.infer.InferenceException;
import fovea.infer.NetworkMemoryException;

/** TensorFlow's errors as Fovea's. */
final class Failures {

	private static final int LONGEST = 300;

	private Failures() {}

	static InferenceException of(final TensorFlowException exc) {
		if (exc instanceof TFResourceExhaustedException) return new NetworkMemoryException(
			"Memory ran out in TensorFlow: " + line(exc), exc);
		if (exc instanceof TFFailedPreconditionException) return new InferenceException(
			"The model's variables are not loaded; a Keras 3 model must be saved with model.export(), not tf.saved_model.save: " +
				line(exc), exc);
		return new InferenceException("TensorFlow failed: " + line(exc), exc);
	}

	/** TensorFlow's messages run over many lines; the first says what is wrong. */
	static String line(final TensorFlowException exc) {
		final String message = String.valueOf(exc.getMessage()).strip();
		final int end = message.indexOf('\n');
		final String first = end < 0 ? message : message.substring(0, end);
		return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "...";
	}
}
