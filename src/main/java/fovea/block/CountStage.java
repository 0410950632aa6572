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
import fovea.base.ImageException;
import fovea.image.Box;
import fovea.image.ChannelValues;
import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.io.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Counts the values that statistics are taken of, and, of the image as it is, digests its pixels: by these later stages
 * know whether what an earlier run has left is of the same image. So it is done again in each run.
 */
final class CountStage extends KeptStage {

	private final BlockContext context;
	private final double scale;
	private final Image scaled;
	private final PlaneGrid grid;

	/** @param before digest of the image's pixels where the scale is not 1; else of what decides the result */
	CountStage(final BlockContext context, final double scale, final byte[] before) throws FoveaException {
		super(
				context.work(),
				BlockContext.name(Pass.Kind.COUNT, scale),
				"gray values",
				PlaneGrid.squares(context.scaled(scale), context.edge()).size(),
				before);
		this.context = context;
		this.scale = scale;
		this.scaled = context.scaled(scale);
		this.grid = PlaneGrid.squares(scaled, context.edge());
	}

	private boolean digests() {
		return scale == context.segmenter().firstScale();
	}

	@Override
	public boolean isDone(final int task) throws FoveaException {
		return !digests() && super.isDone(task);
	}

	@Override
	public void run(final int task, final ProgressListener listener) throws FoveaException {
		final PlaneGrid.Place place = grid.place(task);
		final List<ChannelValues> values = new ArrayList<>();
		final byte[] pixels;
		try {
			final boolean each = context.scope() == PredictionOptions.Scope.SLICE;
			final Image of = each ? scaled.at(place.z(), place.t()) : scaled;
			final Box box = place.box();
			final Interval part = FinalInterval.createMinSize(
					box.x(), box.y(), each ? 0 : place.z(), each ? 0 : place.t(), box.width(), box.height(), 1, 1);
			final boolean missing = context.isMissing(place.box(), scale, place.z(), place.t());
			for (final List<RandomAccessibleInterval<? extends RealType<?>>> channels :
					context.segmenter().predictor().channels(of))
				values.add(
						missing
								? ChannelValues.constant(channels, part, context.fill())
								: ChannelValues.count(channels, part));
			pixels = !digests() || missing ? new byte[0] : digest(place);
		} catch (final IllegalStateException e) {
			throw BlockContext.failed(e);
		}
		keep(task, out -> {
			out.writeInt(pixels.length);
			out.write(pixels);
			out.writeInt(values.size());
			for (final ChannelValues value : values) value.write(out);
		});
	}

	/** Of the image as it is, in the part that is as far from its edges. */
	private byte[] digest(final PlaneGrid.Place place) {
		final Image image = context.image().image();
		final double x = (double) image.size(Image.X) / scaled.size(Image.X);
		final double y = (double) image.size(Image.Y) / scaled.size(Image.Y);
		final Box box = place.box().scaled(x, y);
		final Image part = image.crop(new Box(
				box.x(),
				box.y(),
				Math.min(box.endX(), image.size(Image.X)) - box.x(),
				Math.min(box.endY(), image.size(Image.Y)) - box.y()));
		final PlaneReader reader = new PlaneReader(part);
		final MessageDigest sha = Digests.sha256();
		final int width = part.size(Image.X);
		final float[] row = new float[width];
		final ByteBuffer bytes = ByteBuffer.allocate(width * Float.BYTES);
		for (int c = 0; c < part.size(Image.C); c++)
			for (int r = 0; r < part.size(Image.Y); r++) {
				reader.read(c, place.z(), place.t(), r, 1, row);
				bytes.asFloatBuffer().put(row);
				sha.update(bytes.array());
			}
		return sha.digest();
	}

	/** What all tasks together have counted. */
	record Counted(byte[] input, List<List<ChannelValues>> values) {}

	/** @return a list for all planes together, or one for each plane; a digest of what was read */
	Counted sum() throws FoveaException {
		final MessageDigest sha = Digests.sha256();
		sha.update(digest());
		final List<Sum> sums = new ArrayList<>();
		for (int task = 0; task < grid.size(); task++)
			try (Workplace.Result result = kept(task)) {
				sha.update(result.in().readNBytes(result.in().readInt()));
				final int groups = result.in().readInt();
				final List<ChannelValues> values = new ArrayList<>();
				for (int g = 0; g < groups; g++) values.add(ChannelValues.read(result.in()));
				final int at = context.scope() == PredictionOptions.Scope.SLICE ? grid.plane(task) : 0;
				if (at == sums.size()) sums.add(new Sum());
				sums.get(at).add(values);
			} catch (final IOException e) {
				throw new ImageException("Cannot read what was counted: " + e.getMessage(), e);
			}
		return new Counted(
				digests() ? sha.digest() : digest(), sums.stream().map(Sum::all).toList());
	}

	/** Adds what is about as large, so that many small parts cost little. */
	private static final class Sum {

		private final Deque<Integer> ranks = new ArrayDeque<>();
		private final Deque<List<ChannelValues>> parts = new ArrayDeque<>();

		void add(final List<ChannelValues> part) {
			int rank = 0;
			List<ChannelValues> sum = part;
			while (!ranks.isEmpty() && ranks.peek() == rank) {
				ranks.pop();
				sum = both(parts.pop(), sum);
				rank++;
			}
			ranks.push(rank);
			parts.push(sum);
		}

		List<ChannelValues> all() {
			return parts.stream().reduce(Sum::both).orElseThrow();
		}

		private static List<ChannelValues> both(final List<ChannelValues> a, final List<ChannelValues> b) {
			final List<ChannelValues> sums = new ArrayList<>();
			for (int g = 0; g < a.size(); g++) sums.add(a.get(g).plus(b.get(g)));
			return sums;
		}
	}
}
