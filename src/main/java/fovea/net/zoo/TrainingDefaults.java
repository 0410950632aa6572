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
package fovea.net.zoo;

import fovea.net.shape.Checks;

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
public record TrainingDefaults(
		String optimizer, double learningRate, String loss, int batchSize, int epochs, boolean validation) {

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
		return optimizer + " (learning rate " + learningRate + "), loss " + loss + ", batch " + batchSize + ", "
				+ epochs + (epochs == 1 ? " epoch" : " epochs") + (validation ? ", with validation data" : "");
	}
}
