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

import fovea.image.ChannelChoice;
import fovea.infer.PredictionOptions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a network is run over an image. Immutable; begin with {@link #DEFAULT}:
 *
 * <pre>{@code
 * model.denoise(image, RunSettings.DEFAULT.withOrientations(8).withTileSize(512));
 * }</pre>
 */
public final class RunSettings {

	/**
	 * Tiles as large as memory allows, the halo as the model needs it, all channels (to segment by a model of one
	 * channel you must choose), statistics of the normalization over the whole image, each tile seen once, the
	 * network's own padding at the image's border; to denoise, noise of photons is stabilized.
	 */
	public static final RunSettings DEFAULT = new RunSettings(PredictionOptions.DEFAULT.withStabilized(true));

	private final PredictionOptions options;

	private RunSettings(final PredictionOptions options) {
		this.options = options;
	}

	/**
	 * @param pixels edge of a tile, halo included; 0: from the memory there is
	 * @return the same with this tile size
	 */
	public RunSettings withTileSize(final int pixels) {
		return new RunSettings(options.withTileSize(pixels));
	}

	/**
	 * @param pixels around a tile that are computed and thrown away; -1: from the model's description, else measured
	 * @return the same with this halo
	 */
	public RunSettings withHalo(final int pixels) {
		return new RunSettings(options.withHalo(pixels));
	}

	/**
	 * @param bytes of native memory that one run may take; 0: a quarter of the computer's
	 * @return the same with this budget
	 */
	public RunSettings withMemory(final long bytes) {
		return new RunSettings(options.withMemoryBytes(bytes));
	}

	/**
	 * @param numbers of the channels to give to the model, <b>counted from 1</b>, as in macros and messages; repeats
	 *     are allowed: 1, 1, 1 makes a gray image fit a model of three channels
	 * @return the same with these channels
	 * @throws IllegalArgumentException if a number is below 1
	 */
	public RunSettings withChannelNumbers(final int... numbers) {
		return new RunSettings(
				options.withChannels(IntStream.of(numbers).boxed().toList()));
	}

	/** @return the same for all channels, each a run of its own where the model takes one */
	public RunSettings withAllChannels() {
		return new RunSettings(options.withChannels(ChannelChoice.ALL));
	}

	/**
	 * @param each true: the statistics of the normalization are taken over each slice and frame by itself; false: over
	 *     the whole image
	 * @return the same
	 */
	public RunSettings withStatisticsOfEachSlice(final boolean each) {
		return new RunSettings(options.withScope(each ? PredictionOptions.Scope.SLICE : PredictionOptions.Scope.IMAGE));
	}

	/**
	 * @param count in how many orientations the network sees the image, of which the mean is taken: 1, 2, 4 or 8; more
	 *     are often a little better and take as many times as long
	 * @return the same
	 * @throws IllegalArgumentException for another number
	 */
	public RunSettings withOrientations(final int count) {
		return new RunSettings(options.withOrientations(count));
	}

	/**
	 * @param mirrored true: the network sees a halo of mirrored pixels around the image; false: its own padding
	 * @return the same
	 */
	public RunSettings withMirroredBorder(final boolean mirrored) {
		return new RunSettings(
				options.withBorder(mirrored ? PredictionOptions.Border.MIRROR : PredictionOptions.Border.NETWORK));
	}

	/**
	 * @param stabilized true: where the variance of an image's noise is a line over the gray value, as of photons and a
	 *     camera, {@code denoise} brings the image to values in which the noise is the same everywhere, and back after
	 *     the model; false: it stays as it is. Of no use for anything else
	 * @return the same
	 */
	public RunSettings withStabilization(final boolean stabilized) {
		return new RunSettings(options.withStabilized(stabilized));
	}

	/** @return what the number of orientations may be, for those who ask their users */
	public static List<Integer> orientations() {
		return PredictionOptions.ORIENTATIONS;
	}

	PredictionOptions options() {
		return options;
	}
}
