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
import fovea.infer.Prediction;
import java.util.Optional;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/** A network's output as one probability for each class. */
final class Probabilities {

	private Probabilities() {}

	/**
	 * @param prediction the network's output
	 * @param decision what it means
	 * @param classes channels of a run that are classes; others are left out
	 * @return 32-bit float, C is runs x classes; the output itself where it is that already; empty for a map of classes
	 */
	static Optional<Image> of(final Prediction prediction, final ClassDecision decision, final int classes) {
		if (decision == ClassDecision.CLASS_MAP) return Optional.empty();
		final Image told = classes == prediction.channelsPerRun() ? prediction.image() : first(prediction, classes);
		return Optional.of(decision == ClassDecision.SINGLE ? both(told) : told);
	}

	/** The first channels of each run. */
	private static Image first(final Prediction prediction, final int classes) {
		final Image output = prediction.image();
		final long[] size = output.pixels().dimensionsAsLongArray();
		final int runs = output.size(Image.C) / prediction.channelsPerRun();
		size[Image.C] = (long) runs * classes;
		final PlanarImg<FloatType, FloatArray> img = PlanarImgs.floats(size);
		final PlaneReader reader = new PlaneReader(output);
		int plane = 0;
		for (int t = 0; t < output.size(Image.T); t++)
			for (int z = 0; z < output.size(Image.Z); z++)
				for (int run = 0; run < runs; run++)
					for (int c = 0; c < classes; c++)
						reader.read(
								run * prediction.channelsPerRun() + c,
								z,
								t,
								0,
								output.size(Image.Y),
								img.getPlane(plane++).getCurrentStorageArray());
		return new Image(output.name(), img, output.calibration(), false);
	}

	/** Background and object for the object alone. */
	private static Image both(final Image objects) {
		final long[] size = objects.pixels().dimensionsAsLongArray();
		size[Image.C] *= 2;
		final PlanarImg<FloatType, FloatArray> img = PlanarImgs.floats(size);
		final PlaneReader reader = new PlaneReader(objects);
		int plane = 0;
		for (int t = 0; t < objects.size(Image.T); t++)
			for (int z = 0; z < objects.size(Image.Z); z++)
				for (int c = 0; c < objects.size(Image.C); c++) {
					final float[] background = img.getPlane(plane++).getCurrentStorageArray();
					final float[] object = img.getPlane(plane++).getCurrentStorageArray();
					reader.read(c, z, t, 0, objects.size(Image.Y), object);
					for (int i = 0; i < object.length; i++) background[i] = 1 - object[i];
				}
		return new Image(objects.name(), img, objects.calibration(), false);
	}

	/** @return whether all values are whole numbers, NaN left aside */
	static boolean areWhole(final Image image) {
		final PlaneReader reader = new PlaneReader(image);
		final float[] row = new float[image.size(Image.X)];
		for (int t = 0; t < image.size(Image.T); t++)
			for (int z = 0; z < image.size(Image.Z); z++)
				for (int c = 0; c < image.size(Image.C); c++)
					for (int y = 0; y < image.size(Image.Y); y++) {
						reader.read(c, z, t, y, 1, row);
						for (final float v : row) if (!Float.isNaN(v) && v != Math.rint(v)) return false;
					}
		return true;
	}
}
