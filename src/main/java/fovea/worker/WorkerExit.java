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

import fovea.device.OneDnn;
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;

/**
 * How a worker ended.
 *
 * @param reason what the host ended it for; null if it ended by itself
 * @param started whether it had said anything
 * @param exitCode of the process; 128 and the signal's number where a signal ended it, as Java gives it
 * @param crash the signal that its JVM has reported, or an empty text
 * @param memoryRanOut whether the system killed a process for memory meanwhile
 * @param lastWords what was said last, or an empty text
 */
record WorkerExit(String reason, boolean started, int exitCode, String crash, boolean memoryRanOut, String lastWords) {

	private static final int SIGNAL = 128;
	private static final int KILL = 9;

	/** @return what the requests end with that were under way */
	InferenceException exception() {
		if (reason != null) return new WorkerException("TensorFlow's process was ended: " + reason + quote());
		if (exitCode == SIGNAL + KILL && memoryRanOut)
			return new NetworkMemoryException("Memory ran out: the system ended TensorFlow's process", null);
		if (!started && crash.isEmpty())
			return new WorkerException("TensorFlow's process did not start (" + how() + ")" + quote());
		return new WorkerException("TensorFlow's process ended unexpectedly (" + how() + ")" + quote()
				+ "; smaller tiles may help, or the environment variable " + OneDnn.SWITCH + "=0");
	}

	private String how() {
		if (!crash.isEmpty()) return crash;
		final String signal = switch (exitCode - SIGNAL) {
			case 4 -> "SIGILL";
			case 6 -> "SIGABRT";
			case 7 -> "SIGBUS";
			case 8 -> "SIGFPE";
			case KILL -> "SIGKILL";
			case 11 -> "SIGSEGV";
			case 15 -> "SIGTERM";
			default -> "";
		};
		return signal.isEmpty() ? "exit code " + exitCode : signal;
	}

	private String quote() {
		return lastWords.isEmpty() ? "" : ", having said: " + lastWords;
	}
}
