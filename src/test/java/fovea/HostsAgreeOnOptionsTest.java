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

import fovea.ij1.bridge.OpenImageJ;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong in a macro's options stops it with one line, and the line is the same in ImageJ2 as in plain ImageJ.
 */
@ExtendWith(Hosts.class)
@Tag("thorough")
class HostsAgreeOnOptionsTest {

	private static final String START = "newImage('gray', '8-bit ramp', 32, 24, 1);\nprint('start');\n";
	private static final String END = "print('end');\n";
	private static final String SEGMENT = "Segment (FCN)...";

	@TempDir
	private static Path folder;

	private static OpenImageJ imageJ2Like;

	private final OpenImageJ plainImageJ;

	HostsAgreeOnOptionsTest(final OpenImageJ plainImageJ) {
		this.plainImageJ = plainImageJ;
	}

	@BeforeAll
	static void open() throws Exception {
		imageJ2Like = new OpenImageJ(folder, true);
	}

	@AfterAll
	static void close() {
		imageJ2Like.close();
	}

	/** @return for each what it printed, and the error that stopped it as the last line */
	private static List<List<String>> said(final OpenImageJ host, final List<String> macros) throws Exception {
		final List<List<String>> said = new ArrayList<>();
		for (final String macro : macros) {
			final JavaProcess.Outcome outcome = host.run(macro);
			said.add(Stream.concat(outcome.output().stream(), outcome.errors().stream())
					.filter(line -> !line.isBlank() && !line.contains("<)>"))
					.map(line -> line.replaceFirst("^Macro Error: ", "").replaceFirst(" in line \\d+$", ""))
					.toList());
		}
		return said;
	}

	private static String macro(final String command, final String options) {
		return (START + "run('" + command + "', '" + options + "');\n" + END).replace('\'', '"');
	}

	/** Key: options of a command; value: how the line begins, behind the command's name. */
	private static Map<String, String> wrong() {
		final Map<String, String> wrong = new LinkedHashMap<>();
		wrong.put("threshold=0,5", "threshold: expected a number with a decimal point, as 0.5, got '0,5'");
		wrong.put("threshold=O.5", "threshold: expected a number, got 'O.5'");
		wrong.put("threshold=0.5f", "threshold: expected a number, got '0.5f'");
		wrong.put("threshold=NaN", "threshold: expected a number, got 'NaN'");
		wrong.put("threshold=Infinity", "threshold: expected a number, got 'Infinity'");
		wrong.put("threshold=1e999", "threshold: expected a number that can be computed with, got '1e999'");
		wrong.put("threshold= mask=true", "threshold: expected a number, got ''");
		wrong.put("threshold=7", "threshold: expected 0.0 to 1.0, got 7.0");
		wrong.put("tilesize=12.7x", "tilesize: expected a whole number, got '12.7x'");
		wrong.put("tilesize=12.7", "tilesize: expected a whole number, got '12.7'");
		wrong.put("tilesize=1O", "tilesize: expected a whole number, got '1O'");
		wrong.put("tilesize=99999999999", "tilesize: expected a whole number, got '99999999999'");
		wrong.put("tilesize=\u0661\u0662", "tilesize: expected a whole number, got '\u0661\u0662'");
		wrong.put("mask=yes", "mask: expected true or false, got 'yes'");
		wrong.put("mask=1", "mask: expected true or false, got '1'");
		wrong.put("table=yes", "table: expected true, false or the name of a table, got 'yes'");
		wrong.put("table=Log", "table: expected true or false where ImageJ has no window, got 'Log'");
		wrong.put("mask=TRUE", "mask: expected true or false, got 'TRUE'");
		wrong.put("mask", "expected key=value, got 'mask'");
		wrong.put("treshold=0.7", "unknown option 'treshold', expected one of ");
		wrong.put("Threshold=0.7", "unknown option 'Threshold', expected one of ");
		wrong.put("mask=true mask=false", "mask: expected once, got twice");
		wrong.put("model=[blobs-threshold", "model: expected ] at the end of ");
		wrong.put("split=sometimes", "split: expected one of auto, always, never; got 'sometimes'");
		wrong.put("minsize=1,5", "minsize: expected auto or ");
		wrong.put("confidence=0,5", "confidence: expected auto or a probability of 0 to 1, got '0,5'");
		wrong.put("scale=1,5", "scale: expected auto or a factor of 0.1 to 8.0, got '1,5'");
		wrong.put("image=[no such]", "image: no image 'no such' is open");
		return wrong;
	}

