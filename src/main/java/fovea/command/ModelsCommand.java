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

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.ij1.Host;
import fovea.ij1.bridge.FoveaPlugIn;
import fovea.job.InstalledModels;
import fovea.job.ModelFacts;
import fovea.model.library.ModelLibrary;
import fovea.ui.ModelsWindow;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.menu.MenuConstants;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/**
 * Plugins &gt; Fovea &gt; Models...: shows the models that there are; in a macro it lists, exports, renames and removes
 * them.
 */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Models...", weight = 13)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Shows the models that can be used, and exports, renames and removes them")
public final class ModelsCommand extends HostCommand {

	private static final String WINDOW = "window";
	private static final String LIST = "list";
	private static final String SHOW = "show";
	private static final String EXPORT = "export";
	private static final String RENAME = "rename";
	private static final String REMOVE = "remove";

	@Parameter(
			label = "Action",
			choices = {WINDOW, LIST, SHOW, EXPORT, RENAME, REMOVE},
			persist = false,
			description =
					"window: shows them; without a screen, and with list: names in the log; show: all that is known "
							+ "of one")
	private String action = WINDOW;

	@Parameter(label = "Model", required = false, persist = false, description = "Name of a model")
	private String model = "";

	@Parameter(label = "New name", required = false, persist = false, description = "With action=rename")
	private String name = "";

	@Parameter(
			label = "File",
			required = false,
			persist = false,
			description = "With action=export: a zip, or a folder for it")
	private String file = "";

	@Parameter(label = "Overwrite the file", persist = false, description = "With action=export")
	private boolean overwrite;

	@Parameter
	private ModuleService modules;

	@Parameter
	private CommandService commands;

	@Override
	boolean needsEngine() {
		return false;
	}

	/** Nobody is asked: the window has it all. */
	@Override
	void check() {
		for (final ModuleItem<?> item : getInfo().inputs())
			if (item.getType() == String.class || item.getType() == boolean.class) resolveInput(item.getName());
	}

	@Override
	void work() throws FoveaException {
		final ModelLibrary library = new ModelLibrary();
		final InstalledModels models = new InstalledModels(library);
		switch (action) {
			case SHOW -> show(library, needed("model", model));
			case EXPORT ->
				Host.log(name() + ": "
						+ models.export(
								needed("model", model), InputChecks.path("file", needed("file", file)), overwrite));
			case RENAME -> models.rename(needed("model", model), needed("name", name));
			case REMOVE -> models.remove(needed("model", model));
			default -> {
				if (LIST.equals(action) || Host.isHeadless()) list(library);
				else ModelsWindow.open(new LibraryCatalog(library, this::train), text(model));
			}
		}
	}

	private String needed(final String key, final String value) throws FoveaException {
		return Optional.of(text(value))
				.filter(text -> !text.isEmpty())
				.orElseThrow(() -> new FoveaException(key + ": expected one with action=" + action + ", got none"));
	}

	private static String text(final String value) {
		return value == null ? "" : value.strip();
	}

	private static void show(final ModelLibrary library, final String model) throws FoveaException {
		Host.log(model);
		for (final ModelFacts.Row row : ModelFacts.of(library, model).rows())
			Host.log("  " + row.what() + ": " + row.text());
	}

	/** One that is broken is said to be that, and the others are listed. */
	private static void list(final ModelLibrary library) {
		for (final String each : library.names()) {
			try {
				Host.log(each + ": " + ModelFacts.of(library, each).summary());
			} catch (final ModelException e) {
				Host.log(each + ": broken, " + e.getMessage());
			}
		}
	}

	private void train(final Class<? extends NetworkCommand> command, final String from) throws FoveaException {
		// Plain ImageJ has nothing of SciJava's that asks.
		if (context().getService(UIService.class) == null) FoveaPlugIn.ask(command.getName(), "startfrom", from);
		else modules.run(commands.getCommand(command), true, "startfrom", from);
	}
}
