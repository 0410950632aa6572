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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.command.LatentSpaceCommand;
import fovea.ij1.bridge.OpenImageJ;
import fovea.image.Raster;
import fovea.infer.ModelOptions;
import fovea.infer.ProgressListener;
import fovea.job.ItemSources;
import fovea.latent.Autoencoder;
import fovea.latent.EncodingRun;
import fovea.latent.EncodingTable;
import fovea.latent.Encodings;
import fovea.latent.Interpolation;
import fovea.latent.ItemKind;
import fovea.latent.ItemSource;
import fovea.latent.Pooling;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * The latent space of the autoencoder in the jar, through a macro in plain ImageJ (whose networks run in a second JVM),
 * SciJava, the command line and the library. They must give the same numbers.
 */
@ExtendWith(Hosts.class)
@Tag("thorough")
class LatentHostsTest {

	private static final Path SAMPLE = Path.of("samples", "nuclei-culture.png").toAbsolutePath();

	/** As macros were written before each action had a command. */
	private static final String MACRO = """
			open('SAMPLE');
			sample = getImageID();
			run('Latent Space (CAE)...', 'items=grid out=FOLDER/macro.csv');
			print(nResults + ' ' + getResult('z16', 2));
			run('Latent Space (CAE)...', 'action=plot out=FOLDER/macro.png x=2 y=3');
			print(getTitle() + bitDepth());
			run('Latent Space (CAE)...', 'action=decode');
			saveAs('Tiff', 'FOLDER/macro-decoded.tif');
			selectImage(sample);
			run('Latent Space (CAE)...', 'action=interpolate items=grid from=2 to=nuclei-culture.png@128,64 steps=4');
			saveAs('Tiff', 'FOLDER/macro-between.tif');
			print('end');
			""";

	@TempDir
	private static Path folder;

	/** One for all, so that there is one second JVM. */
	private static Context context;

	private static Encodings expected;
	private static List<Raster> between;
	private static List<String> macroOutput;

	@BeforeAll
	static void runTheLibraryAndTheMacro(final Context sciJava, final OpenImageJ imageJ) throws Exception {
		context = sciJava;
		try (Autoencoder nuclei = nuclei()) {
			final ItemSource patches =
					ItemSources.DEFAULT.withKind(ItemKind.GRID).open(SAMPLE, Optional.empty(), Set.of(), nuclei);
			expected = new EncodingRun(nuclei).encode(patches, ProgressListener.NONE);
			between = new Interpolation(nuclei)
					.between(ItemSources.one(patches, "2"), ItemSources.one(patches, "9"), 4, ProgressListener.NONE);
		}
		macroOutput = imageJ.run(macro(MACRO, "macro")).output();
	}

	private static String macro(final String text, final String files) {
		return text.replace('\'', '"')
				.replace("SAMPLE", SAMPLE.toString())
				.replace("FOLDER/macro", folder.resolve(files).toString());
	}

	private static Autoencoder nuclei() throws FoveaException {
		return Autoencoder.open(
				new ModelLibrary().open("nuclei-cae"), new SavedModelLoader(), ModelOptions.DEFAULT, Pooling.MEAN);
	}

	private static void assertSame(final Encodings encodings) {
		assertEquals(expected.size(), encodings.size());
		for (int i = 0; i < expected.size(); i++) {
			assertEquals(expected.all().get(i).id(), encodings.all().get(i).id());
			assertArrayEquals(expected.all().get(i).z(), encodings.all().get(i).z());
			assertEquals(expected.all().get(i).error(), encodings.all().get(i).error());
			assertEquals(expected.all().get(i).loss(), encodings.all().get(i).loss());
		}
	}

	private static void assertSame(final List<Raster> images, final ImagePlus stack) {
		assertEquals(images.size(), stack.getStackSize());
		for (int i = 0; i < images.size(); i++)
			assertArrayEquals(images.get(i).data(), (float[]) stack.getStack().getPixels(i + 1));
	}

	@Test
	void theMacroEncodesAsTheLibraryDoes() throws Exception {
		assertEquals("end", macroOutput.get(macroOutput.size() - 1), () -> String.join("\n", macroOutput));
		assertSame(EncodingTable.read(folder.resolve("macro.csv")));
		assertTrue(
				macroOutput.stream().anyMatch(line -> line.startsWith(expected.size() + " ")),
				() -> String.join("\n", macroOutput));
		assertTrue(macroOutput.contains("latent space24"), () -> String.join("\n", macroOutput));
		assertEquals(800, ImageIO.read(folder.resolve("macro.png").toFile()).getWidth());
	}

