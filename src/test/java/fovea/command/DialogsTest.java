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
import fovea.ui.form.Field;
import fovea.ui.help.HelpPages;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** What is held of every command's dialog. */
@ExtendWith(Hosts.class)
class DialogsTest {

	/** Words of those who made the model. */
	private static final List<String> EXPERT =
			List.of("signature", "tensor", "axes", "halo", "tile", "latent", "epsilon", "idx", "savedmodel");

	private final Context context;

	DialogsTest(final Context context) {
		this.context = context;
	}

	private Stream<HostCommand> commands() throws Exception {
		final List<CommandInfo> infos = context.service(CommandService.class).getCommands().stream()
				.filter(info -> info.getDelegateClassName().startsWith("fovea."))
				.toList();
		final Stream.Builder<HostCommand> asking = Stream.builder();
		for (final CommandInfo info : infos) {
			final Module module = context.service(ModuleService.class).createModule(info);
			if (module.getDelegateObject() instanceof final HostCommand command
					&& !command.options().isEmpty()) asking.add(command);
		}
		return asking.build();
	}

	private static List<Field> fields(final HostCommand command) {
		return new CommandForm(command, new TextInputs(command)).fields();
	}

	@Test
	void everyFieldHasWordsAHeadingAndATooltip() throws Exception {
		assertEquals(
				List.of(),
				commands()
						.flatMap(command -> fields(command).stream()
								.filter(field -> field.label().isEmpty()
										|| field.heading().isEmpty()
										|| field.tip().isEmpty())
								.map(field -> command.name() + ": " + field.key()))
						.toList());
	}

	@Test
	void whatExpertsSayIsBehindAdvanced() throws Exception {
		assertEquals(
				List.of(),
				commands()
						.flatMap(command -> fields(command).stream()
								.filter(field -> !field.advanced())
								.filter(field -> EXPERT.stream()
										.anyMatch(word ->
												field.label().toLowerCase().contains(word)))
								.map(field -> command.name() + ": " + field.label()))
						.toList());
	}

	@Test
	void everyDialogHasAPageThatIsPacked() throws Exception {
		final List<HostCommand> all = commands().toList();
		assertTrue(all.size() >= 11, all.toString());
		for (final HostCommand command : all)
			assertTrue(CommandPages.all().containsKey(command.getClass()), command.name());
		CommandPages.all().values().forEach(page -> assertTrue(HelpPages.has(page), page));
	}

	@Test
	void aModelIsExplainedInOneLine() throws Exception {
		for (final HostCommand command : commands().toList())
			fields(command).stream()
					.filter(field -> field.key().equals("model"))
					.forEach(field -> assertFalse(
							field.note().orElseThrow().apply("nuclei").isEmpty(), command.name()));
		assertEquals("", FittingModels.line("no such model"));
	}

	/** Whose network it is that is trained, before anybody presses OK. */
	@Test
	void aTrainingDialogSaysWhatItBeginsWith() throws Exception {
		final List<UnaryOperator<String>> notes = commands()
				.filter(TrainCommand.class::isInstance)
				.flatMap(command -> fields(command).stream())
				.filter(field -> field.key().equals("startfrom"))
				.map(field -> field.note().orElseThrow())
				.toList();
		assertEquals(2, notes.size());
		for (final UnaryOperator<String> note : notes) {
			assertTrue(note.apply("auto").contains("with its network and normalization, not those here"));
			assertTrue(note.apply("nuclei").endsWith(" Its network and normalization are taken, not those here."));
			assertEquals("", note.apply("none"));
		}
	}
}
