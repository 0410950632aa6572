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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An image of 144 million pixels in a Java heap of 2 GB: {@code mvn test -Pslow -Dtest=LargeImageTest}. */
@Tag("slow")
class LargeImageTest {

	private static final int EDGE = 12000;
	private static final int PITCH = 100;
	private static final long BUDGET = 512L << 20;

	@Test
	void segments12000x12000WithinTwoGigabytesOfHeap() throws Exception {
		assertTrue(Runtime.getRuntime().maxMemory() <= 2L << 30, "to be run with -Xmx2g");
		final var pixels = PlanarImgs.unsignedBytes(EDGE, EDGE, 1, 1, 1);
		final byte[] plane = pixels.getPlane(0).getCurrentStorageArray();
		for (int y = 0; y < EDGE; y++)
			for (int x = 0; x < EDGE; x++) {
				final int dx = x % PITCH - PITCH / 2;
				final int dy = y % PITCH - PITCH / 2;
				plane[y * EDGE + x] = (byte) (dx * dx + dy * dy < 15 * 15 ? 200 : 40);
			}
		final long residentBefore = resident();
		final List<Integer> totals = new ArrayList<>();
		final long start = System.nanoTime();
		try (LoadedModel model = LoadedModel.open(
				new ModelLibrary().open("blobs-threshold"), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			final Segmentation result = new Segmenter(
							model,
							PredictionOptions.DEFAULT.withMemoryBytes(BUDGET),
							SegmentOptions.DEFAULT,
							(foreground, interior, width) -> foreground)
					.segment(new Image("disks", pixels, Calibration.PIXELS, false), new ProgressListener() {

						@Override
						public void tile(final int done, final int total) {
							totals.add(total);
						}
					});
			final double seconds = (System.nanoTime() - start) / 1e9;
			System.getLogger("fovea")
					.log(
							System.Logger.Level.INFO,
							String.format(
									"%d tiles, %.1f s, resident set grew by at most %d MB",
									totals.size(), seconds, (peakResident() - residentBefore) >> 20));
			assertEquals((EDGE / PITCH) * (EDGE / PITCH), result.objects().size());
			final UnsignedByteType center = result.classMap().getAt(50, 50, 0, 0, 0);
			assertEquals(1, center.get());
			assertTrue(
					peakResident() - residentBefore < (2L << 30) + BUDGET, "resident set grew beyond heap and budget");
		}
	}

	private static long resident() throws java.io.IOException {
		return status("VmRSS:");
	}

	private static long peakResident() throws java.io.IOException {
		return status("VmHWM:");
	}

	/** Linux only; elsewhere 0, and only the heap is held to its bound. */
	private static long status(final String key) throws java.io.IOException {
		final java.nio.file.Path file = java.nio.file.Path.of("/proc/self/status");
		if (!java.nio.file.Files.isReadable(file)) return 0;
		for (final String line : java.nio.file.Files.readAllLines(file))
			if (line.startsWith(key)) return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
		return 0;
	}
}
