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

import fovea.base.ImageException;
import fovea.image.Image;
import fovea.io.DataType;
import fovea.zarr.ZarrArray;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ZarrSpec;
import fovea.zarr.codec.Zstd;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLevel;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An image of labels as OME-Zarr: unsigned 32 bit, with smaller sizes, each half of the one before, of which every
 * second pixel is taken. A block of a plane is a shard, or several chunks, so that who writes one shares no file with
 * others.
 *
 * @param store where it is written
 * @param of what the labels are of
 * @param runs of the network over the image's channels; if there are several, they are the labels' channels
 * @param edge of a block in pixels, in all sizes
 * @param version to write
 */
record LabelImage(Store store, BlockImage of, int runs, int edge, OmeVersion version) {

	/** The smallest size is no longer than this. */
	private static final int SMALLEST = 512;

	/** Chunks of a shard along x and y. */
	private static final int PER_SHARD = 4;

	private static final List<OmeAxis.Kind> ORDER =
			List.of(OmeAxis.Kind.T, OmeAxis.Kind.C, OmeAxis.Kind.Z, OmeAxis.Kind.Y, OmeAxis.Kind.X);

	/** @return how many sizes there are */
	int levels() {
		int levels = 1;
		for (int length = Math.max(of.image().size(Image.X), of.image().size(Image.Y));
				length > SMALLEST;
				length = (length + 1) / 2) levels++;
		return levels;
	}

	/** @return columns of a size */
	int width(final int level) {
		return (int) ((of.image().size(Image.X) + (1L << level) - 1) >> level);
	}

	/** @return rows of a size */
	int height(final int level) {
		return (int) ((of.image().size(Image.Y) + (1L << level) - 1) >> level);
	}

	/** @return those of the axes that the labels have, slowest first */
	private List<OmeAxis> axes() {
		final List<OmeAxis> axes = new ArrayList<>();
		for (final OmeAxis.Kind kind : ORDER) {
			final OptionalInt index = of.place().image().index(kind);
			if (index.isPresent() && (kind != OmeAxis.Kind.C || runs > 1))
				axes.add(of.place().image().axes().get(index.getAsInt()));
		}
		return axes;
	}

	private int length(final OmeAxis.Kind kind, final int level) {
		return switch (kind) {
			case X -> width(level);
			case Y -> height(level);
			case C -> runs;
			case Z -> of.image().size(Image.Z);
			default -> of.image().size(Image.T);
		};
	}

	/** Writes the metadata of all sizes' arrays, not yet that there is an image. */
	void createArrays() throws ImageException {
		ZarrGroup.create(store, "", zarr(), java.util.Map.of());
		for (int level = 0; level < levels(); level++) {
			final List<OmeAxis> axes = axes();
			final long[] shape = new long[axes.size()];
			final int[] chunks = new int[shape.length];
			final int[] shards = new int[shape.length];
			for (int d = 0; d < shape.length; d++) {
				final OmeAxis.Kind kind = axes.get(d).kind();
				final boolean inPlane = kind == OmeAxis.Kind.X || kind == OmeAxis.Kind.Y;
				shape[d] = length(kind, level);
				chunks[d] = inPlane ? edge / PER_SHARD : 1;
				shards[d] = inPlane ? edge : 1;
			}
			final String[] names = axes.stream().map(OmeAxis::name).toArray(String[]::new);
			ZarrArray.create(
					store,
					String.valueOf(level),
					zarr() == 3
							? ZarrSpec.v3(DataType.UINT32, shape, chunks)
									.withShards(shards)
									.withDimensionNames(names)
							: ZarrSpec.v2(DataType.UINT32, shape, chunks).withCodecs(new Zstd(3)));
		}
	}

	private int zarr() {
		return version == OmeVersion.V0_4 ? 2 : 3;
	}

