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

import fovea.device.Device;
import fovea.device.DeviceSpeed;
import fovea.device.TensorFlowFacts;
import java.util.List;

/** What TensorFlow's process says of it, as fields. Stateless. */
public final class FactsFields {

	private FactsFields() {}

	/** @return fields that {@link #read} understands */
	public static Fields write(final TensorFlowFacts facts) {
		final List<?> devices = facts.devices().stream()
				.map(d -> Fields.of(
								"device",
								d.device().label(),
								"memory",
								d.memory(),
								"milliseconds",
								d.milliseconds(),
								"problem",
								d.problem())
						.values())
				.toList();
		return Fields.of(
				"version",
				facts.version(),
				"binding",
				facts.binding(),
				"natives",
				facts.natives(),
				"devices",
				devices,
				"whynogpu",
				facts.whyNoGpu());
	}

	/** @return what {@link #write} was given */
	public static TensorFlowFacts read(final Fields fields) {
		return new TensorFlowFacts(
				fields.text("version"),
				fields.text("binding"),
				fields.text("natives"),
				fields.maps("devices").stream()
						.map(d -> new DeviceSpeed(
								device(d.text("device")),
								d.number("memory"),
								d.real("milliseconds"),
								d.text("problem")))
						.toList(),
				fields.text("whynogpu"));
	}

	/** @return the device of this label */
	static Device device(final String label) {
		return Device.of(label).orElseThrow(() -> new IllegalArgumentException("no device: " + label));
	}
}
