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
package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.JavaProcess;
import fovea.job.ModelFacts;
import fovea.model.library.ModelLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Teach... in macros of plain ImageJ without a window, with the real engine; the library is in the process' home. */
@ExtendWith(Hosts.class)
class TeachMacroTest {

	private static final String DRAWN = """
			newImage('cells', '8-bit black', 64, 48, 1);
			setColor(200);
			fillRect(8, 8, 24, 24);
			makeRectangle(12, 12, 14, 14);
			Roi.setName('cell-1');
			Overlay.addSelection;
			makeLine(40, 6, 58, 40);
			Roi.setName('background-1');
			Overlay.addSelection;
			run('Select None');
			""";

	private final OpenImageJ imageJ;
	private final Path models;

	TeachMacroTest(final OpenImageJ imageJ) {
		this.imageJ = imageJ;
		models = imageJ.home().resolve(".fovea").resolve("models");
	}

	@Test
	void strokesInAnOverlayBecomeAModel() throws Exception {
		final List<String> output = run(DRAWN + """
			run('Teach...', 'strokes=overlay name=[my cells] classes=cell steps=30 seed=3');
			run('Segment (FCN)...', 'model=[my cells] mask=true confidence=0');
			print(getTitle());
			""").output();
		assertTrue(
				output.stream()
						.anyMatch(line -> line.startsWith("Teach: model=[my cells], 2 strokes, 30 steps, on ")
								&& line.endsWith(", in " + models.resolve("my cells.zip"))),
				() -> String.join("\n", output));
		assertEquals("cells-mask", output.get(output.size() - 1));
		final ModelFacts facts = ModelFacts.of(new ModelLibrary(List.of(models)), "my cells");
		assertEquals(
				List.of("background", "cell", "border"),
				facts.spec().orElseThrow().classes().stream()
						.map(spec -> spec.name())
						.toList());
		assertTrue(Files.deleteIfExists(models.resolve("my cells.zip")));
	}

	@Test
	void whatCannotBeTaughtIsToldInOneLine() throws Exception {
		says(
				"run('Teach...', '');",
				"there is no window to draw in: expected strokes=overlay, with strokes of each class and of the "
						+ "background as ROIs in the image's overlay, such as nucleus-1 and background-1");
		says(
				"run('Remove Overlay'); run('Teach...', 'strokes=overlay');",
				"'cells': expected strokes in its overlay, ROIs named after their classes such as nucleus-1 and "
						+ "background-1, found none");
		says(
				"Overlay.removeSelection(1); run('Teach...', 'strokes=overlay');",
				"Nothing was learned yet: draw at least one stroke of each class: background");
		says("run('Teach...', 'strokes=drawn');", "strokes: expected one of window, overlay; got 'drawn'");
		says(
				"run('Teach...', 'strokes=overlay name=nuclei');",
				"there is a model 'nuclei' already: expected another name, or overwrite=true");
	}

	private void says(final String macro, final String line) throws Exception {
		final JavaProcess.Outcome outcome = imageJ.run((DRAWN + macro).replace('\'', '"'));
		assertTrue(
				outcome.errors().stream().anyMatch(said -> said.contains("Teach: " + line))
						|| outcome.output().stream().anyMatch(said -> said.contains("Teach: " + line)),
				() -> macro + ": " + outcome.errors() + outcome.output());
	}

	/** @return what was printed, where nothing went wrong */
	private JavaProcess.Outcome run(final String macro) throws Exception {
		final JavaProcess.Outcome outcome = imageJ.run(macro.replace('\'', '"'));
		assertTrue(
				outcome.errors().stream().noneMatch(line -> line.contains("Macro Error")),
				() -> String.join("\n", outcome.errors()));
		return outcome;
	}
}
