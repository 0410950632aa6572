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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fovea train --targets next-frame}, with the real engine. */
@Tag("thorough")
class TrainNeighborsTest {

	private static final int EDGE = 64;
	private static final double SIGMA = 25;

	@TempDir
	Path folder;

	private TrainingCalls calls;

	@BeforeEach
	void begin() {
		calls = new TrainingCalls(folder);
	}

	private static float clean(final int x, final int y) {
		return Math.hypot(x % 32 - 16, y % 32 - 16) < 9 ? 200 : 60;
	}

	/** The same image with noise of its own in each frame. */
	private String stack(final String name, final int slices, final int frames) {
		final Random random = new Random(name.hashCode());
		final ImageStack stack = new ImageStack(EDGE, EDGE);
		for (int n = 0; n < slices * frames; n++) {
			final FloatProcessor plane = new FloatProcessor(EDGE, EDGE);
			for (int i = 0; i < EDGE * EDGE; i++)
				plane.setf(i, clean(i % EDGE, i / EDGE) + (float) (SIGMA * random.nextGaussian()));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus(name, stack);
		image.setDimensions(1, slices, frames);
		final Path file = folder.resolve(name);
		new FileSaver(image).saveAsTiff(file.toString());
		return file.toString();
	}

	private static double psnr(final ImagePlus image) {
		double sum = 0;
		for (int i = 0; i < EDGE * EDGE; i++)
			sum += Math.pow(image.getProcessor().getf(i) - clean(i % EDGE, i / EDGE), 2);
		return 10 * Math.log10(255 * 255 / (sum / (EDGE * EDGE)));
	}

	/** A new network, on noisy images alone. */
	@Test
	void aNetworkLearnsToDenoiseFromPairsOfNoisyFrames() {
		calls.assertTrains(
				"--architecture",
				"cae-denoise",
				"--width",
				"0.25",
				"--data",
				stack("frames.tif", 1, 6),
				"--targets",
				"next-frame",
				"--validation-data",
				stack("others.tif", 1, 2),
				"--patch",
				"32",
				"--batch",
				"8",
				"--augment",
				"--learning-rate",
				"0.005",
				"--steps-per-epoch",
				"250");
		assertTrue(!calls.err().contains("more than noise"), calls.err());
		final String noisy = stack("noisy.tif", 1, 1);
		assertEquals(
				0,
				calls.execute(
						"denoise",
						"--model",
						calls.model().toString(),
						"--no-score",
						noisy,
						"--out",
						folder.toString()),
				calls::err);
		final double before = psnr(IJ.openImage(noisy));
		final double after =
				psnr(IJ.openImage(folder.resolve("noisy-denoised.tif").toString()));
		assertTrue(after > before + 4, after + " dB after, " + before + " dB before");
	}

	@Test
	void whatHasNoNeighborIsRefused() throws Exception {
		calls.assertFails(
				1,
				List.of("slices.tif: expected several frames for next-frame, got one with 3 slices, for which there is "
						+ "next-slice"),
				"--architecture",
				calls.tiny(),
				"--data",
				stack("slices.tif", 3, 1),
				"--targets",
				"next-frame");
		calls.assertFails(
				1,
				List.of("a0.png: expected several slices for next-slice, got one"),
				"--architecture",
				calls.tiny(),
				"--data",
				calls.grayImages("images", 2, (x, y) -> x + y),
				"--targets",
				"next-slice");
	}
}
