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
package fovea.worker;

import fovea.Fixtures;
import fovea.engine.Engine;
import fovea.engine.EngineKind;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.zoo.Architectures;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.nio.file.Path;

/** A host in a process of its own, for tests of what becomes of its worker. */
public final class HostMain {

	private static final Path CONV = Fixtures.model("keras3-export-conv-radius4-stride1");

	private HostMain() {}

	/**
	 * @param args "once" checks a result; "run" and "train" say the worker's process number and go on until they are
	 *     killed
	 */
	public static void main(final String... args) throws Exception {
		switch (args[0]) {
			case "once" -> once();
			case "beside-tensorflow-1" -> besideTensorFlow1();
			case "run" -> run();
			default -> train();
		}
	}

	private static void once() throws Exception {
		try {
			Class.forName("org.tensorflow.TensorFlow");
			throw new AssertionError("there is a TensorFlow here");
		} catch (final ClassNotFoundException expected) {
			System.out.println("no TensorFlow here");
		}
		check();
	}

	/** Its classes have the same names, its library the same symbols. */
	private static void besideTensorFlow1() throws Exception {
		System.out.println(
				Class.forName("org.tensorflow.TensorFlow").getMethod("version").invoke(null));
		check();
		Class.forName("org.tensorflow.Graph").getConstructor().newInstance();
		System.out.println("and it still works");
	}

	private static void check() throws Exception {
		final FloatTensor given = Fixtures.tensor(CONV.resolve("input.npy"));
		final FloatTensor wanted = Fixtures.tensor(CONV.resolve("expected.npy"));
		try (Engine engine = Engine.of(EngineKind.WORKER);
				Network network = open(engine)) {
			engine.notice().ifPresent(System.out::println);
			final float difference = (float) Fixtures.maxDifference(
					wanted.data(), network.run("image", given, "output_0").data());
			System.out.println(difference <= 1e-5 ? "same result" : "difference " + difference);
		}
	}

	private static Network open(final Engine engine) throws Exception {
		final Path savedModel = CONV.resolve("savedmodel");
		return engine.loader()
				.open(
						GraphSource.whole(savedModel),
						engine.loader().signatures(savedModel).get(0));
	}

	private static void run() throws Exception {
		final FloatTensor given = Fixtures.tensor(CONV.resolve("input.npy"));
		try (Engine engine = Engine.of(EngineKind.WORKER);
				Network network = open(engine)) {
			for (boolean first = true; ; first = false) {
				network.run("image", given, "output_0");
				if (first) sayWorker();
			}
		}
	}

	private static void train() throws Exception {
		final Architecture architecture = Architectures.named("cae-strided")
				.build(Architectures.named("cae-strided").defaults());
		final FloatTensor batch = new FloatTensor(new int[] {8, 28, 28, 1}, new float[8 * 28 * 28]);
		try (Engine engine = Engine.of(EngineKind.WORKER);
				TrainableNetwork network = engine.networks()
						.create(
								architecture,
								Initializers.initialize(architecture, 1),
								new Loss.MeanSquaredError(),
								1)) {
			for (boolean first = true; ; first = false) {
				network.step(batch, batch, 0.001);
				if (first) sayWorker();
			}
		}
	}

	private static void sayWorker() {
		System.out.println("worker "
				+ ProcessHandle.current().children().findFirst().orElseThrow().pid());
	}
}
