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
package fovea.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.io.DataType;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import fovea.segment.Splitting;
import fovea.tf.SavedModelLoader;
import fovea.zarr.ChunkCache;
import fovea.zarr.Elements;
import fovea.zarr.RegionReader;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.FolderStore;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels by blocks are those of the image as one piece, up to their numbers. */
class BlockLawTest {

	@TempDir
	Path folder;

	/** @return slices of nuclei, some mirrored, 16 bit, of sizes that no block divides */
	private static ImagePlus nuclei(final int width, final int height, final int slices) {
		final ImageProcessor sample =
				IJ.openImage("samples/nuclei-touching.png").getProcessor().convertToByte(false);
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < slices; z++) {
			final ImageProcessor plane = sample.createProcessor(width, height);
			for (int y = 0, n = z; y < height; y += sample.getHeight() - 10)
				for (int x = 0; x < width; x += sample.getWidth() - 10, n++) {
					final ImageProcessor copy = sample.duplicate();
					if (n % 2 == 1) copy.flipHorizontal();
					if (n % 3 == 1) copy.flipVertical();
					plane.insert(copy, x, y);
				}
			final ImageProcessor deep = plane.convertToShort(false);
			deep.multiply(3 + z);
			deep.add(100);
			stack.addSlice(deep);
		}
		return new ImagePlus("cells", stack);
	}

	private static ObjectRows rows() {
		return (image, window, place) -> {
			final List<List<String>> lines = new ArrayList<>();
			lines.add(List.of("Label", "Pixels", "P"));
			window.objects()
					.forEach(o -> lines.add(
							List.of("", String.valueOf(o.pixels()), String.valueOf((float) o.meanProbability()))));
			return lines;
		};
	}

	@ParameterizedTest
	@CsvSource({
		"nuclei, AUTO, 0, 1, 0.5, 2",
		"nuclei, AUTO, 1, 1, 0.5, 1",
		"nuclei, AUTO, 2, 1, 0.5, 1",
		"nuclei, AUTO, 0.5, 1, 0.5, 1",
		"nuclei, AUTO, 1.3, 1, 0.5, 1",
		"nuclei, NEVER, 1, 1, 0.3, 1",
		"nuclei, AUTO, 1, 2, 0.5, 1",
		"blobs-threshold, AUTO, 1, 1, 0.5, 1",
		"blobs-threshold, ALWAYS, 0.7, 1, 0.5, 1",
		"src/test/resources/fovea/models/distances.zip, AUTO, 0, 1, 0.5, 1",
	})
	void labelsAreThoseOfOnePiece(
			final String name,
			final Splitting splitting,
			final double scale,
			final int orientations,
			final double threshold,
			final int slices)
			throws Exception {
		final Image image = ImagePlusImages.wrap(nuclei(451, 389, slices));
		final PredictionOptions prediction = PredictionOptions.DEFAULT
				.withTileSize(name.equals("nuclei") ? 288 : 128)
				.withOrientations(orientations);
		final SegmentOptions options =
				SegmentOptions.DEFAULT.withSplitting(splitting).withScale(scale).withThreshold(threshold);
		final OmeVersion version = scale == 1 ? OmeVersion.V0_4 : OmeVersion.V0_5;
		OmeFiles.write(folder.resolve("cells.zarr"), image, DataType.UINT16, version);
		try (LoadedModel model =
						LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT);
				BlockImage blocks = BlockImage.open(folder.resolve("cells.zarr").toString(), 0);
				FolderStore store = FolderStore.create(folder.resolve("labels.zarr"))) {
			final Segmentation whole = new Segmenter(model, prediction, options).segment(image, ProgressListener.NONE);
			final BlockSegmentation job = new BlockSegmentation(
					blocks,
					model,
					prediction,
					options,
					new BlockSegmentation.Settings(folder.resolve("work"), 64, version, "labels", rows(), "law"));
			final BlockSegmentation.Result result = job.run(store, new LocalRunner(2), ProgressListener.NONE);
			assertEquals(whole.scale(), result.scale());
			assertEquals(whole.objects().size(), result.objects());
			assertTrue(result.objects() > 20, result.objects() + " objects");
			final int[] numbers = assertSame(whole, slices);
			final List<List<String>> table = new ArrayList<>();
			result.table().forEach(table::add);
			assertEquals(List.of("Label", "Pixels", "P"), table.remove(0));
			assertEquals(whole.objects().size(), table.size());
			whole.objects().forEach(object -> {
				final List<String> row = table.get(numbers[object.label()] - 1);
				assertEquals(String.valueOf(object.pixels()), row.get(1));
				assertEquals(String.valueOf((float) object.meanProbability()), row.get(2));
			});
		}
	}

	/** @return for each label of the whole image that of the blocks */
	private int[] assertSame(final Segmentation whole, final int slices) throws Exception {
		final int width = whole.source().size(Image.X);
		final int height = whole.source().size(Image.Y);
		final int[] numbers = new int[whole.objects().size() + 1];
		final Map<Integer, Integer> back = new HashMap<>();
		try (BlockImage labels = BlockImage.open(folder.resolve("labels.zarr").toString(), 0)) {
			assertTrue(labels.place().image().labels());
			final RegionReader reader = new RegionReader(labels.array(), new ChunkCache(1 << 24));
			final var all = whole.labels().randomAccess();
			for (int z = 0; z < slices; z++) {
				final Elements plane = reader.read(new long[] {0, z, 0, 0}, 1, 1, height, width);
				for (int y = 0; y < height; y++)
					for (int x = 0; x < width; x++) {
						all.setPosition(new int[] {x, y, 0, z, 0});
						final int expected = all.get().get();
						final int got = (int) plane.getLong(y * width + x);
						assertEquals(expected == 0, got == 0, x + ", " + y + ", " + z);
						if (expected == 0) continue;
						if (numbers[expected] == 0) {
							numbers[expected] = got;
							assertEquals(null, back.put(got, expected), "joined at " + x + ", " + y);
						}
						assertEquals(numbers[expected], got, "cut at " + x + ", " + y + ", " + z);
					}
			}
		}
		return numbers;
	}
}
