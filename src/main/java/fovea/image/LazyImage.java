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
package fovea.image;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.NativeImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Images whose pixels are loaded where somebody looks, in rectangles of planes: of a file that does not fit into
 * memory, or computed from another image. What was loaded last is kept while Java has memory. Stateless.
 */
public final class LazyImage {

	private LazyImage() {}

	/**
	 * Loads a part of a plane. Must be thread-safe. What goes wrong is thrown as an unchecked exception, which comes
	 * out where the pixels are asked for.
	 */
	public interface Loader {

		/**
		 * @param box of the plane
		 * @param c 0-based channel
		 * @param z 0-based slice
		 * @param t 0-based frame
		 * @return an array of the format's kind, row by row, of the caller's
		 */
		Object load(Box box, int c, int z, int t);
	}

	/**
	 * How an image is cut.
	 *
	 * @param size lengths of X, Y, C, Z, T
	 * @param cellWidth columns that are loaded at once, fewer at the right edge
	 * @param cellHeight rows that are loaded at once, fewer at the lower edge
	 * @param kept how many such rectangles are kept at most
	 */
	public record Cells(long[] size, int cellWidth, int cellHeight, int kept) {

		/** Copies and checks. */
		public Cells {
			size = size.clone();
			if (size.length != 5) throw new IllegalArgumentException(size.length + " axes");
			if (cellWidth < 1 || cellHeight < 1 || kept < 1)
				throw new IllegalArgumentException(cellWidth + " x " + cellHeight + ", " + kept);
		}

		@Override
		public long[] size() {
			return size.clone();
		}
	}

	/**
	 * @param like has name, calibration, channels' names and whether it is a color image
	 * @param format of the pixels; signed ones there are none
	 * @param cells how it is cut
	 * @param loader of pixels
	 * @return an image of which nothing is loaded yet
	 */
	public static Image of(final Image like, final PixelFormat format, final Cells cells, final Loader loader) {
		return new Image(
				like.name(), pixels(format, cells, loader), like.calibration(), like.rgb(), like.channelNames());
	}

	/**
	 * @param format of the pixels; signed ones there are none
	 * @param cells how they are cut
	 * @param loader of pixels
	 * @return five axes X, Y, C, Z, T, of which nothing is loaded yet
	 */
	public static NativeImg<? extends RealType<?>, ?> pixels(
			final PixelFormat format, final Cells cells, final Loader loader) {
		return switch (format) {
			case UINT8 -> img(new UnsignedByteType(), cells, loader, array -> new ByteArray((byte[]) array));
			case UINT16 -> img(new UnsignedShortType(), cells, loader, array -> new ShortArray((short[]) array));
			case FLOAT32 -> img(new FloatType(), cells, loader, array -> new FloatArray((float[]) array));
			case INT16 -> throw new IllegalArgumentException("signed pixels");
		};
	}

	private interface Access<A> {

		A of(Object array);
	}

	@SuppressWarnings("unchecked") // the factory is the type's own
	private static <T extends NativeType<T> & RealType<T>, A extends ArrayDataAccess<A>> NativeImg<T, A> img(
			final T type, final Cells cells, final Loader loader, final Access<A> access) {
		final CellGrid grid = new CellGrid(cells.size, new int[] {cells.cellWidth, cells.cellHeight, 1, 1, 1});
		final LazyCellImg<T, A> img = new LazyCellImg<>(grid, type, new Kept<>(grid, cells.kept, loader, access));
		img.setLinkedType(((NativeTypeFactory<T, A>) type.getNativeTypeFactory()).createLinkedType(img));
		return img;
	}

	/** The cells used last. Two threads that miss the same one at once both load it. */
	private static final class Kept<A> implements LazyCellImg.Get<Cell<A>> {

		private final CellGrid grid;
		private final int most;
		private final Loader loader;
		private final Access<A> access;
		private final Map<Long, SoftReference<Cell<A>>> cells = new LinkedHashMap<>(16, 0.75f, true);

		Kept(final CellGrid grid, final int most, final Loader loader, final Access<A> access) {
			this.grid = grid;
			this.most = most;
			this.loader = loader;
			this.access = access;
		}

		@Override
		public Cell<A> get(final long index) {
			synchronized (cells) {
				final SoftReference<Cell<A>> known = cells.get(index);
				final Cell<A> cell = known == null ? null : known.get();
				if (cell != null) return cell;
			}
			final long[] min = new long[5];
			final int[] size = new int[5];
			grid.getCellDimensions(index, min, size);
			final Box box = new Box((int) min[Image.X], (int) min[Image.Y], size[Image.X], size[Image.Y]);
			final Cell<A> cell = new Cell<>(
					size, min, access.of(loader.load(box, (int) min[Image.C], (int) min[Image.Z], (int) min[Image.T])));
			synchronized (cells) {
				cells.put(index, new SoftReference<>(cell));
				if (cells.size() > most) cells.remove(cells.keySet().iterator().next());
			}
			return cell;
		}
	}

	/**
	 * @param image any
	 * @param width in pixels
	 * @param height in pixels
	 * @param cell edge of the rectangles that are computed at once
	 * @param kept how many of these are kept
	 * @return what {@link Resizing#resize} makes of the image, computed where somebody looks
	 */
	public static Image resized(final Image image, final int width, final int height, final int cell, final int kept) {
		final long[] size = image.pixels().dimensionsAsLongArray();
		size[Image.X] = width;
		size[Image.Y] = height;
		final Image like = new Image(image.name(), image.pixels(), image.calibration(), image.rgb(), List.of());
		return of(
				like,
				PixelFormat.FLOAT32,
				new Cells(size, cell, cell, kept),
				(box, c, z, t) -> Resizing.plane(image, c, z, t, width, height, box));
	}
}
