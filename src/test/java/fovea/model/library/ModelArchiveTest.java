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
package fovea.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.io.Sha256;
import fovea.io.ZipLimits;
import fovea.model.ZipFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelArchiveTest {

	private static final String RDF = """
		type: model
		format_version: 0.5.4
		name: Described
		inputs:
		  - {id: in, axes: [{type: space, id: y, size: 8}, {type: space, id: x, size: 8}], test_tensor: {source: t.npy, sha256: TEST}}
		outputs:
		  - {id: out, axes: [{type: space, id: y, size: 8}, {type: space, id: x, size: 8}]}
		weights:
		  tensorflow_saved_model_bundle: {source: SOURCE, sha256: SUM}
		""";

	@TempDir
	private Path folder;

	private static String rdf(final String source, final String sum) {
		return RDF.replace("SOURCE", source).replace("SUM", sum).replace("TEST", "null");
	}

	private byte[] savedModelZip(final String prefix) throws IOException {
		return new ZipFixture()
				.with(prefix + "saved_model.pb", "graph")
				.with(prefix + "variables/variables.index", "index")
				.with("__MACOSX/" + prefix + "saved_model.pb", "junk")
				.bytes(folder.resolve("scratch"));
	}

	private Path file(final String name, final String content) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, content);
	}

	private static String refusal(final Path path) {
		final List<Path> before = temporaryFolders();
		final String message = assertThrows(ModelException.class, () -> ModelArchive.open(path))
				.getMessage();
		assertFalse(message.contains("\n"), message);
		assertTrue(message.contains(path.getFileName().toString()), message);
		assertEquals(before, temporaryFolders(), "nothing stays behind");
		return message;
	}

	/** Of this thread's own tests only, as tests do not run in parallel. */
	private static List<Path> temporaryFolders() {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter(f -> f.getFileName()
							.toString()
							.startsWith(TemporaryFolder.PREFIX
									+ ProcessHandle.current().pid() + "-"))
					.sorted()
					.toList();
		} catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void opensAZipWithAZipOfWeights() throws Exception {
		final Path zip = new ZipFixture()
				.with("rdf.yaml", rdf("w.zip", "null"))
				.with("w.zip", savedModelZip(""))
				.write(folder.resolve("x.zip"));
		final List<Path> before = temporaryFolders();
		try (ModelArchive model = ModelArchive.open(zip)) {
			assertEquals(zip, model.location());
			assertEquals("Described", model.name());
			assertEquals("Described", model.spec().orElseThrow().name());
			assertEquals("graph", Files.readString(model.savedModel().resolve("saved_model.pb")));
			assertNotEquals(before, temporaryFolders());
		}
		assertEquals(before, temporaryFolders());
	}

	@Test
	void opensAZipWithAFolderAroundEverything() throws Exception {
		final Path zip = new ZipFixture()
				.with("top/bioimageio.yaml", rdf("sub/w.zip", "null"))
				.with("top/sub/w.zip", savedModelZip("a/b/"))
				.with("__MACOSX/rdf.yaml", "junk")
				.write(folder.resolve("x.zip"));
		try (ModelArchive model = ModelArchive.open(zip)) {
			assertEquals("graph", Files.readString(model.savedModel().resolve("saved_model.pb")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"bundle", "bundle/", "./bundle", "bundle/saved_model.pb", "."})
	void opensAFolderWithAFolderOfWeights(final String source) throws Exception {
		file("rdf.yaml", rdf(source, "null"));
		file("bundle/saved_model.pb", "graph");
		final List<Path> before = temporaryFolders();
		try (ModelArchive model = ModelArchive.open(folder)) {
			assertEquals(folder.resolve("bundle"), model.savedModel());
			assertEquals(before, temporaryFolders(), "a folder is read where it is");
		}
	}

	@Test
	void opensADescriptionByItsPath() throws Exception {
		final Path rdf = file("m/other.bioimageio.yaml", rdf("bundle", "null"));
		file("m/rdf.yaml", "not this one");
		file("m/bundle/saved_model.pb", "graph");
		try (ModelArchive model = ModelArchive.open(rdf)) {
			assertEquals("Described", model.name());
			assertEquals(folder.resolve("m/bundle"), model.savedModel());
		}
	}

	@Test
	void takesTheUsualOfTwoDescriptions() throws Exception {
		file("rdf.yaml", rdf("bundle", "null"));
		file("model.yaml", "old: stuff");
		file("bundle/saved_model.pb", "graph");
		try (ModelArchive model = ModelArchive.open(folder)) {
			assertEquals("Described", model.name());
		}
	}

	@Test
	void opensABareSavedModelInEveryWay() throws Exception {
		file("Net.v1/saved_model.pb", "graph");
		for (final String path : List.of("Net.v1", "Net.v1/saved_model.pb"))
			try (ModelArchive model = ModelArchive.open(folder.resolve(path))) {
				assertEquals("Net.v1", model.name());
				assertTrue(model.spec().isEmpty());
				assertEquals(folder.resolve("Net.v1"), model.savedModel());
			}
		Files.write(folder.resolve("Net.v2.ZIP"), savedModelZip("export/1234/"));
		try (ModelArchive model = ModelArchive.open(folder.resolve("Net.v2.ZIP"))) {
			assertEquals("Net.v2", model.name());
			assertEquals("graph", Files.readString(model.savedModel().resolve("saved_model.pb")));
		}
	}

	@Test
	void checksTheWeightsAgainstTheirChecksum() throws Exception {
		final byte[] weights = savedModelZip("");
		final String sum = Sha256.of(Files.write(folder.resolve("w.zip"), weights));
		try (ModelArchive model = ModelArchive.open(new ZipFixture()
				.with("rdf.yaml", rdf("w.zip", sum))
				.with("w.zip", weights)
				.write(folder.resolve("x.zip")))) {
			assertTrue(Files.exists(model.savedModel()));
		}
		final String wrong = "f".repeat(64);
		assertEquals(
				"y.zip: w.zip: expected SHA-256 " + wrong + ", got " + sum,
				refusal(new ZipFixture()
						.with("rdf.yaml", rdf("w.zip", wrong))
						.with("w.zip", weights)
						.write(folder.resolve("y.zip"))));
	}

	@Test
	void checksOtherFilesWhenTheyAreRead() throws Exception {
		final String sum = Sha256.of(file("t.npy", "right"));
		file("bundle/saved_model.pb", "graph");
		file("rdf.yaml", rdf("bundle", "null").replace("sha256: null}}", "sha256: " + sum + "}}"));
		try (ModelArchive model = ModelArchive.open(folder)) {
			assertEquals(folder.resolve("t.npy"), model.resolve("t.npy"));
			file("t.npy", "wrong");
			assertTrue(assertThrows(ModelException.class, () -> model.resolve("t.npy"))
					.getMessage()
					.contains("t.npy: expected SHA-256 " + sum));
		}
	}

	@Test
	void resolvesFilesWithinTheModelOnly() throws Exception {
		file("m/rdf.yaml", rdf("bundle", "null"));
		file("m/bundle/saved_model.pb", "graph");
		file("secret", "x");
		file("m-neighbour", "x");
		try (ModelArchive model = ModelArchive.open(folder.resolve("m"))) {
			assertEquals(folder.resolve("m/rdf.yaml"), model.resolve("bundle/../rdf.yaml"));
			for (final String source : List.of(
					"../secret",
					"bundle/../../secret",
					"..\\secret",
					"../m-neighbor",
					folder.resolve("secret").toString(),
					"C:\\secret",
					"..",
					"\0"))
				assertTrue(
						assertThrows(ModelException.class, () -> model.resolve(source))
								.getMessage()
								.contains("within the model"),
						source);
			for (final String source : List.of("https://example.org/w.zip", "FILE:///etc/passwd", "s3://a/b"))
				assertTrue(
						assertThrows(ModelException.class, () -> model.resolve(source))
								.getMessage()
								.contains("not downloaded"),
						source);
			assertEquals(
					"m: expected the file 'none', it is not in the model",
					assertThrows(ModelException.class, () -> model.resolve("none"))
							.getMessage());
		}
	}

	@Test
	void refusesWeightsElsewhere() throws Exception {
		assertTrue(refusal(file("a/rdf.yaml", rdf("https://example.org/w.zip", "null")))
				.contains("not downloaded"));
		assertTrue(refusal(file("b/rdf.yaml", rdf("../w.zip", "null"))).contains("within the model"));
		assertTrue(refusal(file("c/rdf.yaml", rdf("w.zip", "null"))).contains("'w.zip', it is not in the model"));
	}

	@Test
	void refusesWeightsOfAnotherKind() throws Exception {
		file("a/w.h5", "\u0089HDF");
		Files.write(folder.resolve("a/w.h5"), "\u0089HDF\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
		file("a/rdf.yaml", rdf("w.h5", "null"));
		assertTrue(refusal(folder.resolve("a"))
				.startsWith(
						"a: w.h5: expected a SavedModel (zip or folder), got a Keras model, which Fovea does not run"));
		Files.write(
				folder.resolve("a/w.zip"), new ZipFixture().with("other", "x").bytes(folder.resolve("scratch")));
		file("a/rdf.yaml", rdf("w.zip", "null"));
		assertEquals("a: w.zip: expected a SavedModel, found no saved_model.pb", refusal(folder.resolve("a")));
	}

	@ParameterizedTest
	@CsvSource({
		"net.tflite, '    TFL3', TensorFlow Lite",
		"net.onnx, xx, onnx2tf",
		"net.pt, xx, torch.onnx.export",
		"net.pth, xx, PyTorch",
		"net.h5, xx, model.export()",
		"net.pb, xx, frozen TensorFlow graph",
		"net.safetensors, xx, safetensors",
		"net.data-00000-of-00001, xx, checkpoint"
	})
	void saysWhatAnotherFrameworksModelIsAndTheWayOut(final String name, final String content, final String words)
			throws Exception {
		final Path file = file(name, content);
		assertTrue(refusal(file).startsWith(name + ": expected a model (zip or folder), got "), refusal(file));
		assertTrue(
				refusal(file).contains(words) && refusal(file).contains("which Fovea does not run: "), refusal(file));
		assertFalse(refusal(file).contains("\n"));
		final Path inside = file("folder/" + name, content).getParent();
		assertTrue(
				refusal(inside).contains("got " + name + ", ")
						&& refusal(inside).contains(words),
				refusal(inside));
	}

	@Test
	void looksIntoZipsThatOtherFrameworksWrite() throws Exception {
		assertTrue(refusal(new ZipFixture().with("net/data.pkl", "x").write(folder.resolve("net.zip")))
				.contains("PyTorch"));
		Files.write(folder.resolve("graph.pb"), new byte[] {8, 1, 18, 4});
		assertTrue(refusal(folder.resolve("graph.pb")).contains("name it saved_model.pb"));
	}

	@Test
	void aDescriptionMayHaveANameBeforeItsOwn() throws Exception {
		for (final String name : List.of("q.bioimageio.yaml", "q.rdf.yaml")) {
			final Path own =
					file(name + "-folder/" + name, rdf("w.zip", "null")).getParent();
			assertTrue(refusal(own).contains("'w.zip', it is not in the model"), refusal(own));
		}
		file("two/a.rdf.yaml", rdf("w.zip", "null"));
		final Path two = file("two/b.rdf.yaml", rdf("w.zip", "null")).getParent();
		assertTrue(refusal(two).contains("name the one you mean: a.rdf.yaml, b.rdf.yaml"), refusal(two));
	}

	@Test
	void refusesWhatIsNoModel() throws Exception {
		assertEquals("x.zip: expected a model (zip or folder), got a text file", refusal(file("x.zip", "hello")));
		assertEquals("e.zip: expected a model (zip or folder), got an empty file", refusal(file("e.zip", "")));
		assertTrue(refusal(folder.resolve("none")).endsWith("there is no such file"));
		assertTrue(refusal(Files.createDirectory(folder.resolve("empty"))).endsWith("found neither"));
		assertTrue(refusal(new ZipFixture().with("a.txt", "x").write(folder.resolve("a.zip")))
				.endsWith("found neither"));
		assertTrue(refusal(new ZipFixture()
						.with("config.json", "{}")
						.with("model.weights.h5", "x")
						.write(folder.resolve("n.keras")))
				.contains("model.export()"));
		assertTrue(refusal(new ZipFixture().with("m/saved_model.pbtxt", "x").write(folder.resolve("t.zip")))
				.contains("text form saved_model.pbtxt"));
	}

	@Test
	void refusesAChoiceItCannotMake() throws Exception {
		assertEquals(
				"b.zip: expected one SavedModel, got 2, in one, two",
				refusal(new ZipFixture()
						.with("two/saved_model.pb", "x")
						.with("one/saved_model.pb", "x")
						.write(folder.resolve("b.zip"))));
		assertEquals(
				"c.zip: expected one model, got 2, in one, two",
				refusal(new ZipFixture()
						.with("one/rdf.yaml", "x")
						.with("two/model.yaml", "x")
						.write(folder.resolve("c.zip"))));
	}

	@Test
	void refusesAHostileZipAndLeavesNothingBehind() throws Exception {
		assertTrue(refusal(new ZipFixture()
						.with("rdf.yaml", rdf("w.zip", "null"))
						.with("../../evil", "x")
						.write(folder.resolve("x.zip")))
				.contains("inside the zip's own folder"));
		final byte[] inner = new ZipFixture()
				.with("saved_model.pb", "g")
				.with("../evil", "x")
				.bytes(folder.resolve("scratch"));
		assertTrue(refusal(new ZipFixture()
						.with("rdf.yaml", rdf("w.zip", "null"))
						.with("w.zip", inner)
						.write(folder.resolve("y.zip")))
				.startsWith("y.zip: w.zip: expected entries inside"));
		final byte[] bomb =
				new ZipFixture().with("saved_model.pb", new byte[3_000_000]).bytes(folder.resolve("scratch"));
		final Path zip = new ZipFixture()
				.with("rdf.yaml", rdf("w.zip", "null"))
				.with("w.zip", bomb)
				.write(folder.resolve("z.zip"));
		assertTrue(assertThrows(
						ModelException.class, () -> ModelArchive.open(zip, new ZipLimits(1L << 40, 200, 1_000_000, 10)))
				.getMessage()
				.startsWith("z.zip: w.zip: expected at most 200 times"));
	}

	@Test
	void namesFileAndPlaceOfAnErrorInTheDescription() throws Exception {
		assertEquals(
				"x.zip: rdf.yaml: name: expected a name, got nothing",
				refusal(new ZipFixture()
						.with("rdf.yaml", rdf("w.zip", "null").replace("name: Described", ""))
						.write(folder.resolve("x.zip"))));
		Files.write(folder.resolve("rdf.yaml"), new byte[] {(byte) 0xC3, 0x28});
		assertTrue(refusal(folder.resolve("rdf.yaml")).endsWith("expected text in UTF-8, got something else"));
	}

	@Test
	void fingerprintsGraphAndLayoutOnly() throws Exception {
		file("a/saved_model.pb", "graph");
		file("a/variables/variables.index", "index");
		file("a/variables/variables.data-00000-of-00001", "1");
		file("b/saved_model.pb", "graph");
		try (ModelArchive a = ModelArchive.open(folder.resolve("a"));
				ModelArchive b = ModelArchive.open(folder.resolve("b"))) {
			assertEquals(Sha256.of(file("both", "graphindex")), a.fingerprint());
			assertEquals(Sha256.of(file("one", "graph")), b.fingerprint());
			final String first = a.fingerprint();
			file("a/variables/variables.data-00000-of-00001", "2");
			assertEquals(first, a.fingerprint());
			file("a/saved_model.pb", "graph2");
			assertNotEquals(first, a.fingerprint());
		}
	}

	@Test
	void closesTwice() throws Exception {
		final ModelArchive model = ModelArchive.open(Files.write(folder.resolve("x.zip"), savedModelZip("")));
		model.close();
		assertFalse(Files.exists(model.savedModel()));
		model.close();
	}
}
