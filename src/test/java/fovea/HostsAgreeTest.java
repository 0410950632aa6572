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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.command.DenoiseCommand;
import fovea.command.SegmentCommand;
import fovea.ij1.bridge.HeadlessImageJ;
import fovea.ij1.bridge.OpenImageJ;
import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * The bundled models on the sample image, through each way there is to Fovea: a macro in plain ImageJ without a window,
 * SciJava, the command line. They must give the same pixels.
 */
@ExtendWith(Hosts.class)
@Tag("thorough")
class HostsAgreeTest {

	private static final Path SAMPLE = Path.of("samples", "blobs.tif").toAbsolutePath();

	@TempDir
	private static Path folder;

	private static List<String> macroOutput;
	private static Context sciJava;

	@BeforeAll
	static void runTheMacro(final Context context) throws Exception {
		sciJava = context;
		final String macro = """
			open('SAMPLE');
			blobs = getImageID();
			run('Segment (FCN)...', 'model=blobs-threshold labels=true table=true');
			print('objects ' + nResults);
			saveAs('Tiff', 'FOLDER/macro-labels.tif');
			selectImage(blobs);
			print('rois ' + Overlay.size);
			run('Denoise (CAE)...', 'model=denoise tilesize=128 orientations=2 border=mirror score=false');
			saveAs('Tiff', 'FOLDER/macro-denoised.tif');
			print('end');
			""";
		macroOutput = new HeadlessImageJ(folder)
				.run(macro.replace('\'', '"')
						.replace("SAMPLE", SAMPLE.toString())
						.replace("FOLDER", folder.toString()))
				.output();
	}

	@Test
	void theMacroRunsToItsEndAndFindsObjects() {
		assertEquals(3, macroOutput.size(), () -> String.join("\n", macroOutput));
		final int objects = Integer.parseInt(macroOutput.get(0).replace("objects ", ""));
		assertTrue(objects > 10, macroOutput.get(0));
		assertEquals("rois " + objects, macroOutput.get(1));
		assertEquals("end", macroOutput.get(2));
	}

	@Test
	void sciJavaLabelsWhatTheMacroLabels() throws Exception {
		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		final Module module =
				run(SegmentCommand.class, Map.of("image", image, "model", "blobs-threshold", "labels", true));
		assertSamePixels(folder.resolve("macro-labels.tif"), (ImagePlus) module.getOutput("labelimage"));
		assertEquals(macroOutput.get(1), "rois " + image.getOverlay().size());
	}

	@Test
	void sciJavaDenoisesAsTheMacroDoes() throws Exception {
		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		final Module module = run(
				DenoiseCommand.class,
				Map.of("image", image, "model", "denoise", "tilesize", 128, "orientations", "2", "border", "mirror"));
		assertSamePixels(folder.resolve("macro-denoised.tif"), (ImagePlus) module.getOutput("denoised"));
	}

	@Test
	void theBorderIsAnotherOneWhereItIsNotMirrored() throws Exception {
		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		final Module module = run(
				DenoiseCommand.class, Map.of("image", image, "model", "denoise", "tilesize", 128, "orientations", "2"));
		final ImagePlus network = (ImagePlus) module.getOutput("denoised");
		final ImagePlus mirror = open(folder.resolve("macro-denoised.tif"));
		assertNotEquals(pixels(mirror, 0), pixels(network, 0));
		final List<Float> mirrored = pixels(mirror, 96);
		final List<Float> inside = pixels(network, 96);
		for (int i = 0; i < inside.size(); i++)
			assertEquals(mirrored.get(i), inside.get(i), 1, "rounding of gray values");
	}

	/** Those at least so far from the border. */
	private static List<Float> pixels(final ImagePlus image, final int margin) {
		final List<Float> pixels = new ArrayList<>();
		for (int y = margin; y < image.getHeight() - margin; y++)
			for (int x = margin; x < image.getWidth() - margin; x++)
				pixels.add(image.getProcessor().getf(x, y));
		return pixels;
	}

	@Test
	void theCommandLineLabelsWhatTheMacroLabels() throws Exception {
		commandLine(
				"segment",
				"--model",
				"blobs-threshold",
				"--labels",
				"--out",
				folder.resolve("cli").toString(),
				SAMPLE.toString());
		assertSamePixels(
				folder.resolve("macro-labels.tif"), open(folder.resolve("cli").resolve("blobs-labels.tif")));
	}