	@Test
	void commandsOfTheirOwnDoTheSame(final OpenImageJ imageJ) throws Exception {
		final String own = MACRO.replace("Latent Space (CAE)...', 'action=plot ", "Latent Plot...', '")
				.replace("Latent Space (CAE)...', 'action=decode'", "Latent Decode...', ''")
				.replace("Latent Space (CAE)...', 'action=interpolate ", "Latent Interpolate...', '")
				.replace("Latent Space (CAE)...", "Latent Encode...");
		assertFalse(own.contains("Space"), own);
		final List<String> output = imageJ.run(macro(own, "own")).output();
		assertEquals(macroOutput, output);
		for (final String file : List.of(".csv", "-decoded.tif", "-between.tif"))
			assertArrayEquals(
					Files.readAllBytes(folder.resolve("macro" + file)),
					Files.readAllBytes(folder.resolve("own" + file)),
					file);
		final BufferedImage old = ImageIO.read(folder.resolve("macro.png").toFile());
		final BufferedImage plot = ImageIO.read(folder.resolve("own.png").toFile());
		final int w = old.getWidth();
		final int h = old.getHeight();
		assertArrayEquals(old.getRGB(0, 0, w, h, null, 0, w), plot.getRGB(0, 0, w, h, null, 0, w));
	}

	/** Where nobody says what an item is: ROIs if there are, else a grid; macros of the older command: slices. */
	@Test
	void itemsAreChosenByWhatThereIs(final OpenImageJ imageJ) throws Exception {
		final List<String> output = imageJ.run(macro("""
			open('SAMPLE');
			run('Latent Encode...', '');
			print('grid ' + nResults);
			makeRectangle(10, 10, 40, 40); run('Add Selection...');
			makeRectangle(60, 60, 40, 40); run('Add Selection...'); run('Select None');
			run('Latent Encode...', '');
			print('rois ' + nResults);
			newImage('small', '8-bit ramp', 64, 64, 3);
			run('Latent Encode...', '');
			print('slices ' + nResults);
			run('Latent Space (CAE)...', 'items=rois');
			""", "auto")).output();
		assertTrue(
				output.containsAll(List.of("grid " + expected.size(), "rois 2", "slices 3")),
				() -> String.join("\n", output));
	}

	@Test
	void theMacroInterpolatesAsTheLibraryDoes() {
		assertSame(between, IJ.openImage(folder.resolve("macro-between.tif").toString()));
	}

	@Test
	void theMacroDecodesTheResultsTable() throws Exception {
		final ImagePlus decoded =
				IJ.openImage(folder.resolve("macro-decoded.tif").toString());
		assertEquals(expected.size(), decoded.getStackSize());
		assertEquals(expected.all().get(4).id(), decoded.getStack().getSliceLabel(5));
		try (Autoencoder nuclei = nuclei()) {
			assertArrayEquals(nuclei.decode(expected.all().get(4).z()).data(), (float[])
					decoded.getStack().getPixels(5));
		}
	}

	@Test
	void theCommandLineGivesTheSameNumbers() throws Exception {
		final Path array = folder.resolve("cli.npy");
		commandLine("encode", "--model", "nuclei-cae", "--items", "grid", "--out", array.toString(), SAMPLE.toString());
		assertSame(EncodingTable.read(folder.resolve("cli.csv")));
		for (int i = 0; i < expected.size(); i++)
			assertArrayEquals(
					expected.all().get(i).z(),
					EncodingTable.read(array).all().get(i).z());
		final Path stack = folder.resolve("cli.tif");
		commandLine(
				"interpolate",
				"--model",
				"nuclei-cae",
				"--items",
				"grid",
				"--steps",
				"4",
				"--out",
				stack.toString(),
				SAMPLE + "#2",
				SAMPLE + "#9");
		assertSame(between, IJ.openImage(stack.toString()));
		commandLine("decode", "--model", "nuclei-cae", "--out", stack.toString(), array.toString());
		assertEquals(expected.size(), IJ.openImage(stack.toString()).getStackSize());
		final Path svg = folder.resolve("cli.svg");
		commandLine(
				"plot",
				"--y",
				"5",
				"--out",
				svg.toString(),
				folder.resolve("cli.csv").toString());
		assertEquals(expected.size(), Files.readString(svg).split("<circle ", -1).length - 1);
		assertTrue(Files.readString(svg).contains(">PC 5 ("));
	}

	private static void commandLine(final String... arguments) {
		assertEquals("0", fovea.cli.CommandLineCalls.run("latent\n" + String.join("\n", arguments)));
	}

