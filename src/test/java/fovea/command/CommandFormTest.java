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

import fovea.ij1.Remembered;
import fovea.ij1.macro.TextInputs;
import fovea.ui.form.Field;
import fovea.ui.form.FormDialog.Complaint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

@ExtendWith(fovea.Hosts.class)
class CommandFormTest {

	private final Remembered remembered = new Remembered(SegmentCommand.class.getSimpleName());
	private final Module module;
	private final CommandForm form;

	CommandFormTest(final Context context) throws Exception {
		module = context.service(ModuleService.class)
				.createModule(context.service(CommandService.class).getCommand(SegmentCommand.class));
		form = new CommandForm((HostCommand) module.getDelegateObject(), new TextInputs(module));
	}

	@AfterEach
	void forget() {
		remembered.put("threshold", null);
		remembered.put("channels", null);
		remembered.put("split", null);
	}

	private Field field(final String key) {
		return form.fields().stream()
				.filter(field -> field.key().equals(key))
				.findFirst()
				.orElseThrow();
	}

	@Test
	void modelsThatFitAreProposed() {
		final List<String> models = field("model").choices();
		assertEquals("nuclei", field("model").value());
		assertTrue(models.contains("nuclei") && models.contains("blobs-threshold"), models.toString());
		assertFalse(models.contains("denoise") || models.contains("nuclei-cae"), models.toString());
	}

	@Test
	void whatWasUsedLastIsThereAgainAndWhatGoesWithOneImageIsNot() {
		remembered.put("threshold", "0.25");
		remembered.put("channels", "2");
		remembered.put("split", "a word of another version");
		assertEquals("0.25", field("threshold").value());
		assertEquals("0.5", field("threshold").initial());
		assertEquals("", field("channels").value());
		assertEquals("auto", field("split").value());
	}

	@Test
	void fewFieldsAreSeenAtFirst() {
		final List<String> first = form.fields().stream()
				.filter(field -> !field.advanced() && field.kind() != Field.Kind.FLAG)
				.map(Field::key)
				.toList();
		assertEquals(List.of("model", "threshold", "minsize", "split"), first);
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"threshold | 3 | Expected 0.0 to 1.0, got 3",
				"threshold | x | Expected a number, got 'x'",
				"minsize | 0 | Expected auto or a number of pixels, 1 or more",
				"tilesize | 12.7 | Expected a whole number, got '12.7'",
				"axes | q | "
			})
	void whatIsWrongIsSaidAtItsField(final String key, final String text, final String line) {
		final Optional<Complaint> wrong = form.check(Map.of(key, text));
		assertEquals(key, wrong.orElseThrow().key());
		assertTrue(
				line == null || wrong.get().line().startsWith(line), wrong.get().line());
		assertFalse(wrong.get().line().startsWith(key), wrong.get().line());
	}

	@Test
	void whatIsRightIsTaken() {
		assertEquals(Optional.empty(), form.check(Map.of("threshold", "0.25", "minsize", "auto", "mask", "true")));
	}
}
