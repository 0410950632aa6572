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

import fovea.device.DeviceChoice;
import fovea.train.config.Precision;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** How every session of this process is set up, whether it runs a finished model or trains one. */
final class SessionSettings {

	/** Unset, JavaCPP refuses to allocate once the process is four times as large as the Java heap may be. */
	private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

	private SessionSettings() {}

	/** To be called before TensorFlow's first use: JavaCPP reads its settings once. */
	static void liftMemoryLimit() {
		if (System.getProperty(MEMORY_LIMIT) == null) System.setProperty(MEMORY_LIMIT, "0");
	}

	/** Memory on a GPU is taken as needed, and what a GPU cannot do the CPU does. */
	static ConfigProto config(final DeviceChoice device) {
		return config(device, Precision.FLOAT32);
	}

	/**
	 * The same for a graph that was looked through: TensorFlow may not put one function in the place of another that
	 * says it does the same, though functions of such graphs say nothing of the kind.
	 */
	static ConfigProto audited(final DeviceChoice device, final Precision precision) {
		final ConfigProto.Builder config = config(device, precision).toBuilder();
		config.getGraphOptionsBuilder().getRewriteOptionsBuilder().setImplementationSelector(RewriterConfig.Toggle.OFF);
		return config.build();
	}

	/**
	 * The same for a training. In mixed precision TensorFlow inserts the casts itself, where processor and kernels are
	 * made for it (grappler's auto_mixed_precision_onednn_bfloat16); the graph is none the wiser. It tells so in two
	 * lines for each new set of tensors that a run takes and gives, whatever the level of its log.
	 */
	static ConfigProto config(final DeviceChoice device, final Precision precision) {
		final GPUOptions.Builder gpu = GPUOptions.newBuilder().setAllowGrowth(true);
		if (device.needsGpu()) gpu.setVisibleDeviceList(String.valueOf(device.gpu()));
		final ConfigProto.Builder config =
				ConfigProto.newBuilder().setAllowSoftPlacement(true).setGpuOptions(gpu);
		if (device.kind() == DeviceChoice.Kind.CPU) config.putDeviceCount("GPU", 0);
		if (precision == Precision.MIXED_BFLOAT16)
			config.setGraphOptions(GraphOptions.newBuilder()
					.setRewriteOptions(
							RewriterConfig.newBuilder().setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON)));
		return config.build();
	}
}