	/** Says that there is an image: the last that is written. */
	void finish(final String name) throws ImageException {
		final OmeLevel source = of.place().image().levels().get(of.level());
		final List<OmeLevel> levels = new ArrayList<>();
		for (int level = 0; level < levels(); level++) {
			final List<Double> scale = new ArrayList<>();
			final List<Double> translation = new ArrayList<>();
			for (final OmeAxis axis : axes()) {
				final int index = of.place().image().axes().indexOf(axis);
				final boolean inPlane = axis.kind() == OmeAxis.Kind.X || axis.kind() == OmeAxis.Kind.Y;
				scale.add(source.scale().get(index) * (inPlane ? 1L << level : 1));
				translation.add(source.translation().get(index));
			}
			levels.add(new OmeLevel(String.valueOf(level), scale, translation));
		}
		final OmeImage image = new OmeImage(name, axes(), levels, List.of(), true);
		ZarrGroup.create(store, "", zarr(), image.attributes(version));
	}

	/** @return a size */
	ZarrArray array(final int level) throws ImageException {
		return ZarrArray.open(store, String.valueOf(level));
	}

	/**
	 * @param run over the channels
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param y along that axis, in what the caller counts
	 * @param x the same
	 * @return these in the order of the array's axes
	 */
	long[] at(final int run, final int z, final int t, final long y, final long x) {
		return axes().stream()
				.mapToLong(axis -> switch (axis.kind()) {
					case X -> x;
					case Y -> y;
					case C -> run;
					case Z -> z;
					default -> t;
				})
				.toArray();
	}

	/** @return lengths of a box in a plane, in the order of the array's axes */
	int[] box(final int height, final int width) {
		return axes().stream()
				.mapToInt(axis -> switch (axis.kind()) {
					case X -> width;
					case Y -> height;
					default -> 1;
				})
				.toArray();
	}

	/** Whether columns come one after the other. */
	private boolean isTurned() {
		final List<OmeAxis.Kind> kinds = axes().stream().map(OmeAxis::kind).toList();
		return kinds.indexOf(OmeAxis.Kind.X) < kinds.indexOf(OmeAxis.Kind.Y);
	}

	/** Copies a plane's part into chunks. */
	interface Pixels {

		/** @return the label of a pixel of the block */
		int at(int x, int y);
	}

	/**
	 * Writes a block of a plane.
	 *
	 * @param level of the size
	 * @param x column of the first pixel, a multiple of the edge
	 * @param y row of the first pixel
	 * @param pixels of the block; null if it has no label
	 */
	void write(
			final ZarrArray array,
			final int level,
			final int run,
			final int z,
			final int t,
			final int x,
			final int y,
			final Pixels pixels)
			throws ImageException {
		if (isTurned()) throw new IllegalStateException("axes " + axes());
		final int chunk = edge / PER_SHARD;
		final int endX = Math.min(width(level), x + edge);
		final int endY = Math.min(height(level), y + edge);
		for (int row = y; row < endY; row += chunk)
			for (int column = x; column < endX; column += chunk) {
				if (array.grid().isSharded()) continue;
				final int left = column;
				final int top = row;
				final int[] values = chunk(pixels, x, y, left, top, endX, endY, chunk);
				if (values == null)
					array.writeShard(index -> java.util.Optional.empty(), at(run, z, t, top / chunk, left / chunk));
				else
					array.writeChunk(
							fovea.zarr.Elements.of(DataType.UINT32, values), at(run, z, t, top / chunk, left / chunk));
			}
		if (!array.grid().isSharded()) return;
		final int d = axes().size();
		array.writeShard(
				index -> java.util.Optional.ofNullable(chunk(
								pixels,
								x,
								y,
								Math.toIntExact(index[d - 1] * chunk),
								Math.toIntExact(index[d - 2] * chunk),
								endX,
								endY,
								chunk))
						.map(values -> fovea.zarr.Elements.of(DataType.UINT32, values)),
				at(run, z, t, y / edge, x / edge));
	}

	/** @return null if there is no label */
	private static int[] chunk(
			final Pixels pixels,
			final int x,
			final int y,
			final int left,
			final int top,
			final int endX,
			final int endY,
			final int chunk) {
		if (pixels == null) return null;
		final int[] values = new int[chunk * chunk];
		boolean any = false;
		for (int row = top; row < Math.min(endY, top + chunk); row++)
			for (int column = left; column < Math.min(endX, left + chunk); column++) {
				final int label = pixels.at(column - x, row - y);
				any |= label != 0;
				values[(row - top) * chunk + column - left] = label;
			}
		return any ? values : null;
	}
}
