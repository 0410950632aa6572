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
package fovea.block;

import fovea.base.FoveaException;
import fovea.image.Box;
import fovea.infer.ProgressListener;
import fovea.zarr.ChunkCache;
import fovea.zarr.Elements;
import fovea.zarr.RegionReader;
import fovea.zarr.ZarrArray;

/** Writes a size of the labels, of the one before. */
final class PyramidStage extends KeptStage {

	private final LabelImage labels;
	private final int level;
	private final PlaneGrid grid;
	private final RegionReader larger;
	private final ZarrArray array;

	PyramidStage(final BlockContext context, final int level, final byte[] digest, final LabelImage labels)
			throws FoveaException {
		super(
				context.work(),
				"pyramid-" + level,
				"size " + (level + 1) + " of " + labels.levels(),
				grid(context, level, labels).size(),
				digest);
		this.labels = labels;
		this.level = level;
		this.grid = grid(context, level, labels);
		this.larger = new RegionReader(labels.array(level - 1), new ChunkCache(0));
		this.array = labels.array(level);
	}

	private static PlaneGrid grid(final BlockContext context, final int level, final LabelImage labels) {
		return PlaneGrid.squares(context.image().image(), labels.width(level), labels.height(level), labels.edge());
	}

	@Override
	public void run(final int task, final ProgressListener listener) throws FoveaException {
		final PlaneGrid.Place place = grid.place(task);
		final Box box = place.box();
		final int width = Math.min(2 * box.width(), labels.width(level - 1) - 2 * box.x());
		final int height = Math.min(2 * box.height(), labels.height(level - 1) - 2 * box.y());
		for (int run = 0; run < labels.runs(); run++) {
			final long[] from = labels.at(run, place.z(), place.t(), 2L * box.y(), 2L * box.x());
			final int[] size = labels.box(height, width);
			final Elements pixels = larger.isMissing(from, size) ? null : larger.read(from, size);
			labels.write(
					array,
					level,
					run,
					place.z(),
					place.t(),
					box.x(),
					box.y(),
					pixels == null ? null : (x, y) -> (int) pixels.getLong(2 * y * width + 2 * x));
		}
		keep(task, out -> {});
	}
}
