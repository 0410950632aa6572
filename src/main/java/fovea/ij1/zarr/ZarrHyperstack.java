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
import fovea.zarr.ZarrArray;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeChannel;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.store.Store;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import java.awt.Color;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Optional;

/** Makes an image of ImageJ of an array: its dimensions, calibration and display. */
final class ZarrHyperstack {

	/** Nobody says when an image is done with. */
	private static final Cleaner CLEANER = Cleaner.create();

	private static final String SECONDS = "sec";

	private static final String ROUNDED =
			": its integers become 32-bit floating point, which has all of them up to 16777216 only";

	private final Store store;
	private final ZarrArray array;
	private final OmeImage image;
	private final int level;
	private final String place;

	/**
	 * @param store of the array, closed when the image is no longer used
	 * @param array its pixels
	 * @param image what is said of it
	 * @param level which of its sizes the array is
	 * @param place for messages
	 */
	ZarrHyperstack(
			final Store store, final ZarrArray array, final OmeImage image, final int level, final String place) {
		this.store = store;
		this.array = array;
		this.image = image;
		this.level = level;
		this.place = place;
	}

	/** @throws ImageException if ImageJ cannot hold it */
	OmeZarr.Opened image(final String title) throws ImageException {
		final ZarrPlanes.Axes axes = axes();
		final ZarrPlanes planes = new ZarrPlanes(array, axes, names(axes));
		final ImagePlus imp = shell(title, planes);
		imp.setDimensions(axes.length(OmeAxis.Kind.C), axes.length(OmeAxis.Kind.Z), axes.length(OmeAxis.Kind.T));
		imp.setOpenAsHyperStack(planes.getSize() > 1);
		calibrate(imp.getCalibration());
		if (planes.isSigned()) imp.getCalibration().setSigned16BitCalibration();
		CLEANER.register(planes, new Closing(store));
		return new OmeZarr.Opened(
				shown(imp, planes.isSigned() ? ZarrPlanes.ZERO : 0),
				planes.isRounded() ? List.of(place + ROUNDED) : List.of());
	}

	/** ImageJ looks at the first plane. */
	private static ImagePlus shell(final String title, final ZarrPlanes planes) throws ImageException {
		try {
			return new ImagePlus(title, planes);
		} catch (final IllegalStateException e) {
			if (e.getCause() instanceof final ImageException cause) throw cause;
			throw e;
		}
	}

	/** Must not know the stack, or it would be in use for ever. */
	private record Closing(Store store) implements Runnable {

		@Override
		public void run() {
			try {
				store.close();
			} catch (final ImageException e) {
				return; // it was only read
			}
		}
	}

	private ZarrPlanes.Axes axes() throws ImageException {
		final List<OmeAxis.Kind> kinds =
				image.axes().stream().map(OmeAxis::kind).toList();
		final long[] lengths = array.grid().shape();
		if (kinds.size() != lengths.length)
			throw new ImageException(place + ": expected an array of " + kinds.size() + " axes, as is said of it, got "
					+ lengths.length);
		long planes = 1;
		for (int d = 0; d < lengths.length; d++) {
			final OmeAxis axis = image.axes().get(d);
			if (lengths[d] == 0) throw new ImageException(place + ": has no pixels: axis " + axis.name() + " is empty");
			if (axis.kind() == OmeAxis.Kind.OTHER && lengths[d] > 1)
				throw new ImageException(
						place + ": ImageJ has no place for axis '" + axis.name() + "' of length " + lengths[d]);
			if (isPlane(axis)) continue;
			planes = planes > Integer.MAX_VALUE / lengths[d] ? Long.MAX_VALUE : planes * lengths[d];
		}
		final long pixels = length(lengths, OmeAxis.Kind.X) * length(lengths, OmeAxis.Kind.Y);
		if (pixels > Integer.MAX_VALUE || planes > Integer.MAX_VALUE)
			throw new ImageException(place + ": ImageJ holds planes of up to 2147483647 pixels, this has "
					+ length(lengths, OmeAxis.Kind.X) + " x " + length(lengths, OmeAxis.Kind.Y)
					+ (level + 1 < image.levels().size() ? "; open a smaller size, level " + (level + 1) : ""));
		return new ZarrPlanes.Axes(kinds, lengths);
	}

	private static boolean isPlane(final OmeAxis axis) {
		return axis.kind() == OmeAxis.Kind.X || axis.kind() == OmeAxis.Kind.Y;
	}

	private long length(final long[] lengths, final OmeAxis.Kind kind) {
		return lengths[image.index(kind).orElseThrow()];
	}

	private void calibrate(final Calibration calibration) {
		final Optional<Units.Unit> unit = Units.length(unit(OmeAxis.Kind.X));
		if (unit.isPresent() && Units.length(unit(OmeAxis.Kind.Y)).isPresent()) {
			calibration.setUnit(unit.get().symbol());
			calibration.pixelWidth = size(OmeAxis.Kind.X, unit.get());
			calibration.pixelHeight = size(OmeAxis.Kind.Y, unit.get());
			calibration.pixelDepth = size(OmeAxis.Kind.Z, unit.get());
		}
		Units.seconds(unit(OmeAxis.Kind.T)).ifPresent(seconds -> {
			calibration.frameInterval = scale(OmeAxis.Kind.T) * seconds;
			calibration.setTimeUnit(SECONDS);
		});
	}

	/** Slices of no unit are as far apart as they say, in that of the pixels. */
	private double size(final OmeAxis.Kind kind, final Units.Unit in) {
		return scale(kind) * (Units.length(unit(kind)).orElse(in).meters() / in.meters());
	}

	private double scale(final OmeAxis.Kind kind) {
		return image.index(kind).isPresent()
				? image.levels().get(level).scale().get(image.index(kind).getAsInt())
				: 1;
	}

	private Optional<String> unit(final OmeAxis.Kind kind) {
		return image.index(kind).isPresent()
				? image.axes().get(image.index(kind).getAsInt()).unit()
				: Optional.empty();
	}

	private List<String> names(final ZarrPlanes.Axes axes) {
		final List<String> names =
				image.channels().stream().map(OmeChannel::label).toList();
		final boolean areNamed =
				names.size() == axes.length(OmeAxis.Kind.C) && names.stream().noneMatch(String::isEmpty);
		return areNamed ? names : List.of();
	}

	/** @param zero what ImageJ has for 0 */
	private ImagePlus shown(final ImagePlus imp, final int zero) {
		final List<OmeChannel> channels = image.channels();
		if (channels.size() != imp.getNChannels()) return imp;
		if (channels.size() == 1) {
			channels.get(0)
					.window()
					.ifPresent(window -> imp.setDisplayRange(window.start() + zero, window.end() + zero));
			return imp;
		}
		final CompositeImage composite = new CompositeImage(imp, CompositeImage.COMPOSITE);
		for (int c = 0; c < channels.size(); c++) {
			final OmeChannel channel = channels.get(c);
			final LUT lut =
					LUT.createLutFromColor(channel.color().map(Color::new).orElse(Color.WHITE));
			channel.window().ifPresent(window -> {
				lut.min = window.start() + zero;
				lut.max = window.end() + zero;
			});
			composite.setChannelLut(lut, c + 1);
			composite.getActiveChannels()[c] = channel.active();
		}
		return composite;
	}
}
