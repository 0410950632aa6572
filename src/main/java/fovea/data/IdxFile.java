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
package fovea.data;

import fovea.base.TrainingException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.io.InputFiles;
import fovea.model.ClassSpec;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import net.imglib2.img.array.ArrayImgs;

/**
 * Arrays of bytes in the IDX format of the MNIST database, gzipped or not: two zero bytes, the element type (8:
 * unsigned byte, the only one read here), the number of axes, their lengths as big-endian 32-bit integers, the
 * elements.
 *
 * @param file it is from
 * @param shape lengths of the axes, the slowest first
 * @param data unsigned bytes, row-major
 * @see <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database</a>
 */
public record IdxFile(Path file, int[] shape, byte[] data) {

	private static final int UNSIGNED_BYTE = 8;
	private static final int GZIP = 0x1F8B;

	/** How many bytes one may hold. */
	private static final int DEFLATED_AT_MOST = 1032;

	/**
	 * @param file gzipped or not
	 * @return what it holds
	 * @throws TrainingException if it is no IDX file of unsigned bytes, or is cut short
	 */
	public static IdxFile read(final Path file) throws TrainingException {
		try (InputStream raw = new BufferedInputStream(InputFiles.stream(file), 1 << 16);
				DataInputStream in = new DataInputStream(isGzip(raw) ? new GZIPInputStream(raw, 1 << 16) : raw)) {
			final boolean isGzip = isGzip(file);
			final int magic = in.readInt();
			final int axes = magic & 0xFF;
			if (magic >>> 8 != UNSIGNED_BYTE || axes < 1 || axes > 4)
				throw new TrainingException(
						file + ": expected an IDX file of unsigned bytes, got one that begins with 0x"
								+ Integer.toHexString(magic));
			final int[] shape = new int[axes];
			long size = 1;
			for (int i = 0; i < axes; i++) {
				shape[i] = in.readInt();
				if (shape[i] < 0 || (size *= shape[i]) > Integer.MAX_VALUE - 8)
					throw new TrainingException(file + ": expected an IDX file of fewer than 2^31 bytes, got lengths "
							+ Arrays.toString(shape));
			}
			checkSize(file, isGzip, size);
			final byte[] data = new byte[(int) size];
			final int got = in.readNBytes(data, 0, data.length);
			if (got < size)
				throw new TrainingException(
						file + ": expected " + size + " bytes, got " + got + ": the file is cut short");
			if (in.read() >= 0)
				throw new TrainingException(file + ": expected " + size
						+ " bytes, got more: the file is damaged"); // or its checksum is wrong
			return new IdxFile(file, shape, data);
		} catch (final OutOfMemoryError e) {
			throw new TrainingException(file + ": no memory for it: give Java more (-Xmx)", e);
		} catch (final NoSuchFileException e) {
			throw new TrainingException(file + ": no such file", e);
		} catch (final EOFException | ZipException e) {
			throw new TrainingException(file + ": expected an IDX file (MNIST), got a damaged or truncated one", e);
		} catch (final IOException e) {
			throw new TrainingException(file + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/** @throws TrainingException if so many bytes cannot be in the file, or in memory */
	private static void checkSize(final Path file, final boolean isGzip, final long size)
			throws TrainingException, IOException {
		final long most = Files.size(file) * (isGzip ? DEFLATED_AT_MOST : 1);
		if (size > most)
			throw new TrainingException(file + ": expected " + size + " bytes, got " + (isGzip ? "at most " : "") + most
					+ ": the file is cut short or damaged");
		final long memory = Runtime.getRuntime().maxMemory() / 2;
		if (size > memory)
			throw new TrainingException(file + ": expected an IDX file of up to " + (memory >> 20)
					+ " MB, half of the memory that Java has, got one of "
					+ (size >> 20) + " MB (give Java more, such as -Xmx" + (2 * size / (1 << 30) + 1) + "g)");
	}

	private static boolean isGzip(final Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(InputFiles.stream(file))) {
			return isGzip(in);
		}
	}

	private static boolean isGzip(final InputStream in) throws IOException {
		in.mark(2);
		final int magic = in.read() << 8 | in.read();
		in.reset();
		return magic == GZIP;
	}

	/**
	 * @return the images in it: axes n, y, x
	 * @throws TrainingException if it has other axes
	 */
	public ImageSource images() throws TrainingException {
		return source(IntStream.range(0, requireImages().shape[0]).toArray());
	}

	/**
	 * @param labels one for each image, a file of one axis
	 * @param wanted which labels: digits of MNIST
	 * @return the images that have one of these labels
	 * @throws TrainingException if the labels do not fit to the images, or no image has a wanted one
	 */
	public ImageSource images(final IdxFile labels, final Set<Integer> wanted) throws TrainingException {
		return source(chosen(labels, wanted));
	}

	/**
	 * @param labels one for each image, a file of one axis
	 * @param wanted which labels; empty: all
	 * @return the images that have one of these labels, with classes named like the labels and in their order
	 * @throws TrainingException if the labels do not fit to the images, or no image has a wanted one
	 */
	public LabeledImages labeled(final IdxFile labels, final Set<Integer> wanted) throws TrainingException {
		final Set<Integer> all = new TreeSet<>(wanted);
		if (wanted.isEmpty()) for (final byte label : labels.data) all.add(label & 0xFF);
		final int[] chosen = chosen(labels, all);
		final List<Integer> found = Arrays.stream(chosen)
				.map(i -> labels.data[i] & 0xFF)
				.distinct()
				.sorted()
				.boxed()
				.toList();
		final List<ClassSpec> classes =
				ClassSpec.named(found.stream().map(String::valueOf).toList());
		return new LabeledImages(
				source(chosen),
				classes,
				Arrays.stream(chosen)
						.mapToObj(i -> found.indexOf(labels.data[i] & 0xFF))
						.toList());
	}

	/** @return places of the images that have one of the labels, at least one */
	private int[] chosen(final IdxFile labels, final Set<Integer> wanted) throws TrainingException {
		requireImages();
		if (labels.shape.length != 1 || labels.shape[0] != shape[0])
			throw new TrainingException(labels.file + ": expected " + shape[0] + " labels, one for each image in "
					+ file + ", got an array of lengths " + Arrays.toString(labels.shape));
		final int[] chosen = IntStream.range(0, shape[0])
				.filter(i -> wanted.contains(labels.data[i] & 0xFF))
				.toArray();
		if (chosen.length == 0)
			throw new TrainingException(labels.file + ": expected some of the labels "
					+ wanted.stream().sorted().toList() + ", found none");
		return chosen;
	}

	private IdxFile requireImages() throws TrainingException {
		if (shape.length != 3 || shape[0] < 1 || shape[1] < 1 || shape[2] < 1)
			throw new TrainingException(
					file + ": expected images, an array of three axes, got lengths " + Arrays.toString(shape));
		return this;
	}

	private ImageSource source(final int[] chosen) {
		final String title = String.valueOf(file.getFileName());
		final List<String> names = new ArrayList<>();
		for (final int i : chosen) names.add(title + " " + i);
		return new ImageSource() {

			@Override
			public String name() {
				return file.toString();
			}

			@Override
			public List<String> names() {
				return List.copyOf(names);
			}

			@Override
			public Image read(final int index) {
				final int area = shape[1] * shape[2];
				final byte[] pixels = Arrays.copyOfRange(data, chosen[index] * area, (chosen[index] + 1) * area);
				return new Image(
						names.get(index),
						ArrayImgs.unsignedBytes(pixels, shape[2], shape[1], 1, 1, 1),
						Calibration.PIXELS,
						false);
			}
		};
	}
}
