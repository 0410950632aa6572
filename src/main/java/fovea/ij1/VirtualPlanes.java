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
package fovea.ij1;

import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.LinkedHashMap;
import java.util.Map;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The planes of a virtual stack, read when they are asked for and kept while there is room. Thread-safe; a stack is
 * asked for one plane at a time, since virtual stacks seldom are.
 */
final class VirtualPlanes {

	private final ImageStack stack;
	private final int channels;
	private final int kept;
	private final Map<Integer, Object[]> cache = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * @param stack of planes of one type
	 * @param bitDepth 8, 16, 24 (color) or 32
	 */
	private VirtualPlanes(final ImageStack stack, final int bitDepth) {
		this.stack = stack;
		channels = bitDepth == 24 ? 3 : 1;
		final long bytes = (long) stack.getWidth() * stack.getHeight() * bitDepth / 8;
		kept = (int) Math.max(2, Runtime.getRuntime().maxMemory() / 8 / bytes);
	}

	/**
	 * @param stack of planes of one type
	 * @param bitDepth 8, 16, 24 (color) or 32
	 * @param signed whether pixels of 16 bit are ImageJ's signed ones
	 * @param dimensions X Y C Z T; color: C is 3
	 * @return its pixels; reading them throws IllegalStateException where the stack has no plane to give
	 */
	static LazyCellImg<? extends RealType<?>, ?> wrap(
			final ImageStack stack, final int bitDepth, final boolean signed, final long[] dimensions) {
		final VirtualPlanes planes = new VirtualPlanes(stack, bitDepth);
		final CellGrid grid = new CellGrid(dimensions, new int[] {stack.getWidth(), stack.getHeight(), 1, 1, 1});
		if (signed)
			return new LazyCellImg<>(
					grid,
					new ShortType(),
					i -> planes.cell(grid, i, new ShortArray(Signed.values((short[]) planes.get(i)))));
		return switch (bitDepth) {
			case 16 ->
				new LazyCellImg<>(
						grid,
						new UnsignedShortType(),
						i -> planes.cell(grid, i, new ShortArray((short[]) planes.get(i))));
			case 32 ->
				new LazyCellImg<>(
						grid, new FloatType(), i -> planes.cell(grid, i, new FloatArray((float[]) planes.get(i))));
			default ->
				new LazyCellImg<>(
						grid, new UnsignedByteType(), i -> planes.cell(grid, i, new ByteArray((byte[]) planes.get(i))));
		};
	}

	private <A> Cell<A> cell(final CellGrid grid, final long index, final A data) {
		final long[] min = new long[5];
		final int[] size = new int[5];
		grid.getCellDimensions(index, min, size);
		return new Cell<>(size, min, data);
	}

	private synchronized Object get(final long index) {
		final int n = (int) (index / channels) + 1;
		Object[] plane = cache.get(n);
		if (plane == null) {
			plane = read(n);
			cache.put(n, plane);
			if (cache.size() > kept) cache.remove(cache.keySet().iterator().next());
		}
		return plane[(int) (index % channels)];
	}

	/** Copies, for a stack may hand out the same array again with another plane in it. */
	private Object[] read(final int n) {
		final ImageProcessor ip = stack.getProcessor(n);
		if (ip instanceof ByteProcessor) return new Object[] {((byte[]) ip.getPixels()).clone()};
		if (ip instanceof ShortProcessor) return new Object[] {((short[]) ip.getPixels()).clone()};
		if (ip instanceof FloatProcessor) return new Object[] {((float[]) ip.getPixels()).clone()};
		if (ip instanceof ColorProcessor) return Rgb.split((int[]) ip.getPixels());
		throw new IllegalStateException(
				"Plane " + n + " of " + stack.getSize() + " of the virtual stack cannot be read");
	}
}
