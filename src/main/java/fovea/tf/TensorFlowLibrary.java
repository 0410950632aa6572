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

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.device.NativeCache;
import org.tensorflow.TensorFlow;

/** TensorFlow itself. Thread-safe. */
public final class TensorFlowLibrary {

	private TensorFlowLibrary() {}

	/**
	 * Loads the native library, which takes seconds the first time and nothing after that.
	 *
	 * @return its version, for example "2.18.0"
	 * @throws ModelException if it cannot be loaded here, would fail in this JVM's locale, or computes wrongly, or if
	 *     there is no folder to unpack it that others cannot write into
	 */
	public static String load() throws ModelException {
		HostLocale.here().requireAsciiDigits();
		useAPrivateFolder();
		SessionSettings.liftMemoryLimit();
		if (OfThisProcess.ERROR != null) throw Failures.unavailable(OfThisProcess.ERROR);
		Kernels.requireRight();
		return OfThisProcess.VERSION;
	}

	/** Tried once: of a class that cannot be loaded Java says why only to the thread that comes first. */
	private static final class OfThisProcess {

		/** Null where it cannot be loaded. */
		static final String VERSION;

		/** Null where it can. */
		static final LinkageError ERROR;

		static {
			String version = null;
			LinkageError error = null;
			try {
				version = TensorFlow.version();
			} catch (final LinkageError exc) {
				error = exc;
			}
			VERSION = version;
			ERROR = error;
		}
	}

	private static void useAPrivateFolder() throws ModelException {
		try {
			NativeCache.choose().use();
		} catch (final FoveaException exc) {
			throw new ModelException(exc.getMessage(), exc);
		}
	}
}
