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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.ij1.ImagePlusImages;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.Region;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.type.numeric.integer.IntType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preview shows what the command will find. */
class LiveSegmenterTest {

	private static final SegmentOptions USUAL = SegmentOptions.DEFAULT;

	private static final List<SegmentOptions> MOVES = List.of(
			USUAL,
			USUAL.withThreshold(0.7),
			USUAL.withThreshold(0.7).withMinSize(200),
			USUAL.withThreshold(0.7).withMinSize(200).withConfidence(OptionalDouble.of(0.99)),
			USUAL.withThreshold(0.3).withSplitting(Splitting.NEVER),
			USUAL.withThreshold(0.3).withSplitting(Splitting.ALWAYS),
			USUAL.withScale(0.5),
			USUAL.withScale(2).withThreshold(0.6),
			USUAL);

	private static LoadedModel open(final String name) throws Exception {
		return LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT);
	}

	private static int[] labels(final Segmentation found) {
		final int[] labels = new int[(int) found.labels().size()];
		int at = 0;
		for (final IntType label : found.labels()) labels[at++] = label.get();
		return labels;
	}

	/** Counts the runs. */
	private static final class Tiles implements ProgressListener {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public void tile(final int done, final int total) {
			count.incrementAndGet();
		}
	}

	@ParameterizedTest
	@CsvSource({
		"nuclei, samples/nuclei-touching.png",
		"nuclei, samples/nuclei-tissue.png",
		"nuclei, samples/tissue-stained.png",
		"blobs-threshold, samples/blobs.tif",
		"src/test/resources/fovea/models/distances.zip, samples/nuclei-touching.png"
	})
	void whateverIsMovedItFindsWhatTheCommandFinds(final String name, final String file) throws Exception {
		final Image image = ImagePlusImages.wrap(IJ.openImage(file));
		try (LoadedModel model = open(name)) {
			final LiveSegmenter live = new LiveSegmenter(model, PredictionOptions.DEFAULT, image, 0, 0);
			for (final SegmentOptions options : MOVES) {
				final Segmentation expected =
						new Segmenter(model, PredictionOptions.DEFAULT, options).segment(image, ProgressListener.NONE);
				final LiveSegmenter.Part part = live.segment(new Box(5, 5, 50, 50), options, ProgressListener.NONE);
				assertEquals(Box.of(image), part.box());
				assertEquals(expected.objects(), part.found().objects(), options.toString());
				assertArrayEquals(labels(expected), labels(part.found()), options.toString());
				assertEquals(expected.scale(), part.found().scale());
			}
		}
	}

	@Test
	void theNetworkRunsOnce() throws Exception {
		final Image image = ImagePlusImages.wrap(IJ.openImage("samples/nuclei-touching.png"));
		try (LoadedModel model = open("nuclei")) {
			final LiveSegmenter live = new LiveSegmenter(model, PredictionOptions.DEFAULT, image, 0, 0);
			final Tiles tiles = new Tiles();
			live.segment(Box.of(image), USUAL, tiles);
			final int first = tiles.count.get();
			assertTrue(first > 0);
			live.segment(new Box(9, 9, 9, 9), USUAL.withThreshold(0.9), tiles);
			assertEquals(first, tiles.count.get());
		}
	}

	@Test
	void aPlaneIsNormalizedAsInItsStack() throws Exception {
		final ImagePlus one = IJ.openImage("samples/nuclei-culture.png");
		final ImageStack stack = new ImageStack(one.getWidth(), one.getHeight());
		stack.addSlice(one.getProcessor());
		stack.addSlice(one.getProcessor().duplicate());
		stack.getProcessor(2).multiply(4);
		final Image image = ImagePlusImages.wrap(new ImagePlus("stack", stack));
		final SegmentOptions options = USUAL.withScale(1);
		try (LoadedModel model = open("nuclei")) {
			final Segmentation all =
					new Segmenter(model, PredictionOptions.DEFAULT, options).segment(image, ProgressListener.NONE);
			final LiveSegmenter live = new LiveSegmenter(model, PredictionOptions.DEFAULT, image, 0, 0);
			final Segmentation dim =
					live.segment(Box.of(image), options, ProgressListener.NONE).found();
			assertEquals(all.objects().stream().filter(o -> o.slice() == 0).toList(), dim.objects());
			final Segmentation alone = new Segmenter(model, PredictionOptions.DEFAULT, options)
					.segment(image.at(0, 0), ProgressListener.NONE);
			assertTrue(!alone.objects().equals(dim.objects()), "the stack's statistics are others");
		}
	}

	@Test
	void ofASelectionTheObjectsThatLieInIt() throws Exception {
		final Image image = ImagePlusImages.wrap(IJ.openImage("samples/nuclei-touching.png"));
		final Region region = new Region(new Box(40, 30, 100, 90), java.util.Optional.empty());
		try (LoadedModel model = open("nuclei")) {
			final LiveSegmenter.Part part = new LiveSegmenter(model, PredictionOptions.DEFAULT, image, 0, 0)
					.segment(Box.of(image), USUAL, ProgressListener.NONE);
			int count = 0;
			for (final boolean is : LiveSegmenter.within(part, region)) if (is) count++;
			assertEquals(
					new Segmenter(model, PredictionOptions.DEFAULT, USUAL)
							.segment(image, region, ProgressListener.NONE)
							.objects()
							.size(),
					count);
		}
	}

	@Test
	void aCancelledRunLeavesNothingBehind() throws Exception {
		final Image image = ImagePlusImages.wrap(IJ.openImage("samples/nuclei-touching.png"));
		try (LoadedModel model = open("nuclei")) {
			final LiveSegmenter live = new LiveSegmenter(model, PredictionOptions.DEFAULT, image, 0, 0);
			final ProgressListener cancelling = new ProgressListener() {

				@Override
				public boolean isCancelled() {
					return true;
				}
			};
			assertThrows(CancelledException.class, () -> live.segment(Box.of(image), USUAL, cancelling));
			assertTrue(live.segment(Box.of(image), USUAL, ProgressListener.NONE)
							.found()
							.objects()
							.size()
					> 50);
		}
	}
}
