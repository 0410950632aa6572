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

import fovea.image.ChannelChoice;
import java.util.List;

/**
 * How a network is run over an image. Immutable; start from {@link #DEFAULT}.
 *
 * @param tileSize edge of a tile in pixels, halo included; 0: from the memory budget
 * @param halo pixels around a tile that are computed and thrown away; -1: from the model's description, else measured
 * @param memoryBytes native memory that one run may take; 0: a quarter of the machine's
 * @param channels those of the image to give to the model, repeats allowed (1,1,1 makes a gray image fit an RGB model);
 *     where nobody chose, all, but for segmentations
 * @param scope over what the normalization's statistics are taken
 * @param restoreRange whether an image-valued result is brought back to the input's range of values by inverting the
 *     normalization; where the model has a postprocessing of its own, that decides instead
 * @param orientations in how many the network sees each tile, of which the mean is taken, each taking its time: 1; 2
 *     (mirrored upside down); 4 (and left to right); 8 (and these with x and y exchanged)
 * @param border what the network sees at the image's border
 * @param stabilized whether an image whose noise is of photons is brought to values in which that is the same
 *     everywhere before it is normalized, and back in the end; only where the range is restored
 */
public record PredictionOptions(
		int tileSize,
		int halo,
		long memoryBytes,
		ChannelChoice channels,
		Scope scope,
		boolean restoreRange,
		int orientations,
		Border border,
		boolean stabilized) {

	/** What {@link #orientations} may be. */
	public static final List<Integer> ORIENTATIONS = List.of(1, 2, 4, 8);

	/** Over what the normalization's statistics are taken. */
	public enum Scope {
		/** The whole image, all slices and frames together. */
		IMAGE,
		/** Each slice and frame by itself. */
		SLICE
	}

	/** What the network sees at the image's border. */
	public enum Border {
		/** Nothing: the network's own padding decides, as it does in the framework that it comes from. */
		NETWORK,
		/** A halo of mirrored pixels around the image. */
		MIRROR
	}

	/**
	 * Everything automatic, statistics over the whole image, range restored, each tile seen once, the network's own
	 * padding, nothing stabilized.
	 */
	public static final PredictionOptions DEFAULT =
			new PredictionOptions(0, -1, 0, ChannelChoice.NONE, Scope.IMAGE, true, 1, Border.NETWORK, false);

	/** Checks the orientations. */
	public PredictionOptions {
		if (!ORIENTATIONS.contains(orientations))
			throw new IllegalArgumentException("expected orientations of " + ORIENTATIONS + ", got " + orientations);
	}

	/** @return whether x and y are exchanged in some of the orientations */
	boolean areExchanged() {
		return Orientation.first(orientations).stream().anyMatch(Orientation::exchanged);
	}

	/** @return these options with another tile size */
	public PredictionOptions withTileSize(final int pixels) {
		return new PredictionOptions(
				pixels, halo, memoryBytes, channels, scope, restoreRange, orientations, border, stabilized);
	}

	/** @return these options with another halo */
	public PredictionOptions withHalo(final int pixels) {
		return new PredictionOptions(
				tileSize, pixels, memoryBytes, channels, scope, restoreRange, orientations, border, stabilized);
	}

	/** @return these options with another memory budget */
	public PredictionOptions withMemoryBytes(final long bytes) {
		return new PredictionOptions(
				tileSize, halo, bytes, channels, scope, restoreRange, orientations, border, stabilized);
	}

	/** @return these options with other channels */
	public PredictionOptions withChannels(final ChannelChoice choice) {
		return new PredictionOptions(
				tileSize, halo, memoryBytes, choice, scope, restoreRange, orientations, border, stabilized);
	}

	/** @return these options with other channels, counted from 1 */
	public PredictionOptions withChannels(final List<Integer> oneBased) {
		return withChannels(ChannelChoice.of(oneBased));
	}

	/** @return these options with another scope of the normalization */
	public PredictionOptions withScope(final Scope newScope) {
		return new PredictionOptions(
				tileSize, halo, memoryBytes, channels, newScope, restoreRange, orientations, border, stabilized);
	}

	/** @return these options with the range restored or not */
	public PredictionOptions withRestoreRange(final boolean restore) {
		return new PredictionOptions(
				tileSize, halo, memoryBytes, channels, scope, restore, orientations, border, stabilized);
	}

	/** @return these options with another number of orientations */
	public PredictionOptions withOrientations(final int count) {
		return new PredictionOptions(
				tileSize, halo, memoryBytes, channels, scope, restoreRange, count, border, stabilized);
	}

	/** @return these options with another border */
	public PredictionOptions withBorder(final Border newBorder) {
		return new PredictionOptions(
				tileSize, halo, memoryBytes, channels, scope, restoreRange, orientations, newBorder, stabilized);
	}

	/** @return these options with noise of photons stabilized or not */
	public PredictionOptions withStabilized(final boolean stabilize) {
		return new PredictionOptions(
				tileSize, halo, memoryBytes, channels, scope, restoreRange, orientations, border, stabilize);
	}
}
