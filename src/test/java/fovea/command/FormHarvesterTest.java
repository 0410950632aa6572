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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.ij1.macro.TextInputs;
import fovea.task.LatentOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.module.process.InitPreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.widget.InputHarvester;

@ExtendWith(Hosts.class)
class FormHarvesterTest {

	@Test
	void itsTurnIsAfterTheCommandIsPreparedAndBeforeSciJavaAsks(final Context context) {
		final List<PluginInfo<PreprocessorPlugin>> all =
				context.service(PluginService.class).getPluginsOfType(PreprocessorPlugin.class);
		final List<String> names = all.stream().map(PluginInfo::getClassName).toList();
		final int own = names.indexOf(FormHarvester.class.getName());
		assertTrue(own > names.indexOf(InitPreprocessor.class.getName()), names.toString());
		assertEquals(
				List.of(),
				all.subList(0, own).stream()
						.filter(info -> info.getPriority() <= InputHarvester.PRIORITY)
						.toList());
	}

	@Test
	void whoGivesSomeInputsIsNotAskedForTheRest(final Context context) throws Exception {
		final Module module = context.service(ModuleService.class)
				.createModule(context.service(CommandService.class).getCommand(SegmentCommand.class));
		final HostCommand command = (HostCommand) module.getDelegateObject();
		final TextInputs inputs = new TextInputs(module);
		assertFalse(FormHarvester.isDecided(command, inputs), "a person is asked");
		assertFalse(module.isInputResolved("threshold"));
		module.setInput("model", "nuclei");
		module.resolveInput("model");
		assertTrue(FormHarvester.isDecided(command, inputs));
		assertEquals(List.of(), inputs.unresolved());
		assertEquals(0.5, module.getInput("threshold"));
	}

	@Test
	void whatACommandDecidesItselfIsNotGiven(final Context context) throws Exception {
		final HostCommand command = (HostCommand) context.service(ModuleService.class)
				.createModule(context.service(CommandService.class).getCommand(LatentSpaceCommand.class))
				.getDelegateObject();
		final TextInputs inputs = new TextInputs(command);
		command.resolveInput(LatentOptions.STEPS.key());
		assertFalse(FormHarvester.isDecided(command, inputs));
	}
}
