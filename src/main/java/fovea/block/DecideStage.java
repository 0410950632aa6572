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
import fovea.image.ChannelValues;
import fovea.image.Image;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.segment.PartialSegmenter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the network over the tiles of the whole image, and keeps what it said of each pixel. */
final class DecideStage extends KeptStage {

	/** Rows that are packed together, so that a part can be read without the rest. */
	static final int STRIP = 256;

	private final BlockContext context;
	private final double scale;
	private final PlaneGrid grid;
	private final List<Predictor.TileBox> tiles;
	private final List<List<ChannelValues>> values;
	private final PartialSegmenter.Backgrounds firstLook;
	private final Map<Lie, List<PartialSegmenter.Decided>> empty = new ConcurrentHashMap<>();
	private Image background;

	/**
	 * @param digest of the pixels and all that decides the result
	 * @param values of all planes together, or of each
	 * @param firstLook where there was one
	 */
	DecideStage(
			final BlockContext context,
			final double scale,
			final byte[] digest,
			final List<List<ChannelValues>> values,
			final PartialSegmenter.Backgrounds firstLook)
			throws FoveaException {
		super(
				context.work(),
				BlockContext.name(Pass.Kind.DECIDE, scale),
				scale == 1 ? "network" : "network at scale " + scale,
				grid(context, scale).size(),
				digest);
		this.context = context;
		this.scale = scale;
		this.values = values;
		this.firstLook = firstLook;
		this.tiles = tiles(context, scale);
		this.grid = grid(context, scale);
	}

	/** @return the tiles of all planes */
	static PlaneGrid grid(final BlockContext context, final double scale) throws FoveaException {
		return PlaneGrid.of(
				context.image().image(),
				tiles(context, scale).stream().map(Predictor.TileBox::core).toList());
	}

	private static List<Predictor.TileBox> tiles(final BlockContext context, final double scale) throws FoveaException {
		return context.segmenter()
				.predictor()
				.tiles(context.segmenter().scaled(context.image().image().at(0, 0), scale));
	}

	@Override
	public void run(final int task, final ProgressListener listener) throws FoveaException {
		final PlaneGrid.Place place = grid.place(task);
		final List<PartialSegmenter.Decided> decided;
		try {
			decided = decide(task, place, listener);
		} catch (final IllegalStateException e) {
			throw BlockContext.failed(e);
		}
		keep(task, out -> {
			out.writeInt(decided.size());
			for (final PartialSegmenter.Decided run : decided) write(out, run, place.box());
		});
	}

	/**
	 * Where a tile lies in the image, as far as the network can tell: of tiles that are all of one value those that lie
	 * alike are alike.
	 */
	private record Lie(int values, int width, int height, List<Integer> beyond) {}

	private List<PartialSegmenter.Decided> decide(
			final int task, final PlaneGrid.Place place, final ProgressListener listener) throws FoveaException {
		final int counted = values.size() == 1 ? 0 : grid.plane(task);
		final Image plane = context.segmenter().scaled(context.image().image().at(place.z(), place.t()), scale);
		final Box sight = tiles.get(task % grid.boxes().size()).sight();
		// Of an enlarged image the first look counts, too, which sees further.
		final boolean alone = scale == context.segmenter().firstScale();
		if (!alone || !context.isMissing(sight, scale, place.z(), place.t()))
			return context.segmenter()
					.decide(
							plane,
							scale,
							place.box(),
							values.get(counted),
							() -> background().at(place.z(), place.t()),
							listener);
		final Box core = place.box();
		final Lie lie = new Lie(
				counted,
				core.width(),
				core.height(),
				List.of(
						core.x() - sight.x(),
						core.y() - sight.y(),
						sight.endX() - core.endX(),
						sight.endY() - core.endY(),
						sight.x() == 0 ? 1 : 0,
						sight.y() == 0 ? 1 : 0,
						sight.endX() == plane.size(Image.X) ? 1 : 0,
						sight.endY() == plane.size(Image.Y) ? 1 : 0));
		final List<PartialSegmenter.Decided> known = empty.get(lie);
		if (known != null) return known;
		final List<PartialSegmenter.Decided> seen = context.segmenter()
				.decide(
						plane,
						scale,
						core,
						values.get(counted),
						() -> background().at(place.z(), place.t()),
						listener);
		if (seen.stream().allMatch(run -> run.maxClass() == 0)) empty.put(lie, seen);
		return seen;
	}

	private synchronized Image background() throws FoveaException {
		if (background == null) background = firstLook.get();
		return background;
	}

	private void write(final DataOutputStream out, final PartialSegmenter.Decided run, final Box box)
			throws IOException {
		out.writeUTF(run.meaning());
		out.writeInt(run.channels());
		out.writeInt(run.maxClass());
		out.writeInt(run.warnings().size());
		for (final String warning : run.warnings()) out.writeUTF(warning);
		out.writeBoolean(run.probability().isPresent());
		out.writeBoolean(run.background().isPresent());
		out.writeBoolean(run.depths().isPresent());
		final boolean pixels = run.maxClass() > 0 || scale < 1;
		out.writeBoolean(pixels);
		// Where pixels are put together, nobody asks for the probability of background.
		if (scale >= 1 && run.probability().isPresent())
			for (int p = 0; p < run.classes().length; p++)
				if (run.classes()[p] == 0) run.probability().get()[p] = 0;
		for (int y = 0; y < box.height(); y += STRIP) {
			final int from = y * box.width();
			final int n = Math.min(STRIP, box.height() - y) * box.width();
			if (pixels) Packed.write(out, java.util.Arrays.copyOfRange(run.classes(), from, from + n));
			if (pixels && run.probability().isPresent())
				Packed.write(out, run.probability().get(), from, n);
			if (run.background().isPresent())
				Packed.writeRaw(out, run.background().get(), from, n);
			if (pixels && run.depths().isPresent())
				Packed.write(out, run.depths().get(), from, n);
		}
	}
}
