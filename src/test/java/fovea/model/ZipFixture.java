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
final class ZipFixture {

	private final Map<String, byte[]> entries = new LinkedHashMap<>();

	ZipFixture with(final String name, final String content) {
		return with(name, content.getBytes(StandardCharsets.UTF_8));
	}

	ZipFixture with(final String name, final byte[] content) {
		entries.put(name, content);
		return this;
	}

	Path write(final Path zip) throws IOException {
		return write(zip, StandardCharsets.UTF_8);
	}

	Path write(final Path zip, final Charset names) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), names)) {
			for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
				out.putNextEntry(new ZipEntry(entry.getKey()));
				out.write(entry.getValue());
				out.closeEntry();
			}
		}
		return zip;
	}

	byte[] bytes(final Path scratch) throws IOException {
		final byte[] bytes = Files.readAllBytes(write(scratch));
		Files.delete(scratch);
		return bytes;
	}

	/** Replaces a name by another one of the same length, in the entry and in the directory. */
	static void rename(final Path zip, final String from, final String to) throws IOException {
		final String text = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
		Files.write(zip, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Gives the first entry in the directory a unix mode. */
	static void mode(final Path zip, final int mode) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
		int at = 0;
		while (bytes.getInt(at) != 0x02014b50)
			at++;
		bytes.put(at + 5, (byte) 3);
		bytes.putInt(at + 38, mode << 16);
		Files.write(zip, bytes.array());
	}
}
