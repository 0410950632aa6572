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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.segment.RandomPlanes;
import fovea.segment.RandomPlanes.Plane;
import fovea.segment.Segmentation;
import fovea.segment.SegmentationFixture;
import fovea.segment.SegmentedObject;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class OverlaysTest {

	@Property
	@Domain(RandomPlanes.class)
	void roisCoverExactlyTheirObjects(@ForAll final Plane plane) {
		final int height = plane.classes().length / plane.width();
		final Segmentation s = SegmentationFixture.of(plane.width(), height, plane.classes());
		final Overlay overlay = Overlays.of(s, new ImagePlus("i", new ByteProcessor(plane.width(), height)));
		assertEquals(s.objects().size(), overlay.size());
		for (final SegmentedObject object : s.objects()) {
			final Roi roi = overlay.get(object.label() - 1);
			assertCovers(roi, object, s, plane.width(), height);
			// and so they do after a file
			assertCovers(
					RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(roi)), object, s, plane.width(), height);
		}
	}

	private static void assertCovers(
			final Roi roi, final SegmentedObject object, final Segmentation s, final int width, final int height) {
		final Rectangle bounds = roi.getBounds();
		assertEquals(new Rectangle(object.x(), object.y(), object.width(), object.height()), bounds);
		final ImageProcessor mask = roi.getMask();
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final boolean expected = s.labels().getAt(x, y, 0, 0, 0).get() == object.label();
				assertEquals(expected, roi.contains(x, y), () -> "contains, label " + object.label());
				final boolean inMask =
						bounds.contains(x, y) && (mask == null || mask.get(x - bounds.x, y - bounds.y) != 0);
				assertEquals(expected, inMask, () -> "mask, label " + object.label());
			}
		assertEquals(object.pixels(), roi.getStatistics().pixelCount);
	}

	@Example
	void aRingKeepsItsHole() {
		final byte[] ring = {1, 1, 1, 1, 0, 1, 1, 1, 1};
		final Roi roi = Overlays.of(SegmentationFixture.of(3, 3, ring), new ImagePlus("i", new ByteProcessor(3, 3)))
				.get(0);
		assertEquals(Roi.COMPOSITE, roi.getType());
		assertFalse(roi.contains(1, 1));
	}

	@Example
	void aSimpleObjectIsATracedRoi() {
		final byte[] angle = {1, 1, 1, 1, 0, 0, 1, 0, 0};
		final Roi roi = Overlays.of(SegmentationFixture.of(3, 3, angle), new ImagePlus("i", new ByteProcessor(3, 3)))
				.get(0);
		assertEquals(Roi.TRACED_ROI, roi.getType());
	}

	@Example
	void nameColorAndPropertyTellTheClass() {
		final Segmentation s = SegmentationFixture.of(3, 1, new byte[] {2, 0, 1});
		final Overlay overlay = Overlays.of(s, new ImagePlus("i", new ByteProcessor(3, 1)));
		assertEquals("class 2-1", overlay.get(0).getName());
		assertEquals("class 1-2", overlay.get(1).getName());
		for (int i = 0; i < 2; i++) {
			assertEquals("class " + (2 - i), overlay.get(i).getProperty("class"));
			assertEquals(new Color(s.classes().get(2 - i).rgb()), overlay.get(i).getStrokeColor());
			final Roi saved = RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(overlay.get(i)));
			assertEquals(new Color(s.classes().get(2 - i).rgb()), saved.getStrokeColor());
		}
	}

	@Example
	void severalClassesAreGroups() {
		final Segmentation two = SegmentationFixture.of(3, 1, new byte[] {2, 0, 1});
		final Overlay overlay =
				Overlays.of(two, new ImagePlus("i", new ByteProcessor(3, 1)), OverlayStyle.OUTLINES, true);
		for (int i = 0; i < 2; i++) {
			assertEquals(2 - i, overlay.get(i).getGroup());
			assertEquals(
					new Color(two.classes().get(2 - i).rgb()), overlay.get(i).getStrokeColor());
		}
		final Segmentation one = SegmentationFixture.of(3, 1, new byte[] {1, 0, 1});
		assertEquals(
				0,
				Overlays.of(one, new ImagePlus("i", new ByteProcessor(3, 1)), OverlayStyle.OUTLINES, true)
						.get(0)
						.getGroup());
	}

	@Example
	void objectsAreFilled() {
		final Segmentation s = SegmentationFixture.of(3, 1, new byte[] {2, 0, 1});
		final ImagePlus imp = new ImagePlus("i", new ByteProcessor(3, 1));
		final Overlay half = Overlays.of(s, imp, new OverlayStyle(0.5, false));
		for (int i = 0; i < 2; i++) {
			final Color expected = new Color(s.classes().get(2 - i).rgb() | 128 << 24, true);
			assertEquals(expected, half.get(i).getFillColor());
			final Roi saved = RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(half.get(i)));
			assertEquals(expected, saved.getFillColor());
		}
		assertNull(Overlays.of(s, imp).get(0).getFillColor());
		assertEquals(
				255,
				Overlays.of(s, imp, new OverlayStyle(1, false))
						.get(0)
						.getFillColor()
						.getAlpha());
	}

	@Example
	void eachObjectHasTheColorOfItsLabel() throws ImageException {
		final Segmentation s = SegmentationFixture.of(5, 1, new byte[] {2, 0, 1, 0, 1});
		final ImagePlus imp = new ImagePlus("i", new ByteProcessor(5, 1));
		final ImageProcessor labels = SegmentationImages.labels(s, imp).getProcessor();
		final Overlay overlay = Overlays.of(s, imp, new OverlayStyle(0, true));
		for (int i = 0; i < 3; i++) {
			final int rgb = labels.getLut().getRGB(labels.get(2 * i, 0)) & 0xffffff;
			assertEquals(new Color(rgb), overlay.get(i).getStrokeColor());
			assertEquals(0, overlay.get(i).getGroup());
		}
	}

	@Example
	void onASingleImageThereIsNoPosition() {
		final Roi roi = Overlays.of(
						SegmentationFixture.of(1, 1, new byte[] {1}), new ImagePlus("i", new ByteProcessor(1, 1)))
				.get(0);
		assertEquals(List.of(0, 0, 0, 0), position(roi));
		assertFalse(roi.hasHyperStackPosition());
	}

	@Example
	void onAPlainStackThePositionIsThePlane() {
		final Segmentation slices = SegmentationFixture.of(new long[] {1, 1, 1, 3, 1}, 1, new byte[] {0, 0, 1});
		assertEquals(
				List.of(3, 0, 3, 0),
				position(Overlays.of(slices, stack(1, 3, 1)).get(0)));
		final Segmentation frames = SegmentationFixture.of(new long[] {1, 1, 1, 1, 3}, 1, new byte[] {0, 1, 0});
		assertEquals(
				List.of(2, 0, 2, 0),
				position(Overlays.of(frames, stack(1, 1, 3)).get(0)));
	}

	@Example
	void onAHyperstackThePositionIsChannelSliceAndFrame() {
		final byte[] lastPlane = new byte[12];
		lastPlane[11] = 1;
		final Segmentation each = SegmentationFixture.of(new long[] {1, 1, 2, 3, 2}, 2, lastPlane);
		assertEquals(
				List.of(0, 2, 3, 2), position(Overlays.of(each, stack(2, 3, 2)).get(0)));
		final Segmentation all = SegmentationFixture.of(new long[] {1, 1, 2, 3, 2}, 1, new byte[] {0, 0, 0, 0, 1, 0});
		assertEquals(
				List.of(0, 0, 2, 2), position(Overlays.of(all, stack(2, 3, 2)).get(0)));
	}

	@Example
	void aModelOfAllChannelsMarksEachOfThem() {
		final Segmentation all = SegmentationFixture.of(new long[] {1, 1, 3, 1, 1}, 1, new byte[] {1});
		assertEquals(
				List.of(0, 0, 1, 1), position(Overlays.of(all, stack(3, 1, 1)).get(0)));
	}

	@Example
	void colorImagesHaveNoChannels() {
		final Segmentation s = SegmentationFixture.ofColor(new long[] {1, 1, 3, 2, 1}, new byte[] {0, 0, 0, 0, 0, 1});
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(new ColorProcessor(1, 1));
		stack.addSlice(new ColorProcessor(1, 1));
		assertEquals(
				List.of(2, 0, 2, 0),
				position(Overlays.of(s, new ImagePlus("rgb", stack)).get(0)));
	}

	@Example
	void objectsOfTheSameChannelInSeveralRunsAreTold() {
		// the second channel was run three times, and each run found the same pixel
		final Segmentation s =
				SegmentationFixture.ofChannels(new long[] {1, 1, 2, 1, 1}, List.of(2, 2, 2), new byte[] {1, 1, 1});
		final Overlay overlay = Overlays.of(s, stack(2, 1, 1));
		assertEquals(3, overlay.size());
		assertEquals(List.of(0, 2, 1, 1), position(overlay.get(1)));
	}

	@Example
	void ownRoisAreReplacedAndOthersStay() {
		final ImagePlus imp = new ImagePlus("i", new ByteProcessor(2, 1));
		final Roi scaleBar = new Roi(0, 0, 1, 1);
		imp.setOverlay(new Overlay(scaleBar));
		imp.getOverlay().drawLabels(true);
		final Overlay first = Overlays.of(SegmentationFixture.of(2, 1, new byte[] {1, 2}), imp);
		Overlays.show(first, imp);
		assertEquals(3, imp.getOverlay().size());
		final Overlay second = Overlays.of(SegmentationFixture.of(2, 1, new byte[] {0, 1}), imp);
		Overlays.show(second, imp);
		assertEquals(List.of(scaleBar, second.get(0)), List.of(imp.getOverlay().toArray()));
		assertTrue(imp.getOverlay().getDrawLabels());
	}

	@Example
	void thereMayHaveBeenNoOverlay() {
		final ImagePlus imp = new ImagePlus("i", new ByteProcessor(2, 1));
		assertNull(imp.getOverlay());
		Overlays.show(Overlays.of(SegmentationFixture.of(2, 1, new byte[] {1, 0}), imp), imp);
		assertEquals(1, imp.getOverlay().size());
	}

	/** @return position, c, z, t */
	private static List<Integer> position(final Roi roi) {
		return List.of(roi.getPosition(), roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
	}

	private static ImagePlus stack(final int c, final int z, final int t) {
		final ImageStack stack = new ImageStack(1, 1);
		for (int n = 0; n < c * z * t; n++) stack.addSlice(new ByteProcessor(1, 1));
		final ImagePlus imp = new ImagePlus("i", stack);
		imp.setDimensions(c, z, t);
		return imp;
	}
}
