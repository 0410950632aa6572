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

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.AxisMapping;
import fovea.image.Normalizer;
import fovea.infer.geometry.Port;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.tile.Tile;
import fovea.io.DataType;
import fovea.memory.JavaMemory;
import fovea.memory.MemoryNeed;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.IntegerType;

/**
 * Java memory that running a model over an image takes. The result is there from the first tile to the end; numbers are
 * fitted before it, tiles are under way until it is whole, what is to be done with it comes after.
 *
 * @param what for, in words that "needs" may follow
 * @param result bytes
 * @param passing bytes, the larger of what fitting and what comes after take
 * @param tilePixel bytes that a pixel of a padded tile takes
 * @param geometry of the network
 * @param options how to run it
 */
record RunMemory(
		String what, long result, long passing, double tilePixel, TileGeometry geometry, PredictionOptions options) {

	/** Tiles of so few pixels beside their halos would be mostly halo. */
	private static final int LEAST_CORE = 256;

	/** Pixels of tiles with which a run goes well, though larger ones would be a little faster. */
	private static final double GOOD_TILE = 1 << 20;

	/**
	 * @param model that runs
	 * @param mapping of the image
	 * @param geometry of the network
	 * @param use what becomes of the result
	 * @param options how to run it
	 * @return an estimate; where only a tile will tell how many channels come out, for one
	 */
	static RunMemory of(
			final LoadedModel model,
			final AxisMapping mapping,
			final TileGeometry geometry,
			final ResultUse use,
			final PredictionOptions options) {
		final int in = mapping.runs().get(0).channels().size();
		final int out = model.outputPort().layout().channels().orElse(1);
		final ResultBuilder result =
				new ResultBuilder(mapping, geometry, use, model.output().processing());
		return new RunMemory(
				what(mapping),
				result.bytes(out),
				Math.max(
						result.laterBytes(out),
						Normalizer.fittingBytes(
								model.input().processing(),
								mapping.wholePixels(mapping.runs().get(0)))),
				tilePixel(model, mapping, geometry, in, out)
						+ (options.orientations() == 1 ? 0 : Float.BYTES * (in + out)),
				geometry,
				options);
	}

	/** @return of an image, for messages */
	static String what(final AxisMapping mapping) {
		return "'" + mapping.image().name() + "' (" + mapping.image().dimensions() + ")";
	}

	/** What {@link TileReader}, {@link TileRunner} and the engine hold at once. */
	private static double tilePixel(
			final LoadedModel model,
			final AxisMapping mapping,
			final TileGeometry geometry,
			final int in,
			final int out) {
		final Type<?> read = mapping.image().pixels().getType();
		final int planar =
				in * Float.BYTES + (in > 1 ? Float.BYTES : 0) + (read instanceof IntegerType ? Float.BYTES : 0);
		final int fed = model.inputPort().layout().isPlanar(in) ? 0 : in * Float.BYTES;
		final double scale = Arrays.stream(geometry.scale()).reduce(1, (a, b) -> a * b);
		return planar
				+ fed
				+ in * converted(model.inputPort())
				+ scale * out * (2 * Float.BYTES + converted(model.outputPort()));
	}

	/** @return bytes of the array between floats and a tensor's values */
	private static int converted(final Port port) {
		return port.info().type() == DataType.FLOAT32 ? 0 : Long.BYTES;
	}

	/**
	 * @param plans cuts the image
	 * @return the plan that the options ask for, if Java has memory for it, else one of smaller tiles
	 * @throws FoveaException if there is no memory for the result, or no plan; it says how much tiles of good size need
	 */
	Planner plan(final Plans plans) throws FoveaException {
		return plan(plans, JavaMemory.now(), JavaMemory::collected);
	}

	/**
	 * @param now what Java has
	 * @param collected the same, once what nobody needs was thrown away
	 */
	Planner plan(final Plans plans, final JavaMemory now, final Supplier<JavaMemory> collected) throws FoveaException {
		final Planner plan = plans.of(options);
		if (need(plan).fits(now)) return plan;
		final JavaMemory memory = collected.get();
		if (need(plan).fits(memory)) return plan;
		final Planner smaller = plans.of(limited((MemoryNeed.most(memory) - result) / tilePixel / TileQueue.WORKERS));
		if (!need(smaller).fits(memory)) need(plans.of(limited(GOOD_TILE))).require(memory);
		return smaller;
	}

	/** @return options of which tiles of so many pixels come, or of the least that are worth it */
	private PredictionOptions limited(final double pixels) {
		double least = 1;
		for (int d = 0; d < geometry.halo().length; d++)
			least *= 2 * geometry.halo()[d] + (d < 2 ? LEAST_CORE : geometry.stride()[d]);
		return options.withMemoryBytes(Math.min(MemoryBudget.of(options.memoryBytes()), (long)
				Math.ceil(Math.max(least, pixels) * geometry.bytesPerPixel())));
	}

	/** Cuts an image. */
	interface Plans {

		/** @param options tile size, halo and memory */
		Planner of(PredictionOptions options) throws ModelException;
	}

	/** @return at the moment when it needs most */
	private MemoryNeed need(final Planner planner) {
		final List<Tile> tiles = planner.plan().tiles();
		final long largest = tiles.stream().mapToLong(Tile::paddedSize).max().orElse(0);
		return new MemoryNeed(
				what,
				result + Math.max(passing, (long) (tilePixel * largest * Math.min(TileQueue.WORKERS, tiles.size()))));
	}
}
