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
package fovea.ij1.format;

/**
 * How large an image says that it is.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bytesPerPixel once it is decoded
 */
record Extent(long width, long height, int bytesPerPixel) {

	/** Of the heap; the rest is needed for what becomes of it. */
	private static final double SHARE = 0.8;

	/**
	 * @param fileBytes how long the file is
	 * @param mostPixelsPerByte that its compression can get into a byte
	 * @throws FileFault if so many pixels cannot be in the file, or in memory
	 */
	void check(final long fileBytes, final double mostPixelsPerByte) throws FileFault {
		if (width <= 0 || height <= 0)
			throw FileFault.damaged("expected an image, got one of " + width + " x " + height + " pixels");
		final double pixels = (double) width * height;
		if (pixels > fileBytes * mostPixelsPerByte)
			throw FileFault.damaged(width + " x " + height + " pixels cannot be in " + fileBytes + " bytes");
		if (pixels > Integer.MAX_VALUE)
			throw FileFault.unsupported(width + " x " + height + " pixels are more than the " + Integer.MAX_VALUE
					+ " that a plane may have: cut the image");
		final double megabytes = pixels * bytesPerPixel / (1 << 20);
		if (megabytes > SHARE * Runtime.getRuntime().maxMemory() / (1 << 20))
			throw FileFault.unsupported("no memory for " + width + " x " + height + " pixels (" + Math.round(megabytes)
					+ " MB): give ImageJ more, or cut the image");
	}
}
