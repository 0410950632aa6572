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
package fovea.block;

import fovea.base.ImageException;
import fovea.io.AtomicFile;
import fovea.io.InputFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of what is known in between: a file for each task of each stage, which appears whole or not at all, and
 * begins with a digest of everything that it was made of. A file with another digest counts as none. Any number of
 * processes may work in it; two that do the same task leave the same file. Thread-safe.
 *
 * @param folder that everybody at work sees
 */
record Workplace(Path folder) {

	private static final byte[] MAGIC = {'F', 'o', 'v', 'e', 'a', 'B', '0', '1'};
	private static final int DIGEST = 32;

	/** Files of a folder, so that none has too many. */
	private static final int PER_FOLDER = 1000;

	/** Writes a task's result. */
	interface Content {
		void write(DataOutputStream out) throws IOException;
	}

	private Path file(final String stage, final int task) {
		return folder.resolve(stage).resolve(String.valueOf(task / PER_FOLDER)).resolve(task + ".bin");
	}

	/** @return whether a task was done, of the same things */
	boolean isDone(final String stage, final int task, final byte[] digest) throws ImageException {
		try (DataInputStream in = open(file(stage, task)).orElse(null)) {
			return in != null && Arrays.equals(header(in), digest);
		} catch (final IOException e) {
			throw unreadable(file(stage, task), e);
		}
	}

	/** @return the result of a task, to be closed; empty if it was not done */
	Optional<Result> read(final String stage, final int task) throws ImageException {
		final Path file = file(stage, task);
		try {
			final Optional<DataInputStream> in = open(file);
			return in.isEmpty() ? Optional.empty() : Optional.of(new Result(header(in.get()), in.get(), file));
		} catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	/** @return the same of a task that was done */
	Result result(final String stage, final int task) throws ImageException {
		return read(stage, task)
				.orElseThrow(() -> new ImageException("Cannot read '" + file(stage, task)
						+ "': somebody removed it while it was needed; run the same command again"));
	}

	/** A task's result, behind its header. */
	record Result(byte[] digest, DataInputStream in, Path file) implements AutoCloseable {

		@Override
		public void close() throws ImageException {
			try {
				in.close();
			} catch (final IOException e) {
				throw failed(e);
			}
		}

		ImageException failed(final IOException e) {
			return unreadable(file, e);
		}
	}

	private static ImageException unreadable(final Path file, final IOException e) {
		return new ImageException(
				"Cannot read '" + file + "': " + InputFiles.reason(e)
						+ "; remove the file and run the same command again",
				e);
	}

	private static Optional<DataInputStream> open(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) return Optional.empty();
		return Optional.of(new DataInputStream(new BufferedInputStream(InputFiles.stream(file), 1 << 16)));
	}

	private static byte[] header(final DataInputStream in) throws IOException {
		if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) throw new IOException("no file of Fovea's blocks");
		return in.readNBytes(DIGEST);
	}

	void write(final String stage, final int task, final byte[] digest, final Content content) throws ImageException {
		final Path file = file(stage, task);
		try {
			Files.createDirectories(file.getParent());
		} catch (final IOException e) {
			throw new ImageException("Cannot make the folder '" + file.getParent() + "': " + InputFiles.reason(e), e);
		}
		AtomicFile.write(file, 0, out -> write(out, digest, content));
	}

	private static void write(final OutputStream to, final byte[] digest, final Content content) throws IOException {
		final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
		out.write(MAGIC);
		out.write(digest);
		content.write(out);
		out.flush();
	}

	/** Removes all of it. */
	void remove() throws ImageException {
		if (!Files.exists(folder)) return;
		final List<Path> all;
		try (Stream<Path> walk = Files.walk(folder)) {
			all = walk.sorted(Comparator.reverseOrder()).toList();
			for (final Path each : all) Files.deleteIfExists(each);
		} catch (final IOException e) {
			throw new ImageException("Cannot remove '" + folder + "': " + InputFiles.reason(e), e);
		}
	}
}
