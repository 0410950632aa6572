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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fovea.infer.network.NetworkMemoryException;
import org.junit.jupiter.api.Test;

class WorkerExitTest {

	@Test
	void killedForMemoryItIsTriedAgainWithSmallerTiles() {
		assertInstanceOf(NetworkMemoryException.class, new WorkerExit(null, true, 137, "", true, "").exception());
	}

	@Test
	void killedByAPersonItIsAnError() {
		assertEquals(
				"TensorFlow's process ended unexpectedly (SIGKILL); smaller tiles may help, or the environment "
						+ "variable "
						+ "TF_ENABLE_ONEDNN_OPTS=0",
				assertInstanceOf(WorkerException.class, new WorkerExit(null, true, 137, "", false, "").exception())
						.getMessage());
	}

	@Test
	void aCrashSaysWhatWasSaidLast() {
		assertEquals(
				"TensorFlow's process ended unexpectedly (SIGSEGV), having said: so long; smaller tiles may help, or "
						+ "the "
						+ "environment variable TF_ENABLE_ONEDNN_OPTS=0",
				new WorkerExit(null, true, 139, "", true, "so long").exception().getMessage());
	}

	@Test
	void whatTheHostEndedItForIsSaid() {
		assertEquals(
				"TensorFlow's process was ended: it gave no sign of life for 30 s",
				new WorkerExit("it gave no sign of life for 30 s", true, 137, "", true, "")
						.exception()
						.getMessage());
	}

	@Test
	void theSignalIsTakenFromTheJvmsReport() {
		assertEquals(
				"TensorFlow's process ended unexpectedly (SIGSEGV); smaller tiles may help, or the environment "
						+ "variable "
						+ "TF_ENABLE_ONEDNN_OPTS=0",
				new WorkerExit(null, true, 1, "SIGSEGV", false, "").exception().getMessage());
	}

	@Test
	void whatNeverStartedGetsNoAdviceAboutTiles() {
		assertEquals(
				"TensorFlow's process did not start (exit code 1), having said: Unrecognized option",
				new WorkerExit(null, false, 1, "", false, "Unrecognized option")
						.exception()
						.getMessage());
	}
}
