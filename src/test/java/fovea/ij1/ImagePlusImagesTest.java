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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.image.Calibration;
import fovea.image.Image;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlusImagesTest {

	/** The value of a pixel tells where it is: x + 5 * plane, in 5 x 1 pixels, 2 channels, 3 slices, 2 frames. */
	private static ImagePlus hyperstack(final int bitDepth) {
		final ImageStack stack = new ImageStack(5, 1);
		for (int n = 0; n < 12; n++) {
			final ImageProcessor ip = new ByteProcessor(5, 1);
			for (int x = 0; x < 5; x++) ip.set(x, 0, x + 5 * n);
			stack.addSlice(
					"plane " + n, bitDepth == 8 ? ip : bitDepth == 16 ? ip.convertToShort(false) : ip.convertToFloat());
		}
		final ImagePlus imp = new ImagePlus("hyperstack.tif", stack);
		imp.setDimensions(2, 3, 2);
		imp.setOpenAsHyperStack(true);
		return imp;
	}

	@ParameterizedTest
	@ValueSource(ints = {8, 16, 32})
	void axesOfAHyperstackAreXYCZT(final int bitDepth) throws ImageException {
		final Image image = ImagePlusImages.wrap(hyperstack(bitDepth));
		assertArrayEquals(new long[] {5, 1, 2, 3, 2}, image.pixels().dimensionsAsLongArray());
		for (int t = 0; t < 2; t++)
			for (int z = 0; z < 3; z++)
				for (int c = 0; c < 2; c++)
					for (int x = 0; x < 5; x++)
						assertEquals(x + 5 * (c + 2 * (z + 3 * t)), value(image, x, 0, c, z, t));
		assertFalse(image.rgb());
		assertEquals("hyperstack.tif", image.name());
	}

	@Test
	void pixelsAreNotCopied() throws ImageException {
		final ImagePlus imp = hyperstack(16);
		final Image image = ImagePlusImages.wrap(imp);
		imp.getStack().getProcessor(3).set(0, 0, 65535);
		assertEquals(65535, value(image, 0, 0, 0, 1, 0));
	}

	@Test
	void changesOfASingleImageShow() throws ImageException {
		final ImagePlus imp = new ImagePlus("single", new ByteProcessor(2, 2));
		final Image image = ImagePlusImages.wrap(imp);
		imp.getProcessor().set(1, 1, 200);
		assertEquals(200, value(image, 1, 1, 0, 0, 0));
	}

	@Test
	void colorHasThreeChannels() throws ImageException {
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(new ColorProcessor(1, 1, new int[] {0x010203}));
		stack.addSlice(new ColorProcessor(1, 1, new int[] {0xfffefd}));
		final Image image = ImagePlusImages.wrap(new ImagePlus("rgb", stack));
		assertTrue(image.rgb());
		assertArrayEquals(new long[] {1, 1, 3, 2, 1}, image.pixels().dimensionsAsLongArray());
		assertArrayEquals(new double[] {1, 2, 3, 255, 254, 253}, values(image));
	}

	@Test
	void anIndexedImageIsItsIndices() throws ImageException {
		final ByteProcessor ip = new ByteProcessor(2, 1, new byte[] {7, (byte) 200});
		ip.setLut(LUT.createLutFromColor(Color.red));
		final ImagePlus imp = new ImagePlus("indexed", ip);
		imp.setTypeToColor256();
		assertArrayEquals(new double[] {7, 200}, values(ImagePlusImages.wrap(imp)));
	}

	@Test
	void aDensityCalibrationIsLeftAside() throws ImageException {
		final ImagePlus imp = new ImagePlus("calibrated", new ShortProcessor(1, 1, new short[] {(short) 32769}, null));
		imp.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] {5, 2}, "OD");
		assertArrayEquals(new double[] {32769}, values(ImagePlusImages.wrap(imp)));
	}

	/** Their calibration is how ImageJ has signs at all. */
	@Test
	void signedPixelsAreSignedThereAndBack() throws ImageException {
		final short[] pixels = {0, (short) 32767, (short) 32768, (short) 65535};
		final ImagePlus imp = new ImagePlus("signed", new ShortProcessor(2, 2, pixels.clone(), null));
		imp.getCalibration().setSigned16BitCalibration();
		final Image image = ImagePlusImages.wrap(imp);
		assertArrayEquals(new double[] {-32768, -1, 0, 32767}, values(image));
		final ImagePlus back = ImagePlusImages.toImagePlus(image, imp, "back", true);
		assertTrue(back.getCalibration().isSigned16Bit());
		assertArrayEquals(pixels, (short[]) back.getProcessor().getPixels());
		final ImagePlus floating = ImagePlusImages.toImagePlus(image, imp, "float", false);
		assertArrayEquals(new float[] {-32768, -1, 0, 32767}, (float[])
				floating.getProcessor().getPixels());
		final ImageStack virtual = new VirtualStack(2, 2) {

			@Override
			public int getSize() {
				return 1;
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				return imp.getProcessor();
			}
		};
		final ImagePlus seldom = new ImagePlus("virtual", virtual);
		seldom.setCalibration(imp.getCalibration());
		assertArrayEquals(new double[] {-32768, -1, 0, 32767}, values(ImagePlusImages.wrap(seldom)));
	}

	@Test
	void calibrationIsRead() throws ImageException {
		final ImagePlus imp = hyperstack(8);
		calibrate(imp);
		assertEquals(
				new Calibration(0.25, 0.5, 2, "mm"), ImagePlusImages.wrap(imp).calibration());
	}

	@Test
	void noImageIsSaid() {
		for (final ImagePlus none : new ImagePlus[] {null, new ImagePlus()})
			assertTrue(assertThrows(ImageException.class, () -> ImagePlusImages.wrap(none))
					.getMessage()
					.startsWith("No image"));
	}

	/** Hands out the same array for each plane, as virtual stacks may. */
	private static final class ReusingStack extends VirtualStack {

		private final ImageProcessor ip;
		private int reads;

		ReusingStack(final ImageProcessor ip, final int planes) {
			super(ip.getWidth(), ip.getHeight(), planes);
			this.ip = ip;
			setBitDepth(ip.getBitDepth());
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			reads++;
			for (int i = 0; i < ip.getPixelCount(); i++)
				if (ip instanceof ColorProcessor) ip.set(i, n << 16 | 2 * n << 8 | 3 * n);
				else ip.setf(i, n + i);
			return ip;
		}
	}

	@Test
	void planesOfAVirtualStackAreReadOnDemandAndKept() throws ImageException {
		for (final ImageProcessor ip :
				new ImageProcessor[] {new ByteProcessor(2, 2), new ShortProcessor(2, 2), new FloatProcessor(2, 2)}) {
			final ReusingStack stack = new ReusingStack(ip, 6);
			final ImagePlus imp = new ImagePlus("virtual", stack);
			imp.setDimensions(1, 3, 2);
			stack.reads = 0;
			final Image image = ImagePlusImages.wrap(imp);
			assertArrayEquals(new long[] {2, 2, 1, 3, 2}, image.pixels().dimensionsAsLongArray());
			assertEquals(0, stack.reads);
			final double[] first = values(image);
			for (int i = 0; i < 24; i++) assertEquals(1 + i / 4 + i % 4, first[i]);
			assertArrayEquals(first, values(image));
			assertEquals(6, stack.reads);
		}
	}

	@Test
	void aVirtualColorStackHasThreeChannels() throws ImageException {
		final Image image =
				ImagePlusImages.wrap(new ImagePlus("virtual", new ReusingStack(new ColorProcessor(1, 1), 2)));
		assertTrue(image.rgb());
		assertArrayEquals(new double[] {1, 2, 3, 2, 4, 6}, values(image));
	}

	@Test
	void floatResultsStayAsTheyAre() throws ImageException {
		final float[] values = {-1.5f, Float.NaN, 0.25f, 70000, Float.POSITIVE_INFINITY};
		final ImagePlus result =
				ImagePlusImages.toImagePlus(image(values, 5, 1, 1, 1, 1), blank8(5), "denoised", false);
		assertEquals(32, result.getBitDepth());
		assertEquals("denoised", result.getTitle());
		assertArrayEquals(values, (float[]) result.getProcessor().getPixels());
	}

	@Test
	void resultsAreRoundedAndClippedToTheSourcesType() throws ImageException {
		final float[] values = {-1.5f, Float.NaN, 0.5f, 254.6f, 1e9f};
		assertArrayEquals(new byte[] {0, 0, 1, (byte) 255, (byte) 255}, (byte[])
				ImagePlusImages.toImagePlus(image(values, 5, 1, 1, 1, 1), blank8(5), "d", true)
						.getProcessor()
						.getPixels());
		final ImagePlus source16 = new ImagePlus("s", new ShortProcessor(5, 1));
		assertArrayEquals(new short[] {0, 0, 1, 255, (short) 65535}, (short[])
				ImagePlusImages.toImagePlus(image(values, 5, 1, 1, 1, 1), source16, "d", true)
						.getProcessor()
						.getPixels());
		final ImagePlus source32 = new ImagePlus("s", new FloatProcessor(5, 1));
		assertArrayEquals(
				values, (float[]) ImagePlusImages.toImagePlus(image(values, 5, 1, 1, 1, 1), source32, "d", true)
						.getProcessor()
						.getPixels());
	}

	@Test
	void threeChannelsOfAColorSourceAreColorAgain() throws ImageException {
		final ImagePlus source = new ImagePlus("rgb", new ColorProcessor(2, 1));
		final ImagePlus result =
				ImagePlusImages.toImagePlus(image(new float[] {1, 300, 2, -5, 3, 7}, 2, 1, 3, 1, 1), source, "d", true);
		assertEquals(ImagePlus.COLOR_RGB, result.getType());
		assertArrayEquals(new int[] {0xff010203, 0xffff0007}, (int[])
				result.getProcessor().getPixels());
		assertEquals(
				8,
				ImagePlusImages.toImagePlus(image(new float[2], 2, 1, 1, 1, 1), source, "d", true)
						.getBitDepth());
		assertEquals(
				3,
				ImagePlusImages.toImagePlus(image(new float[6], 2, 1, 3, 1, 1), source, "d", false)
						.getNChannels());
	}

	@Test
	void whatAHyperstackIsSurvives() throws ImageException {
		final CompositeImage source = new CompositeImage(hyperstack(16), IJ.COMPOSITE);
		calibrate(source);
		source.setProperty("Info", "acquired on a Tuesday");
		source.setProp("Stage", "left");
		source.setOverlay(new Overlay(new Roi(0, 0, 1, 1)));
		final LUT green = LUT.createLutFromColor(Color.green);
		green.min = 3;
		green.max = 40;
		final LUT blue = LUT.createLutFromColor(Color.blue);
		blue.min = 5;
		blue.max = 50;
		source.setLuts(new LUT[] {green, blue});
		source.getActiveChannels()[0] = false;

		final ImagePlus result = ImagePlusImages.toImagePlus(ImagePlusImages.wrap(source), source, "result", false);
		assertArrayEquals(new int[] {5, 1, 2, 3, 2}, result.getDimensions());
		assertTrue(result.isHyperStack());
		for (int n = 1; n <= 12; n++) {
			assertEquals("plane " + (n - 1), result.getStack().getSliceLabel(n));
			assertEquals(5 * (n - 1) + 2, result.getStack().getProcessor(n).getf(2, 0));
		}
		final ij.measure.Calibration calibration = result.getCalibration();
		assertTrue(source.getCalibration().equals(calibration));
		assertNotSame(source.getCalibration(), calibration);
		assertEquals(7, calibration.frameInterval);
		assertEquals("acquired on a Tuesday", result.getInfoProperty());
		assertEquals("left", result.getProp("Stage"));
		assertNull(result.getOverlay());
		assertNull(result.getOriginalFileInfo());
		assertEquals(IJ.COMPOSITE, ((CompositeImage) result).getMode());
		assertFalse(((CompositeImage) result).getActiveChannels()[0]);
		assertArrayEquals(source.getLuts()[0].getBytes(), result.getLuts()[0].getBytes());
		assertArrayEquals(source.getLuts()[1].getBytes(), result.getLuts()[1].getBytes());
		assertEquals(3, result.getLuts()[0].min);
		assertEquals(40, result.getLuts()[0].max);
	}

	@Test
	void aSingleImagesTableAndRangeSurvive() throws ImageException {
		final ImagePlus source = new ImagePlus("s", new ShortProcessor(2, 1, new short[] {100, 900}, null));
		source.setLut(LUT.createLutFromColor(Color.cyan));
		source.setDisplayRange(150, 800);
		final ImagePlus result =
				ImagePlusImages.toImagePlus(image(new float[] {110, 880}, 2, 1, 1, 1, 1), source, "d", false);
		assertEquals(150, result.getDisplayRangeMin());
		assertEquals(800, result.getDisplayRangeMax());
		assertArrayEquals(
				source.getProcessor().getLut().getBytes(),
				result.getProcessor().getLut().getBytes());
	}

	@Test
	void aRangeThatHidesTheResultIsSetAnew() throws ImageException {
		final ImagePlus source = new ImagePlus("s", new ShortProcessor(2, 1, new short[] {100, 900}, null));
		final ImagePlus result =
				ImagePlusImages.toImagePlus(image(new float[] {0.25f, 1}, 2, 1, 1, 1, 1), source, "d", false);
		assertEquals(0.25, result.getDisplayRangeMin());
		assertEquals(1, result.getDisplayRangeMax());
	}

	@Test
	void aMapIsShownInItsOwnRange() throws ImageException {
		final ImagePlus source = new ImagePlus("s", new ByteProcessor(2, 1, new byte[] {0, (byte) 255}));
		final ImagePlus error = ImagePlusImages.toMap(image(new float[] {4, 1600}, 2, 1, 1, 1, 1), source, "e");
		assertEquals(4, error.getDisplayRangeMin());
		assertEquals(1600, error.getDisplayRangeMax());
	}

	@Test
	void pixelsOfALargerResultAreSmaller() throws ImageException {
		final ImagePlus source = blank8(2);
		calibrate(source);
		source.getCalibration().xOrigin = 1;
		final ImagePlus result = ImagePlusImages.toImagePlus(
				new Image("i", PlanarImgs.floats(4, 2, 1, 1, 1), new Calibration(0.125, 0.25, 2, "mm"), false),
				source,
				"d",
				false);
		assertEquals(0.125, result.getCalibration().pixelWidth);
		assertEquals(0.25, result.getCalibration().pixelHeight);
		assertEquals(2, result.getCalibration().pixelDepth);
		assertEquals(2, result.getCalibration().xOrigin);
		assertEquals("mm", result.getCalibration().getUnit());
		assertEquals(0.25, source.getCalibration().pixelWidth);
	}

	@Test
	void aLastPixelHalfOutsideTheSourceIsAsLargeAsTheOthers() throws ImageException {
		final ImagePlus source = blank8(254);
		calibrate(source);
		final ImagePlus result = ImagePlusImages.toImagePlus(
				new Image("latent", PlanarImgs.floats(64, 1, 2, 1, 1), new Calibration(1, 0.5, 2, "mm"), false),
				source,
				"d",
				false);
		assertEquals(1, result.getCalibration().pixelWidth);
		assertEquals(7, result.getCalibration().frameInterval);
	}

	@Test
	void aDensityCalibrationGoesOnWithValuesOfTheSameTypeOnly() throws ImageException {
		final ImagePlus source = new ImagePlus("signed", new ShortProcessor(1, 1));
		source.getCalibration().setSigned16BitCalibration();
		final Image result = image(new float[] {32770}, 1, 1, 1, 1, 1);
		assertTrue(ImagePlusImages.toImagePlus(result, source, "d", true)
				.getCalibration()
				.isSigned16Bit());
		assertFalse(ImagePlusImages.toImagePlus(result, source, "d", false)
				.getCalibration()
				.calibrated());
	}

	@Test
	void otherChannelsThanTheSourcesAreShownGray() throws ImageException {
		final ImagePlus result = ImagePlusImages.toImagePlus(
				new Image("p", PlanarImgs.floats(5, 1, 4, 3, 2), Calibration.PIXELS, false), hyperstack(8), "d", false);
		assertEquals(IJ.GRAYSCALE, ((CompositeImage) result).getMode());
		assertArrayEquals(new int[] {5, 1, 4, 3, 2}, result.getDimensions());
	}

	private static ImagePlus blank8(final int width) {
		return new ImagePlus("s", new ByteProcessor(width, 1));
	}

	private static void calibrate(final ImagePlus imp) {
		imp.getCalibration().pixelWidth = 0.25;
		imp.getCalibration().pixelHeight = 0.5;
		imp.getCalibration().pixelDepth = 2;
		imp.getCalibration().frameInterval = 7;
		imp.getCalibration().setUnit("mm");
	}

	private static Image image(final float[] values, final long... size) {
		return new Image("i", ArrayImgs.floats(values, size), Calibration.PIXELS, false);
	}

	private static double value(final Image image, final long... position) {
		return image.pixels().getAt(position).getRealDouble();
	}

	private static double[] values(final Image image) {
		final double[] values = new double[(int) image.pixels().size()];
		int i = 0;
		for (final var v : Views.flatIterable(image.pixels())) values[i++] = v.getRealDouble();
		return values;
	}
}
