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

/** Takes the bytes of a strip or tile out of what they were compressed to. */
interface Decoder {

	/**
	 * @param data all bytes that are in the file
	 * @param expected how many bytes come out
	 * @param full how many come out where the last strip was filled up
	 * @return expected or full bytes
	 * @throws Misfit if it is another number, or what is in the file is no such data
	 */
	byte[] decode(byte[] data, int expected, int full) throws Misfit;

	/** Data that no encoder wrote. */
	final class Misfit extends fovea.base.FoveaException {

		private static final long serialVersionUID = 1L;

		/** @param what does not fit */
		Misfit(final String what) {
			super(what);
		}
	}

	/**
	 * @param bytes that came out
	 * @param length how many of them
	 * @return them
	 * @throws Misfit if it is neither of the numbers
	 */
	static byte[] ofLength(final byte[] bytes, final int length, final int expected, final int full) throws Misfit {
		if (length == expected && bytes.length == expected || length == full && bytes.length == full) return bytes;
		if (length == expected) return java.util.Arrays.copyOf(bytes, expected);
		throw new Misfit("expected " + expected + " bytes, got " + length);
	}
}
