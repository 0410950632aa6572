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
package fovea;

import fovea.base.FoveaException;
import fovea.data.ImageSource;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.PredictionOptions.Scope;
import fovea.latent.Autoencoder;
import fovea.latent.EncodingRun;
import fovea.latent.ItemNames;
import fovea.latent.PlaneCutter;
import fovea.latent.PlaneItems;
import java.lang.ref.Reference;
import java.util.List;
import java.util.OptionalInt;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An autoencoder that is open: makes a few numbers of an image, and an image of a few numbers.
 * {@link Fovea#latentModel(String)} opens it.
 *
 * <pre>{@code
 * try (LatentModel autoencoder = fovea.latentModel("nuclei-cae")) {
 *     LatentPoint point = autoencoder.encode(crop).get(0);
 *     ImageData<FloatType> back = autoencoder.decode(point.toArray());
 * }
 * }</pre>
 *
 * <p>Thread-safe. Close it when you are done, to free its native memory and temporary files; {@link Fovea#close()}
 * closes those that are left.
 */
public final class LatentModel implements AutoCloseable {

	private final Fovea fovea;
	private final Autoencoder autoencoder;
	private final Runnable closing;

	LatentModel(final Fovea fovea, final Autoencoder autoencoder) {
		this.fovea = fovea;
		this.autoencoder = autoencoder;
		closing = fovea.keep(this, autoencoder::close);
	}

	/** @return what the model is called, for people */
	public String name() {
		return autoencoder.name();
	}

	/** @return columns that images must have, in pixels; empty: free, within what the network's strides allow */
	public OptionalInt width() {
		return autoencoder.width();
	}

	/** @return rows that images must have, in pixels; empty: free, within what the network's strides allow */
	public OptionalInt height() {
		return autoencoder.height();
	}

	/** @return whether {@link #decode} can be asked: there is a decoder, and encodings are not means of a latent map */
	public boolean canDecode() {
		return autoencoder.canDecode();
	}

	/**
	 * As {@link #encode(ImageData, Progress)}, of a plane.
	 *
	 * @param plane of two dimensions, X and Y; not changed
	 * @return a point for each plane, slices fastest
	 * @throws FoveaException as with all settings
	 */
	public List<LatentPoint> encode(final RandomAccessibleInterval<? extends RealType<?>> plane) throws FoveaException {
		return encode(ImageData.of(plane));
	}

	/**
	 * As {@link #encode(ImageData, Progress)}; warnings go where {@link FoveaSettings} says.
	 *
	 * @param image not changed
	 * @return a point for each plane, slices fastest
	 * @throws FoveaException as with all settings
	 */
	public List<LatentPoint> encode(final ImageData<?> image) throws FoveaException {
		return encode(image, fovea.progress());
	}

	/**
	 * @param image of the size that the network takes; not changed. Of a color image a model of one channel sees the
	 *     gray. The normalization is fitted on the whole image
	 * @param progress hears of progress and warnings, may cancel
	 * @return a point for each plane, slices fastest
	 * @throws FoveaException if it does not fit, has a pixel that is not a number, or the run failed; a
	 *     {@link fovea.base.CancelledException} if it was cancelled
	 */
	public List<LatentPoint> encode(final ImageData<?> image, final Progress progress) throws FoveaException {
		final Image pixels = image.image();
		try {
			return new EncodingRun(autoencoder)
							.encode(
									new PlaneItems(
											ImageSource.of(image.name(), List.of(pixels)),
											new PlaneCutter(autoencoder.channels(), List.of(), Scope.IMAGE),
											ItemNames.of(List.of(image.name()), List.of())),
									new Listening(progress))
							.all()
							.stream()
							.map(encoding -> LatentPoint.of(encoding, pixels.size(Image.Z)))
							.toList();
		} finally {
			Reference.reachabilityFence(this);
		}
	}

	/**
	 * @param point coordinates in the latent space, not changed
	 * @return the image there, X and Y, and C where it has several channels: in gray values where the normalization is
	 *     the same for all images, else in the network's own values, about 0 to 1 for percentiles
	 * @throws FoveaException if nothing can be decoded, the point has too few or too many coordinates or one that is
	 *     not a number, or the run failed
	 */
	public ImageData<FloatType> decode(final float[] point) throws FoveaException {
		try {
			final Raster decoded = autoencoder.decode(point.clone());
			final RandomAccessibleInterval<FloatType> fastestChannel =
					ArrayImgs.floats(decoded.data(), decoded.channels(), decoded.width(), decoded.height());
			return decoded.channels() == 1
					? ImageData.of(Views.hyperSlice(fastestChannel, 0, 0))
					: ImageData.of(Views.moveAxis(fastestChannel, 0, 2), "XYC");
		} finally {
			Reference.reachabilityFence(this);
		}
	}

	/** Frees native memory and temporary files. Closing it again does nothing. */
	@Override
	public void close() {
		closing.run();
	}
}
