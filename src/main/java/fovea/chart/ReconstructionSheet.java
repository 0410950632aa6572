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
package fovea.chart;

import fovea.base.ImageException;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/**
 * What a network makes of images, to be looked at: a column for each, with input, output and target below each other.
 * Gray values of all three go from black, mostly the target's smallest value, to white, its largest; beyond these they
 * are cut, and what is no number is black. Small images are magnified, large ones reduced, both by whole numbers.
 *
 * @param examples at least one; cells have the size that the largest needs
 */
public record ReconstructionSheet(List<Example> examples) {

	private static final int MIN_CELL = 112;
	private static final int MAX_CELL = 256;
	private static final int GAP = 8;
	private static final int LABELS = 74;
	private static final List<String> ROWS = List.of("input", "output", "target");

	/**
	 * One image.
	 *
	 * @param input as the network gets it, noise included
	 * @param output what it makes of it, of the target's size and channels
	 * @param target what it should make of it
	 * @param black the value that is black, of all three
	 * @param white the value that is white, above that
	 */
	public record Example(Raster input, Raster output, Raster target, float black, float white) {

		/** Checks the sizes. */
		public Example {
			if (!output.dimensions().equals(target.dimensions()))
				throw new IllegalArgumentException("expected an output of the target's size, " + target.dimensions()
						+ ", got " + output.dimensions());
			if (!(white > black))
				throw new IllegalArgumentException("expected white above black, got " + white + " and " + black);
		}

		/**
		 * In the target's gray values.
		 *
		 * @param input as the network gets it, noise included
		 * @param output what it makes of it, of the target's size and channels
		 * @param target what it should make of it
		 */
		public Example(final Raster input, final Raster output, final Raster target) {
			this(input, output, target, RasterPicture.range(target)[0], RasterPicture.range(target)[1]);
		}

		/**
		 * In colors of classes; gray where the target is of no class. The input has gray values of its own.
		 *
		 * @param input as the network gets it
		 * @param output a channel for each class, the largest is that of the pixel
		 * @param target likewise
		 * @param classes one for each channel
		 * @return an example
		 */
		public static Example ofClasses(
				final Raster input, final Raster output, final Raster target, final List<ClassSpec> classes) {
			if (output.channels() != classes.size() || target.channels() != classes.size())
				throw new IllegalArgumentException("expected a channel for each of " + classes.size() + " classes, got "
						+ output.channels() + " and " + target.channels());
			return new Example(
					RasterPicture.scaled(input),
					RasterPicture.ofClasses(output, classes, Float.NEGATIVE_INFINITY),
					RasterPicture.ofClasses(target, classes, 0),
					0,
					1);
		}
	}

	/** Copies the list. */
	public ReconstructionSheet {
		examples = List.copyOf(examples);
		if (examples.isEmpty()) throw new IllegalArgumentException("examples: expected 1 or more, got 0");
	}

	/** @return the sheet, RGB: images of three channels in color, of others the first channel in gray */
	public BufferedImage image() {
		int width = 0;
		int height = 0;
		for (final Example example : examples)
			for (final Raster raster : rasters(example)) {
				width = Math.max(width, picture(raster, example).getWidth());
				height = Math.max(height, picture(raster, example).getHeight());
			}
		final BufferedImage sheet = new BufferedImage(
				LABELS + examples.size() * (width + GAP) + GAP,
				ROWS.size() * (height + GAP) + GAP,
				BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = sheet.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setFont(ChartStyle.LABEL);
			graphics.setColor(ChartStyle.TEXT);
			for (int row = 0; row < ROWS.size(); row++) {
				final int y = GAP + row * (height + GAP);
				graphics.drawString(
						ROWS.get(row),
						GAP + 2,
						y + height / 2 + graphics.getFontMetrics().getAscent() / 2 - 1);
				for (int i = 0; i < examples.size(); i++)
					graphics.drawImage(
							picture(rasters(examples.get(i)).get(row), examples.get(i)),
							LABELS + GAP + i * (width + GAP),
							y,
							null);
			}
			return sheet;
		} finally {
			graphics.dispose();
		}
	}

	/**
	 * Writes the sheet.
	 *
	 * @param file PNG; is replaced if it exists
	 * @throws ImageException if it cannot be written
	 */
	public void writePng(final Path file) throws ImageException {
		PictureFile.write(image(), file);
	}

	/**
	 * @param file of {@link #writePng}
	 * @return the sheet
	 * @throws ImageException if it cannot be read
	 */
	public static BufferedImage readPng(final Path file) throws ImageException {
		return PictureFile.read(file);
	}

	private static List<Raster> rasters(final Example example) {
		return List.of(example.input(), example.output(), example.target());
	}

	private static BufferedImage picture(final Raster raster, final Example example) {
		return RasterPicture.draw(raster, example.black(), example.white(), MIN_CELL, MAX_CELL);
	}
}
