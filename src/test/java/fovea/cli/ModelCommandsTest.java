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

import fovea.engine.Engine;
import fovea.infer.network.NetworkLoader;
import fovea.model.Signature;
import fovea.model.library.ModelLibrary;
import fovea.tf.TensorFlowNetworkFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandsTest {

	@TempDir
	Path models;

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void makeBareModel() throws IOException {
		final Path bare = Files.createDirectory(models.resolve("bare"));
		Files.copy(
				Path.of("src/test/resources/fovea/models/tf1-frozen-radius3/savedmodel/saved_model.pb"),
				bare.resolve("saved_model.pb"));
	}

	/** The option is mixed into what is mixed into a command, in autoencoders once more. */
	@ParameterizedTest
	@ValueSource(strings = {"denoise", "segment", "reconstruct", "classify", "evaluate --data", "latent encode"})
	void trustIsSaidByEveryCommand(final String command) {
		final List<String> words = new ArrayList<>(List.of(command.split(" ")));
		words.addAll(List.of(
				"samples/blobs.tif",
				"--trust-model",
				"--out",
				models.resolve("out").toString(),
				"--model",
				"src/test/resources/fovea/models/hostile-graphs/debug-identity-for-nobody"));
		if (command.matches("evaluate.*|classify"))
			words.removeAll(List.of("--out", models.resolve("out").toString()));
		execute(new FakeLoader(List.of(FakeLoader.GRAY_TO_GRAY)), words.toArray(String[]::new));
		assertTrue(err.toString().contains("note: the model is trusted"), err.toString());
		assertFalse(err.toString().contains("Internal error"), err.toString());
	}

	@Test
	void aGraphThatDoesMoreThanComputeFailsWithItsOp() {
		assertEquals(
				1,
				execute(
						new FakeLoader(List.of(FakeLoader.GRAY_TO_GRAY)),
						"model",
						"inspect",
						"src/test/resources/fovea/models/hostile-graphs/debug-identity-for-nobody"));
		assertTrue(err.toString().contains("refused, since op 'DebugIdentity' (node 'DebugIdentity')"), err.toString());
	}

	@Test
	void aModelThatWritesFilesIsRunOnlyIfItIsTrusted() {
		final String model = "src/test/resources/fovea/models/hostile-graphs/write-in-function";
		final FakeLoader loader = new FakeLoader(List.of(FakeLoader.GRAY_TO_GRAY));
		assertEquals(1, execute(loader, "model", "test", model));
		assertTrue(
				err.toString().contains("refused, since op 'WriteFile' (node 'WriteFile' in function '__inference_"),
				err.toString());
		assertEquals(0, execute(loader, "model", "test", "--trust-model", model), err::toString);
		assertTrue(err.toString().contains("note: the model is trusted"), err.toString());
	}

	@Test
	void aSavedModelIsShownWithWhatIsAssumed() {
		assertEquals(
				0,
				execute(
						new FakeLoader(List.of(FakeLoader.GRAY_TO_GRAY)),
						"model",
						"inspect",
						models.resolve("bare").toString()),
				err::toString);
		final String text = out.toString();
		assertTrue(text.startsWith("bare\n"), text);
		assertTrue(text.contains("    input   raw    float32[?, ?, ?, 1]\n"), text);
		assertTrue(text.contains("  axes           byxc             (change with --axes)\n"), text);
		assertTrue(text.contains("  normalization  percentile       (change with --normalize)\n"), text);
	}

	@Test
	void whatCannotBeGuessedIsSaidAndTheSignatureStillShown() {
		final Signature two = new Signature(
				"serving_default",
				List.of(FakeLoader.gray("after"), FakeLoader.gray("before")),
				List.of(FakeLoader.gray("change")));
		assertEquals(
				0,
				execute(
						new FakeLoader(List.of(two)),
						"model",
						"inspect",
						models.resolve("bare").toString()),
				err::toString);
		final String text = out.toString();
		assertTrue(text.contains("    input   before  float32[?, ?, ?, 1]\n"), text);
		assertTrue(text.contains("Cannot be run as it is\n") && text.contains("expected one input, got 2"), text);
	}

	@Test
	void aSavedModelWithoutSignaturesIsShownToo() {
		assertEquals(
				0,
				execute(
						new FakeLoader(List.of()),
						"model",
						"inspect",
						models.resolve("bare").toString()));
		assertTrue(out.toString().contains("no signature"), out.toString());
	}

	@Test
	void installedModelsAreFoundByName() {
		assertEquals(0, execute(new FakeLoader(List.of(FakeLoader.GRAY_TO_GRAY)), "model", "inspect", "bare"));
	}

	@Test
	void listNamesWhatIsInstalledAndTellsOfWhatIsBroken() throws IOException {
		Files.writeString(models.resolve("broken.zip"), "not a zip");
		assertEquals(1, execute(new FakeLoader(List.of()), "model", "list"));
		assertTrue(
				out.toString().lines().anyMatch(line -> line.matches("bare +SavedModel without a description")),
				out.toString());
		assertOneLine("broken.zip");
	}

	@ParameterizedTest
	@ValueSource(strings = {"denoise", "segment", "model inspect"})
	void whatIsNoModelIsToldInOneLine(final String command) throws IOException {
		final Path text = Files.writeString(models.resolve("notes.txt"), "This is no model.");
		assertEquals(1, executeWith(command, text));
		assertOneLine("notes.txt");
	}

	@ParameterizedTest
	@ValueSource(strings = {"reconstruct", "model inspect"})
	void aTruncatedZipIsToldInOneLine(final String command) throws IOException {
		final Path whole = models.resolve("whole.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
			zip.putNextEntry(new ZipEntry("saved_model.pb"));
			zip.write(new byte[5000]);
		}
		final byte[] bytes = Files.readAllBytes(whole);
		final Path half = Files.write(models.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 2));
		assertEquals(1, executeWith(command, half));
		assertOneLine("half.zip");
	}

	@Test
	void anUnknownNameIsToldWithTheKnownOnes() {
		assertEquals(1, executeWith("segment", Path.of("no-such-model")));
		assertOneLine("no-such-model");
		assertTrue(err.toString().contains("bare"), err.toString());
	}

	private int executeWith(final String command, final Path model) {
		final NetworkLoader loader = new FakeLoader(List.of(FakeLoader.GRAY_TO_GRAY));
		if (command.startsWith("model")) return execute(loader, "model", "inspect", model.toString());
		return execute(
				loader,
				command,
				"samples/blobs.tif",
				"--model",
				model.toString(),
				"--out",
				models.resolve("out").toString());
	}

	private void assertOneLine(final String named) {
		final String message = err.toString();
		assertEquals(1, message.lines().count(), message);
		assertTrue(message.startsWith("fovea: ") && message.contains(named), message);
	}

	private int execute(final NetworkLoader loader, final String... args) {
		return Fovea.commandLine(
						new ModelLibrary(List.of(models)), kind -> Engine.of(loader, new TensorFlowNetworkFactory()))
				.setOut(new PrintWriter(out))
				.setErr(new PrintWriter(err))
				.execute(args);
	}
}
