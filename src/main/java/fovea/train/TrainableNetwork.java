/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.train;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.WeightMap;
import java.nio.file.Path;
import java.util.Map;

/**
 * A network whose weights can be trained with Adam (Kingma and Ba 2015, Keras' defaults beta 0.9 and 0.999, epsilon
 * 1e-7). To be used by one thread at a time. Whoever made it closes it.
 */
public interface TrainableNetwork extends AutoCloseable {

	/**
	 * One step of the optimizer on a batch.
	 *
	 * @param input NHWC (or N x length), as the architecture's input
	 * @param target of the shape of the output
	 * @param learningRate of this step
	 * @return the loss before the step, regularization included; may be NaN
	 * @throws ModelException if a shape does not fit; checked before native code runs
	 * @throws InferenceException if the step failed
	 */
	double step(FloatTensor input, FloatTensor target, double learningRate) throws ModelException, InferenceException;

	/**
	 * The loss without changing anything, as in inference (no dropout, moving averages).
	 *
	 * @return the loss, without regularization
	 */
	double loss(FloatTensor input, FloatTensor target) throws ModelException, InferenceException;

	/** @return the output in inference, a new tensor */
	FloatTensor predict(FloatTensor input) throws ModelException, InferenceException;

	/** @return a copy of all weights, moving averages too */
	WeightMap weights() throws InferenceException;

	/** @param weights a value for every weight of the network */
	void setWeights(WeightMap weights) throws ModelException, InferenceException;

	/** @return a copy of the optimizer's state (its step count and moments), for a checkpoint */
	Map<String, float[]> optimizerState() throws InferenceException;

	/** @param state of {@link #optimizerState()} */
	void setOptimizerState(Map<String, float[]> state) throws ModelException, InferenceException;

	/**
	 * Writes the network for inference: signature serving_default (input "input", output "output"); with a latent also
	 * encode (input "input", output "latent") and, where the decoder stands alone, decode ("latent", "output"). Without
	 * the optimizer's state.
	 *
	 * @param folder must not exist; receives saved_model.pb and variables
	 */
	void export(Path folder) throws ModelException, InferenceException;

	/** Frees the native memory. */
	@Override
	void close();
}
