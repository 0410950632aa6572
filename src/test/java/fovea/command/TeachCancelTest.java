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

import fovea.Hosts;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Who has enough of Teach..., without a window. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class TeachCancelTest {

	private static final String LIBRARY = "fovea.models";

	@TempDir
	Path folder;

	private final Context context;
	private final String before = System.getProperty(LIBRARY);

	TeachCancelTest(final Context context) {
		this.context = context;
	}

	@BeforeEach
	void useALibraryOfItsOwn() {
		System.setProperty(LIBRARY, folder.toString());
	}

	@AfterEach
	void useTheUsualLibrary() {
		if (before == null) System.clearProperty(LIBRARY);
		else System.setProperty(LIBRARY, before);
	}

	private static ImagePlus drawn() {
		final ByteProcessor pixels = new ByteProcessor(64, 48);
		pixels.setValue(200);
		pixels.fill(new Roi(8, 8, 24, 24));
		final ImagePlus image = new ImagePlus("cells.tif", pixels);
		final Overlay overlay = new Overlay();
		final Roi cell = new Roi(12, 12, 14, 14);
		cell.setName("cell-1");
		overlay.add(cell);
		final Roi ground = new Roi(40, 6, 10, 30);
		ground.setName("background-1");
		overlay.add(ground);
		image.setOverlay(overlay);
		return image;
	}

	private Future<Module> start(final Module module, final int steps) {
		return context.service(ModuleService.class)
				.run(
						module,
						true,
						new HashMap<>(Map.of(
								"image",
								drawn(),
								"strokes",
								"overlay",
								"steps",
								steps,
								"startfrom",
								"none",
								"name",
								"taught")));
	}

	private Module module() {
		return context.service(ModuleService.class)
				.createModule(context.service(CommandService.class).getCommand(TeachCommand.class));
	}

	/** Of so many steps that it would take hours. */
	@Test
	void whoHasEnoughCancels() throws Exception {
		final Module module = module();
		final Future<Module> future = start(module, 1_000_000);
		Thread.sleep(3000);
		assertFalse(future.isDone());
		((Cancelable) module).cancel("");
		future.get(60, TimeUnit.SECONDS);
		assertEquals("", ((Cancelable) module).getCancelReason());
		assertNull(module.getOutput("path"));
		assertFalse(Files.exists(folder.resolve("taught.zip")));
	}
}
