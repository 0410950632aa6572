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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Kernels of stride 2 have four phases, which make a checkerboard where nothing takes it away. */
class CheckerboardTest {

	private static final int SIDE = 96;

	/** With weights of any kind; away from the border. */
	@Test
	void theDenoiserMakesNoneOfAConstantImage() throws Exception {
		final Architecture architecture =
				Architectures.named("cae-denoise").build(new ArchitectureOptions(1, SIDE, SIDE, 1, 0, 0));
		try (TrainableNetwork network = new TensorFlowNetworkFactory()
				.create(architecture, Initializers.initialize(architecture, 3), new Loss.MeanSquaredError(), 3)) {
			final float[] ones = new float[SIDE * SIDE];
			Arrays.fill(ones, 1);
			final float[] result = network.predict(new FloatTensor(new int[] {1, SIDE, SIDE, 1}, ones))
					.data();
			final float middle = result[SIDE / 2 * SIDE + SIDE / 2];
			assertTrue(Math.abs(middle - 1) > 1e-3, "it does something: " + middle);
			for (int y = SIDE / 2 - 4; y < SIDE / 2 + 4; y++)
				for (int x = SIDE / 2 - 4; x < SIDE / 2 + 4; x++)
					assertEquals(middle, result[y * SIDE + x], 1e-5, x + " " + y);
		}
	}
}
