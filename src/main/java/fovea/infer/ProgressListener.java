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
package fovea.infer;

/** Hears how far a run is, and may end it. Called from the threads that run, from one at a time. */
public interface ProgressListener {

	/** Hears nothing, never cancels. */
	ProgressListener NONE = new ProgressListener() {};

	/**
	 * @param done tiles finished
	 * @param total tiles in all; grows where tiles had to be halved
	 */
	default void tile(final int done, final int total) {}

	/**
	 * @param pass of several that an image is gone through in, for people, for example "network"
	 * @param done parts of it that are finished
	 * @param total parts in all
	 */
	default void part(final String pass, final int done, final int total) {
		tile(done, total);
	}

	/** @param message something the user should know: one line, said once */
	default void warn(final String message) {}

	/** @param message how it is done: one line for the log, nothing to worry about */
	default void tell(final String message) {}

	/** @return true to end the run before its next tile */
	default boolean isCancelled() {
		return false;
	}
}
