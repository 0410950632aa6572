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

import fovea.infer.network.FloatTensor;
import fovea.scratch.Removal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The two ends of one way for pixels. */
public final class Pixels {

	private static final String FILE = "file";
	private static final String SHAPES = "shapes";

	private Pixels() {}

	/**
	 * The end that writes: it makes the file, and a larger one where that does not suffice. What was sent last is
	 * overwritten by what is sent next. Not thread-safe.
	 */
	public static final class Sender {

		/** A megabyte: a small tile. */
		private static final long LEAST = 1 << 18;
		/** Up to here files are twice as large as the last, beyond by whole steps. */
		private static final long STEP = 1 << 24;

		private final List<Path> folders;
		private final String name;
		private PixelFile file;
		private int files;

		/**
		 * @param folders where files may be, the fastest first
		 * @param name of the files, of its own for each sender
		 */
		public Sender(final List<Path> folders, final String name) {
			this.folders = List.copyOf(folders);
			this.name = name;
		}

		/**
		 * @param tensors to be read by the other process
		 * @return what the receiver needs to know
		 * @throws IOException if there is no room for them in any folder
		 */
		public Fields send(final List<FloatTensor> tensors) throws IOException {
			long needed = 0;
			for (final FloatTensor tensor : tensors) needed += tensor.size();
			if (file == null || file.capacity() < needed) file = larger(needed);
			long position = 0;
			final List<int[]> shapes = new ArrayList<>();
			for (final FloatTensor tensor : tensors) {
				file.write(position, tensor.data(), tensor.size());
				position += tensor.size();
				shapes.add(tensor.shape());
			}
			return Fields.of(FILE, file.path().toString(), SHAPES, shapes);
		}

		private PixelFile larger(final long needed) throws IOException {
			final long capacity = needed <= LEAST
					? LEAST
					: needed <= STEP ? Long.highestOneBit(needed - 1) * 2 : (needed + STEP - 1) / STEP * STEP;
			// The receiver has read it. It may have it in memory still, which some systems do not let a file be deleted
			// for;
			// then it goes with its folder.
			if (file != null) Removal.emptiedFile(file.path());
			file = null; // it is empty now, whether there is room for another or not
			IOException last = null;
			for (final Path folder : folders)
				try {
					// Half of a memory file system is left to others.
					if (folder.toFile().getUsableSpace() / 2 < capacity * Float.BYTES)
						throw new IOException(folder + ": expected room for " + capacity * Float.BYTES
								+ " bytes of pixels and as much again");
					return PixelFile.create(folder.resolve(name + "-" + files++), capacity);
				} catch (final IOException e) {
					if (last != null) e.addSuppressed(last);
					last = e;
				}
			throw last == null ? new IOException("no folder for pixels") : last;
		}
	}

	/** The end that reads. Not thread-safe. */
	public static final class Receiver {

		private PixelFile file;

		/** @return whether a message came with tensors */
		public static boolean isIn(final Fields message) {
			return message.has(FILE);
		}

		/**
		 * @param message of a sender
		 * @param reuse arrays for the tensors in their order, used where they are long enough; may be too few
		 * @return the tensors, whose data may be longer than their shape
		 * @throws IOException if the file cannot be mapped
		 */
		public List<FloatTensor> receive(final Fields message, final List<float[]> reuse) throws IOException {
			final Path path = Path.of(message.text(FILE));
			if (file == null || !file.path().equals(path)) file = PixelFile.open(path);
			final List<FloatTensor> tensors = new ArrayList<>();
			long position = 0;
			for (final int[] shape : message.shapes(SHAPES)) {
				final int n = Math.toIntExact(FloatTensor.size(shape));
				final boolean fits = tensors.size() < reuse.size() && reuse.get(tensors.size()).length >= n;
				final float[] data = fits ? reuse.get(tensors.size()) : new float[n];
				file.read(position, data, n);
				position += n;
				tensors.add(new FloatTensor(shape, data));
			}
			return tensors;
		}
	}
}
