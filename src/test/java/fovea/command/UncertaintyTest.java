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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** The map of the uncertainty beside a denoised image, with the real engine. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class UncertaintyTest {

	private static final Roi PART = new Roi(12, 20, 24, 16);

	private final Context context;

	UncertaintyTest(final Context context) {
		this.context = context;
	}

	private Module run(final Map<String, Object> inputs) throws Exception {
		final Module module = context.service(ModuleService.class)
				.createModule(context.service(CommandService.class).getCommand(DenoiseCommand.class));
		context.service(ModuleService.class)
				.run(module, true, new HashMap<>(inputs))
				.get();
		return module;
	}

	private static ImagePlus cells() {
		final ImagePlus cells = IJ.openImage(
				Path.of("samples", "hela-cells.tif").toAbsolutePath().toString());
		final ImageProcessor plane = cells.getStack().getProcessor(1).convertToFloat();
		plane.setRoi(30, 40, 64, 48);
		final ImagePlus image = new ImagePlus("cells.tif", plane.crop());
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("micron");
		return image;
	}

	/** One of eight ways: mirrored up to twice, and perhaps turned. */
	private static ImageProcessor laid(final ImageProcessor plane, final int way) {
		final ImageProcessor laid = plane.duplicate();
		if ((way & 1) != 0) laid.flipVertical();
		if ((way & 2) != 0) laid.flipHorizontal();
		return (way & 4) != 0 ? laid.rotateRight() : laid;
	}

	private static ImageProcessor upright(final ImageProcessor laid, final int way) {
		final ImageProcessor plane = (way & 4) != 0 ? laid.rotateLeft() : laid.duplicate();
		if ((way & 2) != 0) plane.flipHorizontal();
		if ((way & 1) != 0) plane.flipVertical();
		return plane;
	}

	/** Against eight images that were turned by ImageJ, denoised one by one, and turned back. */
	@Test
	void itIsTheDeviationOfEightResultsInGrayValues() throws Exception {
		final ImagePlus image = cells();
		final float[][] results = new float[8][];
		for (int way = 0; way < 8; way++) {
			final ImagePlus turned = new ImagePlus("turned", laid(image.getProcessor(), way));
			final Module module = run(Map.of("image", turned, "model", "denoise", "score", false));
			assertNull(module.getOutput("uncertainty"));
			results[way] = (float[]) upright(((ImagePlus) module.getOutput("denoised")).getProcessor(), way)
					.getPixels();
		}
		final FloatProcessor expected = new FloatProcessor(64, 48);
		for (int i = 0; i < 64 * 48; i++) {
			double mean = 0;
			double squares = 0;
			for (final float[] result : results) mean += result[i] / 8.0;
			for (final float[] result : results) squares += (result[i] - mean) * (result[i] - mean) / 8;
			expected.setf(i, (float) Math.sqrt(squares));
		}
		image.setRoi(PART);
		final Module module = run(Map.of("image", image, "model", "denoise", "score", false, "uncertainty", true));
		assertNull(((Cancelable) module).getCancelReason());
		final ImagePlus map = (ImagePlus) module.getOutput("uncertainty");
		final ImagePlus denoised = (ImagePlus) module.getOutput("denoised");
		assertEquals("cells-uncertainty", map.getTitle());
		assertEquals(32, map.getBitDepth());
		assertEquals(24, map.getWidth());
		assertEquals(16, map.getHeight());
		assertEquals(0.25, map.getCalibration().pixelWidth);
		assertEquals(0.5, map.getCalibration().pixelHeight);
		assertEquals("micron", map.getCalibration().getUnit());
		assertEquals(denoised.getCalibration().xOrigin, map.getCalibration().xOrigin);
		assertEquals(denoised.getCalibration().yOrigin, map.getCalibration().yOrigin);
		assertTrue(map.getInfoProperty().contains("uncertainty=true"), map.getInfoProperty());
		double sum = 0;
		for (int y = 0; y < 16; y++)
			for (int x = 0; x < 24; x++) {
				final float wanted = expected.getf(x + 12, y + 20);
				assertEquals(wanted, map.getProcessor().getf(x, y), 0.01 * wanted + 0.05, x + " " + y);
				sum += wanted;
			}
		assertTrue(sum / (16 * 24) > 0.5, "some is there: " + sum);
		image.deleteRoi();
	}

	@Test
	void aFilterMayBeChosenWhichHasNone() throws Exception {
		final Module module = run(Map.of("image", cells(), "model", "auto", "uncertainty", true));
		assertEquals(
				"Denoise (CAE): uncertainty: expected the name of a model, got model=auto, which may take a filter; "
						+ "its results are the same in all orientations",
				((Cancelable) module).getCancelReason());
	}
}
