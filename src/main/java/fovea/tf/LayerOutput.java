package fovea.tf;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What a layer gives in a graph.
 *
 * @param linear its values before the activation
 * @param output its values
 */
record LayerOutput(Operand<TFloat32> linear, Operand<TFloat32> output) {

	/** A layer without an activation. */
	LayerOutput(final Operand<TFloat32> output) {
		this(output, output);
	}
}
