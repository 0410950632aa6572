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
package fovea.io;

import fovea.base.ModelException;

/**
 * How far a zip may grow when it is unpacked; a model beyond this is taken for an attack or an accident.
 *
 * @param totalBytes unpacked, all entries together
 * @param ratio unpacked bytes per byte of the zip
 * @param ratioFromBytes unpacked bytes from which on the ratio counts; small text packs very well
 * @param entries number of files and folders
 */
public record ZipLimits(long totalBytes, int ratio, long ratioFromBytes, int entries) {

	/** 8 GiB, ratio 200 from 100 MB on, 10 000 entries: far above any network. */
	static final ZipLimits DEFAULT = new ZipLimits(8L << 30, 200, 100_000_000, 10_000);

	/** System property: bytes that a zip may become when it is unpacked. */
	static final String BYTES = "fovea.zip.bytes";
	/** System property: how many times larger it may become. */
	static final String RATIO = "fovea.zip.ratio";
	/** System property: how many files and folders it may hold. */
	static final String ENTRIES = "fovea.zip.entries";

	/**
	 * @return {@link #DEFAULT}, with what system properties say otherwise
	 * @throws ModelException if one of these is no whole number above 0
	 */
	public static ZipLimits ofSystem() throws ModelException {
		return new ZipLimits(
				property(BYTES, DEFAULT.totalBytes),
				(int) Math.min(Integer.MAX_VALUE, property(RATIO, DEFAULT.ratio)),
				DEFAULT.ratioFromBytes,
				(int) Math.min(Integer.MAX_VALUE, property(ENTRIES, DEFAULT.entries)));
	}

	private static long property(final String name, final long otherwise) throws ModelException {
		final String text = System.getProperty(name, "").strip();
		if (text.isEmpty()) return otherwise;
		try {
			final long number = Long.parseLong(text);
			if (number > 0) return number;
		} catch (final NumberFormatException e) {
			throw new ModelException(name + ": expected a whole number above 0, got '" + text + "'", e);
		}
		throw new ModelException(name + ": expected a whole number above 0, got '" + text + "'");
	}
}
