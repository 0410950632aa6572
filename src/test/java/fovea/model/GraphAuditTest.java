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
package fovea.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fovea.model.graph.MetaGraph;
import fovea.model.graph.SavedModelReader;

class GraphAuditTest {

	private static final Path MODELS = Path.of("src/test/resources/fovea/models");

	static Stream<Path> models() throws IOException {
		final String extra = System.getProperty("fovea.audited", "");
		try (Stream<Path> files = Files.walk(extra.isEmpty() ? MODELS : Path.of(extra))) {
			return files.filter(f -> f.endsWith("saved_model.pb")).map(Path::getParent).filter(f -> !f.toString().contains(
				"hostile")).toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void passes(final Path model) throws Exception {
		final GraphAudit audit = GraphAudit.read(model, model.toString());
		for (final MetaGraph graph : SavedModelReader.read(model.resolve("saved_model.pb")))
			for (final String signature : graph.signatures().keySet()) {
				audit.requireHarmless(signature);
				audit.requireFits(signature, 20L << 30);
			}
	}
}
