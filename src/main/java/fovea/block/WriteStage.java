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
import fovea.image.Image;
import fovea.infer.ProgressListener;
import fovea.zarr.ZarrArray;
import java.util.HashMap;
import java.util.Map;

/** Writes the labels of each block: objects are numbered over the whole image, by the blocks that they begin in. */
final class WriteStage extends KeptStage {

	private static final String NAME = "write";

	private final BlockContext context;
	private final PlaneGrid grid;
	private final LabelImage labels;
	private final ZarrArray array;
	private final long[] before;
	private final String found;

	/** @param before how many objects there are in earlier tasks and runs, of each task and run in it */
	WriteStage(
			final BlockContext context,
			final double scale,
			final byte[] digest,
			final long[] before,
			final LabelImage labels)
			throws FoveaException {
		super(context.work(), NAME, "labels", context.blocks().size(), digest);
		this.context = context;
		this.grid = context.blocks();
		this.labels = labels;
		this.array = labels.array(0);
		this.before = before;
		this.found = BlockContext.name(Pass.Kind.FIND, scale);
	}

	@Override
	public void run(final int task, final ProgressListener listener) throws FoveaException {
		final PlaneGrid.Place place = grid.place(task);
		final Box box = place.box();
		for (int run = 0; run < labels.runs(); run++) {
			final FoundBlock block = FoundBlock.read(context.work(), found, task, run, 1);
			final int[] numbers = numbers(block, task, run);
			labels.write(
					array,
					0,
					run,
					place.z(),
					place.t(),
					box.x(),
					box.y(),
					block.labels().length == 0 ? null : (x, y) -> numbers[block.labels()[y * box.width() + x]]);
		}
		keep(task, out -> {});
	}

	private int[] numbers(final FoundBlock block, final int task, final int run) throws FoveaException {
		final int width = context.image().image().size(Image.X);
		final int across = (width + context.edge() - 1) / context.edge();
		final int plane = grid.plane(task) * grid.boxes().size();
		final Map<Integer, FoundBlock> others = new HashMap<>();
		final int[] numbers = new int[block.seen().length + 1];
		for (int n = 1; n < numbers.length; n++) {
			final long at = block.seen()[n - 1];
			final int owner =
					plane + (int) (at / width) / context.edge() * across + (int) (at % width) / context.edge();
			FoundBlock of = owner == task ? block : others.get(owner);
			if (of == null) {
				of = FoundBlock.read(context.work(), found, owner, run, 0);
				others.put(owner, of);
			}
			numbers[n] = (int) (before[owner * labels.runs() + run] + of.rank(at) + 1);
		}
		return numbers;
	}
}
