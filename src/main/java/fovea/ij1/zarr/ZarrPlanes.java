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
package fovea.ij1.zarr;

import fovea.base.ImageException;
import fovea.io.DataType;
import fovea.zarr.ChunkCache;
import fovea.zarr.Elements;
import fovea.zarr.RegionReader;
import fovea.zarr.ZarrArray;
import fovea.zarr.ome.OmeAxis;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.List;

/**
 * The planes of an array, read when they are asked for; chunks are kept for a while, since an array may have several
 * planes in one. Thread-safe.
 */
final class ZarrPlanes extends VirtualStack {

	/** How ImageJ moves signed pixels of 16 bit. */
	static final int ZERO = 1 << 15;

	private static final int KEPT_PART = 8;

	private final RegionReader reader;
	private final DataType type;
	private final Axes axes;
	private final List<String> channels;
	private final int bitDepth;

	/**
	 * An array's axes.
	 *
	 * @param kinds of them, as the array has them
	 * @param lengths of these
	 */
	record Axes(List<OmeAxis.Kind> kinds, long[] lengths) {

		int length(final OmeAxis.Kind kind) {
			final int index = kinds.indexOf(kind);
			return index < 0 ? 1 : Math.toIntExact(lengths[index]);
		}
	}

	/**
	 * @param array that is read
	 * @param axes of it
	 * @param channels names of all channels; empty where they have none
	 */
	ZarrPlanes(final ZarrArray array, final Axes axes, final List<String> channels) {
		super(axes.length(OmeAxis.Kind.X), axes.length(OmeAxis.Kind.Y));
		reader = new RegionReader(array, new ChunkCache(Runtime.getRuntime().maxMemory() / KEPT_PART));
		type = array.spec().type();
		this.axes = axes;
		this.channels = List.copyOf(channels);
		bitDepth = switch (type) {
			case BOOL, UINT8 -> 8;
			case INT8, INT16, UINT16 -> 16;
			default -> 32;
		};
		setBitDepth(bitDepth);
	}

	boolean isSigned() {
		return type == DataType.INT8 || type == DataType.INT16;
	}

	/** @return whether pixels are integers that a float may not have */
	boolean isRounded() {
		return bitDepth == 32 && type.isInteger();
	}

	@Override
	public int getSize() {
		return Math.multiplyExact(
				axes.length(OmeAxis.Kind.C),
				Math.multiplyExact(axes.length(OmeAxis.Kind.Z), axes.length(OmeAxis.Kind.T)));
	}

	@Override
	public int size() {
		return getSize();
	}

	@Override
	public int getBitDepth() {
		return bitDepth;
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public String getSliceLabel(final int n) {
		return channels.isEmpty() ? null : channels.get((n - 1) % channels.size());
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		if (n < 1 || n > getSize()) throw new IllegalArgumentException("Argument out of range: " + n);
		final int width = getWidth();
		final int height = getHeight();
		final Elements plane = inRows(read(n - 1));
		return switch (type) {
			case BOOL, UINT8 -> new ByteProcessor(width, height, (byte[]) plane.array());
			case UINT16 -> new ShortProcessor(width, height, (short[]) plane.array(), null);
			case INT8, INT16 -> {
				final short[] pixels = new short[width * height];
				for (int i = 0; i < pixels.length; i++) pixels[i] = (short) (plane.getLong(i) + ZERO);
				yield new ShortProcessor(width, height, pixels, null);
			}
			case FLOAT16, FLOAT32 -> new FloatProcessor(width, height, (float[]) plane.array());
			default -> {
				final float[] pixels = new float[width * height];
				for (int i = 0; i < pixels.length; i++) pixels[i] = (float) plane.get(i);
				yield new FloatProcessor(width, height, pixels);
			}
		};
	}

	/** Arrays may have their columns one after the other. */
	private Elements inRows(final Elements plane) {
		if (axes.kinds().indexOf(OmeAxis.Kind.Y) < axes.kinds().indexOf(OmeAxis.Kind.X)) return plane;
		final int width = getWidth();
		final int height = getHeight();
		final Elements rows = Elements.zeros(type, width * height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) rows.set(y * width + x, plane.get(x * height + y));
		return rows;
	}

	private Elements read(final int index) {
		final int runs = axes.length(OmeAxis.Kind.C);
		final int slices = axes.length(OmeAxis.Kind.Z);
		final long[] start = new long[axes.kinds().size()];
		final int[] size = new int[start.length];
		for (int d = 0; d < start.length; d++) {
			final OmeAxis.Kind kind = axes.kinds().get(d);
			start[d] = switch (kind) {
				case C -> index % runs;
				case Z -> index / runs % slices;
				case T -> index / runs / slices;
				default -> 0;
			};
			size[d] = kind == OmeAxis.Kind.X || kind == OmeAxis.Kind.Y ? axes.length(kind) : 1;
		}
		try {
			return reader.read(start, size);
		} catch (final ImageException e) {
			throw new IllegalStateException(e.getMessage(), e);
		}
	}
}
