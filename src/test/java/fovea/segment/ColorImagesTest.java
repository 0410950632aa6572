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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.ObjectTable;
import fovea.ij1.Overlays;
import fovea.ij1.SegmentationImages;
import fovea.image.ChannelChoice;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.plugin.RGBStackMerge;
import ij.process.Blitter;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Color images and a model of one channel, from ImageJ to ImageJ. */
class ColorImagesTest {

	private final ImageProcessor red = IJ.openImage("samples/blobs.tif").getProcessor();
	private final ImageProcessor green = red.duplicate();
	private final ImageProcessor blue = red.duplicate();

	private LoadedModel model;

	@BeforeEach
	void open() throws FoveaException {
		green.flipHorizontal();
		blue.flipVertical();
		model = LoadedModel.open(
				new ModelLibrary().open("blobs-threshold"), new SavedModelLoader(), ModelOptions.DEFAULT);
	}

	@AfterEach
	void close() {
		model.close();
	}

	private Segmentation segment(final ImagePlus source, final Integer... channels) throws FoveaException {
		return segment(source, ChannelChoice.of(List.of(channels)));
	}

	private Segmentation segment(final ImagePlus source, final ChannelChoice channels) throws FoveaException {
		return new Segmenter(model, PredictionOptions.DEFAULT.withChannels(channels), SegmentOptions.DEFAULT)
				.segment(ImagePlusImages.wrap(source), ProgressListener.NONE);
	}

	private short[] labels(final ImageProcessor gray) throws FoveaException {
		final ImagePlus source = new ImagePlus("gray", gray);
		return (short[]) SegmentationImages.labels(segment(source), source)
				.getProcessor()
				.getPixels();
	}

	private ColorProcessor colors() {
		final ColorProcessor colors = new ColorProcessor(red.getWidth(), red.getHeight());
		colors.setRGB((byte[]) red.getPixels(), (byte[]) green.getPixels(), (byte[]) blue.getPixels());
		return colors;
	}

	private FloatProcessor mean() {
		final FloatProcessor mean = red.convertToFloatProcessor();
		mean.copyBits(green.convertToFloatProcessor(), 0, 0, Blitter.ADD);
		mean.copyBits(blue.convertToFloatProcessor(), 0, 0, Blitter.ADD);
		for (int i = 0; i < mean.getPixelCount(); i++) mean.setf(i, mean.getf(i) / 3);
		return mean;
	}

	@Test
	void colorsAreSegmentedOnceByTheirMean() throws FoveaException {
		final ImagePlus source = new ImagePlus("colours.png", colors());
		final Segmentation found = segment(source);
		assertEquals(found.objects(), segment(source, ChannelChoice.ALL).objects());
		assertFalse(found.perChannel());
		assertTrue(found.source().rgb());
		assertEquals(1, SegmentationImages.mask(found, source).getStackSize());
		assertArrayEquals(labels(mean()), (short[])
				SegmentationImages.labels(found, source).getProcessor().getPixels());
		assertEquals(found.objects().size(), Overlays.of(found, source).size());
		assertEquals(0, ObjectTable.of(found, source).getValue("Channel", 0));
	}

	@Test
	void slicesOfAColorStackHaveTheirOwnObjects() throws FoveaException {
		final ImageStack stack = new ImageStack(red.getWidth(), red.getHeight());
		stack.addSlice(colors());
		stack.addSlice(new ColorProcessor(red.getWidth(), red.getHeight()));
		stack.addSlice(colors());
		final ImagePlus source = new ImagePlus("colours.tif", stack);
		final Segmentation found = segment(source);
		final ImagePlus mask = SegmentationImages.mask(found, source);
		assertEquals(List.of(1, 3, 1), List.of(mask.getNChannels(), mask.getNSlices(), mask.getNFrames()));
		final List<Integer> slices =
				found.objects().stream().map(SegmentedObject::slice).distinct().toList();
		assertEquals(List.of(0, 2), slices);
		for (final Roi roi : Overlays.of(found, source))
			assertTrue(roi.getPosition() == 1 || roi.getPosition() == 3, "slice " + roi.getPosition());
	}

	@Test
	void chosenChannelsOfColorsAreRunByThemselves() throws FoveaException {
		final ImagePlus source = new ImagePlus("colours.png", colors());
		assertArrayEquals(labels(green), (short[]) SegmentationImages.labels(segment(source, 2), source)
				.getProcessor()
				.getPixels());
		final Segmentation each = segment(source, 1, 2, 3);
		assertTrue(each.perChannel());
		assertEquals(3, SegmentationImages.mask(each, source).getStackSize());
	}

	@Test
	void channelsOfACompositeAreRunByThemselves() throws FoveaException {
		final ImagePlus source = RGBStackMerge.mergeChannels(
				new ImagePlus[] {new ImagePlus("a", red), new ImagePlus("b", green), new ImagePlus("c", blue)}, true);
		source.getStack().setSliceLabel("DAPI", 1);
		source.getStack().setSliceLabel("GFP\n(488)", 2);
		source.getStack().setSliceLabel("c:3/3 - actin", 3);
		final String refused =
				assertThrows(FoveaException.class, () -> segment(source)).getMessage();
		assertEquals(
				"Model 'Fovea blobs threshold' takes 1 channel, but image 'Composite' has 3 channels (1 'DAPI', 2 "
						+ "'GFP', 3 'actin'): "
						+ "expected channels=N (on the command line --channels N), or channels=all for each of them",
				refused);
		final Segmentation each = segment(source, ChannelChoice.ALL);
		assertTrue(each.perChannel());
		assertEquals(3, SegmentationImages.mask(each, source).getStackSize());
		assertEquals(
				List.of(0, 1, 2),
				each.objects().stream()
						.map(SegmentedObject::channel)
						.distinct()
						.sorted()
						.toList());
	}
}
