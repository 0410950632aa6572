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
package fovea.job;

import fovea.model.Normalization;
import fovea.train.Precision;

/**
 * What a user chose of a training; what is left to choose follows from data and network, see {@link TrainingPlan}.
 *
 * @param network which
 * @param normalization of the images; not used where a model is trained further, which has its own
 * @param noise put on the input
 * @param epochs 0: as the network is trained by default
 * @param batch images or patches of a step, 0: as the network is trained by default
 * @param patch side in pixels, 0: by the images' size
 * @param learningRate 0: as the network is trained by default
 * @param validation part of the images, 0 to less than 1
 * @param augmented whether images are mirrored and turned
 * @param seed of all that is drawn
 * @param precision of the steps
 */
public record TrainingChoices(
		NetworkChoice network,
		Normalization normalization,
		NoiseChoice noise,
		int epochs,
		int batch,
		int patch,
		double learningRate,
		double validation,
		boolean augmented,
		long seed,
		Precision precision) {}
