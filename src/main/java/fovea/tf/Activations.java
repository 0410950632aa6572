package fovea.tf;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

import fovea.net.Activation;

/** Activations as operations of a graph. */
final class Activations {

	private Activations() {}

	/**
	 * @param activation which function
	 * @param x of any rank, channels last
	 * @return of the same shape
	 */
	static Operand<TFloat32> apply(final Ops tf, final Activation activation, final Operand<TFloat32> x) {
		return switch (activation.function()) {
			case LINEAR -> x;
			case RELU -> tf.nn.relu(x);
			case LEAKY_RELU -> tf.nn.leakyRelu(x, LeakyRelu.alpha((float) activation.slope()));
			case ELU -> tf.nn.elu(x);
			case SIGMOID -> tf.math.sigmoid(x);
			case TANH -> tf.math.tanh(x);
			case SOFTMAX -> tf.nn.softmax(x);
		};
	}
}
