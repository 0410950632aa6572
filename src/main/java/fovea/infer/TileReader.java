package fovea.infer;

import java.util.BitSet;
import java.util.List;

import fovea.image.Normalizer;
import fovea.image.PixelBlocks;
import fovea.tile.Tile;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads tiles of one run as normalised planar blocks. Pixels that are not a number are 0 for the network,
 * which would otherwise spread them over all its receptive field; where they are is remembered. Not
 * thread-safe.
 */
final class TileReader {

	private final List<PrimitiveBlocks<FloatType>> channels;
	private final Normalizer normalizer;
	private final boolean mayHaveNaN;
	private final BitSet notANumber = new BitSet();
	private float[] planar = {};

	/**
	 * @param channels that the model takes together, each with the tiled axes
	 * @param normalizer fitted on them
	 */
	TileReader(final List<RandomAccessibleInterval<? extends RealType<?>>> channels, final Normalizer normalizer) {
		this.channels = channels.stream().<PrimitiveBlocks<FloatType>> map(PixelBlocks::mirrored).toList();
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
		normalizer.apply(planar, channels.size(), n);
		notANumber.clear();
		for (int i = 0; mayHaveNaN && i < planar.length; i++)
			if (Float.isNaN(planar[i])) {
				planar[i] = 0;
				notANumber.set(i % n);
			}
		return planar;
	}

	/** @return places in a padded plane of the tile last read where some channel is not a number */
	BitSet notANumber() {
		return notANumber;
	}
}
