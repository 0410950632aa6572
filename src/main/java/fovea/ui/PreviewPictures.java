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
package fovea.ui;

import fovea.chart.RasterPicture;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be seen of a preview, drawn. To be made where it may take its time.
 *
 * @param pictures with their captions, from left to right: one for each image, at most a pixel for a pixel
 * @param divided the two that can be laid over each other: what went in, what came out; empty where they are of
 *     different sizes
 * @param after a word on when it was
 */
record PreviewPictures(List<Captioned> pictures, Optional<Divided> divided, String after) {

	/** Larger ones are reduced. */
	private static final int LARGEST = 1024;

	private static final float OPACITY = 0.5f;

	/**
	 * A picture with a word on what it shows.
	 *
	 * @param caption short
	 * @param picture of it
	 */
	record Captioned(String caption, BufferedImage picture) {}

	/**
	 * Two pictures of one size.
	 *
	 * @param left what is to be seen to the left of the line
	 * @param right what is to be seen to the right of it
	 */
	record Divided(Captioned left, Captioned right) {}

	/**
	 * @param preview what came out
	 * @param classes of the outputs, background first; empty where they are images
	 * @return pictures of it: images in the gray values of the target, which is left out where it is the input itself;
	 *     classes in their colors, over the input where it has their size; for the class of a whole image the input
	 *     only, with names
	 */
	static PreviewPictures of(final Preview preview, final List<ClassSpec> classes) {
		final String after = "after epoch " + preview.epoch();
		if (classes.isEmpty()) return ofImages(preview, after);
		final Captioned input = new Captioned("input", scaled(RasterPicture.scaled(preview.input())));
		if (preview.target().height() == 1 && preview.target().width() == 1)
			return new PreviewPictures(
					List.of(new Captioned(
							named("predicted", preview.output(), classes, true) + ", "
									+ named("target", preview.target(), classes, false),
							input.picture())),
					Optional.empty(),
					after);
		final boolean over = preview.input().hasSizeOf(preview.output());
		final Captioned output = new Captioned(
				"output",
				scaled(
						over
								? RasterPicture.ofClassesOver(
										RasterPicture.scaled(preview.input()), preview.output(), classes, OPACITY)
								: RasterPicture.ofClasses(preview.output(), classes, Float.NEGATIVE_INFINITY)));
		final Captioned target = new Captioned("target", scaled(RasterPicture.ofClasses(preview.target(), classes, 0)));
		return new PreviewPictures(
				List.of(input, output, target),
				over ? Optional.of(new Divided(input, output)) : Optional.empty(),
				after);
	}

	private static PreviewPictures ofImages(final Preview preview, final String after) {
		final float[] range = RasterPicture.range(preview.target());
		final Captioned input = new Captioned("input", picture(preview.input(), range));
		final Captioned output = new Captioned("output", picture(preview.output(), range));
		final Captioned target = new Captioned("target", picture(preview.target(), range));
		final boolean isKnown = preview.target() != preview.input();
		return new PreviewPictures(
				isKnown ? List.of(input, output, target) : List.of(input, output),
				preview.input().hasSizeOf(preview.output())
						? Optional.of(new Divided(input, output))
						: Optional.empty(),
				after);
	}

	private static BufferedImage scaled(final Raster raster) {
		return picture(raster, new float[] {0, 1});
	}

	private static BufferedImage picture(final Raster raster, final float[] range) {
		return RasterPicture.draw(raster, range[0], range[1], 1, LARGEST);
	}

	private static String named(
			final String what, final Raster values, final List<ClassSpec> classes, final boolean sure) {
		int best = 0;
		for (int c = 1; c < classes.size(); c++) if (values.at(0, 0, c) > values.at(0, 0, best)) best = c;
		return what + ": " + classes.get(best).name()
				+ (sure ? String.format(Locale.ROOT, " (%.2f)", values.at(0, 0, best)) : "");
	}
}
