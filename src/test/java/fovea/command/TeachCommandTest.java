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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.model.ModelSpec;
import fovea.model.library.ModelLibrary;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** <i>Teach...</i> from strokes that are there, without a window. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class TeachCommandTest {

	private static final String LIBRARY = "fovea.models";

	@TempDir
	Path folder;

	private final Context context;
	private final String before = System.getProperty(LIBRARY);
	private Path models;

	TeachCommandTest(final Context context) {
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

	/** Lines as a hand draws them: two nuclei, two places of the background. */
	@Test
	void fourStrokesMakeAModelThatFindsTheOthers() throws Exception {
		final ImagePlus image = culture();
		final Overlay drawn = new Overlay();
		drawn.add(line("cell-1", 130, 120, 140, 130, 146, 140, 140, 150));
		drawn.add(line("cell-2", 185, 225, 190, 240, 188, 255));
		drawn.add(line("background-1", 40, 40, 60, 60, 80, 60));
		drawn.add(line("background-2", 250, 190, 280, 210, 330, 220));
		image.setOverlay(drawn);
		assertNull(reason(TeachCommand.class, Map.of("image", image, "strokes", "overlay", "name", "drawn")));
		assertEquals(drawn, image.getOverlay());
		final ModelSpec spec =
				new ModelLibrary(List.of(models)).describe("drawn").orElseThrow();
		assertTrue(spec.toString().contains("by 4 strokes on 1 image, beginning with nuclei"), spec.toString());

		final ImagePlus another = culture();
		final Calibration calibration = another.getCalibration();
		calibration.pixelWidth = 0.25;
		calibration.pixelHeight = 0.25;
		calibration.setUnit("um");
		final Module found = module(SegmentCommand.class);
		run(found, Map.of("image", another, "model", "drawn"));
		assertNull(((Cancelable) found).getCancelReason());
		final int objects = another.getOverlay().size();
		assertTrue(20 <= objects && objects <= 26, objects + " of 23");
		assertTrue(another.getOverlay().get(0).getName().startsWith("cell-"));
		assertEquals(0.25, another.getCalibration().pixelWidth);
	}

	@Test
	void aSmallNewNetworkIsTaughtOnWish() throws Exception {
		assertNull(reason(
				TeachCommand.class,
				Map.of("image", annotated(1), "strokes", "overlay", "name", "new", "startfrom", "none", "steps", 2)));
		assertTrue(description("new").contains("fcn-small by 2 strokes on 1 image."), description("new"));
	}

	@Test
	void noModelInsideTakesTwoChannels() throws Exception {
		assertNull(reason(
				TeachCommand.class, Map.of("image", annotated(2), "strokes", "overlay", "name", "two", "steps", 2)));
		assertTrue(description("two").contains("fcn-small by 2 strokes on 1 image."), description("two"));
	}

	@Test
	void whatIsMissingIsSaid() throws Exception {
		final ImagePlus image = annotated(1);
		assertEquals(
				"Teach: there is no window to draw in: expected strokes=overlay, with strokes of each class and of the "
						+ "background as ROIs in the image's overlay, such as nucleus-1 and background-1",
				reason(TeachCommand.class, Map.of("image", image)));
		image.getOverlay().remove(1);
		assertEquals(
				"Teach: Nothing was learned yet: draw at least one stroke of each class: background",
				reason(TeachCommand.class, Map.of("image", image, "strokes", "overlay")));
		image.setOverlay(null);
		assertEquals(
				"Teach: 'annotated': expected strokes in its overlay, ROIs named after their classes such as nucleus-1 "
						+ "and background-1, found none",
				reason(TeachCommand.class, Map.of("image", image, "strokes", "overlay")));
		assertFalse(Files.exists(models.resolve("annotated-cell.zip")));
		final String unknown =
				reason(TeachCommand.class, Map.of("image", annotated(1), "strokes", "overlay", "startfrom", "nucleus"));
		assertTrue(unknown.startsWith("Teach: Model 'nucleus' not found: expected "), unknown);
	}

	private String description(final String model) throws Exception {
		return new ModelLibrary(List.of(models)).describe(model).orElseThrow().toString();
	}

	private static ImagePlus culture() {
		return IJ.openImage(Path.of("samples/nuclei-culture.png").toString());
	}

	private static Roi line(final String name, final float... places) {
		final float[] x = new float[places.length / 2];
		final float[] y = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = places[2 * i];
			y[i] = places[2 * i + 1];
		}
		final Roi line = new PolygonRoi(x, y, Roi.POLYLINE);
		line.setStrokeWidth(5);
		line.setName(name);
		return line;
	}

	private static ImagePlus annotated(final int channels) {
		final ImageStack stack = new ImageStack(64, 64);
		for (int c = 0; c < channels; c++) {
			final ByteProcessor plane = new ByteProcessor(64, 64);
			plane.setValue(200);
			plane.fill(new OvalRoi(10, 10, 30, 30));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("annotated", stack);
		image.setDimensions(channels, 1, 1);
		final Overlay drawn = new Overlay();
		final Roi cell = new OvalRoi(15, 15, 20, 20);
		cell.setName("cell-1");
		drawn.add(cell);
		final Roi background = new Roi(45, 45, 15, 15);
		background.setName("background-1");
		drawn.add(background);
		image.setOverlay(drawn);
		return image;
	}

	private Module module(final Class<? extends Command> command) throws Exception {
		final CommandInfo info = context.service(CommandService.class).getCommand(command);
		return context.service(ModuleService.class).createModule(info);
	}

	private void run(final Module module, final Map<String, Object> inputs) throws Exception {
		context.service(ModuleService.class)
				.run(module, true, new HashMap<>(inputs))
				.get();
	}

	private String reason(final Class<? extends Command> command, final Map<String, Object> inputs) throws Exception {
		final Module module = module(command);
		run(module, inputs);
		return ((Cancelable) module).getCancelReason();
	}
}
