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
package fovea.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds zips for tests, good and hostile ones. */
public final class ZipFixture {

	private final Map<String, byte[]> entries = new LinkedHashMap<>();

	public ZipFixture with(final String name, final String content) {
		return with(name, content.getBytes(StandardCharsets.UTF_8));
	}

	public ZipFixture with(final String name, final byte[] content) {
		entries.put(name, content);
		return this;
	}

	public Path write(final Path zip) throws IOException {
		return write(zip, StandardCharsets.UTF_8);
	}

	public Path write(final Path zip, final Charset names) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), names)) {
			for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
				out.putNextEntry(new ZipEntry(entry.getKey()));
				out.write(entry.getValue());
				out.closeEntry();
			}
		}
		return zip;
	}

	public byte[] bytes(final Path scratch) throws IOException {
		final byte[] bytes = Files.readAllBytes(write(scratch));
		Files.delete(scratch);
		return bytes;
	}

	/** Replaces a name by another one of the same length, in the entry and in the directory. */
	public static void rename(final Path zip, final String from, final String to) throws IOException {
		final String text = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
		Files.write(zip, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Gives the first entry in the directory a unix mode. */
	public static void mode(final Path zip, final int mode) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
		int at = 0;
		while (bytes.getInt(at) != 0x02014b50) at++;
		bytes.put(at + 5, (byte) 3);
		bytes.putInt(at + 38, mode << 16);
		Files.write(zip, bytes.array());
	}
}
