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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.ij1.adapter.ImagePlusAdapter;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmenter;
import fovea.segment.Splitting;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The door for programs, with a second JVM and the models inside. */
class FoveaTest {

	private static final List<String> WARNINGS = Collections.synchronizedList(new ArrayList<>());
	private static Fovea fovea;
	private static Model nuclei;
	private static Model denoiser;

	@BeforeAll
	static void start() throws FoveaException {
		fovea = Fovea.start(FoveaSettings.DEFAULT.withWarnings(WARNINGS::add));
		nuclei = fovea.model("nuclei");
		denoiser = fovea.model("denoise");
	}

	@AfterAll
	static void close() {
		fovea.close();
	}

	private static ImagePlus sample(final String name) {
		return IJ.openImage("samples/" + name);
	}

	/** Of 8 bit, as another program may have it. */
	private static RandomAccessibleInterval<UnsignedByteType> plane() {
		final ImagePlus imp = sample("nuclei-touching.png");
		return ArrayImgs.unsignedBytes((byte[]) imp.getProcessor().getPixels(), imp.getWidth(), imp.getHeight());
	}

	/** A part of it that does not begin at 0. */
	private static RandomAccessibleInterval<UnsignedByteType> part() {
		return Views.interval(plane(), Intervals.createMinSize(100, 80, 128, 96));
	}

