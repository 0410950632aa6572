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
package fovea.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.MaskReading;
import fovea.data.Rest;
import fovea.ij1.files.AnnotatedImage;
import fovea.ij1.files.RoiAnnotation;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import fovea.train.TrainingListener;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What users hear of how their ROIs were understood, and which classes come of it. */
class MaskMeaningTest {

	private static final int SIDE = 100;

	private final List<String> told = new ArrayList<>();
	private final TrainingListener listener = new TrainingListener() {

		@Override
		public void tell(final String line) {
			told.add(line);
		}
	};

	private static Roi square(final String name, final int x, final int y) {
		final Roi roi = new Roi(x, y, 20, 20);
		roi.setName(name);
		return roi;
	}

	private static MaskMeaning.Rois meaning(
			final OptionNames names, final String kind, final String rest, final List<ClassSpec> known) {
		return (MaskMeaning.Rois)
				new MaskText(names, true, Optional.of(kind), List.of(), Optional.empty(), Optional.of(rest))
						.meaning(known)
						.orElseThrow();
	}

	private MaskSource source(final MaskMeaning.Rois meaning, final Roi... drawn) throws FoveaException {
		final AnnotatedImage image =
				AnnotatedImage.of("a.tif", new ImagePlus("a", new ByteProcessor(SIDE, SIDE)), List.of(drawn));
		return meaning.source(RoiAnnotation.of("a", List.of(image), meaning.options(), listener), listener);
	}

	private static List<String> classes(final MaskSource masks) {
		return masks.reading().classes().stream().map(ClassSpec::name).toList();
	}

	private Rest decide(final MaskSource masks, final int outlined) throws FoveaException {
		return decideAll(masks, outlined).get(0);
	}

	/** Squares at 10, 40 and 70 are bright, in each image; so many of the nine are outlined. */
	private List<Rest> decideAll(final MaskSource masks, final int... outlined) throws FoveaException {
		final List<Raster> images = new ArrayList<>();
		final List<int[]> drawn = new ArrayList<>();
		final List<String> names = new ArrayList<>();
		for (final int count : outlined) {
			final float[] values = new float[SIDE * SIDE];
			final int[] classes = new int[values.length];
			Arrays.fill(classes, MaskReading.UNLABELED);
			for (int i = 0; i < values.length; i++) {
				final int x = i % SIDE - 10;
				final int y = i / SIDE - 10;
				if (x < 0 || y < 0 || x % 30 >= 20 || y % 30 >= 20) continue;
				values[i] = 1;
				if (y / 30 * 3 + x / 30 < count) classes[i] = 1;
			}
			names.add((char) ('a' + images.size()) + ".tif");
			images.add(new Raster(SIDE, SIDE, 1, values));
			drawn.add(classes);
		}
		return masks.open().orElseThrow().rest().decide(images, drawn, names);
	}

	@Test
	void touchingRoisGetABorderOfSomeWeight() throws FoveaException {
		final MaskMeaning.Rois rois = meaning(OptionNames.MACRO, "rois", "auto", List.of());
		final Roi[] touching = {square("nucleus-1", 10, 10), square("nucleus-2", 30, 10)};
		final MaskSource bordered = source(rois.automatically(), touching);
		assertEquals(List.of("background", "nucleus", "border"), classes(bordered));
		assertEquals(List.of(1.0, 1.0, 6.0), bordered.weights());
		assertEquals(
				List.of("some ROIs touch: the border between them is a class of its own, of weight 6 "
						+ "(maskkind=rois: it is not)"),
				told);
		assertEquals(List.of("background", "nucleus"), classes(source(rois, touching)));
		assertEquals(List.of(), source(rois, touching).weights());
		assertEquals(
				List.of("background", "nucleus"),
				classes(source(rois.automatically(), touching[0], square("nucleus", 60, 60))));
		final MaskSource named = source(meaning(OptionNames.MACRO, "rois-border", "auto", List.of()), touching);
		assertEquals(List.of("background", "nucleus", "border"), classes(named));
		assertEquals(List.of(), named.weights(), "a kind that somebody chose is taken as it is");
	}

	@Test
	void roisTellHowDeepTheirPixelsLieWhereThatIsWanted() throws FoveaException {
		final Roi[] touching = {square("nucleus-1", 10, 10), square("nucleus-2", 30, 10)};
		final MaskMeaning.Rois rois = meaning(OptionNames.MACRO, "rois-distance", "auto", List.of());
		assertEquals(OptionalInt.of(3), rois.classes());
		final MaskSource masks = source(rois, touching);
		assertEquals(List.of("background", "nucleus", "border"), classes(masks));
		assertTrue(masks.reading().hasDistance());
		assertFalse(source(meaning(OptionNames.MACRO, "rois-border", "auto", List.of()), touching)
				.reading()
				.hasDistance());
		assertEquals(
				List.of(1.0, 1.0, 6.0), source(rois.automatically(), touching).weights());
	}

