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

import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.io.Npy;
import fovea.io.NpyArray;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;

/** Images in a numpy array: axes y x, n y x or n y x c. */
public final class NpyImages implements ImageSource {

	private final Path file;
	private final int[] shape;
	private final float[] data;

	private NpyImages(final Path file, final int[] shape, final float[] data) {
		this.file = file;
		this.shape = shape;
		this.data = data;
	}

	/**
	 * @param file a .npy file of numbers
	 * @return the images in it
	 * @throws ModelException if it cannot be read
	 * @throws TrainingException if it has other axes
	 */
	public static NpyImages read(final Path file) throws ModelException, TrainingException {
		final NpyArray array = Npy.read(file);
		final int[] s = array.shape();
		final int[] shape = switch (s.length) {
			case 2 -> new int[] {1, s[0], s[1], 1};
			case 3 -> new int[] {s[0], s[1], s[2], 1};
			case 4 -> s;
			default -> new int[0];
		};
		if (shape.length == 0 || array.data().length == 0)
			throw new TrainingException(file + ": expected images, an array of axes y x, n y x or n y x c, got lengths "
					+ Arrays.toString(s));
		return new NpyImages(file, shape, array.data());
	}

	@Override
	public String name() {
		return file.toString();
	}

	@Override
	public List<String> names() {
		return IntStream.range(0, shape[0]).mapToObj(this::name).toList();
	}

	private String name(final int index) {
		return file.getFileName() + " " + index;
	}

	@Override
	public Image read(final int index) {
		final int area = shape[1] * shape[2];
		final int channels = shape[3];
		final float[] planar = new float[area * channels];
		final int from = index * planar.length;
		for (int i = 0; i < area; i++)
			for (int c = 0; c < channels; c++) planar[c * area + i] = data[from + i * channels + c];
		return new Image(
				name(index), ArrayImgs.floats(planar, shape[2], shape[1], channels, 1, 1), Calibration.PIXELS, false);
	}
}
