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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.cli.CommandLineCalls;
import fovea.command.SegmentCommand;
import fovea.ij1.bridge.OpenImageJ;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.RGBStackMerge;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * A segmenter of one channel and an image of three, through each way there is to it. Whoever sees the image gets the
 * channel that is in front; files, which nobody sees, are refused with a line that names the channels.
 */
@ExtendWith(Hosts.class)
@Tag("thorough")
class ChannelsOfCompositesTest {

	private static final String SAID =
			"Segment (FCN): channel 2 'green' of 3, the one in front; channels=all segments each";

	private static Context sciJava;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void makeImages(final Context context) throws Exception {
		sciJava = context;
		final ImageProcessor red = IJ.openImage("samples/blobs.tif").getProcessor();
		final ImageProcessor green = red.duplicate();
		final ImageProcessor blue = red.duplicate();
		green.flipHorizontal();
		blue.flipVertical();
		final ImagePlus composite = RGBStackMerge.mergeChannels(
				new ImagePlus[] {new ImagePlus("r", red), new ImagePlus("g", green), new ImagePlus("b", blue)}, false);
		final List<String> names = List.of("red", "green", "blue");
		for (int c = 1; c <= 3; c++) composite.getStack().setSliceLabel(names.get(c - 1), c);
		Files.createDirectories(folder.resolve("in"));
		assertTrue(IJ.saveAsTiff(composite, folder.resolve("in/composite.tif").toString()));
		assertTrue(IJ.saveAsTiff(
				new ImagePlus("green", green), folder.resolve("green.tif").toString()));
		Files.copy(folder.resolve("green.tif"), folder.resolve("in/gray.tif"));
	}

	private static ImagePlus open(final String file) {
		return IJ.openImage(folder.resolve(file).toString());
	}

	private static float[][] pixels(final ImagePlus image, final int slice) {
		return image.getStack().getProcessor(slice).getFloatArray();
	}

	private static Module segment(final ImagePlus image, final Map<String, Object> options) throws Exception {
		final Map<String, Object> inputs =
				new HashMap<>(Map.of("image", image, "model", "blobs-threshold", "labels", true));
		inputs.putAll(options);
		final Module module = sciJava.service(ModuleService.class)
				.run(sciJava.service(CommandService.class).getCommand(SegmentCommand.class), true, inputs)
				.get();
		assertEquals(null, ((Cancelable) module).getCancelReason());
		return module;
	}

	private static ImagePlus labels(final Module module) {
		return (ImagePlus) module.getOutput("labelimage");
	}

	private static float[][] expected() throws Exception {
		return pixels(labels(segment(open("green.tif"), Map.of())), 1);
	}

	/** What recorders write is what the inputs are afterwards. */
	@Test
	void theChannelInFrontIsTakenAndRecorded() throws Exception {
		final ImagePlus composite = open("in/composite.tif");
		composite.setC(2);
		final Module front = segment(composite, Map.of());
		assertEquals("2", front.getInput("channels"));
		assertEquals(1, labels(front).getStackSize());
		assertArrayEquals(expected(), pixels(labels(front), 1));
		for (final Roi roi : composite.getOverlay()) assertEquals(2, roi.getCPosition());
		assertArrayEquals(expected(), pixels(labels(segment(open("in/composite.tif"), Map.of("channels", "2"))), 1));
	}

	@Test
	void allAreSegmentedWhereThatIsAskedFor() throws Exception {
		final Module all = segment(open("in/composite.tif"), Map.of("channels", "all"));
		assertEquals("all", all.getInput("channels"));
		assertEquals(3, labels(all).getNChannels());
	}

	/** A stack of slices has no channels, and a model that takes none has nothing to choose from. */
	@Test
	void nothingIsChosenWhereThereIsNoChoice() throws Exception {
		assertEquals("", segment(open("green.tif"), Map.of()).getInput("channels"));
		final ImagePlus slices = open("in/composite.tif");
		slices.setDimensions(1, 3, 1);
		final Module module = segment(new ImagePlus("slices", slices.getStack()), Map.of());
		assertEquals("", module.getInput("channels"));
		assertEquals(3, labels(module).getNSlices());
	}

