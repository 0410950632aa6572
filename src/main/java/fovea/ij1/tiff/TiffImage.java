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

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an ImageJ image of a file's pages. For one use. */
final class TiffImage {

	/** ImageJ shows more channels one after the other only. */
	private static final int MAX_COMPOSITE = 7;

	private final Path file;
	private final TiffInput in;
	private final List<TiffDirectory> directories;
	private final TiffDirectory first;
	private final PageChoice choice;
	private final List<String> warnings;
	private final String description;
	private final FileInfo info;

	TiffImage(
			final Path file,
			final TiffInput in,
			final List<TiffDirectory> directories,
			final PageChoice choice,
			final List<String> warnings)
			throws IOException, TiffException {
		this.file = file;
		this.in = in;
		this.directories = directories;
		this.choice = choice;
		this.warnings = warnings;
		first = directories.get(choice.directories().get(0));
		description = first.text(Tag.DESCRIPTION).orElse("");
		info = info();
	}

	/** @return the image, not shown */
	ImagePlus read() throws IOException, TiffException {
		final TiffPage page = choice.planes().get(0);
		final Optional<ImageJText> text =
				ImageJText.is(description) ? Optional.of(new ImageJText(info)) : Optional.empty();
		final Optional<OmeImage> ome = OmeXml.is(description) ? ome() : Optional.empty();
		final Arrangement arrangement = ome.isPresent() ? arrangement(ome.get()) : plain(text, page);
		final ImagePlus image = new ImagePlus(info.fileName, stack(arrangement, page));
		image.setDimensions(arrangement.channels(), arrangement.slices(), arrangement.frames());
		image.setOpenAsHyperStack(
				image.getNDimensions() > 3 || text.map(ImageJText::isHyperstack).orElse(false));
		image.setFileInfo(info);
		if (page.type().store() == SampleType.Store.SIGNED_SHORT)
			image.getCalibration().setSigned16BitCalibration();
		PixelSize.apply(info, image);
		text.ifPresent(t -> t.apply(image));
		ome.ifPresent(o -> PixelSize.apply(o, image));
		ImageJOwn.apply(info, image);
		if (info.info == null && !description.isBlank() && text.isEmpty())
			image.setProperty("Info", "ImageDescription: " + description + "\n");
		if (page.alpha() > 0) warnings.add("its transparency is left out");
		return arrangement.channels() > 1 && !page.isRgb()
				? composite(image, text.map(ImageJText::mode).orElse(""))
				: image;
	}

	private Arrangement plain(final Optional<ImageJText> text, final TiffPage page) {
		choice.warning().ifPresent(warnings::add);
		final int pages = choice.planes().size();
		return text.map(t -> t.arrangement(pages, page.channels()))
				.orElse(Arrangement.ofSlices(pages, page.channels()));
	}

	private Optional<OmeImage> ome() {
		try {
			return Optional.of(OmeXml.read(description));
		} catch (final OmeXml.Unreadable e) {
			warnOfSlices(e);
			return Optional.empty();
		}
	}

	private Arrangement arrangement(final OmeImage image) {
		final List<String> own = new ArrayList<>();
		try {
			final Arrangement arrangement = Arrangement.of(
					image, choice, directories.size(), file.getFileName().toString(), own::add);
			warnings.addAll(own);
			return arrangement;
		} catch (final OmeXml.Unreadable e) {
			warnOfSlices(e);
			return plain(Optional.empty(), choice.planes().get(0));
		}
	}

	private void warnOfSlices(final OmeXml.Unreadable reason) {
		warnings.add(reason.getMessage()
				+ (choice.planes().size() > 1
						? "; its " + choice.planes().size() + " pages are taken for slices"
						: ""));
	}

	private ImageStack stack(final Arrangement arrangement, final TiffPage page) throws IOException, TiffException {
		final ImageStack stack = new ImageStack(page.width(), page.height());
		final BlockReader blocks = new BlockReader(in);
		final PageReader reader = new PageReader(blocks);
		for (final int place : arrangement.pages()) {
			if (Thread.currentThread().isInterrupted()) throw new IOException("cancelled");
			for (final Object pixels : place == OmeImage.NOWHERE
					? empty(page)
					: reader.read(choice.planes().get(place))) stack.addSlice(label(stack.size()), pixels);
		}
		blocks.checkLzw();
		if (reader.rounded() > 0)
			warnings.add(reader.rounded()
					+ " of its integers of 32 bits are rounded: 32-bit floating point holds them up to "
					+ "16777216 only");
		lut(page).ifPresent(stack::setColorModel);
		if (!page.isRgb()) {
			final ImageProcessor ip = stack.getProcessor(1);
			if (page.type().store() != SampleType.Store.BYTE) ip.resetMinAndMax();
			stack.update(ip);
		}
		return stack;
	}

	private String label(final int plane) {
		return info.sliceLabels != null && plane < info.sliceLabels.length ? info.sliceLabels[plane] : null;
	}

	private static Object[] empty(final TiffPage page) {
		final Object[] planes = new Object[page.channels()];
		for (int i = 0; i < planes.length; i++)
			planes[i] = page.isRgb()
					? new int[page.width() * page.height()]
					: page.type().plane(page.width() * page.height());
		return planes;
	}

	private Optional<IndexColorModel> lut(final TiffPage page) throws IOException, TiffException {
		if (page.color() == TiffPage.Color.WHITE_IS_ZERO && !page.isRgb()) return Optional.of(inverted());
		final long[] map = page.color() == TiffPage.Color.PALETTE ? first.numbers(Tag.COLOR_MAP) : new long[0];
		final int colors = map.length / 3;
		if (colors == 0 || colors > 256 || page.type().store() != SampleType.Store.BYTE) return Optional.empty();
		final byte[][] rgb = new byte[3][256];
		for (int i = 0; i < map.length; i++) rgb[i / colors][i % colors] = (byte) (map[i] >> 8);
		return Optional.of(new LUT(rgb[0], rgb[1], rgb[2]));
	}

	private static LUT inverted() {
		final byte[] values = new byte[256];
		for (int i = 0; i < values.length; i++) values[i] = (byte) (255 - i);
		return new LUT(values, values, values);
	}

	private ImagePlus composite(final ImagePlus image, final String mode) {
		final int kind = switch (mode) {
			case "color" -> IJ.COLOR;
			case "gray", "grayscale" -> IJ.GRAYSCALE;
			default -> image.getNChannels() > MAX_COMPOSITE ? IJ.GRAYSCALE : IJ.COMPOSITE;
		};
		return new CompositeImage(image, kind); // with the ranges and tables of its FileInfo
	}

	/** As ImageJ has it; what it keeps in entries of its own only where there are any. */
	private FileInfo info() throws IOException, TiffException {
		FileInfo made = new FileInfo();
		if (first.has(Tag.IMAGEJ_METADATA) && !in.isBig())
			try {
				made = ImageJOwn.metadata(file);
			} catch (final IOException | RuntimeException e) { // ImageJ's decoder does not know all that is read here
				warnings.add("what ImageJ kept beside its pixels (overlay, labels) cannot be read");
			}
		made.fileFormat = FileInfo.TIFF;
		made.fileName = file.getFileName().toString();
		made.directory = file.toAbsolutePath().getParent() + "/";
		made.width = choice.planes().get(0).width();
		made.height = choice.planes().get(0).height();
		made.description = description;
		PixelSize.read(first, made);
		return made;
	}
}
