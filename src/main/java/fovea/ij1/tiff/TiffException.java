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
package fovea.ij1.tiff;

import fovea.base.ImageException;

/** A TIFF that cannot be read. The message is the reason alone, for a line that names the file. */
public final class TiffException extends ImageException {

	private static final long serialVersionUID = 1L;

	private final boolean unsupported;

	private TiffException(final String reason, final boolean unsupported, final Throwable cause) {
		super(reason, cause);
		this.unsupported = unsupported;
	}

	/**
	 * @param what does not fit, for people
	 * @return the file is not as it was written
	 */
	static TiffException damaged(final String what) {
		return new TiffException("it is damaged (" + what + "); get a whole copy of it", false, null);
	}

	/**
	 * @param what the file lacks
	 * @param expected bytes that it should have at least
	 * @param got bytes that it has
	 * @return the file ends too early
	 */
	static TiffException cutShort(final String what, final long expected, final long got) {
		return new TiffException(
				"the file is cut short: expected at least " + expected + " bytes for " + what + ", got " + got,
				false,
				null);
	}

	/**
	 * @param kind what it is that is not read here: "it is ..."
	 * @return a whole file of a kind that is not known here
	 */
	static TiffException unsupported(final String kind) {
		return unsupported(kind, null);
	}

	static TiffException unsupported(final String kind, final Throwable cause) {
		return new TiffException(
				kind + ", which is not read here; open it with Bio-Formats in Fiji and save it as TIFF", true, cause);
	}

	/** @return whether another reader may read it */
	public boolean isUnsupported() {
		return unsupported;
	}
}
