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
package fovea.ij1.tiff;

import fovea.ij1.format.RoiBytes;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.io.RoiDecoder;
import ij.io.TiffDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TIFFs that ImageJ wrote, or that only it knows: which of them its own reader reads surely, and what it keeps beside
 * pixels.
 */
final class ImageJOwn {

	/** Tags of programs whose stacks ImageJ knows: NIH Image, IPLab. */
	private static final int[] KNOWN = {43314, 34122};

	private static final Pattern IMAGES = Pattern.compile("^images=(\\d+)$", Pattern.MULTILINE);

	private ImageJOwn() {}

	/**
	 * @return whether ImageJ reads all of it rightly: neither compressed nor tiled, of types that it has
	 * @throws TiffException if the file is cut short
	 */
	static boolean isSure(
			final TiffInput in, final List<TiffDirectory> directories, final PageChoice choice, final String name)
			throws IOException, TiffException {
		final TiffDirectory first = directories.get(0);
		final String description = first.text(Tag.DESCRIPTION).orElse("");
		boolean own = ImageJText.is(description)
				|| name.toLowerCase(java.util.Locale.ROOT).endsWith(".stk") && first.has(Tag.METAMORPH_PLANES);
		for (final int tag : KNOWN) own |= first.has(tag);
		if (!own || in.isBig() || choice.planes().size() != directories.size()) return false;
		for (final TiffPage page : choice.planes()) if (!isPlain(page)) return false;
		return directories.size() == 1
				? isWhole(in, choice.planes().get(0), planes(first, description))
				: arePagesWhole(in, choice.planes());
	}

	private static long planes(final TiffDirectory first, final String description) {
		final Matcher images = IMAGES.matcher(description.replace("\r", ""));
		if (ImageJText.is(description))
			return images.find() && images.group(1).length() < 10 ? Math.max(1, Long.parseLong(images.group(1))) : 1;
		return Math.max(1, first.count(Tag.METAMORPH_PLANES));
	}

	private static boolean isPlain(final TiffPage page) {
		final boolean gray = page.samples() == 1
				&& switch (page.type().format()) {
					case UNSIGNED -> page.type().bits() == 8 || page.type().bits() == 16;
					case SIGNED -> page.type().bits() == 16;
					case FLOAT -> page.type().bits() == 32;
				};
		final boolean rgb = page.color() == TiffPage.Color.RGB
				&& page.samples() == 3
				&& page.type().bits() == 8
				&& !page.planar();
		return (gray || rgb)
				&& page.compression() == Compression.NONE
				&& !page.grid().tiled()
				&& !page.reversed()
				&& page.color() != TiffPage.Color.MASK
				&& isOneRun(page);
	}

	/** Its reader takes strips for bottom up where the last lies before the first. */
	private static boolean isOneRun(final TiffPage page) {
		final long[] offsets = page.grid().offsets();
		for (int i = 1; i < offsets.length; i++) if (offsets[i] < offsets[i - 1]) return false;
		return true;
	}

	/** Planes that only the description counts lie one after the other. */
	private static boolean isWhole(final TiffInput in, final TiffPage page, final long planes) throws TiffException {
		final long plane = page.type().rowBytes((long) page.width() * page.samples()) * page.height();
		final long end = page.grid().offsets()[0] + plane * planes;
		if (end > in.size()) throw TiffException.cutShort("its pixels", end, in.size());
		return planes > 1 || arePagesWhole(in, List.of(page));
	}

	private static boolean arePagesWhole(final TiffInput in, final List<TiffPage> pages) throws TiffException {
		for (final TiffPage page : pages) {
			final BlockGrid grid = page.grid();
			for (int i = 0; i < grid.down(); i++) {
				final long bytes =
						page.type().rowBytes((long) page.width() * page.samples()) * grid.rows(i, page.height());
				final long end = grid.offsets()[i] + bytes;
				if (end > in.size()) throw TiffException.cutShort("page " + page.number(), end, in.size());
				if (grid.counts().length > 0 && grid.counts()[i] < bytes && grid.down() > 1) return false;
			}
		}
		return true;
	}

	/**
	 * What ImageJ keeps beside pixels, in entries of its own: info, labels, ranges, tables, selection, overlay.
	 *
	 * @param file a TIFF
	 * @throws IOException if ImageJ's decoder does not know the file
	 * @throws TiffException if a selection or an overlay is damaged
	 */
	static FileInfo metadata(final Path file) throws IOException, TiffException {
		final Path path = file.toAbsolutePath();
		final FileInfo[] infos =
				new TiffDecoder(path.getParent() + "/", path.getFileName().toString()).getTiffInfo();
		if (infos == null || infos.length == 0) throw new IOException("no images in it");
		checkRois(infos[0]);
		return infos[0];
	}

	/** ImageJ takes the memory that these claim to need. */
	private static void checkRois(final FileInfo info) throws TiffException {
		try {
			if (info.roi != null) new RoiBytes(info.roi, "its selection").check();
			if (info.overlay != null)
				for (final byte[] roi : info.overlay)
					if (roi != null) new RoiBytes(roi, "a ROI of its overlay").check();
		} catch (final IOException | RuntimeException e) {
			throw TiffException.damaged(e instanceof IOException ? e.getMessage() : "its overlay");
		}
	}

	/** @param image gets what there is of it; labels are the stack's already */
	static void apply(final FileInfo info, final ImagePlus image) {
		if (info.info != null) image.setProperty("Info", info.info);
		if (info.sliceLabels != null && info.sliceLabels.length == 1 && info.sliceLabels[0] != null)
			image.setProp("Slice_Label", info.sliceLabels[0]);
		if (info.roi != null) image.setRoi(RoiDecoder.openFromByteArray(info.roi));
		if (info.overlay != null) image.setOverlay(overlay(info.overlay));
		if (info.properties != null) image.setProperties(info.properties);
	}

	private static Overlay overlay(final byte[][] rois) {
		final Overlay overlay = new Overlay();
		boolean first = true;
		for (final byte[] bytes : rois) {
			final Roi roi = RoiDecoder.openFromByteArray(bytes);
			if (roi == null) continue;
			if (first && roi.getPrototypeOverlay() != null) {
				final Overlay prototype = roi.getPrototypeOverlay();
				overlay.drawLabels(prototype.getDrawLabels());
				overlay.drawNames(prototype.getDrawNames());
				overlay.drawBackgrounds(prototype.getDrawBackgrounds());
				overlay.setLabelColor(prototype.getLabelColor());
				overlay.setLabelFont(prototype.getLabelFont(), prototype.scalableLabels());
			}
			first = false;
			overlay.add(roi);
		}
		return overlay;
	}
}
