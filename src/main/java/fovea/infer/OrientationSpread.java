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

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.memory.Remedy;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How far a network's results lie apart for an image that is mirrored and turned: of each pixel the standard deviation
 * over the eight orientations, in the values of the result. What the network makes of an image should not depend on how
 * it lies; where it does, the network is not sure. It is no error bar: what is wrong in all orientations alike does not
 * show.
 *
 * <p>Uncertainty by test-time augmentation: Wang et al., "Aleatoric uncertainty estimation with test-time augmentation
 * for medical image segmentation with convolutional neural networks", Neurocomputing 2019. Stateless.
 */
public final class OrientationSpread {

	/** In how many orientations the network sees the image: as many as there are. */
	public static final int COUNT = 8;

	private OrientationSpread() {}

	/**
	 * Runs a model once for each orientation, from the image's values to the values of the result, so that the spread
	 * is in these, whatever is done to them before and after the network.
	 *
	 * @param model stays open
	 * @param options how to run it; the number of orientations does not count
	 * @param image what to run it on; not changed
	 * @param part of the image for which the spread is wanted
	 * @param listener hears of progress, and may cancel; warnings are those of any run of the model
	 * @return the standard deviation (of all eight, that is by 8), 32-bit float, X Y C Z T, of the size of the model's
	 *     result for that part; NaN where a result is
	 * @throws FoveaException if image and model do not fit, the model cannot see an image in all orientations, or the
	 *     run failed or was cancelled
	 */
	public static Image of(
			final LoadedModel model,
			final PredictionOptions options,
			final Image image,
			final Box part,
			final ProgressListener listener)
			throws FoveaException {
		final Predictor predictor = new Predictor(model, options.withOrientations(COUNT));
		final List<Orientation> orientations = Orientation.first(COUNT);
		Deviation deviation = null;
		for (int i = 0; i < COUNT; i++) {
			final ResultUse use = deviation == null ? Deviation.USE : ResultUse.FLOAT;
			final Image result = predictor
					.only(orientations.get(i))
					.predict(image, use.in(part), part(listener, i))
					.image();
			if (deviation == null) deviation = Deviation.of(result);
			deviation.add(result, i + 1);
		}
		return deviation.image(COUNT);
	}

	/** @return of one of the runs, which follow each other */
	private static ProgressListener part(final ProgressListener listener, final int run) {
		return new ProgressListener() {

			@Override
			public void tile(final int done, final int total) {
				listener.tile(run * total + done, COUNT * total);
			}

			@Override
			public boolean isCancelled() {
				return listener.isCancelled();
			}
		};
	}

	/** Mean and sum of squared deviations of images of one size, one after the other: Welford's method. */
	private record Deviation(
			String name,
			Calibration calibration,
			PlanarImg<FloatType, FloatArray> means,
			PlanarImg<FloatType, FloatArray> squares) {

		/** The first result, with memory for both. */
		static final ResultUse USE =
				new ResultUse(ResultUse.FLOAT.format(), size -> 2L * Float.BYTES * size.area() * size.planes());

		static Deviation of(final Image result) throws ImageException {
			final long[] size = result.pixels().dimensionsAsLongArray();
			try {
				return new Deviation(
						result.name(), result.calibration(), PlanarImgs.floats(size), PlanarImgs.floats(size));
			} catch (final OutOfMemoryError e) {
				throw new ImageException(
						Remedy.ranOut("the spread of '" + result.name() + "' (" + result.dimensions() + ")"), e);
			}
		}

		/** @param count of images with this one */
		void add(final Image result, final int count) {
			final PlaneReader reader = new PlaneReader(result);
			final int width = result.size(Image.X);
			final float[] row = new float[width];
			int plane = 0;
			for (int t = 0; t < result.size(Image.T); t++)
				for (int z = 0; z < result.size(Image.Z); z++)
					for (int c = 0; c < result.size(Image.C); c++, plane++) {
						final float[] mean = means.getPlane(plane).getCurrentStorageArray();
						final float[] square = squares.getPlane(plane).getCurrentStorageArray();
						for (int y = 0; y < result.size(Image.Y); y++) {
							reader.read(c, z, t, y, 1, row);
							for (int x = 0; x < width; x++) {
								final int i = y * width + x;
								final double off = (double) row[x] - mean[i];
								mean[i] += (float) (off / count);
								square[i] += (float) (off * ((double) row[x] - mean[i]));
							}
						}
					}
		}

		/** The sums are used up. */
		Image image(final int count) {
			for (int plane = 0; plane < squares.numSlices(); plane++) {
				final float[] values = squares.getPlane(plane).getCurrentStorageArray();
				for (int i = 0; i < values.length; i++) values[i] = (float) Math.sqrt(Math.max(0, values[i] / count));
			}
			return new Image(name, squares, calibration, false);
		}
	}
}
