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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.image.ChannelChoice;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmentation;
import fovea.segment.SegmentationFixture;
import fovea.segment.Segmenter;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the table says of objects is what ImageJ measures of their ROIs. */
class ObjectTableTest {

	private static final int MEASURED = Measurements.AREA
			| Measurements.CENTROID
			| Measurements.RECT
			| Measurements.PERIMETER
			| Measurements.SHAPE_DESCRIPTORS
			| Measurements.FERET
			| Measurements.MEAN
			| Measurements.MIN_MAX
			| Measurements.INTEGRATED_DENSITY;

	private static final List<String> SHAPE = List.of(
			"Area", "X", "Y", "BX", "BY", "Width", "Height", "Perim.", "Circ.", "Feret", "FeretAngle", "MinFeret");
	private static final List<String> GRAY = List.of("Mean", "Min", "Max", "IntDen", "RawIntDen");

	private static Segmentation nuclei(final ImagePlus source, final ChannelChoice channels) throws FoveaException {
		try (LoadedModel model =
				LoadedModel.open(new ModelLibrary().open("nuclei"), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			return new Segmenter(model, PredictionOptions.DEFAULT.withChannels(channels), SegmentOptions.DEFAULT)
					.segment(ImagePlusImages.wrap(source), ProgressListener.NONE);
		}
	}

	private static void calibrate(final ImagePlus image, final double width, final double height) {
		image.getCalibration().pixelWidth = width;
		image.getCalibration().pixelHeight = height;
		image.getCalibration().xOrigin = 7;
		image.getCalibration().yOrigin = 3;
		image.getCalibration().setUnit("um");
	}

	/** @param gray the channel to measure, calibrated as the image is; its columns have this number, if any */
	private static void assertMeasured(
			final Overlay rois, final ImagePlus gray, final ResultsTable table, final String number) {
		for (int i = 0; i < rois.size(); i++) {
			gray.setRoi(rois.get(i));
			final ResultsTable expected = new ResultsTable();
			new Analyzer(gray, MEASURED, expected).measure();
			for (final String column : SHAPE) assertSame(expected, column, table, column, i);
			for (final String column : GRAY) assertSame(expected, column, table, column + number, i);
		}
	}

	private static void assertSame(
			final ResultsTable expected,
			final String name,
			final ResultsTable table,
			final String column,
			final int row) {
		final double value = expected.getValue(name, 0);
		assertEquals(value, table.getValue(column, row), 1e-9 * Math.abs(value), () -> column + " of row " + row);
	}

	@Test
	void nucleiAreMeasuredAsImageJMeasuresTheirRois() throws Exception {
		final ImagePlus source = IJ.openImage("samples/nuclei-touching.png");
		calibrate(source, 0.5, 0.5);
		final Segmentation found = nuclei(source, ChannelChoice.NONE);
		final Overlay rois = Overlays.of(found, source);
		assertTrue(rois.size() > 40);
		assertMeasured(rois, source, ObjectTable.of(found, source), "");
		source.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-5, 0.5}, "OD");
		assertMeasured(rois, source, ObjectTable.of(found, source), "");
		calibrate(source, 0.5, 0.25); // a pixel that is no square
		assertMeasured(rois, source, ObjectTable.of(found, source), "");
	}

	@Test
	void eachChannelIsMeasured() throws Exception {
		final ImageProcessor gray =
				IJ.openImage("samples/nuclei-touching.png").getProcessor().convertToByte(false);
		final ShortProcessor first = gray.convertToShortProcessor(false);
		first.multiply(201);
		final ShortProcessor second = (ShortProcessor) first.duplicate();
		second.flipHorizontal();
		final ImageStack stack = new ImageStack(gray.getWidth(), gray.getHeight());
		stack.addSlice(first);
		stack.addSlice(second);
		final ImagePlus source = new ImagePlus("two", stack);
		source.setDimensions(2, 1, 1);
		calibrate(source, 0.5, 0.5);
		source.getCalibration().setSigned16BitCalibration();
		final Segmentation found = nuclei(source, ChannelChoice.of(List.of(1)));
		final Overlay rois = Overlays.of(found, new ImagePlus("one", first));
		final ResultsTable table = ObjectTable.of(found, source);
		for (int channel = 1; channel <= 2; channel++) {
			final ImagePlus one = new ImagePlus("one", stack.getProcessor(channel));
			one.setCalibration(source.getCalibration());
			assertMeasured(rois, one, table, String.valueOf(channel));
		}
		assertEquals(-1, table.getColumnIndex("Mean"));
	}

	@Test
	void ofAColorTheBrightnessIsMeasured() {
		final byte[] ring = {1, 1, 1, 1, 0, 1, 1, 1, 1};
		final ColorProcessor colors = new ColorProcessor(3, 3, new int[] {
			0x123456, 0xff0000, 0x00ff00, 0x0000ff, 0x7f7f7f, 0xfe0100, 0x010203, 0xffffff, 0x808182
		});
		final ImagePlus source = new ImagePlus("colors", colors);
		final Segmentation found = SegmentationFixture.of(3, 3, ring);
		assertMeasured(Overlays.of(found, source), source, ObjectTable.of(found, source), "");
	}

	@Test
	void eachPlaneHasItsOwnValues() {
		final ImageStack stack = new ImageStack(1, 1);
		for (int n = 1; n <= 6; n++) stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) n}));
		final ImagePlus source = new ImagePlus("planes", stack);
		source.setDimensions(1, 3, 2);
		final ResultsTable table = ObjectTable.of(
				SegmentationFixture.of(new long[] {1, 1, 1, 3, 2}, 1, new byte[] {1, 0, 1, 1, 1, 1}), source);
		final double[] means = {1, 3, 4, 5, 6};
		for (int row = 0; row < means.length; row++) assertEquals(means[row], table.getValue("Mean", row));
	}

	/** Macros read columns by their names, spreadsheets by their places. */
	@Test
	void columnsAreTheseInThisOrder() {
		final Segmentation one = SegmentationFixture.of(1, 1, new byte[] {1});
		final ImagePlus source = new ImagePlus("dot.tif", new ByteProcessor(1, 1));
		final ResultsTable table = ObjectTable.of(one, source);
		assertEquals(
				"Label,Class,Area,X,Y,MeanProbability,Pixels,Channel,Slice,Frame,Image,Unit,BX,BY,Width,Height,Perim.,"
						+ "Circ.,Feret,FeretAngle,MinFeret,Mean,Min,Max,IntDen,RawIntDen",
				String.join(",", table.getHeadings()));
		assertEquals("dot.tif", table.getStringValue("Image", 0));
		assertEquals("pixel", table.getStringValue("Unit", 0));
		calibrate(source, 0.5, 0.5);
		assertEquals("um", ObjectTable.of(one, source).getStringValue("Unit", 0));
		assertEquals(
				"Label,Class,Area (um^2),X (um),Y (um),MeanProbability,Pixels,Channel,Slice,Frame,Image,Unit,BX (um),"
						+ "BY (um),Width (um),Height (um),Perim. (um),Circ.,Feret (um),FeretAngle,MinFeret (um),"
						+ "Mean,Min,Max,IntDen,RawIntDen",
				String.join(",", ObjectTable.lines(one, source).get(0)));
	}

	@Test
	void rowsAreAppended() {
		final ImagePlus gray = new ImagePlus("gray", new ByteProcessor(1, 1));
		final Segmentation one = SegmentationFixture.of(1, 1, new byte[] {1});
		final ResultsTable table = ObjectTable.of(one, gray);
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(new ByteProcessor(1, 1));
		stack.addSlice(new ByteProcessor(1, 1));
		final ImagePlus two = new ImagePlus("two", stack);
		two.setDimensions(2, 1, 1);
		ObjectTable.append(one, two, table);
		assertEquals(2, table.size());
		assertEquals("gray", table.getStringValue("Image", 0));
		assertEquals("two", table.getStringValue("Image", 1));
		assertEquals(Double.NaN, table.getValue("Mean1", 0));
		assertEquals(Double.NaN, table.getValue("Mean", 1));
		assertEquals(0, table.getValue("Mean2", 1));
	}
}
