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
import fovea.job.InstalledModels;
import fovea.model.library.ModelLibrary;
import fovea.ui.ShownModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** Models..., as SciJava runs it, without a window. */
@ExtendWith(Hosts.class)
class ModelsCommandTest {

	private static final String LIBRARY = "fovea.models";

	@TempDir
	Path folder;

	private final Context context;
	private final String before = System.getProperty(LIBRARY);
	private Path models;

	ModelsCommandTest(final Context context) {
		this.context = context;
	}

	@BeforeEach
	void useALibraryOfItsOwn() throws Exception {
		models = Files.createDirectory(folder.resolve("models"));
		System.setProperty(LIBRARY, models.toString());
		new InstalledModels(new ModelLibrary()).export("nuclei-cae", models.resolve("mine.zip"), false);
	}

	@AfterEach
	void useTheUsualLibrary() {
		if (before == null) System.clearProperty(LIBRARY);
		else System.setProperty(LIBRARY, before);
	}

	@Test
	void modelsAreExportedRenamedAndRemoved() throws Exception {
		works(Map.of("action", "export", "model", "denoise", "file", folder.toString()));
		assertTrue(Files.isRegularFile(folder.resolve("denoise.zip")));
		works(Map.of("action", "rename", "model", "mine", "name", "my own"));
		assertTrue(Files.isRegularFile(models.resolve("my own.zip")));
		works(Map.of("action", "show", "model", "my own"));
		works(Map.of("action", "list"));
		works(Map.of());
		works(Map.of("action", "remove", "model", "my own"));
		assertFalse(Files.exists(models.resolve("my own.zip")));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"action=burn | action: expected one of window, list, show, export, rename, remove; got 'burn'",
				"action=show | model: expected one with action=show, got none",
				"action=show model=none | model: expected one of blobs-threshold, denoise, denoise-fluo, mine, "
						+ "nuclei, nuclei-cae, smooth-denoise; got 'none'",
				"action=export model=mine | file: expected one with action=export, got none",
				"action=rename model=mine name=nuclei | name: expected one that no model has, there is a model "
						+ "'nuclei' already",
				"action=remove model=nuclei | the model 'nuclei' comes with Fovea and cannot be removed"
			})
	void whatCannotBeDoneIsToldInOneLine(final String options, final String reason) throws Exception {
		final Map<String, Object> inputs = new HashMap<>();
		for (final String option : options.split(" ")) inputs.put(option.split("=")[0], option.split("=")[1]);
		assertEquals("Models: " + reason, ((Cancelable) run(inputs)).getCancelReason());
		assertTrue(Files.isRegularFile(models.resolve("mine.zip")));
	}

	@Test
	void theShelfSaysWhatIsBrokenAndLetsItBeRemoved() throws Exception {
		Files.writeString(models.resolve("torn.zip"), "no zip");
		final Map<String, Class<?>> asked = new HashMap<>();
		final LibraryCatalog catalog =
				new LibraryCatalog(new ModelLibrary(), (command, model) -> asked.put(model, command));
		final ShownModel torn = catalog.card("torn");
		assertTrue(torn.own());
		assertEquals("broken", torn.lines().get(0).what());
		catalog.remove("torn");
		assertFalse(Files.exists(models.resolve("torn.zip")));
		assertFalse(catalog.card("nuclei").own());
		catalog.trainFurther(catalog.card("nuclei"));
		catalog.trainFurther(catalog.card("mine"));
		assertEquals(Map.of("nuclei", TrainSegmenterCommand.class, "mine", TrainAutoencoderCommand.class), asked);
		assertEquals(models, catalog.folder());
	}

	private void works(final Map<String, Object> inputs) throws Exception {
		assertNull(((Cancelable) run(inputs)).getCancelReason());
	}

	private Module run(final Map<String, Object> inputs) throws Exception {
		final Module module = context.service(ModuleService.class)
				.createModule(context.service(CommandService.class).getCommand(ModelsCommand.class));
		return context.service(ModuleService.class)
				.run(module, true, new HashMap<>(inputs))
				.get();
	}
}
