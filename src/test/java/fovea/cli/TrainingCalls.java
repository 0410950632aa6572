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

import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import picocli.CommandLine;

/** {@code fovea train} in a folder, its data made there, and what it says. */
public final class TrainingCalls {

	private static final String TINY = """
		name: tiny
		layers:
		  - {type: Input, name: image, shape: [null, null, 1]}
		  - {type: Conv2D, filters: 4, kernel_size: 3, strides: 2, padding: same, activation: relu}
		  - {type: Conv2DTranspose, filters: 1, kernel_size: 4, strides: 2, padding: same}
		  - {type: Add, inputs: [conv2d_transpose, image]}
		""";

	private final Path folder;
	private String out = "";
	private String err = "";

	public TrainingCalls(final Path folder) {
		this.folder = folder;
	}

	/** @return file of a network of 2 layers that gives back its input with a correction */
	public String tiny() throws IOException {
		return Files.writeString(folder.resolve("tiny.yaml"), TINY).toString();
	}

	/** @return what was printed by the last call */
	public String out() {
		return out;
	}

	/** @return the exit code */
	public int execute(final String... arguments) {
		final StringWriter results = new StringWriter();
		final StringWriter errors = new StringWriter();
		final CommandLine line = Fovea.commandLine(new ModelLibrary(), Engine::of);
		line.setOut(new PrintWriter(results, true));
		line.setErr(new PrintWriter(errors, true));
		final int exitCode = line.execute(arguments);
		out = results.toString();
		err = errors.toString();
		return exitCode;
	}

	/** Trains for an epoch, into x.zip. */
	int train(final String... arguments) {
		final List<String> all = new ArrayList<>(List.of("train"));
		if (!List.of(arguments).contains("--out")) all.addAll(List.of("--out", model().toString()));
		if (!List.of(arguments).contains("--epochs")) all.addAll(List.of("--epochs", "1"));
		all.addAll(List.of(arguments));
		return execute(all.toArray(String[]::new));
	}

	Path model() {
		return folder.resolve("x.zip");
	}

	/** Checks that it goes well. */
	public void assertTrains(final String... arguments) {
		assertEquals(0, train(arguments), this::err);
	}

	/** Checks that it fails with one line that holds the parts, and leaves no model. */
	void assertFails(final int exitCode, final List<String> parts, final String... arguments) {
		assertEquals(exitCode, train(arguments), this::err);
		assertEquals(1, err.lines().count(), err);
		for (final String part : parts) assertTrue(err.contains(part), err);
		assertEquals(exitCode == 2, err.contains("--help"), err);
		assertTrue(Files.notExists(model()));
	}

	/** @return what was said by the last call */
	public String err() {
		return err;
	}

	/**
	 * @param name of a subfolder, which is made
	 * @param count of images in it, a0.png and so on, of 32 x 32 pixels
	 * @param rgb 0xRRGGBB by x and y
	 */
	String images(final String name, final int count, final IntBinaryOperator rgb) throws IOException {
		final Path subfolder = Files.createDirectories(folder.resolve(name));
		for (int i = 0; i < count; i++) image(subfolder.resolve("a" + i + ".png"), rgb, BufferedImage.TYPE_INT_RGB);
		return subfolder.toString();
	}

	/** As {@link #images}, of one channel. */
	String grayImages(final String name, final int count, final IntBinaryOperator gray) throws IOException {
		final Path subfolder = Files.createDirectories(folder.resolve(name));
		for (int i = 0; i < count; i++) image(subfolder.resolve("a" + i + ".png"), gray, BufferedImage.TYPE_BYTE_GRAY);
		return subfolder.toString();
	}

	private static void image(final Path file, final IntBinaryOperator values, final int type) throws IOException {
		final int side = 32;
		final BufferedImage image = new BufferedImage(side, side, type);
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final int value = values.applyAsInt(x, y);
				if (type == BufferedImage.TYPE_BYTE_GRAY) image.getRaster().setSample(x, y, 0, value);
				else image.setRGB(x, y, value);
			}
		ImageIO.write(image, "png", file.toFile());
	}
}
