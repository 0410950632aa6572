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
package fovea.infer;

import fovea.base.ImageException;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.image.PlaneReader;
import fovea.memory.Remedy;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How far a reconstruction is from its original.
 *
 * @param squared squared difference of each pixel, 32-bit float, X Y C Z T; NaN where either is
 * @param meanPerPlane its mean over the pixels of each plane that are not NaN, in squared gray values; NaN if all are;
 *     planes in the order of an ImageJ stack: c fastest, then z, then t
 * @param labels of the planes, for example "c:1 z:3 t:2" (1-based)
 */
public record ReconstructionError(Image squared, double[] meanPerPlane, List<String> labels) {

	/** Copies the list. */
	public ReconstructionError {
		labels = List.copyOf(labels);
	}

	/**
	 * @param reconstruction what becomes of it
	 * @param shown whether errors are to be drawn on the image
	 * @return the same, with memory for its errors
	 */
	public static ResultUse use(final ResultUse reconstruction, final boolean shown) {
		final int kept = Float.BYTES + (shown ? Integer.BYTES : 0);
		final int drawn = shown ? 2 * Float.BYTES : 0;
		return new ResultUse(
				PixelFormat.FLOAT32,
				size -> reconstruction.later().applyAsLong(size) + size.area() * (kept * size.planes() + drawn));
	}

	/**
	 * @param original what went into the model; not changed
	 * @param reconstruction what came out, of the same size
	 * @return their squared difference
	 * @throws ImageException if their sizes differ, or memory does not suffice
	 */
	public static ReconstructionError of(final Image original, final Image reconstruction) throws ImageException {
		requireSameSize(original, reconstruction);
		final PlanarImg<FloatType, FloatArray> squared;
		try {
			squared = PlanarImgs.floats(original.pixels().dimensionsAsLongArray());
		} catch (final OutOfMemoryError e) {
			throw new ImageException(
					Remedy.ranOut("the error of '" + original.name() + "' (" + original.dimensions() + ")"), e);
		}
		return of(original, reconstruction, squared);
	}

	/**
	 * As {@link #of}, without further memory: the errors take the place of the reconstruction.
	 *
	 * @param original what went into the model; not changed
	 * @param reconstruction what came out, of the same size, 32-bit float in planes; used up
	 * @return their squared difference
	 * @throws ImageException if their sizes differ
	 */
	public static ReconstructionError replacing(final Image original, final Image reconstruction)
			throws ImageException {
		requireSameSize(original, reconstruction);
		@SuppressWarnings("unchecked") // asked for
		final PlanarImg<FloatType, FloatArray> planes = (PlanarImg<FloatType, FloatArray>) reconstruction.pixels();
		return of(original, reconstruction, planes);
	}

	/**
	 * @param original what went into the model
	 * @param reconstruction what came out
	 * @throws ImageException if their sizes differ
	 */
	public static void requireSameSize(final Image original, final Image reconstruction) throws ImageException {
		for (int axis = 0; axis < 5; axis++)
			if (original.size(axis) != reconstruction.size(axis))
				throw new ImageException("Reconstruction of '" + original.name()
						+ "' has " + reconstruction.dimensions() + ": expected those of the original, "
						+ original.dimensions());
	}

	/** @param squared may be the reconstruction's own planes: each row is read before it is written */
	private static ReconstructionError of(
			final Image original, final Image reconstruction, final PlanarImg<FloatType, FloatArray> squared) {
		final PlaneReader expected = new PlaneReader(original);
		final PlaneReader actual = new PlaneReader(reconstruction);
		final double[] means = new double[squared.numSlices()];
		final List<String> labels = new ArrayList<>();
		for (int t = 0; t < original.size(Image.T); t++)
			for (int z = 0; z < original.size(Image.Z); z++)
				for (int c = 0; c < original.size(Image.C); c++) {
					final int plane = labels.size();
					final float[] errors = squared.getPlane(plane).getCurrentStorageArray();
					means[plane] = square(expected, actual, new int[] {c, z, t}, original.size(Image.X), errors);
					labels.add("c:" + (c + 1) + " z:" + (z + 1) + " t:" + (t + 1));
				}
		return new ReconstructionError(
				new Image(original.name(), squared, original.calibration(), false), means, labels);
	}

	/** @return the mean */
	private static double square(
			final PlaneReader expected,
			final PlaneReader actual,
			final int[] plane,
			final int width,
			final float[] errors) {
		final float[] a = new float[width];
		final float[] b = new float[width];
		double sum = 0;
		long n = 0;
		for (int y = 0; y * width < errors.length; y++) {
			expected.read(plane[0], plane[1], plane[2], y, 1, a);
			actual.read(plane[0], plane[1], plane[2], y, 1, b);
			for (int x = 0; x < width; x++) {
				final double error = (double) a[x] - b[x];
				final double square = error * error;
				errors[y * width + x] = (float) square;
				if (Double.isNaN(square)) continue;
				sum += square;
				n++;
			}
		}
		return n == 0 ? Double.NaN : sum / n;
	}
}
