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
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong with data, and what goes wrong in training: one line, exit code 1, nothing left. With the real engine.
 */
@Tag("thorough")
class TrainFailuresTest {

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private String images;

	@BeforeEach
	void makeImages() throws IOException {
		calls = new TrainingCalls(folder);
		images = calls.grayImages("images", 3, (x, y) -> x + y);
	}

	private void segmentationFails(final List<String> parts, final String masks, final String... more) {
		final List<String> all =
				new java.util.ArrayList<>(List.of("--architecture", "fcn-small", "--data", images, "--masks", masks));
		all.addAll(List.of(more));
		calls.assertFails(1, parts, all.toArray(String[]::new));
	}

	@Test
	void aPixelOfNoClassIsToldWithFilePlaceAndValue() throws IOException {
		final String index = calls.grayImages("index", 3, (x, y) -> x == 7 && y == 5 ? 9 : x / 16);
		segmentationFails(
				List.of("a0.png", "got 9", "x 7, y 5"), index, "--mask-kind", "index", "--classes", "sky,tree");
		final String color = calls.images("colour", 3, (x, y) -> x == 7 && y == 5 ? 0xFFFFFF : x < 16 ? 0 : 0x00FF00);
		segmentationFails(
				List.of("a0.png", "#ffffff", "x 7, y 5"),
				color,
				"--mask-kind",
				"colour",
				"--classes",
				"sky=#000000,tree=#00ff00");
		segmentationFails(
				List.of("a0.png", "expected a mask of 1 channel"),
				color,
				"--mask-kind",
				"index",
				"--classes",
				"sky,tree");
	}

	/** The same pixels do not count, and what is left are the classes by their names. */
	@Test
	void pixelsOfNoClassMayBeIgnored() throws IOException {
		final String index = calls.grayImages("index", 3, (x, y) -> x == 7 && y == 5 ? 9 : x / 16);
		calls.assertTrains(
				"--architecture",
				"fcn-small",
				"--width",
				"0.25",
				"--data",
				images,
				"--masks",
				index,
				"--mask-kind",
				"index",
				"--classes",
				"sky,tree",
				"--ignore",
				"9");
		final String color = calls.images("colour", 3, (x, y) -> x == 7 && y == 5 ? 0xFFFFFF : x < 16 ? 0 : 0xFF8000);
		calls.assertTrains(
				"--architecture",
				"fcn-small",
				"--width",
				"0.25",
				"--data",
				images,
				"--masks",
				color,
				"--mask-kind",
				"color",
				"--classes",
				"sky=#000000,tree=#ff8000",
				"--ignore",
				"#ffffff");
		assertEquals(0, calls.execute("model", "inspect", calls.model().toString()));
		assertTrue(calls.out().contains("1  tree  #ff8000"), calls.out());
	}

	@Test
	void countsThatDifferAreTold() throws IOException {
		segmentationFails(
				List.of("expected 3 images", "got 2", "'a2' has no partner"),
				calls.grayImages("fewer", 2, (x, y) -> x / 16));
	}

	@Test
	void oneClassOnlyIsAWarning() throws IOException {
		calls.assertTrains(
				"--architecture",
				"fcn-small",
				"--width",
				"0.25",
				"--data",
				images,
				"--masks",
				calls.grayImages("none", 3, (x, y) -> 0));
		assertEquals(1, calls.err().lines().count(), calls.err());
		assertTrue(calls.err().contains("warning") && calls.err().contains("one class, 'background'"), calls.err());
	}

	@Test
	void patchesLargerThanTheImageAreTold() throws IOException {
		calls.assertFails(
				1,
				List.of("a0.png", "64 x 64", "got 32 x 32"),
				"--architecture",
				calls.tiny(),
				"--data",
				images,
				"--patch",
				"64");
	}

	@Test
	void emptyAndMissingFoldersAreTold() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		calls.assertFails(
				1, List.of("empty", "found none"), "--architecture", "cae-denoise", "--data", empty.toString());
		calls.assertFails(
				1,
				List.of("missing", "no such file or folder"),
				"--architecture",
				"cae-denoise",
				"--data",
				folder.resolve("missing").toString());
		calls.assertFails(
				1,
				List.of("missing-idx3-ubyte", "no such file"),
				"--architecture",
				"cae-denoise",
				"--data",
				folder.resolve("missing-idx3-ubyte").toString());
	}

	/** The data is missing too: that the output is told shows that it is looked at first. */
	@Test
	void whatCannotBeWrittenIsToldBeforeAnythingIsRead() throws IOException {
		final String[] arguments = {
			"--architecture", calls.tiny(), "--data", folder.resolve("missing").toString(), "--out", ""
		};
		arguments[5] = folder.resolve("nowhere/x.zip").toString();
		calls.assertFails(1, List.of("there is no", "nowhere"), arguments);
		arguments[5] =
				Files.writeString(folder.resolve("file"), "").resolve("x.zip").toString();
		calls.assertFails(1, List.of("file is a file"), arguments);
	}

	@Test
	void aFolderThatCannotBeWrittenToIsToldBeforeAnythingIsRead() throws IOException {
		final Path locked = Files.createDirectory(folder.resolve("locked"));
		assumeTrue(locked.toFile().setWritable(false));
		assumeFalse(Files.isWritable(locked), "the superuser writes everywhere");
		calls.assertFails(
				1,
				List.of("can be written to", "locked"),
				"--architecture",
				calls.tiny(),
				"--data",
				folder.resolve("missing").toString(),
				"--out",
				locked.resolve("x.zip").toString());
	}

	/** A place where not even the superuser makes files. */
	@Test
	void aFolderThatOnlySaysItCanBeWrittenToIsToldToo() throws IOException {
		assumeTrue(Files.isDirectory(Path.of("/proc/self")));
		calls.assertFails(
				1,
				List.of("can be written to", "/proc"),
				"--architecture",
				calls.tiny(),
				"--data",
				folder.resolve("missing").toString(),
				"--out",
				"/proc/x.zip");
	}

	@Test
	void aLossThatIsNoNumberEndsTheTraining() {
		calls.assertFails(
				1,
				List.of("Epoch", "not a number", "smaller learning rate than 1.0E9"),
				"--architecture",
				"cae-denoise",
				"--data",
				images,
				"--epochs",
				"3",
				"--learning-rate",
				"1e9");
	}
}
