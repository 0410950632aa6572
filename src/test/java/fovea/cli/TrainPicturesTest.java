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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn beside a model, and that a model is there where nothing can be drawn. With the real engine. */
@Tag("thorough")
class TrainPicturesTest {

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private String images;

	@BeforeEach
	void makeImages() throws IOException {
		calls = new TrainingCalls(folder);
		images = calls.grayImages("images", 12, (x, y) -> x * 7 + y);
	}

	private BufferedImage read(final String name) throws IOException {
		return ImageIO.read(folder.resolve(name).toFile());
	}

	@Test
	void curvesAndUpToEightSamples() throws IOException {
		calls.assertTrains("--architecture", calls.tiny(), "--data", images, "--validation", "0", "--noise", "0.1");
		assertEquals(900, read("x-curves.png").getWidth());
		final BufferedImage sheet = read("x-samples.png");
		assertEquals(82 + 8 * (96 + 8), sheet.getWidth());
		assertTrue(calls.out().contains("x-curves.png") && calls.out().contains("x-samples.png"), calls.out());
		calls.assertTrains("--architecture", calls.tiny(), "--data", images, "--validation", "0.25");
		assertEquals(82 + 3 * (96 + 8), read("x-samples.png").getWidth());
	}

	@Test
	void classesHaveTheirColors() throws IOException {
		final String masks = calls.grayImages("masks", 12, (x, y) -> x / 16 * 9);
		calls.assertTrains("--architecture", "fcn-small", "--width", "0.25", "--data", images, "--masks", masks);
		final BufferedImage sheet = read("x-samples.png");
		final int third = 8 + 2 * (96 + 8) + 48;
		assertEquals(0x000000, sheet.getRGB(82 + 24, third) & 0xFFFFFF);
		assertEquals(0x00FF00, sheet.getRGB(82 + 72, third) & 0xFFFFFF);
	}

	@Test
	void whatCannotBeDrawnIsAWarning() throws IOException {
		Files.writeString(Files.createDirectory(folder.resolve("x-curves.png")).resolve("file"), "");
		calls.assertTrains("--architecture", calls.tiny(), "--data", images);
		assertEquals(1, calls.err().lines().count(), calls.err());
		assertTrue(calls.err().startsWith("fovea: warning: ") && calls.err().contains("x-curves.png"), calls.err());
		assertTrue(Files.exists(calls.model()) && Files.exists(folder.resolve("x-samples.png")));
	}

	/** Else the next training would learn from them. */
	@Test
	void noPictureIsPutAmongTheImages() throws IOException {
		final Path model = Path.of(images, "m.zip");
		calls.assertTrains("--architecture", calls.tiny(), "--data", images, "--out", model.toString());
		assertTrue(calls.err().contains("warning: no pictures"), calls.err());
		assertTrue(Files.exists(model));
		assertFalse(Files.exists(Path.of(images, "m-curves.png")));
		final Path picture = Files.copy(Path.of(images, "a0.png"), folder.resolve("x-samples.png"));
		calls.assertFails(
				2, List.of("x-samples.png", "overwrite"), "--architecture", calls.tiny(), "--data", picture.toString());
	}
}
