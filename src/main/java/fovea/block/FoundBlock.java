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
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was found in a block, in one run over the image's channels.
 *
 * @param own places of the objects that begin in this block: index of the first pixel in the plane, ascending
 * @param pixels of each of these
 * @param rows headings of a table, then the cells of each of these; none at all where there are none of these and
 *     nobody will ask
 * @param seen places of all objects that have pixels in the block, by their number in {@code labels}, from 1 on
 * @param labels of the block's pixels, row by row, 0 for none; empty where there is none at all
 */
record FoundBlock(long[] own, long[] pixels, List<List<String>> rows, long[] seen, int[] labels) {

	/** Of a block that is all background. */
	static final FoundBlock NOTHING = new FoundBlock(new long[0], new long[0], List.of(), new long[0], new int[0]);

	void write(final DataOutputStream out) throws IOException {
		out.writeInt(own.length);
		for (final long place : own) out.writeLong(place);
		for (final long size : pixels) out.writeLong(size);
		out.writeInt(seen.length);
		for (final long place : seen) out.writeLong(place);
		Packed.write(out, labels);
		out.writeInt(rows.size());
		for (final List<String> row : rows) {
			out.writeInt(row.size());
			for (final String cell : row) out.writeUTF(cell);
		}
	}

	/**
	 * Reads what one needs, in its order.
	 *
	 * @param depth 0: what is the block's own; 1: labels too; 2: rows too
	 */
	private static FoundBlock read(final DataInputStream in, final int depth, final boolean kept) throws IOException {
		final long[] own = longs(in, in.readInt());
		final long[] pixels = longs(in, own.length);
		if (depth == 0 && kept) return new FoundBlock(own, pixels, List.of(), new long[0], new int[0]);
		final long[] seen = longs(in, in.readInt());
		final int[] labels;
		if (depth == 1 && kept) labels = Packed.ints(in);
		else {
			Packed.skip(in);
			labels = new int[0];
		}
		if (depth == 1 && kept) return new FoundBlock(own, pixels, List.of(), seen, labels);
		final List<List<String>> rows = new ArrayList<>();
		for (int n = in.readInt(); n > 0; n--) {
			final List<String> row = new ArrayList<>();
			for (int cells = in.readInt(); cells > 0; cells--) row.add(in.readUTF());
			rows.add(row);
		}
		return new FoundBlock(own, pixels, rows, seen, labels);
	}

	private static long[] longs(final DataInputStream in, final int n) throws IOException {
		final long[] values = new long[n];
		for (int i = 0; i < n; i++) values[i] = in.readLong();
		return values;
	}

	/**
	 * @param work where it is
	 * @param stage that found it
	 * @param task of it
	 * @param run of the network over the image's channels
	 * @param depth 0: what is the block's own; 1: labels too; 2: rows, but no labels
	 * @return that much of it
	 */
	static FoundBlock read(final Workplace work, final String stage, final int task, final int run, final int depth)
			throws FoveaException {
		try (Workplace.Result result = work.result(stage, task)) {
			result.in().readInt();
			for (int r = 0; r < run; r++) read(result.in(), 2, false);
			return read(result.in(), depth, true);
		} catch (final IOException e) {
			throw new ImageException("Cannot read the objects of a block: " + e.getMessage(), e);
		}
	}

	/** @return number of the object that begins at this place, among the block's own, from 0 on */
	int rank(final long place) throws ImageException {
		final int rank = Arrays.binarySearch(own, place);
		if (rank < 0)
			throw new ImageException("Two blocks saw an object differently, at pixel " + place
					+ " of its plane: this is a fault of Fovea's");
		return rank;
	}
}