	/** A model's classes stay what they are, whatever its objects are called meanwhile. */
	@Test
	void classesOfTheModelGoOn() throws FoveaException {
		final List<ClassSpec> known = ClassSpec.named(List.of("background", "nucleus", "border"));
		final MaskMeaning.Rois rois =
				meaning(OptionNames.MACRO, "rois-border", "auto", known).automatically();
		for (final String name : List.of("nucleus-1", "object-1", "foreground-3", "Kern", "0012-0034")) {
			final MaskSource masks = source(rois, square(name, 10, 10));
			assertEquals(List.of("background", "nucleus", "border"), classes(masks), name);
			assertEquals(List.of(1.0, 1.0, 6.0), masks.weights(), "as it was trained");
		}
		final MaskReading pixels = ((MaskMeaning.Pixels) new MaskText(
								OptionNames.MACRO,
								true,
								Optional.of("border"),
								List.of("cell"),
								Optional.empty(),
								Optional.empty())
						.meaning(List.of())
						.orElseThrow())
				.reading();
		assertEquals("cell", pixels.classes().get(1).name());
	}

	@Test
	void itIsSaidWhatTheRestIsAndHowToSayOtherwise() throws FoveaException {
		final Roi outline = square("nucleus-1", 10, 10);
		final Roi ground = square("background", 60, 60);
		final MaskMeaning.Rois auto = meaning(OptionNames.COMMAND_LINE, "rois", "auto", List.of());
		assertEquals(Rest.RINGS, decide(source(auto, outline), 2));
		assertEquals(Rest.BACKGROUND, decide(source(auto, outline), 9));
		assertEquals(Rest.IGNORED, decide(source(auto, outline, ground), 2));
		final MaskMeaning.Rois ignore = meaning(OptionNames.MACRO, "rois", "ignore", List.of());
		assertEquals(Rest.RINGS, decide(source(ignore, outline), 9));
		final MaskMeaning.Rois background = meaning(OptionNames.MACRO, "rois", "background", List.of());
		assertEquals(Rest.BACKGROUND, decide(source(background, outline, ground), 2));
		final String ring = ", but for a ring around each outline, which is background";
		assertEquals(
				List.of(
						"8 % of the pixels are annotated, and much of the rest looks like them: it does not count"
								+ ring + " (--unlabelled background: all of it is background)",
						"36 % of the pixels are annotated, and little of the rest looks like them: it is background "
								+ "(--unlabelled ignore: it does not count)",
						"8 % of the pixels are annotated; the rest does not count (--unlabelled background: it is "
								+ "background)",
						"36 % of the pixels are annotated; the rest does not count, as unlabelled=ignore says" + ring,
						"8 % of the pixels are annotated; the rest is background, as unlabelled=background says"),
				told);
		assertThrows(TrainingException.class, () -> decide(source(auto, outline), 0));
		assertEquals("0.4 %", DrawnRest.percent(4, 1000));
	}

	/** Six outlines in the first image, all objects in those that were corrected: each is what it looks like. */
	@Test
	void oneImageMayBeOutlinedInPartAndAnotherAsAWhole() throws FoveaException {
		final MaskMeaning.Rois auto = meaning(OptionNames.MACRO, "rois", "auto", List.of());
		final Roi outline = square("nucleus-1", 10, 10);
		assertEquals(List.of(Rest.RINGS, Rest.BACKGROUND, Rest.BACKGROUND), decideAll(source(auto, outline), 2, 9, 9));
		assertEquals(
				List.of("27 % of the pixels are annotated. In one of 3 images (a.tif) much of the rest looks like "
						+ "them: there it does not count, but for a ring around each outline, which is background; "
						+ "in the others it is background (unlabelled=background: all of it is background, "
						+ "unlabelled=ignore: none of it counts)"),
				told);
		assertEquals(
				List.of(Rest.BACKGROUND, Rest.RINGS, Rest.RINGS),
				decideAll(source(auto, outline), 9, 0, 3),
				"of an image without any outline nobody knows");
		assertEquals(List.of(Rest.BACKGROUND, Rest.BACKGROUND), decideAll(source(auto, outline), 9, 9));
	}
}
