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

import fovea.base.ImageException;
import fovea.segment.Segmentation;
import fovea.segment.SegmentationFixture;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentroidRoisTest {

	private static final byte[] CLASSES = {1, 1, 0, 2, 1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 2, 0};

	/** 4 x 2 pixels of 0.5 x 0.25 mm, 2 slices, origin at (1, 0). */
	private static ImagePlus source() {
		final ImageStack stack = new ImageStack(4, 2);
		stack.addSlice(new ByteProcessor(4, 2));
		stack.addSlice(new ByteProcessor(4, 2));
		final ImagePlus imp = new ImagePlus("cells.tif", stack);
		imp.setDimensions(1, 2, 1);
		imp.getCalibration().pixelWidth = 0.5;
		imp.getCalibration().pixelHeight = 0.25;
		imp.getCalibration().xOrigin = 1;
		imp.getCalibration().setUnit("mm");
		return imp;
	}

	private static Segmentation segmentation() {
		return SegmentationFixture.of(new long[] {4, 2, 1, 2, 1}, 1, CLASSES);
	}

	@Test
	void measureGivesWhatTheTableOfObjectsGives() {
		final ImagePlus source = source();
		final Segmentation found = segmentation();
		final ResultsTable table = ObjectTable.of(found, source);
		final List<Roi> rois = CentroidRois.of(found, source);
		assertEquals(2, rois.size());
		final List<Double> x = new ArrayList<>();
		final List<Double> y = new ArrayList<>();
		for (final Roi roi : rois) {
			source.setRoi(roi);
			final ResultsTable measured = new ResultsTable();
			new Analyzer(source, Measurements.CENTROID, measured).measure();
			for (int row = 0; row < measured.size(); row++) {
				x.add(measured.getValue("X", row));
				y.add(measured.getValue("Y", row));
			}
		}
		final List<Integer> order = new ArrayList<>();
		for (int kind = 1; kind <= 2; kind++)
			for (int row = 0; row < table.size(); row++)
				if (found.objects().get(row).classIndex() == kind) order.add(row);
		assertEquals(4, order.size());
		for (int i = 0; i < order.size(); i++) {
			assertEquals(table.getValue("X", order.get(i)), x.get(i), 1e-6); // a ROI has floats
			assertEquals(table.getValue("Y", order.get(i)), y.get(i), 1e-6);
		}
	}

	@Test
	void eachPointIsOnItsSlice() {
		final PointRoi first =
				(PointRoi) CentroidRois.of(segmentation(), source()).get(0);
		assertEquals(2, first.size());
		assertEquals(1, first.getPointPosition(0));
		assertEquals(2, first.getPointPosition(1));
		final Segmentation flat = SegmentationFixture.of(4, 2, new byte[] {1, 0, 0, 0, 0, 0, 0, 0});
		final Roi one = CentroidRois.of(flat, new ImagePlus("flat", new ByteProcessor(4, 2)))
				.get(0);
		assertEquals(0, ((PointRoi) one).getPointPosition(0));
	}

	@Test
	void theyReplaceThoseOfAnEarlierRunAndNothingElse() {
		final ImagePlus source = source();
		final Segmentation found = segmentation();
		final Roi mine = new Roi(0, 0, 1, 1);
		final Roi point = new PointRoi(1, 1);
		source.setOverlay(new Overlay(mine));
		source.getOverlay().add(point);
		Overlays.show(Overlays.of(found, source), source);
		CentroidRois.show(found, source);
		CentroidRois.show(found, source);
		assertEquals(2 + 4 + 2, source.getOverlay().size());
		assertEquals(
				true, source.getOverlay().contains(mine) && source.getOverlay().contains(point));
	}

	@Test
	void theirFileIsOneOfTheRoiManager(@TempDir final Path folder) throws IOException, ImageException {
		final Path file = folder.resolve("cells-points.zip");
		CentroidRois.save(segmentation(), source(), file);
		final byte[] bytes = Files.readAllBytes(file);
		final List<String> names = new ArrayList<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (final var entry : zip.stream().toList())
				try (var in = zip.getInputStream(entry)) {
					final Roi roi = new RoiDecoder(in.readAllBytes(), entry.getName()).getRoi();
					names.add(entry.getName() + " " + roi.getName() + " " + roi.size() + " "
							+ ((PointRoi) roi).getPointPosition(1));
				}
		}
		assertEquals(
				segmentation().classes().stream()
						.skip(1)
						.map(kind -> kind.name())
						.toList(),
				names.stream()
						.map(name -> name.replaceAll("^.*roi (.*)-centroids .*$", "$1"))
						.toList());
		assertEquals(true, names.get(0).matches("1-.*-centroids.roi .* 2 2"), names.get(0));
		CentroidRois.save(segmentation(), source(), file);
		assertArrayEquals(bytes, Files.readAllBytes(file));
	}
}
