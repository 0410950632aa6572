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
package fovea.teach;

import fovea.base.ModelException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.Normalizer;
import fovea.image.PixelBlocks;
import fovea.image.Raster;
import fovea.model.Processing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image as the network sees it: with the channels that it takes, normalized by numbers fitted on the whole of it,
 * read where it is needed. Not thread-safe.
 */
final class SeenImage {

	private static final int COLORS = 3;

	private final Image image;
	private final int channels;
	private final Normalizer normalizer;
	private final Map<Plane, List<PrimitiveBlocks<FloatType>>> blocks = new HashMap<>();

	/**
	 * Reads all of it, where the preprocessing takes statistics.
	 *
	 * @param image any
	 * @param channels that the network takes, see {@link #fits}
	 * @param preprocessing of the network's input
	 */
	SeenImage(final Image image, final int channels, final List<Processing> preprocessing) throws ModelException {
		this.image = image.asSeenBy(OptionalInt.of(channels));
		this.channels = channels;
		final List<RandomAccessibleInterval<? extends RealType<?>>> each = new ArrayList<>();
		for (int c = 0; c < this.image.size(Image.C); c++) each.add(Views.hyperSlice(this.image.pixels(), Image.C, c));
		normalizer = Normalizer.fit(preprocessing, each, List.of());
	}

	/** @return whether a network of so many channels takes such images: of colors one gets the mean */
	static boolean fits(final Image image, final int channels) {
		final int own = image.asSeenBy(OptionalInt.of(channels)).size(Image.C);
		return own == channels || own == 1 && channels == COLORS;
	}

	/**
	 * @param plane of this image
	 * @param box part of it; what lies beyond the borders is mirrored
	 * @return normalized values; what is not a number is 0
	 */
	Raster read(final Plane plane, final Box box) {
		final int area = Math.multiplyExact(box.width(), box.height());
		final List<PrimitiveBlocks<FloatType>> sources = blocks.computeIfAbsent(plane, this::open);
		final float[] planar = new float[Math.multiplyExact(area, sources.size())];
		final float[] channel = new float[area];
		for (int c = 0; c < sources.size(); c++) {
			sources.get(c).copy(new long[] {box.x(), box.y()}, channel, new int[] {box.width(), box.height()});
			System.arraycopy(channel, 0, planar, c * area, area);
		}
		for (int i = 0; i < planar.length; i++) if (!Float.isFinite(planar[i])) planar[i] = Float.NaN;
		normalizer.apply(planar, sources.size(), area);
		final float[] data = new float[Math.multiplyExact(area, channels)];
		for (int i = 0; i < area; i++)
			for (int c = 0; c < channels; c++) {
				final float value = planar[(sources.size() == 1 ? 0 : c) * area + i];
				data[i * channels + c] = Float.isNaN(value) ? 0 : value;
			}
		return new Raster(box.height(), box.width(), channels, data);
	}

	private List<PrimitiveBlocks<FloatType>> open(final Plane plane) {
		final List<PrimitiveBlocks<FloatType>> sources = new ArrayList<>();
		for (int c = 0; c < image.size(Image.C); c++)
			sources.add(PixelBlocks.mirrored(image.plane(c, plane.z(), plane.t())));
		return sources;
	}

	int width() {
		return image.size(Image.X);
	}

	int height() {
		return image.size(Image.Y);
	}
}
