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

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.infer.network.InferenceException;

/** What calls of networks have in common. */
final class NetworkRequests {

	private NetworkRequests() {}

	/** A call. */
	interface Work<T> {

		T run() throws FoveaException;
	}

	/** Runs a call whose failures are of two kinds only. */
	static <T> T run(final Work<T> work) throws InferenceException, ModelException {
		try {
			return work.run();
		} catch (final InferenceException | ModelException e) {
			throw e;
		} catch (final FoveaException e) {
			throw new InferenceException(e.getMessage(), e);
		}
	}

	/** Frees a network; where its process has ended it is free already. */
	static void close(final WorkerProcess process, final long network) {
		if (!process.isAlive()) return;
		final boolean interrupted = Thread.interrupted(); // that was for the run, not for the worker that others use
		try {
			process.call(Request.of(Verb.CLOSE, "network", network));
		} catch (final FoveaException e) {
			process.close(); // what cannot be freed goes with the process
		} finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}
}
