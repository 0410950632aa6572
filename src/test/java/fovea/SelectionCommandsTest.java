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

import fovea.command.DenoiseCommand;
import fovea.command.ReconstructCommand;
import fovea.command.SegmentCommand;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.Selections;
import fovea.ij1.bridge.OpenImageJ;
import fovea.image.Image;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** What commands make of a selection, in both hosts: the same pixels as of the whole image, at the same place. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class SelectionCommandsTest {

	private static final Path SAMPLE = Path.of("samples", "hela-cells.tif").toAbsolutePath();
	private static final int X = 30;
	private static final int Y = 45;
	private static final int WIDTH = 64;
	private static final int HEIGHT = 50;

	private static Context sciJava;

	@TempDir
	private static Path folder;

	private static List<String> macroOutput;

	@BeforeAll
	static void runTheMacro(final OpenImageJ imageJ, final Context context) throws Exception {
		sciJava = context;
		macroOutput = run(imageJ, """
			open('SAMPLE');
			id = getImageID();
			makeOval(30, 45, 64, 50);
			run('Denoise (CAE)...', 'model=smooth-denoise');
			saveAs('Tiff', 'FOLDER/denoised.tif');
			selectImage(id);
			run('Reconstruct (CAE)...', 'model=smooth-denoise errormap=true heat=true');
			saveAs('Tiff', 'FOLDER/reconstructed.tif');
			selectImage(id);
			print(Overlay.size, nResults);
			getSelectionBounds(x, y, width, height);
			print(selectionType, x, y, width, height);
			run('Denoise (CAE)...', 'model=smooth-denoise region=image');
			print(getWidth, getHeight, selectionType);
			selectImage(id);
			open('BLOBS');
			blobs = getImageID();
			makeOval(30, 45, 150, 120);
			run('Segment (FCN)...', 'model=blobs-threshold labels=true table=true');
			saveAs('Tiff', 'FOLDER/labels.tif');
			selectImage(blobs);
			print('objects ' + Overlay.size + ' ' + nResults);
			selectImage(id);
			makeRectangle(500, 500, 20, 20);
			run('Denoise (CAE)...', 'model=smooth-denoise');
			print('never');
			""");
	}

	private static List<String> run(final OpenImageJ imageJ, final String macro) throws Exception {
		final JavaProcess.Outcome outcome = imageJ.run(macro.replace('\'', '"')
				.replace("FOLDER", folder.toString())
				.replace("SAMPLE", SAMPLE.toString())
				.replace(
						"BLOBS",
						Path.of("samples", "blobs.tif").toAbsolutePath().toString()));
		return java.util.stream.Stream.concat(outcome.output().stream(), outcome.errors().stream())
				.toList();
	}

	private static Module run(final Class<? extends Command> command, final ImagePlus image, final Object... options)
			throws Exception {
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", image, "model", "smooth-denoise"));
		for (int i = 0; i < options.length; i += 2) inputs.put((String) options[i], options[i + 1]);
		final Module module = sciJava.service(ModuleService.class)
				.run(sciJava.service(CommandService.class).getCommand(command), true, inputs)
				.get();
		assertEquals(null, ((Cancelable) module).getCancelReason());
		return module;
	}

	private static ImagePlus sample() {
		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		image.getCalibration().xOrigin = 7;
		return image;
	}

	private static ImagePlus selected(final Roi roi) {
		final ImagePlus image = sample();
		image.setRoi(roi);
		return image;
	}

	private static void assertPart(final ImagePlus whole, final ImagePlus part) {
		assertEquals(
				List.of(
						WIDTH,
						HEIGHT,
						whole.getNChannels(),
						whole.getNSlices(),
						whole.getNFrames(),
						whole.getBitDepth()),
				List.of(
						part.getWidth(),
						part.getHeight(),
						part.getNChannels(),
						part.getNSlices(),
						part.getNFrames(),
						part.getBitDepth()));
		for (int n = 1; n <= whole.getStackSize(); n++) {
			final ImageProcessor from = whole.getStack().getProcessor(n);
			from.setRoi(X, Y, WIDTH, HEIGHT);
			assertArrayEquals(
					from.crop().getFloatArray(), part.getStack().getProcessor(n).getFloatArray());
			assertEquals(whole.getStack().getSliceLabel(n), part.getStack().getSliceLabel(n));
		}
	}

	/** A pixel of the part is where it was in the whole. */
	private static void assertPlace(final ImagePlus whole, final ImagePlus part) {
		final Calibration of = whole.getCalibration();
		final Calibration at = part.getCalibration();
		assertEquals(of.pixelWidth, at.pixelWidth);
		assertEquals(of.getUnit(), at.getUnit());
		assertEquals(of.getX(X + 3.0), at.getX(3.0), 1e-9);
		assertEquals(of.getY(Y + 5.0), at.getY(5.0), 1e-9);
	}

	private static ImagePlus open(final String name) {
		return IJ.openImage(folder.resolve(name).toString());
	}

	@Test
	void denoisingASelectionGivesItsRectangle() throws Exception {
		final ImagePlus whole = (ImagePlus) run(DenoiseCommand.class, sample()).getOutput("denoised");
		final ImagePlus image = selected(new OvalRoi(X, Y, WIDTH, HEIGHT));
		final ImagePlus part =
				(ImagePlus) run(DenoiseCommand.class, image, "tilesize", 64).getOutput("denoised");
		assertEquals("hela-cells-denoised", part.getTitle());
		assertEquals(null, part.getOverlay());
		assertEquals(new java.awt.Rectangle(0, 0, WIDTH, HEIGHT), part.getRoi().getBounds());
		assertEquals(Roi.OVAL, part.getRoi().getType());
		assertEquals(new java.awt.Rectangle(X, Y, WIDTH, HEIGHT), image.getRoi().getBounds());
		assertPlace(whole, part);
		assertPart(
				(ImagePlus) run(DenoiseCommand.class, sample(), "tilesize", 64).getOutput("denoised"), part);
		// by a macro, too, where the origin is that of the file
		assertPart(whole, open("denoised.tif"));
		assertEquals(-X, open("denoised.tif").getCalibration().xOrigin);
		assertEquals(-Y, open("denoised.tif").getCalibration().yOrigin);
		assertEquals(null, open("denoised.tif").getOverlay());
	}

	@Test
	void reconstructingASelectionGivesItsRectangleAndItsError() throws Exception {
		final Module all = run(ReconstructCommand.class, sample(), "errormap", true);
		final ImagePlus image = selected(new Roi(X, Y, WIDTH, HEIGHT));
		final Module module = run(ReconstructCommand.class, image, "errormap", true, "heat", true);
		for (final String output : List.of("reconstruction", "squarederror")) {
			final ImagePlus part = (ImagePlus) module.getOutput(output);
			assertPart((ImagePlus) all.getOutput(output), part);
			assertPlace((ImagePlus) all.getOutput(output), part);
			assertEquals(null, part.getRoi());
			assertEquals(null, part.getOverlay());
		}
		assertEquals(3, image.getOverlay().size());
		for (final Roi heat : image.getOverlay()) {
			assertTrue(heat instanceof ImageRoi);
			assertEquals(new java.awt.Rectangle(X, Y, WIDTH, HEIGHT), heat.getBounds());
		}
		assertPart((ImagePlus) all.getOutput("reconstruction"), open("reconstructed.tif"));
	}

	@Test
	void segmentingASelectionGivesItsObjects() throws Exception {
		final java.awt.Rectangle box = new java.awt.Rectangle(30, 45, 150, 120);
		final ImagePlus image = IJ.openImage("samples/blobs.tif");
		image.setRoi(new OvalRoi(box.x, box.y, box.width, box.height));
		final Module module = run(SegmentCommand.class, image, "model", "blobs-threshold", "labels", true);
		final ImagePlus labels = (ImagePlus) module.getOutput("labelimage");
		assertArrayEquals(
				open("labels.tif").getProcessor().getFloatArray(),
				labels.getProcessor().getFloatArray());
		assertEquals(image.getWidth(), labels.getWidth());
		assertEquals(0, labels.getCalibration().xOrigin);
		assertEquals(box, image.getRoi().getBounds());
		final int objects = image.getOverlay().size();
		assertTrue(objects > 3, objects + " objects");
		for (final Roi roi : image.getOverlay()) assertTrue(roi.getBounds().intersects(box));
		assertTrue(macroOutput.contains("objects " + objects + " " + objects), macroOutput.toString());
		final ImagePlus ignored = IJ.openImage("samples/blobs.tif");
		ignored.setRoi(new OvalRoi(box.x, box.y, box.width, box.height));
		run(SegmentCommand.class, ignored, "model", "blobs-threshold", "region", "image");
		assertTrue(ignored.getOverlay().size() > 2 * objects);
	}

	@Test
	void aMacroHasTheSelectionAfterwardsAndStopsWithoutPixels() {
		assertTrue(macroOutput.contains("3 3"), macroOutput.toString()); // heat of three channels, a line for each
		assertTrue(macroOutput.contains("1 30 45 64 50"), macroOutput.toString());
		assertTrue(macroOutput.contains("160 152 -1"), macroOutput.toString());
		assertTrue(
				macroOutput.stream()
						.anyMatch(line ->
								line.contains("Denoise (CAE): The selection (x 500, y 500, 20 x 20) lies outside in "
										+ "'hela-cells.tif', which has 160 x 152 pixels: expected")),
				macroOutput.toString());
		assertTrue(!macroOutput.contains("never"), macroOutput.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = {"point", "line", "text", "all", "overlay"})
	void whatIsNoAreaIsNoSelection(final String kind) throws Exception {
		final ImagePlus image = sample();
		switch (kind) {
			case "point" -> image.setRoi(new PointRoi(X, Y));
			case "line" -> image.setRoi(new Line(X, Y, X + WIDTH, Y));
			case "text" -> image.setRoi(new TextRoi(X, Y, "cell"));
			case "all" -> image.setRoi(new Roi(0, 0, image.getWidth(), image.getHeight()));
			default -> image.setOverlay(new ij.gui.Overlay(new Roi(X, Y, WIDTH, HEIGHT)));
		}
		final Image pixels = ImagePlusImages.wrap(image);
		assertTrue(Selections.of(image, pixels).isAllOf(pixels));
	}

	/** ImageJ writes the selection into a TIFF, and sets it again when it opens one. */
	@Test
	void filesAreProcessedWhole(final OpenImageJ imageJ) throws Exception {
		Files.createDirectories(folder.resolve("in"));
		IJ.saveAsTiff(
				selected(new Roi(X, Y, WIDTH, HEIGHT)),
				folder.resolve("in/selected.tif").toString());
		assertEquals(
				X,
				IJ.openImage(folder.resolve("in/selected.tif").toString())
						.getRoi()
						.getBounds()
						.x);
		run(imageJ, "run('Batch Folder...', 'task=denoise model=smooth-denoise input=FOLDER/in output=FOLDER/out');");
		final ImagePlus result = open("out/selected-denoised.tif");
		assertEquals(160, result.getWidth());
		assertTrue(result.getInfoProperty().contains("region=image"), result.getInfoProperty());
	}
}
