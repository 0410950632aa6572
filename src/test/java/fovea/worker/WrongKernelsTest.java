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

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.device.OneDnn;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TensorFlow as this computer's processor would have it. */
class WrongKernelsTest {

	@Test
	void aWorkerComputesRightlyOnAnyProcessor() throws FoveaException {
		try (Worker worker = new Worker(Workers.settings())) {
			assertTrue(worker.hello().startsWith("TensorFlow 2."));
		}
	}

	/** Only some virtual machines have such a processor. */
	@Test
	void kernelsThatComputeWronglyAreRefused() throws FoveaException {
		assumeTrue(OneDnn.here().isMisled());
		final WorkerSettings usual = Workers.settings();
		final Map<String, String> environment = new HashMap<>(usual.environment());
		environment.put(OneDnn.SWITCH, "1");
		try (Worker worker = new Worker(new WorkerSettings(
				usual.java(),
				usual.classPath(),
				usual.jvmOptions(),
				environment,
				usual.places(),
				usual.start(),
				usual.silence(),
				usual.idle()))) {
			final String message =
					assertThrows(ModelException.class, worker::hello).getMessage();
			assertTrue(message.contains("computes wrongly") && message.contains("TF_ENABLE_ONEDNN_OPTS=0"), message);
		}
	}
}
