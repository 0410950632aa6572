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
package fovea.ij1;

import fovea.image.Box;
import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.infer.ReconstructionError;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import java.awt.image.BufferedImage;

/**
 * Errors of a reconstruction as heat on the image: from black over red and yellow to white, and the more transparent
 * the less there is. The root of the squared error counts, mean over the channels of a color image; white is the
 * largest of all planes. Stateless.
 */
public final class HeatOverlay {

	/** Of the largest error, out of 255. */
	private static final int OPACITY = 220;

	private HeatOverlay() {}

	/**
	 * Puts an error map into an image's overlay, in place of what Fovea put there before.
	 *
	 * @param error of the image, or of a part of it
	 * @param part of the image
	 * @param source the image
	 */
	public static void show(final ReconstructionError error, final Box part, final ImagePlus source) {
		Overlays.show(of(error, part, source), source);
	}

	/** @return an {@link ImageRoi} for each plane of the source's stack */
	static Overlay of(final ReconstructionError error, final Box part, final ImagePlus source) {
		final Image squared = error.squared();
		final int together = source.getType() == ImagePlus.COLOR_RGB ? squared.size(Image.C) : 1;
		final PlaneReader reader = new PlaneReader(squared);
		final double largest = largest(squared, reader, together);
		final Overlay overlay = new Overlay();
		for (int t = 0; t < squared.size(Image.T); t++)
			for (int z = 0; z < squared.size(Image.Z); z++)
				for (int c = 0; c < squared.size(Image.C); c += together) {
					final ImageRoi roi = new ImageRoi(
							part.x(),
							part.y(),
							picture(roots(squared, reader, c, together, z, t), squared.size(Image.X), largest));
					roi.setName("error");
					roi.setProperty(Overlays.OWN, "1");
					if (source.getStackSize() > 1) {
						if (source.isHyperStack() || source.getNChannels() > 1)
							roi.setPosition(together > 1 ? 0 : c + 1, z + 1, t + 1);
						else roi.setPosition(source.getStackIndex(1, z + 1, t + 1));
					}
					overlay.add(roi);
				}
		return overlay;
	}

	private static double largest(final Image squared, final PlaneReader reader, final int together) {
		double largest = 0;
		for (int t = 0; t < squared.size(Image.T); t++)
			for (int z = 0; z < squared.size(Image.Z); z++)
				for (int c = 0; c < squared.size(Image.C); c += together)
					for (final float root : roots(squared, reader, c, together, z, t))
						if (root > largest) largest = root; // never NaN
		return largest;
	}

	private static float[] roots(
			final Image squared, final PlaneReader reader, final int c, final int together, final int z, final int t) {
		final float[] mean = new float[squared.size(Image.X) * squared.size(Image.Y)];
		final float[] plane = new float[mean.length];
		for (int k = 0; k < together; k++) {
			reader.read(c + k, z, t, 0, squared.size(Image.Y), plane);
			for (int i = 0; i < mean.length; i++) mean[i] += plane[i] / together;
		}
		for (int i = 0; i < mean.length; i++) mean[i] = (float) Math.sqrt(mean[i]);
		return mean;
	}

	private static BufferedImage picture(final float[] roots, final int width, final double largest) {
		final BufferedImage picture = new BufferedImage(width, roots.length / width, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < roots.length; i++)
			picture.setRGB(
					i % width, i / width, argb(largest > 0 && roots[i] > 0 ? roots[i] / largest : 0)); // NaN: nothing
		return picture;
	}

	/** @param heat 0 to 1 */
	private static int argb(final double heat) {
		final int level = (int) Math.round(3 * 255 * heat);
		final int red = Math.min(255, level);
		final int green = Math.max(0, Math.min(255, level - 255));
		final int blue = Math.max(0, level - 510);
		return (int) Math.round(OPACITY * heat) << 24 | red << 16 | green << 8 | blue;
	}
}