	@Test
	void roisAreCutOutAndLabeled() throws Exception {
		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		final Roi nucleus = new OvalRoi(40, 30, 20, 10);
		nucleus.setName("nucleus-7");
		final Roi edge = new Roi(0, 0, 12, 12);
		edge.setGroup(3);
		image.setOverlay(new Overlay(nucleus));
		image.getOverlay().add(edge);
		final Path csv = folder.resolve("rois.csv");
		final Module module = run(Map.of("image", image, "items", "rois", "margin", 0, "out", csv.toString()));
		assertNull(((Cancelable) module).getCancelReason());
		final Encodings encodings = EncodingTable.read(csv);
		assertEquals("nucleus-7", encodings.all().get(0).id());
		assertEquals(
				List.of("nucleus", "3"),
				encodings.all().stream().map(e -> e.label()).toList());
		final FloatProcessor crop = image.getProcessor().convertToFloatProcessor();
		crop.setRoi(40, 25, 20, 20);
		final float[] small = (float[]) crop.crop().getPixels();
		try (Autoencoder nuclei = nuclei()) {
			final Raster square = new fovea.image.SquareCrop(0, 0, 20).of(new Raster(20, 20, 1, small), 64, 64);
			final Path tif = folder.resolve("crop.tif");
			IJ.saveAsTiff(new ImagePlus("crop", new FloatProcessor(64, 64, square.data())), tif.toString());
			assertArrayEquals(
					new EncodingRun(nuclei)
							.encode(
									ItemSources.DEFAULT.open(tif, Optional.empty(), Set.of(), nuclei),
									ProgressListener.NONE)
							.all()
							.get(0)
							.z(),
					encodings.all().get(0).z());
		}
	}

	@Test
	void subfoldersAreLabels() throws Exception {
		final Path parent = Files.createDirectories(folder.resolve("classes"));
		for (final String name : List.of("flat", "round")) {
			Files.createDirectories(parent.resolve(name));
			final FloatProcessor pixels = new FloatProcessor(64, 64);
			pixels.setf(30, 30, 9);
			IJ.saveAsTiff(
					new ImagePlus("", pixels),
					parent.resolve(name).resolve("a.tif").toString());
		}
		final Path csv = folder.resolve("classes.csv");
		assertNull(((Cancelable) run(Map.of("data", parent.toString(), "out", csv.toString()))).getCancelReason());
		assertEquals(List.of("flat", "round"), EncodingTable.read(csv).labels());
		assertEquals("round/a.tif", EncodingTable.read(csv).all().get(1).id());
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"model=denoise | Model 'denoise' has no signature 'encode', only serving_default: expected an "
						+ "autoencoder with a latent space, "
						+ "as cae-strided trains",
				"items=slices | 'nuclei-culture.png' has 360 x 360 pixels, model 'nuclei-cae' takes 64 x 64: ROIs "
						+ "and patches of a grid are "
						+ "cut to that",
				"items=rois | 'nuclei-culture.png': expected ROIs in its overlay or in the ROI Manager, found none",
				"items=grid size=32 | Model 'nuclei-cae' takes images of 64 pixels, got size 32",
				"items=cells | items: expected one of auto, slices, rois, grid; got 'cells'",
				"data=EMPTY | EMPTY: expected images, found none",
				"action=decode table=EMPTY/no.csv | EMPTY/no.csv: no such file",
				"action=decode table=SHORT | Model 'nuclei-cae' decodes points of 16 values, got 2",
				"action=plot table=SHORT x=3 | x, y: expected axes from 1 to 2, got 3 and 2",
				"action=plot table=SHORT out=EMPTY/a.jpg | EMPTY/a.jpg: expected a file that ends in .png or .svg",
				"action=interpolate items=grid to=99 | nuclei-culture.png: expected the id of an item or a number "
						+ "from 1 to 36, got '99'",
				"decoder=denoise items=grid | Model 'denoise' decodes float32[?, ?, ?, 1], but the encoder gives "
						+ "float32[?, 1, 1, 16]"
			})
	void whatCannotBeDoneIsToldInOneLine(final String options, final String reason) throws Exception {
		final Path empty = Files.createDirectories(folder.resolve("empty"));
		final Path points = Files.writeString(folder.resolve("short.csv"), "z1,z2\n1,2\n3,4\n");
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", IJ.openImage(SAMPLE.toString())));
		for (final String option : options.replace("EMPTY", empty.toString())
				.replace("SHORT", points.toString())
				.split(" ")) inputs.put(option.split("=")[0], option.split("=")[1]);
		assertEquals(
				"Latent Space (CAE): " + reason.replace("EMPTY", empty.toString()),
				((Cancelable) run(inputs)).getCancelReason());
	}

	private static Module run(final Map<String, Object> inputs) throws Exception {
		final ModuleService modules = context.service(ModuleService.class);
		final Module module =
				modules.createModule(context.service(CommandService.class).getCommand(LatentSpaceCommand.class));
		modules.run(module, true, inputs).get();
		return module;
	}
}
