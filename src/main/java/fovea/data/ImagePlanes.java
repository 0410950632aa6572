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
import fovea.image.Image;
import fovea.image.ImageNoise;
import fovea.image.Normalizer;
import fovea.image.Raster;
import fovea.model.Processing;
import fovea.noise.NoiseFit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Images as rasters, one for each slice and frame.
 *
 * @param preprocessing of the network's input
 * @param channels that the network takes, empty: as they come
 * @param stabilized whether noise of photons is brought to one that is the same everywhere before the preprocessing
 */
record ImagePlanes(List<Processing> preprocessing, OptionalInt channels, boolean stabilized)
		implements SampleReader.Way {

	ImagePlanes {
		preprocessing = List.copyOf(preprocessing);
	}

	/** Noise stays as it is. */
	ImagePlanes(final List<Processing> preprocessing, final OptionalInt channels) {
		this(preprocessing, channels, false);
	}

	/** @return the preprocessing with its numbers fitted on a whole image, all slices and frames */
	Normalizer normalizer(final Image image) throws ModelException {
		final List<RandomAccessibleInterval<? extends RealType<?>>> each = new ArrayList<>();
		final Image seen = image.asSeenBy(channels);
		for (int c = 0; c < seen.size(Image.C); c++) each.add(Views.hyperSlice(seen.pixels(), Image.C, c));
		return stabilized
				? Normalizer.fit(stabilizing(each), preprocessing, each, List.of())
				: Normalizer.fit(preprocessing, each, List.of());
	}

	private static Normalizer stabilizing(final List<RandomAccessibleInterval<? extends RealType<?>>> channels) {
		return Normalizer.stabilizing(ImageNoise.of(channels).stream()
				.map(fit -> fit.flatMap(NoiseFit::photons))
				.toList());
	}

	/** @return with the channels that the network takes, normalized */
	List<Raster> normalized(final Image image, final Normalizer normalizer) throws TrainingException {
		final Image seen = image.asSeenBy(channels);
		final int n = seen.size(Image.C);
		final int wanted = channels.orElse(n);
		final boolean copies = wanted == 3 && n == 1;
		if (wanted != n && !copies)
			throw new TrainingException(
					image.name() + ": expected " + wanted + (wanted == 1 ? " channel" : " channels") + ", got " + n);
		final List<Raster> planes = new ArrayList<>();
		for (final Raster plane : Raster.planesOf(seen)) {
			final Raster normalized = preprocessing.isEmpty() && !stabilized ? plane : normalized(plane, normalizer);
			planes.add(copies ? threefold(normalized) : normalized);
		}
		return planes;
	}

	/** A {@link Normalizer} works on planes of channels. */
	private static Raster normalized(final Raster raster, final Normalizer normalizer) {
		final int n = raster.channels();
		final int area = raster.height() * raster.width();
		final float[] planar = new float[raster.data().length];
		for (int i = 0; i < area; i++) for (int c = 0; c < n; c++) planar[c * area + i] = raster.data()[i * n + c];
		normalizer.apply(planar, n, area);
		final float[] data = new float[planar.length];
		for (int i = 0; i < area; i++) for (int c = 0; c < n; c++) data[i * n + c] = planar[c * area + i];
		return raster.withData(data);
	}

	private static Raster threefold(final Raster gray) {
		final float[] data = new float[3 * gray.data().length];
		for (int i = 0; i < data.length; i++) data[i] = gray.data()[i / 3];
		return new Raster(gray.height(), gray.width(), 3, data);
	}
}
