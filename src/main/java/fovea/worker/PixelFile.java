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
package fovea.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Floats in a file that two processes have in memory at once. One writes, the other reads, one after the other: that is
 * settled by the messages. Not thread-safe.
 */
final class PixelFile {

	/** Floats in one mapping: a gibibyte, since a Java buffer ends at two. */
	private static final int CHUNK = 1 << 28;

	private static final int ZEROS = 1 << 20;

	private final Path path;
	private final long capacity;
	private final List<FloatBuffer> chunks = new ArrayList<>();

	private PixelFile(final Path path, final FileChannel channel, final long capacity) throws IOException {
		this.path = path;
		this.capacity = capacity;
		for (long from = 0; from < capacity; from += CHUNK)
			chunks.add(
					channel.map(MapMode.READ_WRITE, from * Float.BYTES, Math.min(CHUNK, capacity - from) * Float.BYTES)
							.order(ByteOrder.nativeOrder())
							.asFloatBuffer());
	}

	/**
	 * Writes the whole file once: where a disk or memory file system is full, an error comes here, and not as a signal
	 * that ends the process when the mapping is written to.
	 *
	 * @param path of a file that does not exist
	 * @param capacity in floats
	 * @throws IOException if there is no room; nothing is left of the file
	 */
	static PixelFile create(final Path path, final long capacity) throws IOException {
		boolean made = false;
		try (FileChannel channel = FileChannel.open(
				path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			final ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
			for (long left = capacity * Float.BYTES; left > 0; left -= zeros.limit()) {
				zeros.clear().limit((int) Math.min(ZEROS, left));
				while (zeros.hasRemaining()) channel.write(zeros);
			}
			final PixelFile file = new PixelFile(path, channel, capacity);
			made = true;
			return file;
		} finally {
			if (!made) Files.deleteIfExists(path);
		}
	}

	/** @return the other process' file */
	static PixelFile open(final Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			return new PixelFile(path, channel, channel.size() / Float.BYTES);
		}
	}

	Path path() {
		return path;
	}

	/** @return in floats */
	long capacity() {
		return capacity;
	}

	/** Writes the first n of the array, from a position in floats on. */
	void write(final long position, final float[] from, final int n) {
		for (int done = 0; done < n; ) {
			final FloatBuffer chunk = at(position + done);
			final int part = Math.min(n - done, chunk.remaining());
			chunk.put(from, done, part);
			done += part;
		}
	}

	/** Reads into the first n of the array, from a position in floats on. */
	void read(final long position, final float[] to, final int n) {
		for (int done = 0; done < n; ) {
			final FloatBuffer chunk = at(position + done);
			final int part = Math.min(n - done, chunk.remaining());
			chunk.get(to, done, part);
			done += part;
		}
	}

	private FloatBuffer at(final long position) {
		final FloatBuffer chunk = chunks.get((int) (position / CHUNK));
		return chunk.duplicate().position((int) (position % CHUNK));
	}
}
