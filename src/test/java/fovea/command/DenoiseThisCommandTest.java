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
package fovea.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.image.Filters;
import fovea.image.Raster;
import fovea.scratch.ScratchFolder;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** A network that is trained on the image which it denoises, with the real engine, without a window. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class DenoiseThisCommandTest {

	private static final String LIBRARY = "fovea.models";
	private static final int EDGE = 48;

	@TempDir
	Path folder;

	private final Context context;
	private final String before = System.getProperty(LIBRARY);
	private Path models;

	DenoiseThisCommandTest(final Context context) {
		this.context = context;
	}

	@BeforeEach
	void useALibraryOfItsOwn() {
		models = folder.resolve("models");
		System.setProperty(LIBRARY, models.toString());
	}

	@AfterEach
	void useTheUsualLibrary() {
		if (before == null) System.clearProperty(LIBRARY);
		else System.setProperty(LIBRARY, before);
	}

	/** As the two commands that do the same one after the other; noise is correlated, so that no score decides. */
	@Test
	void theResultIsThatOfTrainingAndDenoising() throws Exception {
		final ImagePlus image = image(0.7);
		final ImagePlus own = denoised(run(DenoiseThisCommand.class, image, "steps", 20, "keep", "own"));
		run(TrainAutoencoderCommand.class, image, "name", "other", "clean", "none", "epochs", 1);
		for (final String model : List.of("own", "other")) {
			final ImagePlus expected = denoised(run(DenoiseCommand.class, image, "model", model, "score", false));
			assertArrayEquals(
					(byte[]) expected.getProcessor().getPixels(),
					(byte[]) own.getProcessor().getPixels(),
					model);
		}
		assertEquals("cells-denoised", own.getTitle());
		assertEquals(0.25, own.getCalibration().pixelWidth);
		assertEquals("\u00b5m", own.getCalibration().getUnit());
		assertNull(own.getOverlay());
		assertEquals(1, image.getOverlay().size());
		final String info = own.getInfoProperty();
		assertTrue(
				info.contains("Fovea model: cae-denoise trained on cells.tif (20 steps from 'denoise')\n")
						&& info.contains("Fovea macro: run(\"Denoise This Image...\", \"steps=20\");\n")
						&& info.contains("not trustworthy here: the noise is correlated"),
				info);
	}

	@Test
	void theSameSeedGivesTheSameAndNothingIsLeft() throws Exception {
		final ImagePlus image = image(0.7);
		image.setRoi(new OvalRoi(10, 20, 30, 24));
		final Module first = run(DenoiseThisCommand.class, image, "steps", 2, "startfrom", "none");
		final ImagePlus part = denoised(first);
		assertEquals("", String.valueOf(first.getOutput("path")).replace("null", ""));
		assertEquals(List.of(30, 24, 8), List.of(part.getWidth(), part.getHeight(), part.getBitDepth()));
		assertEquals(new Rectangle(0, 0, 30, 24), part.getRoi().getBounds());
		assertEquals(Roi.OVAL, part.getRoi().getType());
		assertEquals(-10, part.getCalibration().xOrigin);
		assertEquals(new Rectangle(10, 20, 30, 24), image.getRoi().getBounds());
		image.deleteRoi();
		final ImagePlus whole =
				denoised(run(DenoiseThisCommand.class, image, "steps", 2, "startfrom", "none", "seed", "1"));
		whole.setRoi(10, 20, 30, 24);
		assertArrayEquals((byte[]) whole.crop().getProcessor().getPixels(), (byte[])
				part.getProcessor().getPixels());
		assertTrue(Files.notExists(models), "no library is made");
		assertEquals(List.of(), temporary());
	}

	@Test
	void channelsOfACompositeAreLearnedFromOneByOne() throws Exception {
		final ImageStack stack = new ImageStack(EDGE, EDGE);
		for (int c = 0; c < 3; c++) stack.addSlice(image(0.7).getProcessor());
		final ImagePlus three = new ImagePlus("three.tif", stack);
		three.setDimensions(3, 1, 1);
		final ImagePlus result =
				denoised(run(DenoiseThisCommand.class, new CompositeImage(three), "steps", 1, "startfrom", "none"));
		assertEquals(List.of(3, 1, 8), List.of(result.getNChannels(), result.getNSlices(), result.getBitDepth()));
		assertTrue(
				result.getInfoProperty()
						.contains("Fovea model: cae-denoise trained on three.tif (1 step, a new network)"),
				result.getInfoProperty());
	}

	/** Of so few pixels of nothing but noise nobody can say that a network is better than a wide Gaussian. */
	@Test
	void whatLeavesLessNoiseThanTheTrainedNetworkIsShown() throws Exception {
		final Random random = new Random(2);
		final int edge = 64;
		final float[] values = new float[edge * edge];
		for (int i = 0; i < values.length; i++) values[i] = (float) (1000 + 300 * random.nextGaussian());
		final ImagePlus flat = new ImagePlus("flat.tif", new FloatProcessor(edge, edge, values.clone()));
		final StringBuilder log = new StringBuilder();
		final Module module = logged(log, () -> run(DenoiseThisCommand.class, flat, "steps", 1, "startfrom", "none"));
		assertArrayEquals(Filters.gaussian(new Raster(edge, edge, 1, values), 4).data(), (float[])
				denoised(module).getProcessor().getPixels());
		assertTrue(
				log.toString()
						.contains("Denoise This Image: the training did not help here: a Gaussian (sigma 4) is better "
								+ "than any network, and its result is taken"),
				log.toString());
		assertTrue(log.toString().contains("Denoise This Image: Gaussian (sigma 4) "), log.toString());
		assertTrue(denoised(module).getInfoProperty().contains("Fovea model: Gaussian (sigma 4)\n"));
	}

	/** Escape ends the training, and neither the ranking nor the denoising after it. */
	@Test
	void escapeStopsAndKeepsTheBest() throws Exception {
		final Module module = module(DenoiseThisCommand.class);
		final StringBuilder log = new StringBuilder();
		logged(log, () -> {
			final Future<Module> future =
					start(module, Map.of("image", image(0.7), "steps", 2_000_000, "startfrom", "none"));
			while (!future.isDone() && !text(log).contains("epoch 1 of ")) Thread.sleep(20);
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			return future.get();
		});
		IJ.setKeyUp(KeyEvent.VK_ESCAPE);
		assertNull(((Cancelable) module).getCancelReason(), () -> text(log));
		final String info = denoised(module).getInfoProperty();
		assertTrue(info.contains("Fovea macro: none: the training was stopped by hand\n"), info);
		assertTrue(text(log).contains(", stopped by hand, on "), () -> text(log));
		assertEquals(List.of(), temporary());
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"startfrom=no-such | Model 'no-such' not found: expected the path of a folder or zip, or one of",
				"startfrom=nuclei | 'nuclei' tells classes apart (background, nucleus, border): expected a model that "
						+ "gives images",
				"startfrom=blobs-threshold | 'Fovea blobs threshold' cannot be trained further",
				"steps=-1 | steps: expected 0 or more, got -1",
				"keep=a/b | keep: expected letters, digits, spaces and . _ + - ( ), beginning with a letter or digit, "
						+ "got 'a/b'",
				"keep=denoise | there is a model 'denoise' already: expected another name, or overwrite=true",
			})
	void whatCannotBeDoneIsToldInOneLine(final String option, final String reason) throws Exception {
		final Module module = module(DenoiseThisCommand.class);
		final String[] parts = option.split("=");
		start(module, Map.of("image", image(0), parts[0], parts[1])).get();
		final String told = ((Cancelable) module).getCancelReason();
		assertTrue(told.startsWith("Denoise This Image: " + reason), told);
		assertFalse(told.contains("\n"), told);
		assertNull(module.getOutput("denoised"));
		assertEquals(List.of(), temporary());
	}

	@Test
	void withoutAnImageTheCallerIsTold() throws Exception {
		final Module module = module(DenoiseThisCommand.class);
		start(module, Map.of("image", new ImagePlus())).get();
		assertEquals(
				"Denoise This Image: no image is open, expected one to work on",
				((Cancelable) module).getCancelReason());
	}

	/** Disks on a dark ground, with an overlay and a calibration. */
	private static ImagePlus image(final double blur) {
		final Random random = new Random(3);
		final float[] noise = new float[EDGE * EDGE];
		for (int i = 0; i < noise.length; i++) noise[i] = (float) (40 * random.nextGaussian());
		final Raster white = new Raster(EDGE, EDGE, 1, noise);
		final float[] values = (blur > 0 ? Filters.gaussian(white, blur) : white).data();
		final ByteProcessor pixels = new ByteProcessor(EDGE, EDGE);
		for (int i = 0; i < values.length; i++) {
			final int x = i % EDGE % 37 - 18;
			final int y = i / EDGE % 41 - 20;
			pixels.set(i, Math.max(0, Math.min(255, Math.round(values[i] + (x * x + y * y < 120 ? 160 : 80)))));
		}
		final ImagePlus image = new ImagePlus("cells.tif", pixels);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.25;
		image.getCalibration().setUnit("um");
		image.setOverlay(new Overlay(new Roi(4, 4, 8, 8)));
		return image;
	}

	/** @return folders for networks that this process has not removed */
	private static List<String> temporary() throws IOException {
		final String own = "fovea-training-" + ProcessHandle.current().pid() + "-";
		try (Stream<Path> all = Files.list(ScratchFolder.place())) {
			return all.map(path -> path.getFileName().toString())
					.filter(name -> name.startsWith(own))
					.toList();
		}
	}

	private static ImagePlus denoised(final Module module) {
		return (ImagePlus) module.getOutput("denoised");
	}

	private Module module(final Class<? extends Command> command) throws Exception {
		return context.service(ModuleService.class)
				.createModule(context.service(CommandService.class).getCommand(command));
	}

	private Future<Module> start(final Module module, final Map<String, Object> inputs) {
		return context.service(ModuleService.class).run(module, true, new HashMap<>(inputs));
	}

	private Module run(final Class<? extends Command> command, final ImagePlus image, final Object... options)
			throws Exception {
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", image));
		for (int i = 0; i < options.length; i += 2) inputs.put((String) options[i], options[i + 1]);
		final Module module = module(command);
		start(module, inputs).get();
		assertNull(((Cancelable) module).getCancelReason());
		return module;
	}

	/** Something that says what it does in ImageJ's log. */
	@FunctionalInterface
	private interface Logging {

		Module run() throws Exception;
	}

	/** Without a window ImageJ's log is the standard output. */
	private static Module logged(final StringBuilder log, final Logging work) throws Exception {
		final PrintStream usual = System.out;
		System.setOut(new PrintStream(
				new OutputStream() {

					@Override
					public void write(final int b) {
						write(new byte[] {(byte) b}, 0, 1);
					}

					@Override
					public void write(final byte[] bytes, final int from, final int length) {
						synchronized (log) {
							log.append(new String(bytes, from, length, StandardCharsets.UTF_8));
						}
					}
				},
				true,
				StandardCharsets.UTF_8));
		try {
			return work.run();
		} finally {
			System.setOut(usual);
		}
	}

	private static String text(final StringBuilder log) {
		synchronized (log) {
			return log.toString();
		}
	}
}