	/** What commands do, in this JVM. */
	private static LoadedModel inside(final String name) throws FoveaException {
		return LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT);
	}

	private static double[] values(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		final double[] values = new double[(int) Intervals.numElements(pixels)];
		int i = 0;
		for (final RealType<?> pixel : Views.flatIterable(pixels)) values[i++] = pixel.getRealDouble();
		return values;
	}

	@Test
	void objectsAreThoseOfTheCommand() throws FoveaException {
		final Segmentation found = nuclei.segment(plane());
		final fovea.segment.Segmentation expected;
		try (LoadedModel model = inside("nuclei")) {
			expected = new Segmenter(model, PredictionOptions.DEFAULT, SegmentOptions.DEFAULT)
					.segment(ImageData.of(plane()).image(), ProgressListener.NONE);
		}
		assertEquals(72, found.objects().size());
		assertEquals("XY", found.labels().axes());
		assertArrayEquals(values(expected.labels()), values(found.labels().pixels()));
		assertArrayEquals(values(expected.classMap()), values(found.classMap().pixels()));
		assertEquals(List.of("background", "nucleus"), found.classNames());
		for (int i = 0; i < found.objects().size(); i++) {
			final FoundObject object = found.objects().get(i);
			assertEquals(i + 1, object.label());
			assertEquals("nucleus", object.className());
			assertEquals(expected.objects().get(i).pixels(), object.pixels());
			assertEquals(expected.objects().get(i).centroidX(), object.centroidX());
			assertEquals(object.pixels(), object.area());
		}
		assertTrue(found.probabilities().isEmpty());
		assertEquals("72 objects in image 'image' (XY, 320 x 280)", found.toString());
	}

	@Test
	void outlinesGoAroundTheObjectsPixels() throws FoveaException {
		final Segmentation found = nuclei.segment(plane());
		for (final FoundObject object : found.objects()) {
			final List<Outline> outlines = found.outlines(object);
			assertEquals(
					object.pixels(), outlines.stream().mapToLong(Outline::area).sum());
			assertFalse(outlines.get(0).isHole());
			int left = Integer.MAX_VALUE;
			int bottom = 0;
			for (int i = 0; i < outlines.get(0).size(); i++) {
				left = Math.min(left, outlines.get(0).x(i));
				bottom = Math.max(bottom, outlines.get(0).y(i));
			}
			assertEquals(object.x(), left);
			assertEquals(object.y() + object.height(), bottom);
		}
		assertThrows(
				IllegalArgumentException.class,
				() -> nuclei.segment(part()).outlines(found.objects().get(0)));
	}

	@Test
	void resultsLieWhereTheImageLies() throws FoveaException {
		final Segmentation here = nuclei.segment(part());
		final Segmentation atZero = nuclei.segment(Views.zeroMin(part()));
		assertTrue(Intervals.equals(part(), here.labels().pixels()));
		assertTrue(here.objects().size() > 5, here.toString());
		assertArrayEquals(values(atZero.labels().pixels()), values(here.labels().pixels()));
		assertTrue(Intervals.equals(part(), denoiser.denoise(part()).pixels()));
	}

	@Test
	void axesMayBeInAnyOrder() throws FoveaException {
		final RandomAccessibleInterval<UnsignedByteType> stack = Views.stack(
				part(), Views.translate(Views.interval(plane(), Intervals.createMinSize(0, 0, 128, 96)), 100, 80));
		final Segmentation asIs = nuclei.segment(ImageData.of(stack, "XYZ").withPixelSize(0.5, 0.5, 2, "micron"));
		final RandomAccessibleInterval<UnsignedByteType> turned =
				Views.permute(Views.permute(stack, 0, 2), 1, 2); // x y z, z y x, z x y
		final Segmentation permuted = nuclei.segment(ImageData.of(turned, "ZXY"));
		assertEquals("ZXY", permuted.labels().axes());
		assertTrue(Intervals.equals(turned, permuted.labels().pixels()));
		assertArrayEquals(
				values(asIs.labels().pixels()),
				values(Views.permute(Views.permute(permuted.labels().pixels(), 1, 2), 0, 2)));
		final FoundObject last = asIs.objects().get(asIs.objects().size() - 1);
		assertEquals(1, last.slice());
		assertEquals(last.pixels() * 0.25, last.area());
		assertEquals(new PixelSize(0.5, 0.5, 2, "micron"), asIs.labels().pixelSize());
	}

	@Test
	void settingsReachTheRun() throws FoveaException {
		final Segmentation found = nuclei.segment(
				ImageData.of(plane()),
				SegmentSettings.DEFAULT
						.withThreshold(0.4)
						.withMinSize(60)
						.withConfidence(0.5)
						.withScale(1)
						.withProbabilities(true)
						.withRun(RunSettings.DEFAULT.withOrientations(2).withTileSize(208)));
		final fovea.segment.Segmentation expected;
		try (LoadedModel model = inside("nuclei")) {
			expected = new Segmenter(
							model,
							PredictionOptions.DEFAULT.withOrientations(2).withTileSize(208),
							new SegmentOptions(0.4, 60, OptionalDouble.of(0.5), Splitting.AUTO, 1, true))
					.segment(ImageData.of(plane()).image(), ProgressListener.NONE);
		}
		assertArrayEquals(values(expected.labels()), values(found.labels().pixels()));
		assertEquals("XYC", found.probabilities().orElseThrow().axes());
		assertEquals(List.of("background", "nucleus", "border"), found.probabilityNames());
		assertArrayEquals(
				values(expected.probabilities().orElseThrow().pixels()),
				values(found.probabilities().orElseThrow().pixels()));
	}

	@Test
	void pixelsOfAnyTypeAreTakenAsTheyAre() throws FoveaException {
		final RandomAccessibleInterval<DoubleType> doubles = RealTypeConverters.convert(part(), new DoubleType());
		assertArrayEquals(
				values(nuclei.segment(part()).labels().pixels()),
				values(nuclei.segment(doubles).labels().pixels()));
	}

	@Test
	void imagesComeOutInTheirOwnGrayValues() throws FoveaException {
		final Image image = ImageData.of(part()).image();
		final Reconstruction made = denoiser.reconstruct(ImageData.of(part()));
		final double[] expected;
		try (LoadedModel model = inside("denoise")) {
			expected = values(new Predictor(model, PredictionOptions.DEFAULT)
					.predict(image, ProgressListener.NONE)
					.image()
					.pixels());
		}
		assertArrayEquals(expected, values(made.image().pixels()));
		assertArrayEquals(expected, values(denoiser.denoise(part()).pixels()));
		final double[] before = values(part());
		double sum = 0;
		final double[] errors = values(made.squaredError().pixels());
		for (int i = 0; i < errors.length; i++) {
			assertEquals(Math.pow(before[i] - expected[i], 2), errors[i], 1e-6 * (1 + errors[i]));
			sum += errors[i];
		}
		assertEquals(1, made.meanSquaredErrors().size());
		assertEquals(sum / errors.length, made.meanSquaredErrors().get(0), 1e-6);
	}

	@Test
	void imageJsImagesGoInAndOut() throws FoveaException {
		final ImagePlus imp = sample("nuclei-touching.png");
		imp.getCalibration().pixelWidth = 0.25;
		imp.getCalibration().pixelHeight = 0.25;
		imp.getCalibration().setUnit("micron");
		final ImageData<?> image = ImagePlusAdapter.of(imp);
		assertEquals("image 'nuclei-touching.png' (XY, 320 x 280)", image.toString());
		final Segmentation found = nuclei.segment(image);
		final ImagePlus labels = ImagePlusAdapter.labels(found, imp);
		assertEquals(0.25, labels.getCalibration().pixelWidth);
		assertEquals(72, labels.getStatistics().max);
		assertEquals(72, found.objects().size());
		assertEquals(
				found.objects().get(0).pixels() / 16.0, found.objects().get(0).area());
		assertEquals(255, ImagePlusAdapter.mask(found, imp).getStatistics().max);
		ImagePlusAdapter.showOverlay(found, imp);
		assertEquals(72, imp.getOverlay().size());
		assertEquals(found.objects().get(71).pixels(), imp.getOverlay().get(71).getContainedPoints().length);
		assertEquals(
				found.classColors().get(1),
				imp.getOverlay().get(0).getStrokeColor().getRGB() & 0xffffff);
		final ImagePlus denoised =
				ImagePlusAdapter.toImagePlus(denoiser.denoise(image).withName("clean"), imp, true);
		assertEquals("clean", denoised.getTitle());
		assertEquals(8, denoised.getBitDepth());
	}

	@Test
	void colorsOfOnePictureAreSeenGray() throws FoveaException {
		final ImagePlus imp = sample("tissue-stained.png");
		final ImageData<?> image = ImagePlusAdapter.of(imp);
		assertTrue(image.isColor());
		final Segmentation found = nuclei.segment(image);
		assertEquals("XY", found.labels().axes());
		assertTrue(found.objects().size() > 10, found.toString());
		final FoveaException refused =
				assertThrows(FoveaException.class, () -> nuclei.segment(image.withColors(false)));
		assertTrue(refused.getMessage().contains("takes 1 channel, but image"), refused.getMessage());
		final Segmentation second = nuclei.segment(
				image.withColors(false), SegmentSettings.DEFAULT.withRun(RunSettings.DEFAULT.withChannelNumbers(2)));
		assertEquals(1, second.objects().get(0).channel());
		final Segmentation each = nuclei.segment(
				image.withColors(false), SegmentSettings.DEFAULT.withRun(RunSettings.DEFAULT.withAllChannels()));
		assertEquals("XYC", each.labels().axes());
		assertEquals(3, each.labels().length('C'));
	}

	@Test
	void aModelForSomethingElseIsRefusedAndStaysOpen() throws FoveaException {
		final FoveaException refused = assertThrows(FoveaException.class, () -> denoiser.segment(part()));
		assertEquals(
				"Model 'denoise' denoises or reconstructs images, expected one that finds objects; run it with denoise "
						+ "or reconstruct, or take another model, such as nuclei",
				refused.getMessage());
		assertThrows(FoveaException.class, () -> nuclei.denoise(part()));
		denoiser.denoise(part());
		nuclei.segment(part());
	}

	@Test
	void warningsAreSaidOnceToTheRunOrElseToFovea() throws FoveaException {
		try (Model bare = fovea.model(Fixtures.model("keras3-export-conv-radius4-stride1")
				.resolve("savedmodel")
				.toString())) {
			final List<String> said = new ArrayList<>();
			WARNINGS.clear();
			bare.denoise(ImageData.of(part()), RunSettings.DEFAULT, Progress.warnings(said::add));
			assertEquals(
					1,
					said.stream()
							.filter(line -> line.contains("does not say what it is for"))
							.count(),
					said.toString());
			assertEquals(List.of(), WARNINGS);
			bare.denoise(part());
			assertEquals(said, WARNINGS);
		}
	}

	@Test
	void aWarningOfTheCoreIsSaidOnce() throws FoveaException {
		final Img<FloatType> image = ArrayImgs.floats(48, 48);
		int i = 0;
		for (final FloatType pixel : image) pixel.set(i++ % 31);
		image.firstElement().set(Float.NaN);
		final List<String> said = new ArrayList<>();
		denoiser.denoise(ImageData.of(image), RunSettings.DEFAULT, Progress.warnings(said::add));
		assertEquals(
				1, said.stream().filter(line -> line.contains("not a number")).count(), said.toString());
	}

	@Test
	void progressIsHeardAndMayCancel() throws FoveaException {
		final List<Integer> done = Collections.synchronizedList(new ArrayList<>());
		final RunSettings tiles = RunSettings.DEFAULT.withTileSize(96);
		denoiser.denoise(ImageData.of(part()), tiles, new Progress() {

			@Override
			public void progress(final int tile, final int total) {
				assertTrue(tile <= total);
				done.add(tile);
			}
		});
		assertTrue(done.size() > 2, done.toString());
		assertThrows(
				CancelledException.class,
				() -> denoiser.denoise(ImageData.of(part()), tiles, new Progress() {

					@Override
					public boolean isCancelled() {
						return true;
					}
				}));
	}

	@Test
	void severalThreadsMayRunOneModel() throws FoveaException {
		final double[] expected = values(denoiser.denoise(part()).pixels());
		final List<CompletableFuture<double[]>> runs = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			runs.add(CompletableFuture.supplyAsync(() -> {
				try {
					return values(denoiser.denoise(part()).pixels());
				} catch (final FoveaException e) {
					throw new CompletionException(e);
				}
			}));
		for (final CompletableFuture<double[]> run : runs) assertArrayEquals(expected, run.join());
	}

	@Test
	void whatIsClosedSaysSo() throws FoveaException {
		final Fovea own = Fovea.start(FoveaSettings.DEFAULT.withTensorFlowInProcess(true));
		final Model left = own.model("denoise");
		final Model closed = own.model("denoise");
		closed.close();
		closed.close();
		assertThrows(FoveaException.class, () -> closed.denoise(part()));
		left.denoise(part());
		own.close();
		own.close();
		assertThrows(FoveaException.class, () -> left.denoise(part()));
		final FoveaException late = assertThrows(FoveaException.class, () -> own.model("denoise"));
		assertTrue(late.getMessage().startsWith("Fovea is closed"), late.getMessage());
	}

	@Test
	void whatNobodyHoldsIsClosedOnce() throws InterruptedException {
		final AtomicInteger closed = new AtomicInteger();
		fovea.keep(new Object(), closed::incrementAndGet);
		for (int i = 0; i < 200 && closed.get() == 0; i++) {
			System.gc();
			Thread.sleep(10);
		}
		assertEquals(1, closed.get());
		final Object holder = new Object();
		final Runnable closing = fovea.keep(holder, closed::incrementAndGet);
		closing.run();
		closing.run();
		assertEquals(2, closed.get());
		Reference.reachabilityFence(holder);
	}

	@Test
	void modelsAreKnownByName() throws FoveaException {
		assertTrue(fovea.modelNames().containsAll(List.of("denoise", "nuclei", "nuclei-cae")));
		final FoveaException unknown = assertThrows(FoveaException.class, () -> fovea.model("nucleii"));
		assertTrue(unknown.getMessage().startsWith("Model 'nucleii' not found"), unknown.getMessage());
		final FoveaException device = assertThrows(
				FoveaException.class,
				() -> Fovea.start(FoveaSettings.DEFAULT.withDevice("tpu")).model("denoise"));
		assertTrue(device.getMessage().startsWith("device: expected auto, cpu, gpu"), device.getMessage());
	}
}
