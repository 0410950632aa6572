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
import fovea.infer.network.NetworkMemoryException;

/** Which exception a call ended with, so that it can be thrown again in the host. */
public enum FailureKind {
	/** {@link ModelException} */
	MODEL,
	/** {@link NetworkMemoryException} */
	MEMORY,
	/** {@link InferenceException} */
	INFERENCE,
	/** Anything else: an error in the program. */
	UNEXPECTED;

	/** Key of its name among a response's outputs. */
	public static final String KEY = "kind";

	/** @return the kind of an exception */
	public static FailureKind of(final Throwable e) {
		if (e instanceof ModelException) return MODEL;
		if (e instanceof NetworkMemoryException || e instanceof OutOfMemoryError) return MEMORY;
		return e instanceof InferenceException ? INFERENCE : UNEXPECTED;
	}

	/** @return an exception of this kind */
	FoveaException exception(final String message) {
		return switch (this) {
			case MODEL -> new ModelException(message);
			case MEMORY -> new NetworkMemoryException(message, null);
			case INFERENCE, UNEXPECTED -> new InferenceException(message);
		};
	}
}
