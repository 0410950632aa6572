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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import fovea.ij1.ImageFiles;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The command line in a process of its own, on a folder of many small images. */
final class BatchProcess {

	static final String JOURNAL = "fovea-journal.csv";

	/** What is cleared up at the latest by the next run. */
	private static final String TEMPORARY = ".*\\.part|\\.fovea-batch\\.lock";

	private final Path folder;
	private final Path in;
	private final List<String> java = new ArrayList<>();

	/**
	 * @param folder for images and output
	 * @param images to be made: bright discs on noise, the same ones every time
	 */
	BatchProcess(final Path folder, final int images) throws Exception {
		this.folder = folder;
		in = Files.createDirectories(folder.resolve("in"));
		Files.createDirectories(in.resolve("sub"));
		final Random random = new Random(7);
		for (int i = 0; i < images; i++) {
			final ByteProcessor pixels = new ByteProcessor(96, 80);
			for (int p = 0; p < pixels.getPixelCount(); p++) pixels.set(p, 20 + random.nextInt(30));
			pixels.setValue(200);
			for (int n = 0; n < 4; n++) pixels.fillOval(random.nextInt(80), random.nextInt(64), 12, 12);
			ImageFiles.save(
					new ImagePlus("image", pixels),
					in.resolve(String.format(i % 2 == 0 ? "image%04d.tif" : "sub/image%04d.tif", i)));
		}
	}

	Path in() {
		return in;
	}

	/** @param options of java */
	BatchProcess withJava(final String... options) {
		java.addAll(List.of(options));
		return this;
	}

	/** @return to be closed by the caller */
	JavaProcess.Running start(final Path out, final String... more) throws IOException {
		final List<String> arguments = new ArrayList<>(java);
		arguments.addAll(List.of(
				"-cp",
				JavaProcess.classPath(),
				"fovea.cli.Fovea",
				"segment",
				in.toString(),
				"--out",
				out.toString(),
				"--recursive",
				"--model",
				"blobs-threshold",
				"--labels"));
		arguments.addAll(List.of(more));
		return JavaProcess.start(folder, arguments);
	}

	JavaProcess.Outcome run(final Path out, final String... more) throws IOException, InterruptedException {
		try (JavaProcess.Running running = start(out, more)) {
			return running.outcome();
		}
	}

	/** Waits until the journal of a run has so many lines of images, or the run has ended. */
	static void await(final JavaProcess.Running running, final Path out, final int lines)
			throws IOException, InterruptedException {
		while (running.process().isAlive() && lines(out) < lines) Thread.sleep(1);
	}

	/** @return images in the journal */
	static int lines(final Path out) throws IOException {
		try {
			return Math.max(
					0,
					(int) Files.readString(out.resolve(JOURNAL))
									.chars()
									.filter(c -> c == '\n')
									.count()
							- 1);
		} catch (final NoSuchFileException e) {
			return 0;
		}
	}

	/** Holds results against those of a run that nobody disturbed. */
	static void assertSame(final Path expected, final Path actual) throws IOException {
		assertEquals(files(expected), files(actual));
		assertWhole(expected, actual);
		assertEquals(journal(expected), journal(actual));
	}

	/** Whatever stands under a final name is whole. */
	static void assertWhole(final Path expected, final Path actual) throws IOException {
		for (final String file : files(actual))
			if (!file.equals(JOURNAL) && !file.matches("(.*/)?(" + TEMPORARY + ")"))
				assertArrayEquals(
						Files.readAllBytes(expected.resolve(file)), Files.readAllBytes(actual.resolve(file)), file);
	}

	static void assertNothingTemporary(final Path out) throws IOException {
		assertEquals(
				List.of(),
				files(out).stream()
						.filter(file -> file.matches("(.*/)?(" + TEMPORARY + ")"))
						.toList());
	}

	/** @return its lines without the seconds, sorted */
	private static List<String> journal(final Path out) throws IOException {
		final List<String> lines = Files.readAllLines(out.resolve(JOURNAL)).stream()
				.map(line -> line.replaceFirst("^([^,]*,[^,]*),[^,]*", "$1"))
				.sorted()
				.toList();
		assertTrue(lines.size() > 1, "a journal");
		return lines;
	}

	static List<String> files(final Path folder) throws IOException {
		if (!Files.exists(folder)) return List.of();
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
					.map(file -> folder.relativize(file).toString())
					.sorted()
					.toList();
		}
	}

	/** @return what the errors say, without TensorFlow's greeting */
	static List<String> said(final JavaProcess.Outcome outcome) {
		return outcome.errors().stream()
				.filter(line -> line.startsWith("fovea:") || line.contains("Exception") || line.startsWith("\tat "))
				.toList();
	}
}
