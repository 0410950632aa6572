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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, evaluation and latent spaces for programs, in a second JVM. */
class TrainingDoorTest {

	private static final int SIDE = 64;
	private static Fovea fovea;

	private final List<ImageData<UnsignedByteType>> images = new ArrayList<>();
	private final List<ImageData<UnsignedShortType>> labels = new ArrayList<>();

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() throws FoveaException {
		fovea = Fovea.start(FoveaSettings.DEFAULT.withWarnings(line -> {}));
	}

	@AfterAll
	static void close() {
		fovea.close();
	}

	/** Bright disks on dark ground, and their numbers. */
	TrainingDoorTest() {
		final Random random = new Random(7);
		for (int i = 0; i < 6; i++) {
			final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(SIDE, SIDE);
			final Img<UnsignedShortType> label = ArrayImgs.unsignedShorts(SIDE, SIDE);
			for (final UnsignedByteType pixel : image) pixel.set(20 + random.nextInt(20));
			for (int disk = 0; disk < 4; disk++) {
				final int cx = 16 + 32 * (disk % 2) + random.nextInt(5);
				final int cy = 16 + 32 * (disk / 2) + random.nextInt(5);
				for (int y = cy - 8; y <= cy + 8; y++)
					for (int x = cx - 8; x <= cx + 8; x++)
						if ((x - cx) * (x - cx) + (y - cy) * (y - cy) <= 64) {
							image.getAt(x, y).set(150 + random.nextInt(60));
							label.getAt(x, y).set(disk + 1);
						}
			}
			images.add(ImageData.of(image));
			labels.add(ImageData.of(label));
		}
	}

	@Test
	void aSegmenterIsTrainedAndFindsWhatItLearned() throws FoveaException {
		final Path zip = folder.resolve("disks.zip");
		final List<TrainingReport.Epoch> heard = new ArrayList<>();
		final List<String> said = new ArrayList<>();
		final TrainingReport report = fovea.train(
				Training.segmenter(images, labels).withEpochs(12).withBatch(4).withLearningRate(0.003),
				zip,
				new TrainingProgress() {

					@Override
					public void epoch(final TrainingReport.Epoch epoch) {
						heard.add(epoch);
					}

					@Override
					public void progress(final int done, final int total) {
						assertEquals(12, total);
						assertEquals(heard.size(), done);
					}

					@Override
					public void warning(final String line) {
						said.add(line);
					}
				});
		assertEquals(zip, report.model());
		assertEquals(heard, report.epochs());
		assertEquals(12, heard.size());
		assertTrue(report.isComplete());
		assertEquals("iou", report.metric());
		assertEquals(List.of(), said);
		assertTrue(Files.exists(folder.resolve("disks-curves.csv")));
		try (Model model = fovea.model(zip.toString())) {
			final SegmentationQuality quality = model.evaluateSegmentation(images, labels);
			assertEquals(6, quality.images());
			assertEquals(24, quality.truePositives() + quality.falseNegatives());
			assertTrue(quality.iou() > 0.8, quality.toString());
			assertTrue(quality.recall() > 0.9 && quality.precision() > 0.9, quality.toString());
			assertThrows(
					IllegalArgumentException.class, () -> model.evaluateSegmentation(images, labels.subList(0, 2)));
		}
		final FoveaException again =
				assertThrows(FoveaException.class, () -> fovea.train(Training.segmenter(images, labels), zip));
		assertTrue(again.getMessage().contains("so that none is overwritten"), again.getMessage());
	}

	@Test
	void aTrainingThatIsCancelledAtOnceWritesNothing() {
		final Path zip = folder.resolve("none.zip");
		assertThrows(
				CancelledException.class,
				() -> fovea.train(Training.denoiser(images).withBatch(4), zip, new TrainingProgress() {

					@Override
					public boolean isCancelled() {
						return true;
					}
				}));
		assertFalse(Files.exists(zip));
	}

	@Test
	void aTrainingThatIsCancelledLaterKeepsWhatItHas() throws FoveaException {
		final List<TrainingReport.Epoch> heard = new ArrayList<>();
		final TrainingReport report = fovea.train(
				Training.denoiser(images, images).withBatch(2).withEpochs(50).withPatch(32),
				folder.resolve("half.zip"),
				new TrainingProgress() {

					@Override
					public void epoch(final TrainingReport.Epoch epoch) {
						heard.add(epoch);
					}

					@Override
					public boolean isCancelled() {
						return heard.size() >= 2;
					}
				});
		assertFalse(report.isComplete());
		assertEquals(2, report.epochs().size());
		try (Model model = fovea.model(report.model().toString())) {
			final RestorationQuality quality = model.evaluateDenoising(images, images);
			assertEquals(6, quality.images());
			assertTrue(quality.psnr() > 5 && quality.ssim().isPresent(), quality.toString());
		}
	}

	@Test
	void asManyLabelsAsImagesAreWanted() {
		assertThrows(IllegalArgumentException.class, () -> Training.segmenter(images, labels.subList(0, 3)));
		assertThrows(
				FoveaException.class,
				() -> fovea.train(Training.denoiser(images).withNetwork("none"), folder.resolve("none.zip")));
		assertThrows(FoveaException.class, () -> Training.denoiser(images).withNormalization("none of these"));
	}

	@Test
	void imagesBecomePointsAndPointsImages() throws FoveaException {
		try (LatentModel autoencoder = fovea.latentModel("nuclei-cae")) {
			final int side = autoencoder.width().orElseThrow();
			assertEquals(side, autoencoder.height().orElseThrow());
			final Img<FloatType> stack = ArrayImgs.floats(side, side, 2, 3);
			int i = 0;
			for (final FloatType pixel : stack) pixel.set(i++ % 97 + i / 1000f);
			final List<LatentPoint> points = autoencoder.encode(ImageData.of(stack, "XYZT"));
			assertEquals(6, points.size());
			assertEquals(16, points.get(0).values().size());
			assertEquals(1, points.get(3).slice());
			assertEquals(1, points.get(3).frame());
			assertTrue(points.get(0).error() > 0);
			assertTrue(autoencoder.canDecode());
			final ImageData<FloatType> back = autoencoder.decode(points.get(0).toArray());
			assertEquals("XY", back.axes());
			assertTrue(Intervals.equals(ArrayImgs.floats(side, side), back.pixels()));
			assertThrows(FoveaException.class, () -> autoencoder.decode(new float[3]));
		}
	}
}
