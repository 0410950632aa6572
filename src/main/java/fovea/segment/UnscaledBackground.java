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
package fovea.segment;

import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.image.Resizing;
import fovea.infer.Prediction;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * What a network took for background in an image as it is. Where the network sees the image again, enlarged, each sight
 * counts half for where objects are; the second alone says where one ends and the next begins. Models with a class for
 * borders only.
 */
final class UnscaledBackground {

	/** Its channels are the runs over the image's. */
	private final Image background;

	private UnscaledBackground(final Image background) {
		this.background = background;
	}

	/**
	 * @param prediction of the image as it is; not changed, not kept
	 * @return a copy of what is needed of it
	 */
	static UnscaledBackground of(final Prediction prediction) {
		final Image output = prediction.image();
		final long[] size = output.pixels().dimensionsAsLongArray();
		final int runs = output.size(Image.C) / prediction.channelsPerRun();
		size[Image.C] = runs;
		final PlanarImg<FloatType, FloatArray> copy = PlanarImgs.floats(size);
		final PlaneReader reader = new PlaneReader(output);
		int plane = 0;
		for (int t = 0; t < output.size(Image.T); t++)
			for (int z = 0; z < output.size(Image.Z); z++)
				for (int run = 0; run < runs; run++)
					reader.read(
							run * prediction.channelsPerRun(),
							z,
							t,
							0,
							output.size(Image.Y),
							copy.getPlane(plane++).getCurrentStorageArray());
		return new UnscaledBackground(new Image(output.name(), copy, output.calibration(), false));
	}

	/**
	 * @param enlarged prediction of the same image, enlarged; is changed: background becomes the mean of both, the rest
	 *     goes with it
	 * @param classes channels of a run that are classes; others stay as they are
	 */
	void mixInto(final Prediction enlarged, final int classes) {
		final Image output = enlarged.image();
		mix(
				enlarged,
				background.size(Image.C),
				classes,
				(run, z, t) -> Resizing.plane(background, run, z, t, output.size(Image.X), output.size(Image.Y)));
	}

	/** Gives the background of a plane, with the pixels that the enlarged image has there, row by row. */
	interface Planes {

		/**
		 * @param run of the network over the image's channels
		 * @param z 0-based slice
		 * @param t 0-based frame
		 */
		float[] get(int run, int z, int t);
	}

	/**
	 * As {@link #mixInto}, of a part.
	 *
	 * @param enlarged is changed
	 * @param runs over the image's channels
	 * @param classes channels of a run that are classes; others stay as they are
	 * @param background of the same part
	 */
	static void mix(final Prediction enlarged, final int runs, final int classes, final Planes background) {
		final Image output = enlarged.image();
		final int channels = enlarged.channelsPerRun();
		for (int t = 0; t < output.size(Image.T); t++)
			for (int z = 0; z < output.size(Image.Z); z++)
				for (int run = 0; run < runs; run++) {
					final List<Cursor<? extends RealType<?>>> planes = new ArrayList<>();
					for (int c = 0; c < classes; c++)
						planes.add(Views.flatIterable(output.plane(run * channels + c, z, t))
								.cursor());
					mix(background.get(run, z, t), planes);
				}
	}

	private static void mix(final float[] first, final List<Cursor<? extends RealType<?>>> classes) {
		for (final float before : first) {
			final RealType<?> free = classes.get(0).next();
			final float second = free.getRealFloat();
			final float mean = (before + second) / 2;
			free.setReal(mean);
			for (int c = 1; c < classes.size(); c++) {
				final RealType<?> value = classes.get(c).next();
				if (second < 1) value.setReal(value.getRealFloat() * (1 - mean) / (1 - second));
				// of what only the first sight knows nobody can say whether it is inside
				else value.setReal(c == classes.size() - 1 ? 1 - mean : 0);
			}
		}
	}
}
