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
package fovea.ij1.teach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Box;
import fovea.model.ClassSpec;
import fovea.teach.Plane;
import fovea.teach.Stroke;
import fovea.teach.Stroke.Point;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strokes become ROIs, and these the same strokes again. */
class StrokeRoisTest {

	private static final int WIDTH = 64;
	private static final int HEIGHT = 48;
	private static final List<ClassSpec> CLASSES = ClassSpec.named(List.of("background", "nucleus", "cell wall"));

	private static ImagePlus image() {
		return new ImagePlus("cells", new ByteProcessor(WIDTH, HEIGHT));
	}

	private static ImagePlus stack() {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 0; i < 6; i++) stack.addSlice(new ByteProcessor(WIDTH, HEIGHT));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(1, 3, 2);
		image.setOpenAsHyperStack(true);
		return image;
	}

	private static List<Stroke> drawn(final SplittableRandom random, final int planes) {
		final List<Stroke> strokes = new ArrayList<>();
		for (int i = 0; i < 14; i++) {
			final List<Point> way = new ArrayList<>();
			for (int k = 0; k < 4; k++) way.add(new Point(random.nextDouble(-6, 70), random.nextDouble(-6, 54)));
			final int index = random.nextInt(-1, CLASSES.size());
			final Plane plane = planes == 1 ? Plane.of(0) : new Plane(0, random.nextInt(3), random.nextInt(2));
			strokes.add(Stroke.line(plane, index, way, random.nextDouble(0, 5)));
		}
		return strokes;
	}

	/** @return for each pixel of a plane 1 + the class of the last stroke that has it, 0: none */
	private static byte[] map(final List<Stroke> strokes, final Plane plane) {
		final byte[] map = new byte[WIDTH * HEIGHT];
		for (final Stroke stroke : strokes)
			for (int i = 0; i < map.length; i++)
				if (stroke.plane().equals(plane) && stroke.contains(i % WIDTH, i / WIDTH))
					map[i] = (byte) (1 + stroke.classIndex());
		return map;
	}

	private static List<Stroke> strokes(final List<Roi> rois, final ImagePlus image) {
		final List<Stroke> strokes = new ArrayList<>();
		for (final Roi roi : rois) {
			assertTrue(StrokeRois.isStroke(roi), roi.getName());
			final int index = StrokeRois.indexOf(StrokeRois.className(roi).orElseThrow(), CLASSES);
			strokes.add(StrokeRois.stroke(roi, image, StrokeRois.plane(roi, image, 0), index, 3)
					.orElseThrow());
		}
		return strokes;
	}

	@Test
	void theyComeBackAsTheyWere() {
		for (int seed = 0; seed < 30; seed++) {
			final List<Stroke> drawn = drawn(new SplittableRandom(seed), 1);
			final ImagePlus image = image();
			final List<Roi> rois = StrokeRois.of(drawn, CLASSES, image);
			assertArrayEquals(map(drawn, Plane.of(0)), map(strokes(rois, image), Plane.of(0)), "seed " + seed);
		}
	}

	@Test
	void theyAreOnTheirPlanes() {
		for (int seed = 0; seed < 10; seed++) {
			final List<Stroke> drawn = drawn(new SplittableRandom(seed), 6);
			final ImagePlus image = stack();
			final List<Stroke> back = strokes(StrokeRois.of(drawn, CLASSES, image), image);
			for (int z = 0; z < 3; z++)
				for (int t = 0; t < 2; t++)
					assertArrayEquals(
							map(drawn, new Plane(0, z, t)),
							map(back, new Plane(0, z, t)),
							"seed " + seed + " z " + z + " t " + t);
		}
	}

	@Test
	void aTiffKeepsThem(@TempDir final Path folder) {
		final List<Stroke> drawn = drawn(new SplittableRandom(5), 6);
		final ImagePlus image = stack();
		final Overlay overlay = new Overlay();
		StrokeRois.of(drawn, CLASSES, image).forEach(overlay::add);
		image.setOverlay(overlay);
		final String file = folder.resolve("strokes.tif").toString();
		assertTrue(IJ.saveAsTiff(image, file));
		final ImagePlus opened = IJ.openImage(file);
		final List<Roi> rois = Arrays.asList(opened.getOverlay().toArray());
		final List<Stroke> back = strokes(rois, opened);
		for (int z = 0; z < 3; z++)
			for (int t = 0; t < 2; t++)
				assertArrayEquals(map(drawn, new Plane(0, z, t)), map(back, new Plane(0, z, t)));
		assertEquals(
				Set.of("background", "nucleus", "cell wall"),
				StrokeRois.classes(rois, CLASSES.subList(0, 1)).stream()
						.map(ClassSpec::name)
						.collect(Collectors.toSet()));
	}

	@Test
	void namesAreNumberedAndColorsAreTheClasses() {
		final List<Roi> rois = StrokeRois.of(
				List.of(
						Stroke.disc(Plane.of(0), 1, 10, 10, 3),
						Stroke.disc(Plane.of(0), 0, 30, 10, 3),
						Stroke.disc(Plane.of(0), 1, 50, 10, 3),
						Stroke.disc(Plane.of(0), Stroke.ERASE, 30, 40, 3)),
				CLASSES,
				image());
		assertEquals(
				List.of("nucleus-1", "background-1", "nucleus-2"),
				rois.stream().map(Roi::getName).toList());
		assertEquals(CLASSES.get(1).rgb(), rois.get(0).getStrokeColor().getRGB() & 0xffffff);
	}

	@Test
	void whatImageJSelectsBecomesAStroke() {
		final ImagePlus image = image();
		final Roi line = new Line(10.0, 10.0, 30.0, 10.0);
		assertEquals(21 * 6, count(line, image), 20);
		line.setStrokeWidth(9);
		assertTrue(count(line, image) > 21 * 8);
		assertEquals(10 * 8, count(new Roi(5, 5, 10, 8), image));
		assertEquals(4 * 3, count(new Roi(-6, -5, 10, 8), image));
		assertTrue(count(new OvalRoi(5, 5, 10, 8), image) < 10 * 8);
		assertEquals(
				2 * count(new PointRoi(10, 10), image),
				count(new PointRoi(new int[] {10, 40}, new int[] {10, 20}, 2), image));
		assertTrue(count(new PolygonRoi(new int[] {5, 30, 5}, new int[] {5, 30, 30}, 3, Roi.POLYGON), image) > 200);
		final Roi ring = new ShapeRoi(new Roi(5, 5, 20, 20)).not(new ShapeRoi(new Roi(10, 10, 5, 5)));
		assertEquals(400 - 25, count(ring, image));
		assertFalse(StrokeRois.stroke(new Roi(100, 100, 5, 5), image, Plane.of(0), 1, 5)
				.isPresent());
	}

	private static int count(final Roi roi, final ImagePlus image) {
		return StrokeRois.stroke(roi, image, Plane.of(0), 1, 5)
				.map(Stroke::count)
				.orElse(0);
	}

	@Test
	void whatFoveaHasFoundIsNoStroke() {
		final Roi roi = new Roi(1, 1, 5, 5);
		roi.setName("nucleus-17");
		assertTrue(StrokeRois.isStroke(roi));
		roi.setProperty("fovea", "1");
		assertFalse(StrokeRois.isStroke(roi));
		final Roi unnamed = new Roi(1, 1, 5, 5);
		assertFalse(StrokeRois.isStroke(unnamed));
		unnamed.setName("0012-0034");
		assertFalse(StrokeRois.isStroke(unnamed));
	}

	@Test
	void picturesHaveTheLastStrokesColor() {
		final BitSet all = new BitSet();
		all.set(0, 16);
		final Stroke first = Stroke.of(Plane.of(0), 1, new Box(0, 0, 4, 4), all);
		final Stroke erased = Stroke.disc(Plane.of(0), Stroke.ERASE, 1, 1, 0);
		final Stroke other = Stroke.disc(new Plane(0, 1, 0), 2, 2, 2, 0);
		final BufferedImage picture =
				LayerPainter.strokes(List.of(first, erased, other), Plane.of(0), CLASSES, new Box(1, 1, 6, 6));
		assertEquals(0, picture.getRGB(0, 0));
		assertEquals(CLASSES.get(1).rgb(), picture.getRGB(1, 1) & 0xffffff);
		assertTrue(picture.getRGB(1, 1) >>> 24 > 0 && picture.getRGB(1, 1) >>> 24 < 255);
		assertEquals(0, picture.getRGB(4, 4));
	}
}
