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
package fovea.doctor;

import fovea.base.FoveaException;
import fovea.device.DeviceSpeed;
import fovea.device.OneDnn;
import fovea.device.TensorFlowFacts;
import fovea.engine.Engine;
import fovea.engine.EngineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What runs networks.
 *
 * @param engine the one of the host
 * @param facts what it says of TensorFlow
 */
record EngineFacts(Engine engine, TensorFlowFacts facts) {

	private static final long MEGA = 1 << 20;

	List<String> lines() throws FoveaException {
		final List<String> lines = new ArrayList<>();
		lines.add("engine: "
				+ (engine.kind() == EngineKind.WORKER
						? "worker (a second Java process)"
						: "inprocess (in this process)"));
		lines.add(engine.hello());
		lines.add("TensorFlow Java " + facts.binding() + ", natives " + facts.natives());
		OneDnn.here().whyNot().ifPresent(lines::add);
		engine.notice().ifPresent(lines::add);
		return lines;
	}

	/** @return a line for each device, and if none is a GPU, why */
	static List<String> devices(final TensorFlowFacts facts) {
		final List<String> lines = new ArrayList<>();
		for (final DeviceSpeed device : facts.devices())
			lines.add(
					device.device().label() + (device.memory() > 0 ? ", " + device.memory() / MEGA + " MB" : "") + ": "
							+ (device.problem().isEmpty()
									? String.format(
											Locale.ROOT,
											"a convolution (3 x 3, 64 to 64 channels, 256 x 256) takes %.1f ms, %.0f "
													+ "GFLOP/s",
											device.milliseconds(),
											device.gigaflops())
									: "a convolution fails: " + device.problem()));
		if (!facts.whyNoGpu().isEmpty()) lines.add("no GPU: " + facts.whyNoGpu());
		return lines;
	}
}
