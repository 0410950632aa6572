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

import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.WeightMap;
import fovea.net.layer.Activation;
import fovea.net.layer.Dense;
import fovea.net.layer.Flatten;
import fovea.net.shape.Shape;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.config.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("thorough")
class TensorFlowNetworkTest extends TrainableNetworkContract {

	@Override
	protected TrainableNetworkFactory factory() {
		return new TensorFlowNetworkFactory();
	}

	@Test
	@Tag("slow")
	@EnabledOnOs(OS.LINUX)
	void closedNetworksLeaveNoMemoryBehind() throws ModelException, InferenceException, IOException {
		final Architecture architecture = Networks.chain(
				Shape.image(8, 8, 2), new Flatten(), new Dense(4000, Activation.RELU), new Dense(1, Activation.LINEAR));
		final FloatTensor images = Networks.normal(1, 4, 8, 8, 2);
		final FloatTensor numbers = Networks.normal(2, 4, 1);
		final WeightMap weights = Initializers.initialize(architecture, 1);
		long before = 0;
		for (int i = 0; i < 250; i++) {
			if (i == 50) before = residentKilobytes();
			try (TrainableNetwork network = factory().create(architecture, weights, new Loss.MeanSquaredError(), i)) {
				network.step(images, numbers, 0.01);
				network.predict(images);
			}
		}
		final long grown = residentKilobytes() - before;
		// weights and moments of one network are 6 MB, so those of 200 would be 1.2 GB; the Java heap comes and goes
		assertTrue(grown < 300_000, "grew by " + grown + " kB");
	}

	/** Without a garbage collection, which would close what was left open. */
	private static long residentKilobytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status")).stream()
				.filter(line -> line.startsWith("VmRSS:"))
				.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElseThrow();
	}
}
