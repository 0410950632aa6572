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
package fovea.latent;

import fovea.base.ImageException;
import fovea.image.Image;
import fovea.infer.PredictionOptions.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Takes images apart into planes with the channels that a network takes. Nothing is copied. Immutable.
 *
 * @param taken channels that the network takes, empty: any number; of a color image a network of one sees the mean of
 *     red, green and blue
 * @param channels 1-based, those of the image that are given to it; empty: all
 * @param scope over what the statistics of the normalization are taken: the whole image or each plane
 */
public record PlaneCutter(OptionalInt taken, List<Integer> channels, Scope scope) {

	/** Copies the list. */
	public PlaneCutter {
		channels = List.copyOf(channels);
	}

	/**
	 * A slice or frame of an image.
	 *
	 * @param number 1-based, slices fastest
	 * @param image of one plane
	 * @param statistics on which the normalization is fitted
	 */
	public record Plane(int number, Image image, Image statistics) {}

	/**
	 * @param image any
	 * @return its planes, slices fastest
	 * @throws ImageException if it has not the channels that were chosen
	 */
	public List<Plane> planes(final Image image) throws ImageException {
		for (final int channel : channels)
			if (channel < 1 || channel > image.size(Image.C))
				throw new ImageException("There is no channel " + channel + " in image '" + image.name() + "': it has "
						+ image.dimensions());
		final Image seen = channels.isEmpty() ? image.asSeenBy(taken) : chosen(image);
		final List<Plane> planes = new ArrayList<>();
		for (int t = 0; t < seen.size(Image.T); t++)
			for (int z = 0; z < seen.size(Image.Z); z++) {
				final Image plane = part(seen, new long[] {0, 0, 0, z, t}, new long[] {
					seen.size(Image.X), seen.size(Image.Y), seen.size(Image.C), 1, 1
				});
				planes.add(new Plane(planes.size() + 1, plane, scope == Scope.IMAGE ? seen : plane));
			}
		return planes;
	}

	private Image chosen(final Image image) {
		final List<RandomAccessibleInterval<? extends RealType<?>>> views = new ArrayList<>();
		for (final int channel : channels) views.add(Views.hyperSlice(image.pixels(), Image.C, channel - 1));
		return new Image(image.name(), stacked(views), image.calibration(), false);
	}

	@SuppressWarnings({"unchecked", "rawtypes"}) // all are of the type of the one image
	private static RandomAccessibleInterval<? extends RealType<?>> stacked(
			final List<RandomAccessibleInterval<? extends RealType<?>>> views) {
		final RandomAccessibleInterval stacked = Views.stack((List) views);
		return Views.moveAxis(stacked, 4, Image.C);
	}

	/** @return a part of an image, from a place on and of a size, both of five axes */
	static Image part(final Image image, final long[] min, final long[] size) {
		return new Image(
				image.name(),
				Views.zeroMin(Views.interval(image.pixels(), FinalInterval.createMinSize(min, size))),
				image.calibration(),
				image.rgb());
	}
}
