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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run over several images tells people, programs, and nobody. */
class ReportOptionsTest {

	@TempDir
	private Path folder;

	private Path in;

	@BeforeEach
	void copySamples() throws Exception {
		in = Files.createDirectory(folder.resolve("in"));
		for (final String name : List.of("a.tif", "b\u00f6.tif"))
			Files.copy(Path.of("samples", "blobs.tif"), in.resolve(name));
		Files.writeString(in.resolve("no.tif"), "no image");
	}

	private JavaProcess.Outcome segment(final String... more) {
		final List<String> arguments = new ArrayList<>(List.of(
				"segment", "-m", "blobs-threshold", "-o", folder.resolve("out").toString()));
		arguments.addAll(List.of(more));
		return CommandLineCalls.outcome(arguments.toArray(String[]::new));
	}

	private static List<JsonNode> objects(final JavaProcess.Outcome outcome) throws Exception {
		final List<JsonNode> objects = new ArrayList<>();
		for (final String line : outcome.output()) objects.add(new ObjectMapper().readTree(line));
		return objects;
	}

	@Test
	void programsGetAnObjectForEachImage() throws Exception {
		final List<JsonNode> first = objects(segment("--json", in.toString()));
		assertEquals(3, first.size());
		final JsonNode done = first.get(1);
		assertEquals(in.resolve("b\u00f6.tif").toString(), done.get("input").asText());
		assertEquals("done", done.get("status").asText());
		assertTrue(done.get("objects").asInt() > 0 && done.get("seconds").asDouble() >= 0, done.toString());
		assertEquals("CPU", done.get("device").asText());
		assertTrue(done.get("warnings").isArray());
		for (final String kind : List.of("overlay", "mask", "table"))
			assertTrue(Files.exists(Path.of(done.get("outputs").get(kind).asText())), done.toString());
		assertEquals("failed", first.get(2).get("status").asText());
		assertFalse(first.get(2).get("error").asText().isEmpty());

		final List<JsonNode> second = objects(segment("--json", in.toString()));
		assertEquals("skipped", second.get(0).get("status").asText());
	}

	@Test
	void filesAreToldToProgramsLikeFolders() throws Exception {
		final JavaProcess.Outcome outcome = segment(
				"--json", in.resolve("a.tif").toString(), in.resolve("no.tif").toString());
		assertEquals(1, outcome.exitCode());
		assertEquals(
				List.of("done", "failed"),
				objects(outcome).stream().map(o -> o.get("status").asText()).toList());
	}

	@Test
	void quietTellsErrorsOnly() {
		final JavaProcess.Outcome outcome = segment("--quiet", in.toString());
		assertEquals(List.of(), outcome.output());
		assertEquals(1, outcome.errors().size(), outcome.errors().toString());
		assertTrue(outcome.errors().get(0).contains("no.tif"), outcome.errors().toString());
	}

	@Test
	void peopleAreToldHowManyThereAre() {
		final JavaProcess.Outcome outcome = segment(in.toString());
		assertTrue(
				outcome.output().get(0).matches(".*a\\.tif: \\d+ objects, [0-9.]+ s on CPU \\(1 of 3, .* left\\)"),
				outcome.output().toString());
	}
}
