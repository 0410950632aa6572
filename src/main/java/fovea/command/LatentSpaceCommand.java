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
import fovea.ij1.Host;
import fovea.latent.ItemKind;
import fovea.task.LatentOptions;
import fovea.task.LatentTask;
import fovea.task.Option;
import fovea.task.Values;
import fovea.ui.latent.LatentExplorer;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Fovea &gt; Latent Space (CAE)...: a window to walk through a latent space. A macro or a script may name
 * another action, as before there were commands for each of them; without one, images become a table.
 */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Latent Space (CAE)...", weight = 21)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Shows images, slices or ROIs as points of an autoencoder's latent space, in a window to walk "
				+ "through")
public final class LatentSpaceCommand extends LatentCommand {

	@Override
	List<Option<?>> ownOptions() {
		return LatentTask.allOptions();
	}

	@Override
	LatentTask task() throws FoveaException {
		return values(List.of(LatentTask.ACTION)).get(LatentTask.ACTION);
	}

	/** {@inheritDoc} Slices in macros, as before there was a choice. */
	@Override
	Values meant(final Values said) throws FoveaException {
		final boolean isChosen = said.has(LatentOptions.ITEMS) && said.get(LatentOptions.ITEMS) != ItemKind.AUTO;
		return isChosen || !said.has(LatentOptions.ITEMS) || task() == LatentTask.EXPLORE && !Host.isMacro()
				? said
				: said.with(LatentOptions.ITEMS, ItemKind.SLICES);
	}

	/** {@inheritDoc} Of a person, what the window needs. */
	@Override
	protected void prepare() {
		if (LatentExplorer.isPossible() && !Host.isMacro() && !isInputResolved(LatentTask.ACTION.key())) {
			setInput(LatentTask.ACTION.key(), LatentTask.ACTION.toInput(LatentTask.EXPLORE));
			final List<Option<?>> asked = LatentTask.EXPLORE.options();
			for (final Option<?> option : ownOptions()) if (!asked.contains(option)) resolveInput(option.key());
		}
		super.prepare();
	}

	@Override
	boolean asksFor(final String input) {
		return LatentTask.EXPLORE.options().stream()
				.anyMatch(option -> option.key().equals(input));
	}
}
