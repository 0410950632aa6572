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
import fovea.image.Image;
import fovea.image.LazyImage;
import fovea.image.PixelFormat;
import fovea.segment.PartialSegmenter;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link DecideStage} has left, across tiles. Thread-safe. */
final class DecidedPixels {

	private static final int CELL = 512;
	private static final int KEPT = 256;

	private final BlockContext context;
	private final String name;
	private final PlaneGrid grid;

	DecidedPixels(final BlockContext context, final double scale) throws FoveaException {
		this.context = context;
		this.name = BlockContext.name(Pass.Kind.DECIDE, scale);
		this.grid = DecideStage.grid(context, scale);
	}

	/** Of a run in a tile, before its pixels. */
	private record Head(
			String meaning,
			int channels,
			int maxClass,
			List<String> warnings,
			boolean probability,
			boolean background,
			boolean depths,
			boolean pixels) {

		static Head read(final DataInputStream in) throws IOException {
			final String meaning = in.readUTF();
			final int channels = in.readInt();
			final int maxClass = in.readInt();
			final List<String> warnings = new ArrayList<>();
			for (int n = in.readInt(); n > 0; n--) warnings.add(in.readUTF());
			return new Head(
					meaning,
					channels,
					maxClass,
					warnings,
					in.readBoolean(),
					in.readBoolean(),
					in.readBoolean(),
					in.readBoolean());
		}
	}

	/** @return how many runs over the image's channels there are */
	int runs() throws FoveaException {
		try (Workplace.Result tile = context.work().result(name, 0)) {
			return tile.in().readInt();
		} catch (final IOException e) {
			throw unreadable(e);
		}
	}

	/** @return one pixel, for what it says of the output */
	PartialSegmenter.Decided sample() throws FoveaException {
		final Box first = grid.boxes().get(0);
		return read(0, 0, 0, new Box(first.x(), first.y(), 1, 1));
	}

	/** @return all warnings of all tiles, each once */
	List<String> warnings() throws FoveaException {
		final Set<String> all = new LinkedHashSet<>();
		for (int task = 0; task < grid.size(); task++)
			try (Workplace.Result tile = context.work().result(name, task)) {
				tile.in().readInt();
				all.addAll(Head.read(tile.in()).warnings);
			} catch (final IOException e) {
				throw unreadable(e);
			}
		return List.copyOf(all);
	}

	/**
	 * @param run of the network over the image's channels
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param box of the plane that the network saw
	 * @return its pixels, without background
	 */
	PartialSegmenter.Decided read(final int run, final int z, final int t, final Box box) throws FoveaException {
		return read(run, z, t, box, true);
	}

	/** @param whole whether more than classes is wanted */
	PartialSegmenter.Decided read(final int run, final int z, final int t, final Box box, final boolean whole)
			throws FoveaException {
		final Gathered all = new Gathered(box, true, whole);
		gather(run, z, t, all);
		return new PartialSegmenter.Decided(
				all.meaning,
				all.channels,
				all.maxClass,
				all.classes,
				Optional.ofNullable(all.probability),
				Optional.empty(),
				Optional.ofNullable(all.depths),
				List.of());
	}

	private void gather(final int run, final int z, final int t, final Gathered all) throws FoveaException {
		final int plane = grid.plane(z, t) * grid.boxes().size();
		for (final int b : grid.touching(all.box))
			try (Workplace.Result tile = context.work().result(name, plane + b)) {
				all.add(tile.in(), run, grid.boxes().get(b));
			} catch (final IOException e) {
				throw unreadable(e);
			}
	}

	/** @return whether all of a box is background, and nobody will ask how sure that is */
	boolean isBackground(final int run, final int z, final int t, final Box box) throws FoveaException {
		final int plane = grid.plane(z, t) * grid.boxes().size();
		for (final int b : grid.touching(box))
			try (Workplace.Result tile = context.work().result(name, plane + b)) {
				tile.in().readInt();
				// Of later runs one would have to read all before them.
				if (run > 0 || Head.read(tile.in()).pixels) return false;
			} catch (final IOException e) {
				throw unreadable(e);
			}
		return true;
	}

