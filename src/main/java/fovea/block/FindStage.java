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
import fovea.segment.PartialSegmenter;
import fovea.segment.SegmentedObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;

/** Tells the objects of each block apart, those at its edges with all that touches them. */
final class FindStage extends KeptStage {

	private final BlockContext context;
	private final PlaneGrid grid;
	private final Windows windows;
	private final int runs;
	private final float[][] highest;
	private final String name;

	/** @param highest of the relief of each plane, of each run in it */
	FindStage(final BlockContext context, final double scale, final byte[] digest, final float[][] highest)
			throws FoveaException {
		super(
				context.work(),
				BlockContext.name(Pass.Kind.FIND, scale),
				"objects",
				context.blocks().size(),
				digest);
		this.context = context;
		this.grid = context.blocks();
		final DecidedPixels pixels = new DecidedPixels(context, scale);
		this.windows = new Windows(context, pixels, scale, true);
		this.runs = pixels.runs();
		this.highest = highest;
		this.name = BlockContext.name(Pass.Kind.FIND, scale);
	}

	int runs() {
		return runs;
	}

	@Override
	public void run(final int task, final ProgressListener listener) throws FoveaException {
		final PlaneGrid.Place place = grid.place(task);
		final List<FoundBlock> found = new ArrayList<>();
		// The first block has the headings of the table.
		final Optional<FoundBlock> nothing = task == 0 ? Optional.empty() : Optional.of(FoundBlock.NOTHING);
		try {
			for (int r = 0; r < runs; r++) {
				final int run = r;
				found.add(windows.look(run, place, nothing, (part, seen) -> {
					final var objects = context.segmenter()
							.find(part, run, runs, place.z(), place.t(), seen, highest[grid.plane(task)][run]);
					if (objects.isEmpty()) return Optional.empty();
					return Optional.of(block(objects.get(), place, task == 0));
				}));
			}
		} catch (final IllegalStateException e) {
			throw BlockContext.failed(e);
		}
		keep(task, out -> {
			out.writeInt(found.size());
			for (final FoundBlock block : found) block.write(out);
		});
	}

	/** An object belongs to the block that its first pixel lies in. */
	private FoundBlock block(final PartialSegmenter.Found found, final PlaneGrid.Place place, final boolean headings)
			throws FoveaException {
		final Box window = found.part().window();
		final Box core = place.box();
		final int[] labels = ((PlanarImg<?, IntArray>)
						(PlanarImg<?, ?>) found.segmentation().labels())
				.getPlane(0)
				.getCurrentStorageArray();
		final int count = found.segmentation().objects().size();
		final long[] first = new long[count + 1];
		Arrays.fill(first, -1);
		for (int p = 0; p < labels.length; p++) if (labels[p] > 0 && first[labels[p]] < 0) first[labels[p]] = p;
		final int planeWidth = context.image().image().size(Image.X);
		final List<SegmentedObject> own = new ArrayList<>();
		final Map<Integer, Long> places = new HashMap<>();
		for (final SegmentedObject object : found.segmentation().objects()) {
			final int p = (int) first[object.label()];
			final int x = window.x() + p % window.width();
			final int y = window.y() + p / window.width();
			places.put(object.label(), (long) y * planeWidth + x);
			if (core.contains(x, y)) own.add(object);
		}
		own.sort((a, b) -> Long.compare(places.get(a.label()), places.get(b.label())));
		final int[] numbers = new int[count + 1];
		final List<Long> seen = new ArrayList<>();
		final int[] of = new int[core.width() * core.height()];
		for (int y = core.y(), i = 0; y < core.endY(); y++)
			for (int x = core.x(); x < core.endX(); x++, i++) {
				final int label = labels[(y - window.y()) * window.width() + x - window.x()];
				if (label == 0) continue;
				if (numbers[label] == 0) {
					seen.add(places.get(label));
					numbers[label] = seen.size();
				}
				of[i] = numbers[label];
			}
		final List<List<String>> rows = own.isEmpty() && !headings
				? List.of()
				: context.rows()
						.of(
								context.image(),
								found.segmentation().of(own),
								new ObjectRows.Place(window.x(), window.y(), place.z(), place.t()));
		return new FoundBlock(
				own.stream().mapToLong(o -> places.get(o.label())).toArray(),
				own.stream().mapToLong(SegmentedObject::pixels).toArray(),
				rows,
				seen.stream().mapToLong(Long::longValue).toArray(),
				of);
	}

	/**
	 * How many objects there are.
	 *
	 * @param before of each task and run in it, how many there are in those before
	 * @param total of all
	 * @param sizes how many have so many pixels
	 */
	record Numbers(long[] before, long total, SortedMap<Long, Long> sizes) {}

	Numbers numbers() throws FoveaException {
		final long[] before = new long[Math.multiplyExact(grid.size(), runs)];
		final SortedMap<Long, Long> sizes = new TreeMap<>();
		long total = 0;
		for (int task = 0; task < grid.size(); task++)
			for (int run = 0; run < runs; run++) {
				final FoundBlock block = FoundBlock.read(context.work(), name, task, run, 0);
				before[task * runs + run] = total;
				total += block.own().length;
				for (final long size : block.pixels()) sizes.merge(size, 1L, Long::sum);
			}
		return new Numbers(before, total, sizes);
	}
}
