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

import fovea.base.ModelException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.device.DeviceSpeed;
import fovea.device.Natives;
import fovea.device.TensorFlowFacts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What TensorFlow in this JVM is, and how fast each of its devices. Stateless. */
public final class DeviceSurvey {

	private static final String BINDING = "/META-INF/maven/org.tensorflow/tensorflow-core-api/pom.properties";
	private static final String UNKNOWN = "unknown";
	private static final int SIDE = 256;
	private static final int CHANNELS = 64;
	private static final int RUNS = 4;

	private DeviceSurvey() {}

	/**
	 * Times a convolution on each device; takes a second or so, on a GPU for the first time some more.
	 *
	 * @return what there is
	 * @throws ModelException if TensorFlow cannot be loaded
	 */
	public static TensorFlowFacts run() throws ModelException {
		final String version = TensorFlowLibrary.load();
		final List<DeviceSpeed> speeds = new ArrayList<>();
		int gpus = 0;
		for (final Devices.Found found : Devices.list(SessionSettings.config(DeviceChoice.AUTO))) {
			if (!found.isGpu() && !found.type().equals("CPU")) continue;
			speeds.add(speed(found.isGpu() ? Device.gpu(gpus) : Device.CPU, Math.max(0, found.memory())));
			if (found.isGpu()) gpus++;
		}
		return new TensorFlowFacts(
				version,
				binding(),
				Natives.on(DeviceSurvey.class.getClassLoader()).orElse(UNKNOWN),
				speeds,
				gpus > 0 ? "" : Devices.whyNoGpu());
	}

	private static String binding() {
		try (InputStream in = DeviceSurvey.class.getResourceAsStream(BINDING)) {
			final Properties properties = new Properties();
			if (in != null) properties.load(in);
			return properties.getProperty("version", UNKNOWN);
		} catch (final IOException e) {
			return UNKNOWN;
		}
	}

	private static DeviceSpeed speed(final Device device, final long memory) {
		try {
			// What TensorFlow tells of the processor's memory is a fixed number that means nothing.
			return new DeviceSpeed(device, device.isGpu() ? memory : 0, milliseconds(device), "");
		} catch (final RuntimeException exc) {
			if (!Failures.isOfTensorFlow(exc)) throw exc;
			return new DeviceSpeed(device, memory, 0, Failures.line(exc));
		}
	}

	/**
	 * Of the best of some runs after a first one. The input is made anew in each, on the device, so that nothing is
	 * known before.
	 */
	private static double milliseconds(final Device device) {
		try (Graph graph = new Graph()) {
			final Op convolution = convolution(Ops.create(graph)
					.withDevice(DeviceSpec.newBuilder()
							.deviceType(device.isGpu() ? DeviceSpec.DeviceType.GPU : DeviceSpec.DeviceType.CPU)
							.deviceIndex(device.gpu().orElse(0))
							.build()));
			try (Session session = new Session(
					graph,
					SessionSettings.config(DeviceChoice.AUTO).toBuilder()
							.setAllowSoftPlacement(false)
							.build())) {
				run(session, convolution);
				double best = Double.POSITIVE_INFINITY;
				for (int i = 0; i < RUNS; i++) {
					final long start = System.nanoTime();
					run(session, convolution);
					best = Math.min(best, (System.nanoTime() - start) * 1e-6);
				}
				return best;
			}
		}
	}

	private static Op convolution(final Ops tf) {
		final Operand<TFloat32> image =
				tf.random.randomUniform(tf.constant(new int[] {1, SIDE, SIDE, CHANNELS}), TFloat32.class);
		final Operand<TFloat32> filters =
				tf.random.randomUniform(tf.constant(new int[] {3, 3, CHANNELS, CHANNELS}), TFloat32.class);
		return tf.max(
				tf.nn.conv2d(image, filters, List.of(1L, 1L, 1L, 1L), "SAME"), tf.constant(new int[] {0, 1, 2, 3}));
	}

	private static void run(final Session session, final Op convolution) {
		try (Result result = session.runner().fetch(convolution.op().name()).run()) {
			result.get(0);
		}
	}
}