	@Test
	void theCommandLineDenoisesAsTheMacroDoes() throws Exception {
		commandLine(
				"denoise",
				"--model",
				"denoise",
				"--tile-size",
				"128",
				"--orientations",
				"2",
				"--border",
				"mirror",
				"--out",
				folder.resolve("cli").toString(),
				SAMPLE.toString());
		assertSamePixels(
				folder.resolve("macro-denoised.tif"), open(folder.resolve("cli").resolve("blobs-denoised.tif")));
	}

	/** As in Fiji. The later command must get the image that the macro selected, not what the earlier one left. */
	@Test
	void aMacroSeesWhatACommandOnAnotherThreadMade(final OpenImageJ imageJ) throws Exception {
		final String macro = """
			open('SAMPLE');
			blobs = getImageID();
			print(call('fovea.ij1.bridge.FijiLikeCalls.run', 'SegmentCommand', 'model=blobs-threshold labels=true') + nImages + getTitle());
			selectImage(blobs);
			print(call('fovea.ij1.bridge.FijiLikeCalls.run', 'DenoiseCommand', 'score=false') + nImages + getTitle());
			selectImage(blobs);
			print(call('fovea.ij1.bridge.FijiLikeCalls.run', 'ReconstructCommand', 'errormap=true') + nImages + getTitle());
			print(nResults);
			""";
		final JavaProcess.Outcome outcome = imageJ.run(macro.replace('\'', '"').replace("SAMPLE", SAMPLE.toString()));
		assertEquals(
				List.of("done2blobs-labels", "done3blobs-denoised", "done5blobs-reconstructed", "1"), outcome.output());
	}

	/** One native library, one session after the other, three ways to it. */
	@Test
	void allThreeAgreeInOneJvm(final OpenImageJ imageJ) throws Exception {
		final String macro = """
			open('SAMPLE');
			blobs = getImageID();
			run('Segment (FCN)...', 'model=blobs-threshold labels=true');
			saveAs('Tiff', 'FOLDER/one-macro.tif');
			selectImage(blobs);
			print(Overlay.size);
			Overlay.remove;
			print(call('fovea.ij1.bridge.FijiLikeCalls.run', 'SegmentCommand', 'model=blobs-threshold labels=true'));
			saveAs('Tiff', 'FOLDER/one-scijava.tif');
			selectImage(blobs);
			print(Overlay.size);
			print(call('fovea.cli.CommandLineCalls.run', 'segment\\n--model\\nblobs-threshold\\n--labels\\n--out\\nFOLDER/one\\nSAMPLE'));
			""";
		final List<String> output = imageJ.run(macro.replace('\'', '"')
						.replace("SAMPLE", SAMPLE.toString())
						.replace("FOLDER", folder.toString()))
				.output();
		final String rois = macroOutput.get(1).replace("rois ", "");
		assertEquals(List.of(rois, "done", rois), output.subList(0, 3));
		assertEquals("0", output.get(output.size() - 1));
		assertSamePixels(folder.resolve("one-macro.tif"), open(folder.resolve("one-scijava.tif")));
		assertSamePixels(
				folder.resolve("one-macro.tif"), open(folder.resolve("one").resolve("blobs-labels.tif")));
	}

	private static void commandLine(final String... arguments) throws Exception {
		final List<String> java = new ArrayList<>(List.of("-cp", JavaProcess.classPath(), "fovea.cli.Fovea"));
		java.addAll(List.of(arguments));
		final JavaProcess.Outcome outcome = JavaProcess.run(folder, java);
		assertEquals(0, outcome.exitCode(), () -> String.join("\n", outcome.errors()));
	}

	private static Module run(final Class<? extends Command> command, final Map<String, Object> inputs)
			throws Exception {
		final Module module = sciJava.service(ModuleService.class)
				.run(sciJava.service(CommandService.class).getCommand(command), true, new HashMap<>(inputs))
				.get();
		assertEquals(null, ((Cancelable) module).getCancelReason());
		return module;
	}

	private static ImagePlus open(final Path file) {
		final ImagePlus image = IJ.openImage(file.toString());
		assertTrue(image != null, "no image " + file);
		return image;
	}

	private static void assertSamePixels(final Path expected, final ImagePlus actual) {
		final ImagePlus image = open(expected);
		assertEquals(image.getBitDepth(), actual.getBitDepth());
		assertEquals(image.getStackSize(), actual.getStackSize());
		assertEquals(image.getWidth(), actual.getWidth());
		for (int i = 1; i <= image.getStackSize(); i++)
			assertArrayEquals(
					image.getStack().getProcessor(i).getFloatArray(),
					actual.getStack().getProcessor(i).getFloatArray());
	}
}
