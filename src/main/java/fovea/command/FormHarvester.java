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
import fovea.ij1.macro.TextInputs;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;
import org.scijava.widget.InputHarvester;

/** In ImageJ2, shows a command's own dialog before SciJava would show one for the same inputs. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 1)
public final class FormHarvester extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private UIService ui;

	/**
	 * {@inheritDoc} Where a user interface is seen, and nobody has decided on anything yet: a script gives what it
	 * wants, and what it leaves out has its default, as in a macro.
	 */
	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof final HostCommand command) || command.isCanceled()) return;
		final TextInputs inputs = new TextInputs(module);
		if (ui == null || !ui.isVisible() || Host.isHeadless() || Host.isMacro()) return;
		if (isDecided(command, inputs)) return;
		final Optional<Map<String, String>> answers = command.ask(inputs);
		if (answers.isEmpty()) {
			cancel("");
			return;
		}
		try {
			for (final Map.Entry<String, String> answer : answers.get().entrySet())
				inputs.set(answer.getKey(), inputs.typed(answer.getKey(), answer.getValue()));
		} catch (final FoveaException e) { // the dialog has read them
			cancel(e.getMessage());
		}
	}

	/**
	 * @param command whose inputs may have been given by a script
	 * @param inputs of the command; where some were given that it asks for, the others get their defaults
	 * @return whether nothing is left to ask for
	 */
	static boolean isDecided(final HostCommand command, final TextInputs inputs) {
		final boolean isGiven = inputs.items().keySet().stream()
				.anyMatch(name -> command.asksFor(name) && command.isInputResolved(name));
		if (isGiven) inputs.unresolved().forEach(item -> command.resolveInput(item.getName()));
		return inputs.unresolved().isEmpty();
	}
}
