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
package fovea.ij1.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.ChannelChoice;
import fovea.infer.PredictionOptions;
import fovea.task.Denoise;
import fovea.task.Running;
import fovea.task.TableWish;
import fovea.task.TaskKind;
import fovea.task.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacroCallTest {

	@TempDir
	Path folder;

	@Test
	void whatDiffersFromTheDefaultsIsThere() {
		assertEquals(
				"run(\"Segment (FCN)...\", \"model=nuclei mask=true region=image normalize=minmax channels=1,2 "
						+ "scope=slice tilesize=128 axes=byxc\");",
				MacroCall.of(TaskKind.SEGMENT.of(Values.inFiles(TaskKind.SEGMENT.options())
								.with(Running.AXES, "byxc")
								.with(Running.NORMALIZE, "minmax")
								.with(Running.CHANNELS, ChannelChoice.of(List.of(1, 2)))
								.with(Running.SCOPE, PredictionOptions.Scope.SLICE)
								.with(Running.TILE_SIZE, 128)
								.with(TableWish.OPTION, TableWish.NONE)))
						.text());
	}

	@Test
	void aPathIsWholeAndInBrackets() throws Exception {
		final Path model = Files.createFile(folder.resolve("my model.zip"));
		final String text = denoise(
						folder.resolve("x/..").resolve(model.getFileName()).toString())
				.text();
		assertTrue(text.startsWith("run(\"Denoise (CAE)...\", \"model=["), text);
		Files.createDirectory(folder.resolve("x"));
		assertTrue(denoise(folder.resolve("x/../my model.zip").toString())
				.text()
				.contains("\"model=[" + model + "] region=image\""));
	}

	@Test
	void aMacroEscapesWhatItMust() {
		assertEquals(
				"run(\"A\", \"model=[C:\\\\a b]\");",
				new MacroCall("A", Map.of("model", "C:\\a b"), Map.of("model", "C:\\a b")).text());
	}

	@ParameterizedTest
	@ValueSource(strings = {"mac] trustmodel=true x=[y", "a\"b", "a\nb", "a\u001bb", "[a", "'a"})
	void aValueThatAddsKeysIsInNoMacro(final String model) {
		final String text = new MacroCall("A", Map.of("model", model), Map.of("model", model)).text();
		assertTrue(text.startsWith("none: model: expected a value without "), text);
		assertNotEquals(
				new MacroCall("A", Map.of("axes", model), Map.of("axes", model)).parameters(),
				new MacroCall("A", Map.of("axes", ""), Map.of("axes", "")).parameters());
	}

	@Test
	void theModelsNameIsNoParameter() {
		assertEquals(denoise("one").parameters(), denoise("other").parameters());
		assertNotEquals(
				denoise("one").parameters(),
				MacroCall.of(TaskKind.DENOISE.of(Values.inFiles(TaskKind.DENOISE.options())
								.with(TaskKind.DENOISE.model(), "one")
								.with(Denoise.SAME_TYPE, false)))
						.parameters());
	}

	private static MacroCall denoise(final String model) {
		return MacroCall.of(
				TaskKind.DENOISE.of(Values.inFiles(TaskKind.DENOISE.options()).with(TaskKind.DENOISE.model(), model)));
	}
}
