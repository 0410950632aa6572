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
package fovea.zarr.store;

import fovea.base.ImageException;
import fovea.io.InputFiles;
import fovea.text.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip (.zip, .ozx), read-only. A part of an entry is read where it lies if the entry is stored, as the specification
 * of .ozx wants it; of one that is deflated everything before the part is inflated, too. Values that are read whole are
 * held against the zip's checksum. Thread-safe; it keeps the file open until it is closed.
 *
 * @see <a href="https://ngff.openmicroscopy.org/rfc/9/index.html">RFC-9: zipped OME-Zarr</a>
 */
public final class ZipStore implements Store {

	/** Each takes a hundred bytes of memory. */
	private static final int MOST_ENTRIES = 2_000_000;

	private final Path file;
	private final ZipFile zip;
	private final NavigableMap<String, ZipEntry> entries;

	private ZipStore(final Path file, final ZipFile zip, final NavigableMap<String, ZipEntry> entries) {
		this.file = file;
		this.zip = zip;
		this.entries = entries;
	}

	/**
	 * @param file a zip
	 * @return its store; the caller closes it
	 * @throws ImageException if it is no zip, has a name twice or one that leads out of it
	 */
	public static ZipStore open(final Path file) throws ImageException {
		try {
			final ZipFile zip = InputFiles.zip(file);
			try {
				return new ZipStore(file, zip, entries(file, zip));
			} catch (final ImageException | RuntimeException e) {
				zip.close();
				throw e;
			}
		} catch (final IOException | IllegalArgumentException e) { // the latter for names in no encoding
			throw new ImageException(
					"Cannot read '" + file + "': expected a zip, got "
							+ (e instanceof final IOException io ? InputFiles.reason(io) : "names that are no text"),
					e);
		}
	}

	private static NavigableMap<String, ZipEntry> entries(final Path file, final ZipFile zip) throws ImageException {
		if (zip.size() > MOST_ENTRIES)
			throw new ImageException(
					"Cannot read '" + file + "': expected at most " + MOST_ENTRIES + " entries, got " + zip.size());
		final NavigableMap<String, ZipEntry> found = new TreeMap<>();
		final Enumeration<? extends ZipEntry> all = zip.entries();
		while (all.hasMoreElements()) {
			final ZipEntry entry = all.nextElement();
			final String name = entry.getName();
			final String key = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
			if (!Keys.isKey(key))
				throw new ImageException("Cannot read '" + file
						+ "': expected entries inside the zip's own folder, got '" + Printable.name(name) + "'");
			if (!entry.isDirectory() && found.put(key, entry) != null)
				throw new ImageException("Cannot read '" + file + "': expected every entry once, got '"
						+ Printable.name(name) + "' twice");
		}
		return found;
	}

	@Override
	public String name() {
		return file.toString();
	}

	@Override
	public Optional<byte[]> read(final String key, final int most) throws ImageException {
		final ZipEntry entry = entries.get(Keys.require(key));
		if (entry == null) return Optional.empty();
		if (entry.getSize() > most)
			throw damaged(key, "expected at most " + most + " bytes, got " + entry.getSize(), null);
		try (InputStream in = zip.getInputStream(entry)) {
			final byte[] value = in.readNBytes(most);
			if (value.length == most && in.read() >= 0)
				throw damaged(key, "expected at most " + most + " bytes, got more", null);
			final CRC32 checksum = new CRC32();
			checksum.update(value);
			if (entry.getSize() != value.length || entry.getCrc() != checksum.getValue())
				throw damaged(key, "expected the zip's checksum, got another one", null);
			return Optional.of(value);
		} catch (final IOException e) {
			throw damaged(key, InputFiles.reason(e), e);
		}
	}

	@Override
	public Optional<byte[]> read(final String key, final long offset, final int length) throws ImageException {
		final ZipEntry entry = entries.get(Keys.require(key));
		if (entry == null) return Optional.empty();
		final Range range = Range.of(offset, length, Math.max(0, entry.getSize()));
		try (InputStream in = zip.getInputStream(entry)) {
			in.skipNBytes(range.start());
			final byte[] part = in.readNBytes(range.length());
			if (part.length < range.length()) throw new EOFException("the entry ends too early");
			return Optional.of(part);
		} catch (final IOException e) {
			throw damaged(key, InputFiles.reason(e), e);
		}
	}

	@Override
	public OptionalLong size(final String key) throws ImageException {
		final ZipEntry entry = entries.get(Keys.require(key));
		return entry == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, entry.getSize()));
	}

	@Override
	public boolean canList() {
		return true;
	}

	@Override
	public List<String> children(final String prefix) throws ImageException {
		final String begin = Keys.requirePrefix(prefix).isEmpty() ? "" : prefix + "/";
		final TreeSet<String> names = new TreeSet<>();
		String key = begin.isEmpty() && !entries.isEmpty() ? entries.firstKey() : entries.ceilingKey(begin);
		while (key != null && key.startsWith(begin)) {
			final int slash = key.indexOf('/', begin.length());
			final String name = key.substring(begin.length(), slash < 0 ? key.length() : slash);
			names.add(name);
			// '0' follows '/': all of a folder is passed at once
			key = slash < 0 ? entries.higherKey(key) : entries.ceilingKey(begin + name + "0");
		}
		return List.copyOf(names);
	}

	@Override
	public void write(final String key, final byte[] value) throws ImageException {
		throw readOnly(key);
	}

	@Override
	public void delete(final String key) throws ImageException {
		throw readOnly(key);
	}

	@Override
	public void close() throws ImageException {
		try {
			zip.close();
		} catch (final IOException e) {
			throw new ImageException("Cannot close '" + file + "': " + InputFiles.reason(e), e);
		}
	}

	private ImageException readOnly(final String key) {
		return new ImageException("Cannot write '" + Printable.name(key) + "' into '" + file
				+ "': a zip is read only; write to a folder");
	}

	private ImageException damaged(final String key, final String reason, final IOException cause) {
		return new ImageException("Cannot read '" + Printable.name(key) + "' in '" + file + "': " + reason, cause);
	}
}
