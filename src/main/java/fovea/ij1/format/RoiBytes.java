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

import ij.gui.Roi;
import ij.io.RoiDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A ROI as ImageJ stores it. ImageJ's decoder allocates what the header asks for; so lengths are held against the bytes
 * there are before.
 *
 * @param bytes of one ROI; not copied
 * @param name of the file, for messages, and of the ROI if it has none of its own
 */
public record RoiBytes(byte[] bytes, String name) {

	private static final byte[] MAGIC = "Iout".getBytes(StandardCharsets.US_ASCII);
	private static final int HEADER = RoiDecoder.COORDINATES;

	/** Types whose outline is a list of points: polygons, lines of more than one part, angles, points. */
	private static final int OF_POINTS = 1 << 0 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10;

	private static final int TEXT = 1;
	private static final int IMAGE = 4;
	private static final int SUB_PIXEL = 128;
	private static final int SUB_PIXEL_SINCE = 222;

	/** Of a second header: offsets of the pairs of an offset and a length. */
	private static final int NAME = 16;

	private static final int IMAGE_SIZE = 32;
	private static final int PROPERTIES = 40;

	/**
	 * @return the ROI
	 * @throws IOException if there is none, or it is damaged
	 */
	public Roi decode() throws IOException {
		check();
		try {
			final Roi roi = new RoiDecoder(bytes, name).getRoi();
			if (roi == null) throw new IOException(name + " is no ROI that this ImageJ knows");
			return roi;
		} catch (final RuntimeException | OutOfMemoryError e) { // ImageJ checks little of what it decodes
			throw new IOException(name + " is damaged", e);
		}
	}

	/** @throws IOException if there is none, or it claims more than its bytes can hold */
	public void check() throws IOException {
		if (bytes.length < HEADER || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC))
			throw new IOException(name + " is no ROI, or cut short");
		checkLengths();
	}

	private void checkLengths() throws IOException {
		final ByteBuffer header = ByteBuffer.wrap(bytes);
		final int type = header.get(RoiDecoder.TYPE);
		if (type >= 0 && type < 31 && (1 << type & OF_POINTS) != 0) {
			final int few = Short.toUnsignedInt(header.getShort(RoiDecoder.N_COORDINATES));
			final boolean finer = header.getShort(RoiDecoder.VERSION_OFFSET) >= SUB_PIXEL_SINCE
					&& (header.getShort(RoiDecoder.OPTIONS) & SUB_PIXEL) != 0;
			require(HEADER, few == 0 ? header.getInt(RoiDecoder.SIZE) : few, finer ? 12 : 4, "coordinates");
		}
		final int shape = header.getInt(RoiDecoder.SHAPE_ROI_SIZE);
		if (shape != 0) require(HEADER, shape, 4, "values of its shape");
		checkSubtype(header);
		final int second = header.getInt(RoiDecoder.HEADER2_OFFSET);
		if (second <= 0 || second + (long) PROPERTIES + 8 > bytes.length) return; // an old ROI
		require(header.getInt(second + NAME), header.getInt(second + NAME + 4), 2, "letters of its name");
		require(
				header.getInt(second + PROPERTIES),
				header.getInt(second + PROPERTIES + 4),
				2,
				"letters of its properties");
		if (header.getShort(RoiDecoder.SUBTYPE) == IMAGE)
			require(HEADER, header.getInt(second + IMAGE_SIZE), 1, "bytes of its image");
	}

	private void checkSubtype(final ByteBuffer header) throws IOException {
		if (header.getShort(RoiDecoder.SUBTYPE) != TEXT || bytes.length < HEADER + 16) return;
		require(HEADER + 16, header.getInt(HEADER + 8), 2, "letters of its font");
		require(HEADER + 16, header.getInt(HEADER + 12), 2, "letters of its text");
	}

	private void require(final int from, final int count, final int size, final String what) throws IOException {
		if (count < 0 || (long) Math.max(0, from) + (long) count * size > bytes.length)
			throw new IOException(name + " is damaged: expected a ROI, got " + bytes.length + " bytes that claim "
					+ Integer.toUnsignedString(count) + " " + what);
	}
}
