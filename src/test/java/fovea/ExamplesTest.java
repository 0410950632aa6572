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
package fovea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.ij1.adapter.ImagePlusAdapter;
import fovea.ij1.bridge.OpenImageJ;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptService;

/** The macros and scripts that are installed with Fovea, and those of README.md, which are the same. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class ExamplesTest {

	private static final Path EXAMPLES = Path.of("update-site", "examples");
	private static final Path SCRIPTS = Path.of("examples", "scripts");
	private static final Path SAMPLE = Path.of("samples", "nuclei-touching.png").toAbsolutePath();
	/** As many as the command line finds. */
	private static final int NUCLEI = 72;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({"Count_Nuclei_in_Groovy.groovy, groovy", "Count_Nuclei_in_Jython.py, python"})
	void scriptsCountTheNucleiOfTheActiveImage(final String name, final String engine, final Context context)
			throws Exception {
		assertEquals(NUCLEI, count(Files.readString(EXAMPLES.resolve("scripts").resolve(name)), name, engine, context));
	}

	@ParameterizedTest
	@CsvSource({"Measure_Nuclei.groovy, groovy", "Measure_Nuclei.py, python"})
	void scriptsTakeTheService(final String name, final String engine, final Context context) throws Exception {
		assertEquals(NUCLEI, count(Files.readString(SCRIPTS.resolve(name)), name, engine, context));
	}

	/** What Python does by JPype, Jython does without: the function is the file's own. */
	@Test
	void theFunctionForPyImageJMeasuresNuclei(final Context context) throws Exception {
		final ScriptEngine jython = new ScriptEngineManager().getEngineByName("python");
		jython.put("__name__", "measure_nuclei"); // not __main__
		jython.eval(Files.readString(SCRIPTS.resolve("measure_nuclei_pyimagej.py")));
		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		final List<?> rows = (List<?>) ((Invocable) jython)
				.invokeFunction("measure", context, ImagePlusAdapter.of(image).pixels());
		assertEquals(NUCLEI, rows.size());
		assertEquals(4, ((List<?>) rows.get(0)).size());
	}

	@Test
	void theMacroMeasuresTheNucleiOfTheSample(final OpenImageJ imageJ) throws Exception {
		final List<String> output = imageJ.run(
						"open(\"" + SAMPLE + "\");\n" + Files.readString(SCRIPTS.resolve("Measure_Nuclei.ijm")))
				.output();
		assertTrue(
				output.get(output.size() - 1)
						.matches(NUCLEI + " nuclei, the largest of \\d+ pixels at [\\d.]+, [\\d.]+"),
				output.toString());
	}

	@Test
	void theReadmeShowsTheScripts() throws IOException {
		assertEquals(text("scripts/Count_Nuclei_in_Groovy.groovy"), ofReadme("groovy"));
		assertEquals(text("scripts/Count_Nuclei_in_Jython.py"), ofReadme("python"));
		assertTrue(Files.readString(Path.of("README.md")).contains(text("macros/Segment_Nuclei.ijm")));
	}

	@Test
	void theMacroCountsTheNucleiOfTheSample(final OpenImageJ imageJ) throws Exception {
		final List<String> output = imageJ.run(Files.readString(EXAMPLES.resolve("macros/Segment_Nuclei.ijm")))
				.output();
		assertEquals(NUCLEI + " nuclei", output.get(output.size() - 1));
	}

	@Test
	void theMacroDenoisesAFolder(final OpenImageJ imageJ) throws Exception {
		final Path in = Files.createDirectories(folder.resolve("in"));
		final Path out = Files.createDirectories(folder.resolve("out"));
		Files.copy(Path.of("samples", "cells-noisy.tif"), in.resolve("cells.tif"));
		final String macro = Files.readString(EXAMPLES.resolve("macros/Denoise_Folder.ijm"))
				.replace("getArgument()", "\"" + in + "," + out + "\"");
		final JavaProcess.Outcome outcome = imageJ.run(macro);
		assertEquals(
				List.of("denoised cells.tif"),
				outcome.output().stream()
						.filter(line -> !line.startsWith("Denoise (CAE): "))
						.toList(),
				() -> String.join("\n", outcome.errors()));
		assertEquals(256, IJ.openImage(out.resolve("cells.tif").toString()).getWidth());
	}

	private static int count(final String script, final String name, final String engine, final Context context)
			throws Exception {
		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		try (Reader reader = new StringReader(script)) {
			context.service(ScriptService.class).addAlias(ImagePlus.class); // as imagej-legacy does
			final ScriptInfo info = new ScriptInfo(context, name, reader);
			// Fiji's own languages, scripting-groovy and scripting-jython, are not on Maven Central; these are what
			// they wrap.
			final AdaptedScriptLanguage language = new AdaptedScriptLanguage(engine) {};
			context.inject(language);
			info.setLanguage(language);
			final Module module = context.service(ModuleService.class)
					.run(info, true, "image", image)
					.get();
			return (Integer) module.getOutput("count");
		}
	}

	private static String text(final String example) throws IOException {
		return Files.readString(EXAMPLES.resolve(example)).strip();
	}

	private static String ofReadme(final String language) throws IOException {
		final Matcher matcher = Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
				.matcher(Files.readString(Path.of("README.md")));
		assertTrue(matcher.find(), "README.md shows no " + language);
		return matcher.group(1).strip();
	}
}
