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
package fovea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.Overlays;
import fovea.ij1.SegmentationImages;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The models inside see what is in an image, not how it is stored: one picture as ImageJ images of every type, with
 * another gain and offset, with another lookup table. Such models normalize by percentiles or by mean and deviation.
 */
@Tag("thorough")
class EqualImagesTest {

	/** Of the range of values. */
	private static final double TOLERANCE = 1e-4;

	private static final double GAIN = 3.7;
	private static final double OFFSET = 1000;

	/** The blobs in steps of ten gray values, so that with gain and offset they are whole numbers of 16 bit. */
	private static final int[] PICTURE = picture();

	private static final int WIDTH = 256;
	private static final int HEIGHT = PICTURE.length / WIDTH;

	private static int[] picture() {
		final ImageProcessor blobs = IJ.openImage("samples/blobs.tif").getProcessor();
		final int[] picture = new int[blobs.getPixelCount()];
		for (int i = 0; i < picture.length; i++) picture[i] = blobs.get(i) / 10 * 10;
		return picture;
	}

	/**
	 * One way to store the picture.
	 *
	 * @param image to be run on
	 * @param undo from its gray values to those of the picture
	 */
	private record Stored(ImagePlus image, DoubleUnaryOperator undo) {}

	private static ByteProcessor eightBit() {
		final ByteProcessor bytes = new ByteProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < PICTURE.length; i++) bytes.set(i, PICTURE[i]);
		return bytes;
	}

	private static ShortProcessor sixteenBit(final IntUnaryOperator value) {
		final ShortProcessor shorts = new ShortProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < PICTURE.length; i++) shorts.set(i, value.applyAsInt(PICTURE[i]));
		return shorts;
	}

	private static FloatProcessor thirtyTwoBit(final DoubleUnaryOperator value) {
		final FloatProcessor floats = new FloatProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < PICTURE.length; i++) floats.setf(i, (float) value.applyAsDouble(PICTURE[i]));
		return floats;
	}

	/** @return by what they are called */
	private static Map<String, Stored> images() {
		final Map<String, ImageProcessor> pixels = new LinkedHashMap<>();
		final Map<String, DoubleUnaryOperator> undo = new LinkedHashMap<>();
		pixels.put("16 bit times 257", sixteenBit(v -> 257 * v));
		undo.put("16 bit times 257", v -> v / 257);
		pixels.put("16 bit with gain and offset", sixteenBit(v -> (int) Math.round(v * GAIN + OFFSET)));
		undo.put("16 bit with gain and offset", v -> (v - OFFSET) / GAIN);
		pixels.put("32 bit with gain and offset", thirtyTwoBit(v -> v * GAIN + OFFSET));
		undo.put("32 bit with gain and offset", v -> (v - OFFSET) / GAIN);
		pixels.put("32 bit", thirtyTwoBit(v -> v));
		pixels.put("32 bit from 0 to 1", thirtyTwoBit(v -> v / 255));
		undo.put("32 bit from 0 to 1", v -> v * 255);
		final ColorProcessor rgb = new ColorProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < PICTURE.length; i++) rgb.set(i, 0x010101 * PICTURE[i]);
		pixels.put("RGB", rgb);
		final ByteProcessor inverted = eightBit();
		inverted.invertLut();
		assertTrue(inverted.isInvertedLut());
		pixels.put("inverted LUT", inverted);
		final Map<String, Stored> images = new LinkedHashMap<>();
		pixels.forEach((name, ip) ->
				images.put(name, new Stored(new ImagePlus(name, ip), undo.getOrDefault(name, v -> v))));
		return images;
	}

	private static LoadedModel open(final String name) throws FoveaException {
		return LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT);
	}

	@ParameterizedTest
	@ValueSource(strings = {"smooth-denoise", "denoise"})
	void equalImagesAreDenoisedEqually(final String name) throws Exception {
		try (LoadedModel model = open(name)) {
			final ImagePlus expected = denoise(model, new ImagePlus("8 bit", eightBit()));
			assertTrue(expected.getStatistics().max - expected.getStatistics().min > 100, "a flat result says nothing");
			for (final Stored stored : images().values())
				assertDenoised(expected.getProcessor(), stored, denoise(model, stored.image()));
		}
	}

	private static ImagePlus denoise(final LoadedModel model, final ImagePlus source) throws FoveaException {
		final Image result = new Predictor(model, PredictionOptions.DEFAULT)
				.predict(ImagePlusImages.wrap(source), ProgressListener.NONE)
				.image();
		return ImagePlusImages.toImagePlus(result, source, "denoised", false);
	}

	/** Colors come back as colors, each equal. */
	private static void assertDenoised(final ImageProcessor expected, final Stored stored, final ImagePlus result) {
		assertEquals(stored.image().getType() == ImagePlus.COLOR_RGB ? 3 : 1, result.getStackSize());
		for (int n = 1; n <= result.getStackSize(); n++) {
			final ImageProcessor plane = result.getStack().getProcessor(n);
			double difference = 0;
			for (int i = 0; i < PICTURE.length; i++)
				difference = Math.max(
						difference, Math.abs(expected.getf(i) - stored.undo().applyAsDouble(plane.getf(i))));
			assertEquals(0, difference, TOLERANCE * 255, stored.image().getTitle() + ", plane " + n);
		}
	}

	/** Also a color image has one set of labels. */
	@ParameterizedTest
	@ValueSource(strings = {"blobs-threshold", "nuclei"})
	void equalImagesAreSegmentedEqually(final String name) throws Exception {
		try (LoadedModel model = open(name)) {
			final ImagePlus source = new ImagePlus("8 bit", eightBit());
			final Segmentation expected = segment(model, source);
			assertTrue(expected.objects().size() > 10, expected.objects().size() + " objects");
			final ImagePlus labels = SegmentationImages.labels(expected, source);
			for (final Stored stored : images().values()) {
				final Segmentation found = segment(model, stored.image());
				final ImagePlus same = SegmentationImages.labels(found, stored.image());
				assertEquals(1, same.getStackSize(), stored.image().getTitle());
				assertArrayEquals(
						(short[]) labels.getProcessor().getPixels(),
						(short[]) same.getProcessor().getPixels(),
						stored.image().getTitle());
				assertEquals(
						expected.objects().size(),
						Overlays.of(found, stored.image()).size(),
						stored.image().getTitle());
			}
		}
	}

	private static Segmentation segment(final LoadedModel model, final ImagePlus source) throws FoveaException {
		return new Segmenter(model, PredictionOptions.DEFAULT, SegmentOptions.DEFAULT)
				.segment(ImagePlusImages.wrap(source), ProgressListener.NONE);
	}
}
