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
import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.LazyImage;
import fovea.image.PixelFormat;
import fovea.io.DataType;
import fovea.zarr.ChunkCache;
import fovea.zarr.RegionReader;
import fovea.zarr.ZarrArray;
import fovea.zarr.image.OmePlace;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An image of OME-Zarr as the core sees images, of which nothing is read but what somebody looks at. Pixels of 8 and 16
 * bit stay as they are; all others become 32-bit float. Whoever opened it closes it. Thread-safe. A chunk that cannot
 * be read is an {@link IllegalStateException} with the {@link ImageException} as its cause ({@link #failure}).
 *
 * @param place where it is
 * @param level which of its sizes it is
 * @param array its pixels
 * @param pixels reads them
 * @param image five axes
 */
public record BlockImage(OmePlace place, int level, ZarrArray array, ZarrPixels pixels, Image image)
		implements AutoCloseable {

	/** Of the memory that Java may take, for chunks. */
	private static final int KEPT_PART = 8;

	/** Cells are about so long, as whole chunks. */
	private static final int CELL = 512;

	/** Cells that are kept while Java has memory. */
	private static final int CELLS = 256;

	private static final List<OmeAxis.Kind> ORDER =
			List.of(OmeAxis.Kind.X, OmeAxis.Kind.Y, OmeAxis.Kind.C, OmeAxis.Kind.Z, OmeAxis.Kind.T);

	/**
	 * @param at as the user named it
	 * @param level of its sizes, 0-based, largest first
	 * @return the image
	 * @throws ImageException with one line if there is no such image
	 */
	public static BlockImage open(final String at, final int level) throws ImageException {
		final OmePlace place = OmePlace.open(at);
		boolean opened = false;
		try {
			final ZarrArray array = place.array(level);
			final ZarrPixels pixels = pixels(place, array);
			final BlockImage image = new BlockImage(place, level, array, pixels, image(place, level, array, pixels));
			opened = true;
			return image;
		} finally {
			if (!opened) place.close();
		}
	}

	private static ZarrPixels pixels(final OmePlace place, final ZarrArray array) throws ImageException {
		return new ZarrPixels(
				new RegionReader(array, new ChunkCache(Runtime.getRuntime().maxMemory() / KEPT_PART)),
				order(place, array),
				format(array.spec().type()),
				array.spec().fill().get(0));
	}

	private static Image image(final OmePlace place, final int level, final ZarrArray array, final ZarrPixels pixels)
			throws ImageException {
		final int[] order = pixels.order();
		final long[] shape = array.grid().shape();
		final long[] size = new long[order.length];
		for (int d = 0; d < size.length; d++) {
			size[d] = order[d] < 0 ? 1 : shape[order[d]];
			if (size[d] < 1 || size[d] > Integer.MAX_VALUE)
				throw new ImageException(place.place() + ": expected axes of 1 to " + Integer.MAX_VALUE
						+ " pixels, got " + size[d] + " along " + ORDER.get(d));
		}
		final int[] chunks = array.grid().chunks();
		final LazyImage.Cells cells = new LazyImage.Cells(
				size, cell(chunks[order[Image.X]], size[Image.X]), cell(chunks[order[Image.Y]], size[Image.Y]), CELLS);
		return new Image(
				place.image().name().isEmpty() ? place.place() : place.image().name(),
				LazyImage.pixels(pixels.format(), cells, pixels::read),
				calibration(place, level),
				false,
				names(place, Math.toIntExact(size[Image.C])));
	}

	private static int cell(final int chunk, final long length) {
		return (int) Math.min(length, (long) Math.max(1, CELL / chunk) * chunk);
	}

	/** @return for each axis of an image the index of the array's, -1 where it has none */
	private static int[] order(final OmePlace place, final ZarrArray array) throws ImageException {
		final List<OmeAxis> axes = place.image().axes();
		final long[] shape = array.grid().shape();
		if (axes.size() != shape.length)
			throw new ImageException(place.place() + ": expected an array of " + axes.size()
					+ " axes, as is said of it, got " + shape.length);
		for (int d = 0; d < shape.length; d++)
			if (axes.get(d).kind() == OmeAxis.Kind.OTHER && shape[d] > 1)
				throw new ImageException(place.place() + ": expected the axes t, c, z, y, x, got '"
						+ axes.get(d).name() + "' of length " + shape[d]);
		final int[] order = new int[ORDER.size()];
		for (int d = 0; d < order.length; d++)
			order[d] = place.image().index(ORDER.get(d)).orElse(-1);
		return order;
	}

	private static PixelFormat format(final DataType type) {
		return switch (type) {
			case BOOL, UINT8 -> PixelFormat.UINT8;
			case UINT16 -> PixelFormat.UINT16;
			default -> PixelFormat.FLOAT32;
		};
	}

	private static List<String> names(final OmePlace place, final int channels) {
		final List<String> names =
				place.image().channels().stream().map(OmeChannel::label).toList();
		return names.size() == channels && names.stream().noneMatch(String::isEmpty) ? names : List.of();
	}

	private static Calibration calibration(final OmePlace place, final int level) {
		final List<Double> scale = place.image().levels().get(level).scale();
		final double[] sizes = new double[3];
		final List<OmeAxis.Kind> kinds = List.of(OmeAxis.Kind.X, OmeAxis.Kind.Y, OmeAxis.Kind.Z);
		for (int d = 0; d < sizes.length; d++) {
			final OptionalInt index = place.image().index(kinds.get(d));
			sizes[d] = index.isPresent() ? scale.get(index.getAsInt()) : 1;
		}
		return place.image()
				.axes()
				.get(place.image().index(OmeAxis.Kind.X).orElseThrow())
				.unit()
				.map(unit -> new Calibration(sizes[0], sizes[1], sizes[2], unit))
				.orElse(Calibration.PIXELS);
	}

	/**
	 * @param from of whoever asked for pixels
	 * @return the line that says which chunk cannot be read, if that is what failed
	 */
	public static java.util.Optional<ImageException> failure(final Throwable from) {
		final List<Throwable> seen = new ArrayList<>();
		for (Throwable t = from; t != null && !seen.contains(t); t = t.getCause()) {
			if (t instanceof final ImageException e) return java.util.Optional.of(e);
			seen.add(t);
		}
		return java.util.Optional.empty();
	}

	/**
	 * @param box of a plane
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @return whether no channel has any chunk there, so that all pixels are {@link ZarrPixels#fill}
	 * @throws ImageException if a chunk cannot be read
	 */
	public boolean isMissing(final Box box, final int z, final int t) throws ImageException {
		for (int c = 0; c < image.size(Image.C); c++) if (!pixels.isMissing(box, c, z, t)) return false;
		return true;
	}

	@Override
	public void close() throws ImageException {
		place.close();
	}
}