	@Test
	void whatIsWrongStopsTheMacroWithTheSameLine() throws Exception {
		final List<String> commands = new ArrayList<>();
		final List<String> macros = new ArrayList<>();
		final List<String> lines = new ArrayList<>();
		wrong().forEach((options, line) -> {
			commands.add(SEGMENT);
			macros.add(macro(SEGMENT, "model=blobs-threshold " + options));
			lines.add(line);
		});
		for (final String command : List.of(
				"Denoise (CAE)...",
				"Denoise This Image...",
				"Reconstruct (CAE)...",
				"Latent Space (CAE)...",
				"Latent Encode...",
				"Latent Decode...",
				"Latent Interpolate...",
				"Latent Plot...",
				"Batch Folder...",
				"Train Denoising (CAE)...",
				"Train Segmentation (FCN)...",
				"Models...",
				"Doctor...",
				"Bright blobs")) {
			commands.add(command);
			macros.add(macro(command, "nonsense=1"));
			lines.add("unknown option 'nonsense', expected ");
		}
		for (final String[] more : List.of(
				new String[] {"Train Denoising (CAE)...", "epochs=1O", "epochs: expected a whole number, got '1O'"},
				new String[] {
					"Train Denoising (CAE)...", "learningrate=1e-3x", "learningrate: expected a number, got '1e-3x'"
				},
				new String[] {
					"Train Segmentation (FCN)...",
					"validation=0,1",
					"validation: expected a number with a decimal point, as 0.1, got '0,1'"
				},
				new String[] {"Latent Space (CAE)...", "steps=3.5", "steps: expected a whole number, got '3.5'"},
				new String[] {"Batch Folder...", "recursive", "expected key=value, got 'recursive'"})) {
			commands.add(more[0]);
			macros.add(macro(more[0], more[1]));
			lines.add(more[2]);
		}
		final List<List<String>> plain = said(plainImageJ, macros);
		final List<List<String>> imageJ2 = said(imageJ2Like, macros);
		for (int i = 0; i < macros.size(); i++) {
			final String expected = commands.get(i).replace("...", "") + ": " + lines.get(i);
			assertEquals(2, plain.get(i).size(), macros.get(i) + plain.get(i));
			assertEquals("start", plain.get(i).get(0));
			assertTrue(plain.get(i).get(1).startsWith(expected), macros.get(i) + plain.get(i));
			assertEquals(plain.get(i), imageJ2.get(i), macros.get(i));
		}
	}

	@Test
	void whatIsRightRunsInBoth() throws Exception {
		final List<String> macros = List.of(
				macro(SEGMENT, "model=blobs-threshold threshold=.5 tilesize=1e3 mask=true"),
				macro(SEGMENT, "model=[blobs-threshold] threshold=[0.5] tilesize=64.0 image=gray"),
				// Keys inside of values are none, though ImageJ2 finds them.
				"newImage(\"a mask=true\", \"8-bit black\", 32, 24, 1);\nprint(\"start\");\n"
						+ "run(\"Segment (FCN)...\", \"image=[a mask=true] model=blobs-threshold\");\n"
						+ "print(getTitle);\n"
						+ END.replace('\'', '"'),
				(START + "run('Segment (FCN)...');\n" + END).replace('\'', '"'));
		for (final OpenImageJ host : List.of(plainImageJ, imageJ2Like)) {
			final List<List<String>> said = said(host, macros);
			assertEquals("a mask=true", said.get(2).get(1), () -> String.valueOf(said));
			for (final List<String> lines : said)
				assertEquals("end", lines.get(lines.size() - 1), () -> String.valueOf(said));
		}
	}
}