	private ImageException unreadable(final IOException e) {
		return new ImageException(
				"Cannot read what the network said, in '" + context.work().folder() + "': " + e.getMessage()
						+ "; remove the folder and run the same command again",
				e);
	}

	/** What the network took for background in the image as it is; C is the runs over its channels. */
	Image background() throws FoveaException {
		final Image image = context.image().image();
		final long[] size = image.pixels().dimensionsAsLongArray();
		size[Image.C] = runs();
		final Image like = new Image(image.name(), image.pixels(), image.calibration(), false);
		return LazyImage.of(like, PixelFormat.FLOAT32, new LazyImage.Cells(size, CELL, CELL, KEPT), (box, c, z, t) -> {
			final Gathered all = new Gathered(box, false, false);
			try {
				gather(c, z, t, all);
			} catch (final FoveaException e) {
				throw new IllegalStateException(e.getMessage(), e);
			}
			return all.background;
		});
	}

	/** A box that is put together. */
	private static final class Gathered {

		private final Box box;
		private final boolean pixels;
		private final boolean whole;
		private String meaning;
		private int channels;
		private int maxClass;
		private byte[] classes;
		private float[] probability;
		private float[] background;
		private float[] depths;

		/**
		 * @param pixels whether classes are wanted; else the background
		 * @param whole whether probabilities are wanted, too
		 */
		Gathered(final Box box, final boolean pixels, final boolean whole) {
			this.box = box;
			this.whole = whole;
			this.pixels = pixels;
			if (pixels) classes = new byte[box.width() * box.height()];
			else background = new float[box.width() * box.height()];
		}

		void add(final DataInputStream in, final int run, final Box tile) throws IOException {
			final int runs = in.readInt();
			if (run >= runs) throw new IOException("expected run " + run + ", got " + runs);
			for (int r = 0; r <= run; r++) {
				final Head head = Head.read(in);
				if (r == run) take(head);
				for (int y = 0; y < tile.height(); y += DecideStage.STRIP) {
					final int rows = Math.min(DecideStage.STRIP, tile.height() - y);
					final boolean wanted = r == run && tile.y() + y < box.endY() && tile.y() + y + rows > box.y();
					final Box strip = new Box(tile.x(), tile.y() + y, tile.width(), rows);
					if (head.pixels)
						if (wanted && pixels) copy(Packed.read(in), classes, strip);
						else Packed.skip(in);
					if (head.pixels && head.probability)
						if (wanted && whole) copy(Packed.floats(in), probability, strip);
						else Packed.skip(in);
					if (head.background)
						if (wanted && !pixels) copy(Packed.floats(in), background, strip);
						else Packed.skip(in);
					if (head.pixels && head.depths)
						if (wanted && whole) copy(Packed.floats(in), depths, strip);
						else Packed.skip(in);
				}
			}
		}

		private void take(final Head head) throws IOException {
			if (meaning != null && !(meaning.equals(head.meaning) && channels == head.channels))
				throw new IOException("tiles of one image mean different things: " + meaning + " and " + head.meaning);
			meaning = head.meaning;
			channels = head.channels;
			maxClass = Math.max(maxClass, head.maxClass);
			if (whole && head.probability && probability == null) probability = new float[classes.length];
			if (whole && head.depths && depths == null) depths = new float[classes.length];
			if (!pixels && !head.background) throw new IOException("no background was kept");
		}

		/** Those rows and columns of a strip that are in the box; arrays of one kind. */
		private void copy(final Object from, final Object to, final Box strip) {
			final int left = Math.max(strip.x(), box.x());
			final int n = Math.min(strip.endX(), box.endX()) - left;
			for (int y = Math.max(strip.y(), box.y()); y < Math.min(strip.endY(), box.endY()); y++)
				System.arraycopy(
						from,
						(y - strip.y()) * strip.width() + left - strip.x(),
						to,
						(y - box.y()) * box.width() + left - box.x(),
						n);
		}
	}
}
