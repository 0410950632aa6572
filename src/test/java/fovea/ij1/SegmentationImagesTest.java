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
package fovea.ij1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.segment.Segmentation;
import fovea.segment.SegmentationFixture;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationImagesTest {

	/** 4 x 2 pixels of 0.5 x 0.25 mm, 2 slices, origin at (1, 0). */
	private static ImagePlus source() {
		final ImageStack stack = new ImageStack(4, 2);
		stack.addSlice(new ShortProcessor(4, 2));
		stack.addSlice(new ShortProcessor(4, 2));
		final ImagePlus imp = new ImagePlus("cells v1.2.tif", stack);
		imp.setDimensions(1, 2, 1);
		imp.getCalibration().pixelWidth = 0.5;
		imp.getCalibration().pixelHeight = 0.25;
		imp.getCalibration().pixelDepth = 3;
		imp.getCalibration().xOrigin = 1;
		imp.getCalibration().setUnit("mm");
		imp.getCalibration().setSigned16BitCalibration();
		return imp;
	}

	private static final byte[] CLASSES = {1, 1, 0, 2, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0};

	private static Segmentation segmentation() {
		return SegmentationFixture.of(new long[] {4, 2, 1, 2, 1}, 1, CLASSES);
	}

	@Test
	void maskIs255WhereObjectsAre() throws ImageException {
		final ImagePlus mask = SegmentationImages.mask(segmentation(), source());
		assertEquals("cells v1.2-mask", mask.getTitle());
		assertEquals(8, mask.getBitDepth());
		assertArrayEquals(new int[] {255, 255, 0, 255, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 0}, pixels(mask));
		assertFalse(mask.isInvertedLut());
		assertCalibrated(mask);
	}

	@Test
	void labelsAreThoseOfTheObjects() throws ImageException {
		final ImagePlus labels = SegmentationImages.labels(segmentation(), source());
		assertEquals("cells v1.2-labels", labels.getTitle());
		assertEquals(16, labels.getBitDepth());
		assertArrayEquals(new int[] {1, 1, 0, 2, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 3, 0}, pixels(labels));
		assertEquals(0, labels.getDisplayRangeMin());
		assertEquals(255, labels.getDisplayRangeMax()); // a label is its place in the table
		assertEquals(0, labels.getProcessor().getLut().getRGB(0) & 0xffffff);
		assertTrue(labels.getProcessor().isColorLut());
		assertCalibrated(labels);
	}

	@ParameterizedTest
	@CsvSource({"255, 16, 255", "256, 16, 256", "257, 16, 257", "65535, 16, 65535", "65536, 32, 65536"})
	void labelsAre16BitAsLongAsTheyFit(final int objects, final int bits, final int shown) throws ImageException {
		final byte[] dots = new byte[2 * objects];
		for (int i = 0; i < objects; i++) dots[2 * i] = 1;
		final Segmentation s = SegmentationFixture.of(dots.length, 1, dots);
		final ImagePlus labels = SegmentationImages.labels(s, new ImagePlus("dots", new ByteProcessor(dots.length, 1)));
		assertEquals(bits, labels.getBitDepth());
		for (int i = 0; i < objects; i++)
			assertEquals(i + 1, labels.getProcessor().getf(2 * i, 0));
		assertEquals(shown, labels.getDisplayRangeMax());
	}

	/** Linked through z there are fewer numbers than objects of planes. */
	@Test
	void labelsOfVolumesAre16BitAsLongAsTheirNumbersFit() throws ImageException {
		final int volumes = 40_000;
		final byte[] dots = new byte[2 * 2 * volumes];
		for (int i = 0; i < 2 * volumes; i++) dots[2 * i] = 1;
		final Segmentation linked =
				SegmentationFixture.linked(SegmentationFixture.of(new long[] {2 * volumes, 1, 1, 2, 1}, 1, dots));
		assertEquals(2 * volumes, linked.objects().size());
		final ImageStack stack = new ImageStack(2 * volumes, 1);
		for (int z = 0; z < 2; z++) stack.addSlice(new ByteProcessor(2 * volumes, 1));
		final ImagePlus source = new ImagePlus("dots", stack);
		source.setDimensions(1, 2, 1);
		final ImagePlus labels = SegmentationImages.labels(linked, source);
		assertEquals(16, labels.getBitDepth());
		assertEquals(volumes, labels.getDisplayRangeMax());
		for (int z = 1; z <= 2; z++)
			for (int i = 0; i < volumes; i++)
				assertEquals(i + 1, labels.getStack().getProcessor(z).get(2 * i, 0));
	}

	@Test
	void classMapIsInTheColorsOfTheClasses() throws ImageException {
		final Segmentation s = segmentation();
		final ImagePlus classes = SegmentationImages.classMap(s, source());
		assertEquals("cells v1.2-classes", classes.getTitle());
		final int[] expected = new int[CLASSES.length];
		for (int i = 0; i < expected.length; i++) expected[i] = CLASSES[i];
		assertArrayEquals(expected, pixels(classes));
		for (int i = 0; i < 3; i++)
			assertEquals(
					s.classes().get(i).rgb(), classes.getProcessor().getLut().getRGB(i) & 0xffffff);
		assertCalibrated(classes);
	}

	@Test
	void probabilitiesHaveAChannelForEachClass() throws ImageException {
		final ImagePlus source = source();
		final float[] values = new float[16];
		values[5] = 0.75f;
		values[15] = 1;
		final Segmentation s = SegmentationFixture.ofProbabilities(ImagePlusImages.wrap(source), values);
		final ImagePlus p = SegmentationImages.probabilities(s, source);
		assertEquals("cells v1.2-probabilities", p.getTitle());
		assertArrayEquals(new int[] {4, 2, 2, 2, 1}, p.getDimensions());
		assertEquals(32, p.getBitDepth());
		assertEquals(0.25f, p.getStack().getProcessor(1).getf(5));
		assertEquals(0.75f, p.getStack().getProcessor(2).getf(5));
		assertEquals(1f, p.getStack().getProcessor(4).getf(7));
		assertEquals("background", p.getStack().getSliceLabel(3));
		assertEquals("object", p.getStack().getSliceLabel(4));
		assertEquals(1, p.getDisplayRangeMax());
		assertCalibrated(p);
	}

	@Test
	void noProbabilitiesIsSaid() {
		final String message = assertThrows(
						ImageException.class, () -> SegmentationImages.probabilities(segmentation(), source()))
				.getMessage();
		assertTrue(message.contains("cells v1.2.tif"), message);
	}

	@Test
	void theTableIsCalibrated() {
		final ResultsTable table = ObjectTable.of(segmentation(), source());
		assertEquals(3, table.size());
		assertEquals(
				"Label,Class,Area,X,Y,MeanProbability,Pixels,Channel,Slice,Frame",
				first(10, List.of(table.getHeadings())));
		assertEquals("class 1-1", table.getLabel(0));
		assertEquals("class 1", table.getStringValue("Class", 0));
		assertEquals(3 * 0.125, table.getValue("Area", 0));
		assertEquals(((0.5 + 1.5 + 0.5) / 3 - 1) * 0.5, table.getValue("X", 0), 1e-12);
		assertEquals((0.5 + 0.5 + 1.5) / 3 * 0.25, table.getValue("Y", 0), 1e-12);
		assertEquals(1, table.getValue("MeanProbability", 0));
		assertEquals(3, table.getValue("Pixels", 0));
		assertEquals(1, table.getValue("Channel", 0));
		assertEquals(1, table.getValue("Slice", 1));
		assertEquals(2, table.getValue("Slice", 2));
		assertEquals(1, table.getValue("Frame", 2));
	}

	private static String first(final int columns, final List<String> headings) {
		return String.join(",", headings.subList(0, columns));
	}

	@Test
	void theFileHasUnitsInItsHeadings() {
		final ImagePlus source = source();
		for (final List<String> unit :
				List.of(List.of("micron", "um"), List.of("\u00b5m", "um"), List.of("nm", "nm"), List.of("\n", "\\n"))) {
			source.getCalibration().setUnit(unit.get(0));
			final String shown = unit.get(1);
			assertEquals(
					"Label,Class,Area (" + shown + "^2),X (" + shown + "),Y (" + shown
							+ "),MeanProbability,Pixels,Channel,Slice,Frame",
					first(10, ObjectTable.lines(segmentation(), source).get(0)));
		}
		source.getCalibration().setXUnit("mm");
		source.getCalibration().setYUnit("s");
		assertEquals(
				"Area (mm*s)", ObjectTable.lines(segmentation(), source).get(0).get(2));
		for (final String none : new String[] {"pixel", "pixels", " ", ""}) {
			source.setCalibration(null);
			source.getCalibration().setUnit(none);
			assertEquals(
					"Label,Class,Area,X,Y,MeanProbability,Pixels,Channel,Slice,Frame",
					first(10, ObjectTable.lines(segmentation(), source).get(0)));
		}
	}

	@Test
	void theTableHasItsColumnsWithoutObjectsToo() {
		final Segmentation none = SegmentationFixture.of(2, 1, new byte[2]);
		final ResultsTable table = ObjectTable.of(none, new ImagePlus("none", new ByteProcessor(2, 1)));
		assertEquals(0, table.size());
		assertArrayEquals(ObjectTable.of(segmentation(), source()).getHeadings(), table.getHeadings());
	}

	@Test
	void theTablesChannelIsZeroWhereAllWereTakenAtOnce() {
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(new ByteProcessor(1, 1));
		stack.addSlice(new ByteProcessor(1, 1));
		final ImagePlus source = new ImagePlus("two channels", stack);
		source.setDimensions(2, 1, 1);
		assertEquals(
				0,
				ObjectTable.of(SegmentationFixture.of(new long[] {1, 1, 2, 1, 1}, 1, new byte[] {1}), source)
						.getValue("Channel", 0));
		assertEquals(
				2,
				ObjectTable.of(SegmentationFixture.of(new long[] {1, 1, 2, 1, 1}, 2, new byte[] {0, 1}), source)
						.getValue("Channel", 0));
	}

	private static void assertCalibrated(final ImagePlus imp) {
		assertEquals(0.5, imp.getCalibration().pixelWidth);
		assertEquals(0.25, imp.getCalibration().pixelHeight);
		assertEquals(3, imp.getCalibration().pixelDepth);
		assertEquals(1, imp.getCalibration().xOrigin);
		assertEquals("mm", imp.getCalibration().getUnit());
		assertFalse(imp.getCalibration().calibrated());
		assertEquals(2, imp.getNSlices());
	}

	private static int[] pixels(final ImagePlus imp) {
		final int plane = imp.getWidth() * imp.getHeight();
		final int[] pixels = new int[plane * imp.getStackSize()];
		for (int n = 0; n < imp.getStackSize(); n++)
			for (int i = 0; i < plane; i++)
				pixels[n * plane + i] = (int) imp.getStack().getProcessor(n + 1).getf(i);
		return pixels;
	}
}
