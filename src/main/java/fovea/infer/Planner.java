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

import fovea.base.ModelException;
import fovea.image.Box;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.tile.TileGrid;
import fovea.infer.tile.TilePlan;
import fovea.model.AxisType;
import java.util.Arrays;

/**
 * Cuts an image into tiles for a model.
 *
 * @param plan the tiles
 * @param grid where they lie
 * @param geometry of the network, with the halo that is used
 * @param partial whether tiles cannot give what the whole image would: there are several, and the network sees further
 *     than any halo
 */
record Planner(TilePlan plan, TileGrid grid, TileGeometry geometry, boolean partial) {

	/**
	 * Some 3500 x 3500: with a halo of 96, 7 % of 8192 x 8192 pixels are computed twice. Larger tiles save little more,
	 * and take memory that is new to the process, which costs as much the first time; they end later, too, where a run
	 * is cancelled, and say less of its progress.
	 */
	private static final long MOST_PIXELS = 3L << 22;

	/**
	 * @param model what runs
	 * @param measured its geometry
	 * @param image lengths of the tiled axes
	 * @param options tile size, halo and memory
	 * @throws ModelException if the options leave no room for a tile
	 */
	static Planner of(
			final LoadedModel model, final TileGeometry measured, final long[] image, final PredictionOptions options)
			throws ModelException {
		if (measured.global() && options.halo() < 0) {
			// Whatever is put around the image, such a network would see: without a halo if one piece will do.
			final Planner whole = plan(model, measured.withHalo(new int[image.length]), image, options);
			if (whole.plan().tiles().size() == 1) return whole;
			final Planner tiled = plan(model, measured, image, options);
			return new Planner(tiled.plan(), tiled.grid(), tiled.geometry(), true);
		}
		return plan(
				model, options.halo() < 0 ? measured : measured.withHalo(halo(model, options.halo())), image, options);
	}

	private static Planner plan(
			final LoadedModel model, final TileGeometry geometry, final long[] image, final PredictionOptions options)
			throws ModelException {
		final int[] edge = options.border() == PredictionOptions.Border.MIRROR ? geometry.halo() : geometry.leastHalo();
		final TileGrid grid = new TileGrid(image, model.inputPort().lengths(geometry.stride()), geometry.halo(), edge);
		final int[] maxEdge = new int[image.length];
		Arrays.fill(maxEdge, Integer.MAX_VALUE);
		for (int d = 0; d < maxEdge.length; d++) {
			if (d < 2 && options.tileSize() > 0) maxEdge[d] = options.tileSize();
			final boolean fixed = grid.lengths().isFixed(d);
			if (fixed ? !grid.isCoverable(d) : maxEdge[d] < grid.least(d)) {
				if (options.tileSize() > 0 || fixed)
					throw new ModelException("Model '" + model.spec().name() + "' cannot run in tiles of "
							+ (fixed ? grid.least(d) : maxEdge[d]) + " pixels: its halo of " + geometry.halo()[d]
							+ " on either side and its stride of " + geometry.stride()[d] + " need at least "
							+ grid.leastBetweenHalos(d));
				maxEdge[d] = grid.least(d);
			}
		}
		// One tile is computed at a time. What surrounds it is computed for nothing, so that it is large.
		final long pixels =
				Math.min(MOST_PIXELS, (long) (MemoryBudget.of(options.memoryBytes()) / geometry.bytesPerPixel()));
		return new Planner(TilePlan.of(grid, maxEdge, Math.max(1, pixels)), grid, geometry, false);
	}

	/** @return this for a part of the image: the tiles are the same, but only those that it has pixels of */
	Planner touching(final Box box) {
		return new Planner(plan.touching(box.x(), box.y(), box.width(), box.height()), grid, geometry, partial);
	}

	/** A halo is meant for x and y; a volume gets it along z too, time not. */
	private static int[] halo(final LoadedModel model, final int pixels) {
		return model.inputPort().layout().tiledAxes().stream()
				.mapToInt(axis -> axis == AxisType.TIME ? 0 : pixels)
				.toArray();
	}
}