	@Test
	void aMacroWithoutAWindowTakesTheChannelInFrontAndSaysSo(final OpenImageJ imageJ) throws Exception {
		final List<String> output = run(imageJ, """
			open('FOLDER/in/composite.tif');
			id = getImageID();
			Stack.setChannel(2);
			run('Segment (FCN)...', 'model=blobs-threshold labels=true');
			saveAs('Tiff', 'FOLDER/front-labels.tif');
			selectImage(id);
			run('Segment (FCN)...', 'model=blobs-threshold labels=true channels=2');
			saveAs('Tiff', 'FOLDER/two-labels.tif');
			selectImage(id);
			run('Segment (FCN)...', 'model=blobs-threshold labels=true channels=all');
			print(nSlices);
			selectImage(id);
			run('Denoise (CAE)...', 'model=smooth-denoise score=false');
			print(nSlices);
			""");
		assertEquals(List.of(SAID, "3", "3"), output);
		assertArrayEquals(expected(), pixels(open("front-labels.tif"), 1));
		assertArrayEquals(expected(), pixels(open("two-labels.tif"), 1));
	}

	@Test
	void filesAreRefusedUnlessTheChannelIsNamed() throws Exception {
		final String line =
				"image 'composite.tif' has 3 channels (1 'red', 2 'green', 3 'blue'): expected channels=N (on the "
						+ "command "
						+ "line --channels N), or channels=all for each of them";
		final String out = folder.resolve("cli").toString();
		final String file = folder.resolve("in/composite.tif").toString();
		final JavaProcess.Outcome refused =
				CommandLineCalls.outcome("segment", "--model", "blobs-threshold", "--out", out, file);
		assertEquals(1, refused.exitCode());
		assertTrue(
				refused.errors().stream().anyMatch(told -> told.contains(line)),
				() -> String.join("\n", refused.errors()));
		assertEquals(List.of(), files("cli"));
		assertEquals(
				0,
				CommandLineCalls.outcome(
								"segment",
								"--model",
								"blobs-threshold",
								"--labels",
								"--channels",
								"2",
								"--out",
								out,
								file)
						.exitCode());
		assertArrayEquals(expected(), pixels(open("cli/composite-labels.tif"), 1));
		assertTrue(open("cli/composite-labels.tif").getInfoProperty().contains("channels=2"));
		assertEquals(
				0,
				CommandLineCalls.outcome(
								"segment", "--model", "blobs-threshold", "--channels", "all", "--out", out, file)
						.exitCode());
		assertEquals(3, open("cli/composite-mask.tif").getNChannels());
		assertEquals(
				0,
				CommandLineCalls.outcome("denoise", "--model", "smooth-denoise", "--out", out, file)
						.exitCode());
		final JavaProcess.Outcome judged = CommandLineCalls.outcome(
				"evaluate", "--model", "blobs-threshold", "--data", file, "--masks", out + "/composite-mask.tif");
		assertEquals(1, judged.exitCode());
		assertTrue(
				judged.errors().stream().anyMatch(told -> told.contains(line)),
				() -> String.join("\n", judged.errors()));
	}

	@Test
	void aBatchGoesOnWithTheOtherImages(final OpenImageJ imageJ) throws Exception {
		final List<String> output = run(imageJ, """
			options = 'model=blobs-threshold input=FOLDER/in table=false tolerant=true ';
			run('Batch Folder...', options + 'output=FOLDER/none');
			run('Batch Folder...', options + 'output=FOLDER/all channels=all');
			""");
		assertTrue(output.get(0).contains("3 channels (1 'red', 2 'green', 3 'blue')"), output.toString());
		assertTrue(output.get(1).startsWith("Batch Folder: 2 images: 1 done, 1 failed"), output.toString());
		assertTrue(output.get(2).startsWith("Batch Folder: 2 images: 2 done, 0 failed"), output.toString());
		assertEquals(List.of("fovea-journal.csv", "gray-mask.tif", "gray-overlay.tif"), files("none"));
		final String info = open("all/composite-mask.tif").getInfoProperty();
		assertTrue(info.contains("channels=all"), info);
	}

	private static List<String> files(final String name) throws Exception {
		try (Stream<Path> files = Files.list(folder.resolve(name))) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static List<String> run(final OpenImageJ imageJ, final String macro) throws Exception {
		return imageJ.run(macro.replace('\'', '"').replace("FOLDER", folder.toString()))
				.output();
	}
}
