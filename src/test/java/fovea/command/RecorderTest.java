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

import ij.plugin.frame.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** What ImageJ2 writes down of a command once it has run. */
@Tag("thorough")
class RecorderTest {

	/** As imagej-legacy's MacroRecorderPostprocessor. */
	public static final class Recording extends AbstractPostprocessorPlugin {

		@Override
		public void process(final Module module) {
			for (final ModuleItem<?> input : module.getInfo().inputs()) {
				final Object value = module.getInput(input.getName());
				if (value != null) Recorder.recordOption(input.getName(), value.toString());
			}
		}
	}

	private final Context context = new Context();

	@BeforeEach
	void begin() {
		final PluginInfo<PostprocessorPlugin> recording = new PluginInfo<>(Recording.class, PostprocessorPlugin.class);
		recording.setPriority(Priority.VERY_LOW);
		context.service(PluginService.class).addPlugin(recording);
		Recorder.record = true;
		Recorder.resetCommandOptions();
	}

	@AfterEach
	void end() {
		Recorder.record = false;
		Recorder.resetCommandOptions();
		context.dispose();
	}

	private String recorded(final String file) throws Exception {
		context.service(ModuleService.class)
				.run(
						context.service(CommandService.class).getCommand(ModelsCommand.class),
						true,
						"action",
						"list",
						"file",
						file)
				.get();
		return Recorder.getCommandOptions();
	}

	@Test
	void whatAMacroCanHoldIsRecorded() throws Exception {
		final String options = recorded("/my models/C:\\a.zip");
		assertTrue(options.contains("file=[/my models/C:\\\\a.zip]") && options.contains("action=list"), options);
	}

	@ParameterizedTest
	@ValueSource(
			strings = {"mac] trustmodel=true x=[y", "a\" trustmodel=true", "a\ntrustmodel=true", "' trustmodel=true"})
	void aValueThatAddsKeysIsNot(final String file) throws Exception {
		final String options = recorded(file);
		assertFalse(options.contains("trustmodel"), options);
		assertFalse(options.contains("file="), options);
	}

	/** Scripts see what they gave, as long as nobody records. */
	@Test
	void inputsStayAsTheyAreElse() throws Exception {
		Recorder.record = false;
		final Module module = context.service(ModuleService.class)
				.run(
						context.service(CommandService.class).getCommand(ModelsCommand.class),
						true,
						"action",
						"list",
						"file",
						"a]\\")
				.get();
		assertEquals("a]\\", module.getInput("file"));
	}
}
