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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.ij1.ImagePlusImages;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.metric.ObjectMatches;
import fovea.model.Purpose;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import fovea.segment.SplitBy;
import fovea.segment.Splitting;
import fovea.segment.split.ImageJSplitter;
import fovea.segment.split.ShapeSplitter;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trained models inside are worth having: on the sample images, which they have not learned from. */
@Tag("thorough")
class DefaultModelsTest {

	private static LoadedModel open(final String name) throws FoveaException {
		return LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT);
	}

	/** Outlines from the reference annotation of BBBC038 (CC0), cut as the sample is. */
	@Test
	void touchingNucleiAreFoundOneByOne() throws Exception {
		final ImagePlus source = IJ.openImage("samples/nuclei-touching.png");
		final ImageProcessor truth = IJ.openImage("src/test/resources/fovea/truth/nuclei-touching-labels.png")
				.getProcessor();
		try (LoadedModel model = open("nuclei")) {
			final double ap50 = ap50(truth, segment(model, source, SegmentOptions.DEFAULT));
			// The reference has no slivers at the edge, and takes some lobed nuclei for one or for two.
			assertTrue(ap50 > 0.65, "AP50 " + ap50);
		}
	}

	/**
	 * Two fifths as large, most of the same nuclei are too small for the network: it sees them enlarged, and finds more
	 * of them.
	 */
	@Test
	void smallNucleiAreSeenEnlarged() throws Exception {
		final ImagePlus small = smallNuclei();
		final ImageProcessor whole = IJ.openImage("src/test/resources/fovea/truth/nuclei-touching-labels.png")
				.getProcessor();
		whole.setInterpolationMethod(ImageProcessor.NONE);
		final ImageProcessor truth = whole.resize(small.getWidth(), small.getHeight());
		try (LoadedModel model = open("nuclei")) {
			final Segmentation asItIs = segment(model, small, SegmentOptions.DEFAULT.withScale(1));
			final Segmentation chosen = segment(model, small, SegmentOptions.DEFAULT);
			assertEquals(1, asItIs.scale());
			assertEquals(2, chosen.scale());
			assertEquals(small.getWidth(), chosen.labels().dimension(0));
			assertTrue(
					ap50(truth, chosen) > ap50(truth, asItIs) + 0.05,
					ap50(truth, chosen) + ", as it is " + ap50(truth, asItIs));
		}
	}

	/**
	 * Eight times as large, the network cuts the same nuclei in pieces: it sees them at a quarter, and finds them
	 * whole.
	 */
	@Test
	void largeNucleiAreSeenShrunk() throws Exception {
		final ImagePlus large = new ImagePlus("large", crop("samples/nuclei-touching.png", 8, ImageProcessor.BICUBIC));
		final ImageProcessor truth =
				crop("src/test/resources/fovea/truth/nuclei-touching-labels.png", 8, ImageProcessor.NONE);
		try (LoadedModel model = open("nuclei")) {
			final Segmentation asItIs = segment(model, large, SegmentOptions.DEFAULT.withScale(1));
			final Segmentation chosen = segment(model, large, SegmentOptions.DEFAULT);
			assertEquals(0.25, chosen.scale());
			assertEquals(large.getWidth(), chosen.labels().dimension(0));
			assertTrue(
					ap50(truth, chosen) > ap50(truth, asItIs) + 0.25,
					ap50(truth, chosen) + ", as it is " + ap50(truth, asItIs));
			final ImagePlus less =
					new ImagePlus("less", crop("samples/nuclei-touching.png", 4, ImageProcessor.BICUBIC));
			assertEquals(0.5, segment(model, less, SegmentOptions.DEFAULT).scale());
		}
	}

	/** The middle, enlarged. */
	private static ImageProcessor crop(final String file, final int factor, final int interpolation) {
		final int side = 64;
		final ImageProcessor whole = IJ.openImage(file).getProcessor();
		whole.setRoi((whole.getWidth() - side) / 2, (whole.getHeight() - side) / 2, side, side);
		final ImageProcessor part = whole.crop();
		part.setInterpolationMethod(interpolation);
		return part.resize(factor * side, factor * side);
	}

	/** Touching objects are taken apart where ImageJ's own distance map, maxima and watershed take them apart. */
	@ParameterizedTest
	@ValueSource(strings = {"nuclei-touching", "nuclei-culture", "blobs"})
	void theyAreTakenApartAsImageJDoes(final String sample) throws Exception {
		final ImagePlus source = IJ.openImage("samples/" + sample + (sample.equals("blobs") ? ".tif" : ".png"));
		final SegmentOptions always = new SegmentOptions(
				0.5,
				SegmentOptions.AUTO_MIN_SIZE,
				OptionalDouble.empty(),
				Splitting.ALWAYS,
				SegmentOptions.AUTO_SCALE,
				false);
		try (LoadedModel model = open("nuclei")) {
			for (final SegmentOptions options : List.of(always, SegmentOptions.DEFAULT)) {
				final Segmentation expected = SplitBy.splitter(model, options, new ImageJSplitter())
						.segment(ImagePlusImages.wrap(source), ProgressListener.NONE);
				final Segmentation found = segment(model, source, options);
				assertFalse(expected.objects().isEmpty());
				assertEquals(expected.objects(), found.objects());
				assertArrayEquals(labels(expected), labels(found));
			}
		}
	}

	private static int[] labels(final Segmentation found) {
		final int[] labels = new int[(int) Views.iterable(found.labels()).size()];
		int i = 0;
		for (final IntType label : Views.flatIterable(found.labels())) labels[i++] = label.get();
		return labels;
	}

	/** What was found in the image as it is stays, whoever ran out of memory for the enlarged one. */
	@Test
	void withoutMemoryToEnlargeItTheFirstResultStays() throws Exception {
		final ImagePlus small = smallNuclei();
		final ShapeSplitter splitter = new ShapeSplitter();
		final int pixels = small.getProcessor().getPixelCount();
		try (LoadedModel model = open("nuclei")) {
			final Segmentation found = SplitBy.splitter(
							model, SegmentOptions.DEFAULT, (foreground, interior, width) -> {
								if (foreground.length > pixels) throw new OutOfMemoryError("of this test");
								return splitter.split(foreground, interior, width);
							})
					.segment(ImagePlusImages.wrap(small), ProgressListener.NONE);
			assertEquals(1, found.scale());
			assertEquals(
					segment(model, small, SegmentOptions.DEFAULT.withScale(1)).objects(), found.objects());
			assertTrue(
					found.warnings().get(found.warnings().size() - 1).contains("memory does not suffice"),
					found.warnings().toString());
		}
	}

	@Test
	void warnsOnceOfWhatItSeesTwice() throws Exception {
		final ImagePlus small =
				new ImagePlus("with a hole", smallNuclei().getProcessor().convertToFloat());
		small.getProcessor().setf(3, 3, Float.NaN);
		final List<String> heard = new ArrayList<>();
		try (LoadedModel model = open("nuclei")) {
			final Segmentation found = new Segmenter(model, PredictionOptions.DEFAULT, SegmentOptions.DEFAULT)
					.segment(ImagePlusImages.wrap(small), new ProgressListener() {

						@Override
						public void warn(final String message) {
							heard.add(message);
						}
					});
			assertEquals(2, found.scale());
		}
		assertEquals(1, heard.size(), heard.toString());
	}

	/** Most are less than ten pixels across. */
	private static ImagePlus smallNuclei() {
		final ImageProcessor source =
				IJ.openImage("samples/nuclei-touching.png").getProcessor();
		source.setInterpolationMethod(ImageProcessor.BILINEAR);
		return new ImagePlus("small", source.resize(source.getWidth() * 2 / 5, source.getHeight() * 2 / 5, true));
	}

	@Test
	void areRefusedForWhatTheyAreNotFor() throws Exception {
		try (LoadedModel nuclei = open("nuclei");
				LoadedModel denoise = open("denoise")) {
			assertTrue(
					assertThrows(ModelException.class, () -> nuclei.usedTo(Purpose.RESTORES, DefaultModelsTest::never))
							.getMessage()
							.contains("'Segment (FCN)...'"));
			assertTrue(
					assertThrows(ModelException.class, () -> denoise.usedTo(Purpose.SEGMENTS, DefaultModelsTest::never))
							.getMessage()
							.contains("'Denoise (CAE)...'"));
			assertSame(denoise, denoise.usedTo(Purpose.RESTORES, DefaultModelsTest::never));
		}
	}

	private static void never(final String warning) {
		fail(warning);
	}

	private static Segmentation segment(final LoadedModel model, final ImagePlus image, final SegmentOptions options)
			throws Exception {
		return new Segmenter(model, PredictionOptions.DEFAULT, options)
				.segment(ImagePlusImages.wrap(image), ProgressListener.NONE);
	}

	private static double ap50(final ImageProcessor truth, final Segmentation found) {
		final int[] labels = labels(found);
		final int[] reference = new int[labels.length];
		for (int i = 0; i < reference.length; i++) reference[i] = truth.get(i);
		final ObjectMatches matches = ObjectMatches.of(reference, labels, (a, b) -> true);
		return matches.truePositives()
				/ (double) (matches.truePositives() + matches.falsePositives() + matches.falseNegatives());
	}

	/** Far better than to do nothing, and better than the Gaussian filter of the best sigma. */
	@Test
	void noiseIsTakenOff() throws Exception {
		final ImageProcessor truth =
				IJ.openImage("samples/nuclei-touching.png").getProcessor().convertToFloat();
		final ImageProcessor noisy = truth.duplicate();
		final Random random = new Random(1);
		for (int i = 0; i < noisy.getPixelCount(); i++)
			noisy.setf(i, noisy.getf(i) + (float) (25 * random.nextGaussian()));
		double gaussian = 0;
		for (double sigma = 0.5; sigma < 4; sigma += 0.25) {
			final ImageProcessor blurred = noisy.duplicate();
			blurred.blurGaussian(sigma);
			gaussian = Math.max(gaussian, psnr(truth, blurred));
		}
		final double denoised = psnr(truth, denoise(noisy, PredictionOptions.DEFAULT));
		assertTrue(denoised > gaussian + 1.2, denoised + " dB, best Gaussian " + gaussian + " dB");
	}

	/** An image with noise of its own: neither offset nor seams. */
	@Test
	void aNoisyImageKeepsItsMeanAndTilesLeaveNoSeams() throws Exception {
		final ImageProcessor noisy =
				IJ.openImage("samples/cells-noisy.tif").getProcessor().convertToFloat();
		final ImageProcessor whole = denoise(noisy, PredictionOptions.DEFAULT.withTileSize(1024));
		final ImageProcessor tiled = denoise(noisy, PredictionOptions.DEFAULT.withTileSize(96));
		final double range = noisy.getStats().max - noisy.getStats().min;
		double seams = 0;
		double offset = 0;
		double taken = 0;
		for (int i = 0; i < noisy.getPixelCount(); i++) {
			seams = Math.max(seams, Math.abs(whole.getf(i) - tiled.getf(i)));
			offset += (whole.getf(i) - noisy.getf(i)) / noisy.getPixelCount();
			taken += Math.abs(whole.getf(i) - noisy.getf(i)) / noisy.getPixelCount();
		}
		assertTrue(seams < 1e-4 * range, seams + " of " + range);
		assertTrue(taken > 0.005 * range, "little is taken: " + taken + " of " + range);
		assertEquals(0, offset, 0.1 * taken);
	}

	private static ImageProcessor denoise(final ImageProcessor image, final PredictionOptions options)
			throws Exception {
		final ImagePlus source = new ImagePlus("image", image);
		try (LoadedModel model = open("denoise")) {
			return ImagePlusImages.toImagePlus(
							new Predictor(model, options)
									.predict(ImagePlusImages.wrap(source), ProgressListener.NONE)
									.image(),
							source,
							"denoised",
							false)
					.getProcessor();
		}
	}

	private static double psnr(final ImageProcessor truth, final ImageProcessor image) {
		double sum = 0;
		for (int i = 0; i < truth.getPixelCount(); i++) sum += Math.pow(truth.getf(i) - image.getf(i), 2);
		return 10 * Math.log10(255 * 255 / (sum / truth.getPixelCount()));
	}
}
