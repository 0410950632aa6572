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
package fovea.batch;

import fovea.io.FileNames;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that cannot be opened, since Java cannot read its name.
 *
 * @param name path within its folder, with slashes; bytes that are no UTF-8 as characters from U+DC80 on, so that names
 *     stay different
 * @param reason one line for users
 */
public record UnreadName(String name, String reason) {

	private static final char BYTES = 0xDC00;

	/**
	 * @param root the folder
	 * @param file in it, whose name {@linkplain FileNames#isText is no text}
	 * @return it, with its name from the bytes that the system has
	 */
	static UnreadName of(final Path root, final Path file) {
		return new UnreadName(name(root, file), FileNames.refusal(file.toString()));
	}

	private static String name(final Path root, final Path file) {
		final Path within = root.relativize(file);
		final String[] all = file.toUri().getRawPath().split("/");
		if (all.length < within.getNameCount()) return within.toString();
		final List<String> names = new ArrayList<>();
		for (int i = all.length - within.getNameCount(); i < all.length; i++) names.add(text(bytes(all[i])));
		return String.join("/", names);
	}

	/** Of a name in a URI, which has bytes beyond ASCII as %E9. */
	private static byte[] bytes(final String name) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < name.length(); i++)
			if (name.charAt(i) == '%') {
				bytes.write(Integer.parseInt(name.substring(i + 1, i + 3), 16));
				i += 2;
			} else bytes.write(name.charAt(i));
		return bytes.toByteArray();
	}

	private static String text(final byte[] bytes) {
		try {
			return StandardCharsets.UTF_8
					.newDecoder()
					.decode(ByteBuffer.wrap(bytes))
					.toString();
		} catch (final CharacterCodingException e) {
			final StringBuilder text = new StringBuilder(); // the name of another encoding: none is known
			for (final byte b : bytes) text.append(b < 0 ? (char) (BYTES + (b & 0xFF)) : (char) b);
			return text.toString();
		}
	}
}
