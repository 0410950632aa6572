package fovea.tf;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A variable that follows the batches.
 *
 * @param moving the variable
 * @param batch the value of this batch
 * @param momentum how much of the old value stays, from 0 to 1
 */
record MovingAverage(Operand<TFloat32> moving, Operand<TFloat32> batch, double momentum) {

	/** @return the operation that takes one step, Keras' {@code moving * momentum + batch * (1 - momentum)} */
	Op update(final Ops tf) {
		return tf.assign(moving, tf.math.add(tf.math.mul(moving, tf.constant((float) momentum)), tf.math.mul(batch, tf
			.constant((float) (1 - momentum)))));
	}
}
