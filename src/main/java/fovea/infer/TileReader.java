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

import fovea.image.Normalizer;
import fovea.image.PixelBlocks;
import fovea.infer.tile.Tile;
import java.util.BitSet;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads tiles of one run as normalized planar blocks. Pixels that are not a number, or infinite, are 0 for the network,
 * which would otherwise spread them over all its receptive field; where they are is remembered. Not thread-safe.
 */
final class TileReader {

	private final List<PrimitiveBlocks<FloatType>> channels;
	private final Normalizer normalizer;
	private final boolean mayHaveNaN;
	private final BitSet missing = new BitSet();
	private final BitSet notANumber = new BitSet();
	private float[] planar = {};

	/**
	 * @param channels that the model takes together, each with the tiled axes
	 * @param normalizer fitted on them
	 */
	TileReader(final List<RandomAccessibleInterval<? extends RealType<?>>> channels, final Normalizer normalizer) {
		this.channels = channels.stream()
				.<PrimitiveBlocks<FloatType>>map(PixelBlocks::mirrored)
				.toList();
		this.normalizer = normalizer;
		this.mayHaveNaN = channels.stream().anyMatch(c -> !(c.getType() instanceof IntegerType));
	}

	/**
	 * @param tile to read, padded; mirrored where it leaves the image
	 * @return planar block of all channels, valid until the next call
	 */
	float[] read(final Tile tile) {
		final int n = Math.toIntExact(tile.paddedSize());
		if (planar.length != n * channels.size()) planar = new float[n * channels.size()];
		final float[] channel = channels.size() == 1 ? planar : new float[n];
		final long[] position = tile.paddedOrigin();
		for (int c = 0; c < channels.size(); c++) {
			channels.get(c).copy(position, channel, tile.padded());
			if (channel != planar) System.arraycopy(channel, 0, planar, c * n, n);
		}
		// Sought before, since a step may make a number of them, and after, since one may make some.
		missing.clear();
		if (mayHaveNaN) seek(false);
		normalizer.apply(planar, channels.size(), n);
		if (mayHaveNaN) seek(true);
		notANumber.clear();
		for (int i = missing.nextSetBit(0); i >= 0; i = missing.nextSetBit(i + 1)) {
			planar[i] = 0;
			notANumber.set(i % n);
		}
		return planar;
	}

	private void seek(final boolean normalized) {
		for (int i = 0; i < planar.length; i++)
			if (normalized ? Float.isNaN(planar[i]) : !Float.isFinite(planar[i])) missing.set(i);
	}

	/** @return places in a padded plane of the tile last read where some channel is not a finite number */
	BitSet notANumber() {
		return notANumber;
	}
}
