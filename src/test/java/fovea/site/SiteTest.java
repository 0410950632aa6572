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
package fovea.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.util.FileUtils;

/** A small site, published, served and installed from. */
@Tag("thorough")
class SiteTest {

	private static final Publication.Metadata METADATA = new Publication.Metadata() {

		@Override
		public String description(final String filename) {
			return "a & \"b\" <c>";
		}

		@Override
		public List<String> dependencies(final String filename) {
			return filename.startsWith("plugins/") ? List.of("jars/ij.jar") : List.of();
		}
	};

	@TempDir
	private Path folder;

	private Path tree;
	private Path site;
	private Path fiji;

	@BeforeEach
	void publishFirst() throws Exception {
		tree = folder.resolve("tree");
		site = folder.resolve("site");
		fiji = folder.resolve("Fiji für 細胞");
		jar("plugins/fovea-0.1.0.jar", "fovea/A.class", "one");
		jar("lib/linux64/fovea/natives-1.1.0.jar", "n", "linux");
		jar("lib/win64/fovea/natives-1.1.0.jar", "n", "windows");
		text("licenses/fovea/LICENSE.txt", "free");
		text("macros/fovea/Old.ijm", "old");
		publish(20260101000000L);
	}

	@Test
	void aClientGetsWhatIsForItsSystem() throws Exception {
		assertEquals(
				List.of(
						"lib/linux64/fovea/natives-1.1.0.jar",
						"licenses/fovea/LICENSE.txt",
						"macros/fovea/Old.ijm",
						"plugins/fovea-0.1.0.jar"),
				update("linux64").installed());
		assertEquals(
				List.of(
						"lib/linux64/fovea/natives-1.1.0.jar",
						"licenses/fovea/LICENSE.txt",
						"macros/fovea/Old.ijm",
						"plugins/fovea-0.1.0.jar"),
				names(fiji));
	}

	@Test
	void theListIsWhatTheUpdaterReads() throws Exception {
		final String xml = new String(
				new java.util.zip.GZIPInputStream(Files.newInputStream(site.resolve("db.xml.gz"))).readAllBytes(),
				StandardCharsets.UTF_8);
		final String checksum = sha1("plugins");
		assertTrue(xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pluginRecords>\n"), xml);
		assertTrue(
				xml.contains(
						"""
			  <plugin filename="lib/linux64/fovea/natives-1.1.0.jar">
			    <version checksum="%s" timestamp="20260101000000" filesize="%d">
			      <description>a &amp; &quot;b&quot; &lt;c&gt;</description>
			      <platform>linux64</platform>
			    </version>
			  </plugin>
			""".formatted(sha1("nlinux"), Files.size(tree.resolve("lib/linux64/fovea/natives-1.1.0.jar")))),
				xml);
		assertTrue(xml.contains("<dependency filename=\"jars/ij.jar\" timestamp=\"20260101000000\"/>"), xml);
		assertTrue(xml.contains(sha1("licenses/fovea/LICENSE.txtfree")), xml);
		assertFalse(xml.contains(checksum));
	}

	/** Of the manifest the name, of properties no comments; entries by name. */
	@Test
	void aJarsChecksumIsOfWhatIsInIt() throws Exception {
		final Path jar = folder.resolve("x.jar");
		jar(jar, "b/", null, "META-INF/MANIFEST.MF", "Built-By: me", "a.properties", "#now\nk=v\n", "b/C.class", "C");
		assertEquals(
				sha1("META-INF/MANIFEST.MF" + "a.properties\nk=v\n" + "b/" + "b/C.classC"),
				Checksums.of("plugins/x.jar", jar));
	}

	@ParameterizedTest
	@CsvSource({
		"'#a\\n#b\\nk=v', '\\n\\nk=v'",
		"'k=v\\n#a', 'k=v\\n'",
		"'\\n#seen\\n', '\\n#seen\\n'",
		"'#\\n#seen\\n', '\\n#seen\\n'",
		"'\\n\\n#a\\n', '\\n\\n\\n'",
		"' #a\\n', ' #a\\n'",
		"'##a\\n#b\\n', '\\n\\n'"
	})
	void commentsAreEmptyLines(final String given, final String kept) {
		assertEquals(
				kept.replace("\\n", "\n"),
				new String(
						Checksums.withoutComments(given.replace("\\n", "\n").getBytes(StandardCharsets.US_ASCII)),
						StandardCharsets.US_ASCII));
	}

	@Test
	void whatHasNotChangedIsNotPublished() throws Exception {
		final byte[] list = Files.readAllBytes(site.resolve("db.xml.gz"));
		// Packed anew by another one, at another time: other bytes, another size, the same to the updater.
		jar("plugins/fovea-0.1.0.jar", "META-INF/MANIFEST.MF", "Built-By: somebody else", "fovea/A.class", "one");
		jar("plugins/fovea-0.1.0.jar", "fovea/A.class", "one");
		assertEquals(List.of(), publish(20260201000000L));
		assertArrayEquals(list, Files.readAllBytes(site.resolve("db.xml.gz")));
		assertEquals(6, names(site).size());
	}

	@Test
	void aReleaseBringsAnOlderInstallationUpToDate() throws Exception {
		update("linux64");
		release();
		final Client.Outcome outcome = update("linux64");
		assertEquals(List.of("lib/linux64/fovea/natives-1.1.0.jar", "plugins/fovea-0.2.0.jar"), outcome.installed());
		assertEquals(List.of("macros/fovea/Old.ijm", "plugins/fovea-0.1.0.jar"), outcome.removed());
		assertEquals(
				List.of("lib/linux64/fovea/natives-1.1.0.jar", "licenses/fovea/LICENSE.txt", "plugins/fovea-0.2.0.jar"),
				names(fiji));
		assertEquals(new Client.Outcome(List.of(), List.of(), List.of()), update("linux64"));
	}

	@Test
	void theListKnowsPreviousVersions() throws Exception {
		release();
		final SiteFile plugin = Database.of(site).files().stream()
				.filter(f -> f.filename().startsWith("plugins/"))
				.findFirst()
				.orElseThrow();
		assertEquals("plugins/fovea-0.2.0.jar", plugin.filename());
		assertEquals(
				List.of(new SiteFile.Previous(
						"plugins/fovea-0.1.0.jar", sha1("fovea/A.classone"), 20260101000000L, 20260201000000L)),
				plugin.previous());
		final SiteFile macro = Database.of(site).files().stream()
				.filter(f -> f.filename().startsWith("macros/"))
				.findFirst()
				.orElseThrow();
		assertTrue(macro.current().isEmpty());
	}

	/** From each state there ever was, for each system. */
	@Test
	void verificationGoesThroughAllStates() throws Exception {
		release();
		final java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
		new SiteVerification(new PrintStream(said)).verify(site, folder.resolve("work"), List.of("linux64", "win64"));
		assertTrue(
				said.toString(StandardCharsets.UTF_8)
						.contains("linux64: updated from 20260101000000, where 3 files were others"),
				said.toString(StandardCharsets.UTF_8));
	}

	@Test
	void whatTheUserChangedIsKept() throws Exception {
		update("linux64");
		jar(fiji.resolve("plugins/fovea-0.1.0.jar"), "fovea/A.class", "my own");
		release();
		final Client.Outcome outcome = update("linux64");
		assertEquals(List.of("plugins/fovea-0.1.0.jar"), outcome.kept());
		assertEquals(List.of("lib/linux64/fovea/natives-1.1.0.jar"), outcome.installed());
	}

	@ParameterizedTest
	@ValueSource(strings = {"longer", "fref"})
	void wrongBytesAreRefusedAndNothingIsInstalled(final String bytes) throws Exception {
		Files.writeString(site.resolve("licenses/fovea/LICENSE.txt-20260101000000"), bytes);
		final String message =
				assertThrows(SiteException.class, () -> update("linux64")).getMessage();
		assertTrue(message.startsWith("licenses/fovea/LICENSE.txt: expected "), message);
		assertEquals(List.of(), names(fiji));
		assertEquals(1, SiteCheck.check(site).size());
	}

	@Test
	void theCheckSeesWhatIsMissingAndWhatIsTooMuch() throws Exception {
		Files.delete(site.resolve("plugins/fovea-0.1.0.jar-20260101000000"));
		Files.writeString(site.resolve("stranger.txt"), "?");
		assertEquals(
				List.of("plugins/fovea-0.1.0.jar-20260101000000: is missing", "stranger.txt: is not in the list"),
				SiteCheck.check(site));
	}

	@Test
	void aChangeWithoutACommitIsRefused() throws Exception {
		jar("plugins/fovea-0.1.0.jar", "fovea/A.class", "two");
		assertTrue(assertThrows(SiteException.class, () -> publish(20260101000000L))
				.getMessage()
				.endsWith("commit the change first"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"bin/x.sh", "plugins/readme.md", "scripts/a b.ijm", "lib/../x", "macros/ü.ijm"})
	void whatTheUpdaterDoesNotSeeIsRefused(final String name) throws Exception {
		text(name, "x");
		assertThrows(SiteException.class, () -> publish(20260201000000L));
	}

	@Test
	void twoVersionsOfAJarAreOneFile() throws Exception {
		jar("plugins/fovea-0.2.0.jar", "fovea/A.class", "two");
		assertThrows(SiteException.class, () -> publish(20260201000000L));
	}

	@Test
	void classesOfFijisAreNotShippedTwice() throws Exception {
		final Path first = folder.resolve("first.jar");
		final Path second = folder.resolve("second.jar");
		jar(first, "a/B.class", "x", "module-info.class", "x");
		jar(second, "a/C.class", "x", "module-info.class", "x");
		Classes.check(List.of(first, second));
		jar(second, "a/B.class", "y");
		assertEquals(
				"a/B.class is in first.jar and in second.jar",
				assertThrows(SiteException.class, () -> Classes.check(List.of(first, second)))
						.getMessage());
		jar(second, "org/tensorflow/Graph.class", "y");
		assertThrows(SiteException.class, () -> Classes.check(List.of(first, second)));
	}

	/** The updater strips versions by SciJava's rule. */
	@ParameterizedTest
	@ValueSource(
			strings = {
				"plugins/fovea-0.1.0.jar",
				"plugins/fovea-0.1.0-SNAPSHOT.jar",
				"jars/jhdf-0.9.4.jar",
				"jars/slf4j-api-2.0.17.jar",
				"jars/commons-lang3-3.18.0.jar",
				"jars/ij-1.54p.jar",
				"jars/compress-lzf-1.1.2.jar",
				"lib/linux64/fovea/tensorflow-core-api-1.1.0.jar",
				"lib/linux64/fovea/tensorflow-core-native-1.1.0.jar",
				"lib/linux64/fovea/tensorflow-natives-1.1.0.jar",
				"lib/linux64/fovea/protobuf-java-3.21.9.jar",
				"licenses/fovea/jhdf/LICENSE",
				"scripts/Plugins/Fovea/Examples/Count_Nuclei_in_Groovy.groovy"
			})
	void namesAreStrippedAsTheUpdaterDoes(final String name) {
		assertEquals(FileUtils.stripFilenameVersion(name), FileName.key(name));
	}

	/** Plain ImageJ's menu makes Fiji find each command twice. */
	@Test
	void aJarForFijiHasNoMenuOfPlainImageJ() throws Exception {
		final Path built = folder.resolve("built.jar");
		final Path staged = folder.resolve("staged.jar");
		final Path again = folder.resolve("again.jar");
		jar(built, "META-INF/MANIFEST.MF", "A: b", "plugins.config", "menu", "fovea/A.class", "one");
		PluginJar.withoutMenu(built, staged);
		PluginJar.withoutMenu(built, again);
		assertArrayEquals(Files.readAllBytes(staged), Files.readAllBytes(again));
		assertTrue(PluginJar.hasMenu(built));
		assertFalse(PluginJar.hasMenu(staged));
		assertEquals(sha1("META-INF/MANIFEST.MFfovea/A.classone"), Checksums.of("plugins/x.jar", staged));
		jar("plugins/fovea-0.1.0.jar", "plugins.config", "menu", "fovea/A.class", "two");
		publish(20260201000000L);
		assertEquals(
				List.of("plugins/fovea-0.1.0.jar: has a plugins.config, "
						+ "so that Fiji's search finds its commands twice"),
				SiteCheck.check(site));
	}

	@Test
	void scriptsOfOneLabelAreRefused() throws Exception {
		text("scripts/Plugins/Fovea/Examples/Count_It.groovy", "1");
		text("scripts/Plugins/Fovea/Examples/Count_It.py", "1");
		publish(20260201000000L);
		assertEquals(
				List.of("scripts/Plugins/Fovea/Examples/Count_It.groovy and scripts/Plugins/Fovea/Examples/Count_It.py "
						+ "have one label in the menu"),
				SiteCheck.check(site));
	}

	/** Else the updater takes the list for one of 1970. */
	@Test
	void aServerHasToSayWhenTheListWasChanged() throws Exception {
		final byte[] list = Files.readAllBytes(site.resolve("db.xml.gz"));
		final HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		silent.createContext("/", exchange -> {
			exchange.sendResponseHeaders(200, list.length);
			exchange.getResponseBody().write(list);
			exchange.close();
		});
		silent.start();
		try {
			final URI address =
					URI.create("http://localhost:" + silent.getAddress().getPort() + "/");
			final String message = assertThrows(
							SiteException.class, () -> new Client(address, fiji, "linux64").update())
					.getMessage();
			assertTrue(message.contains("Last-Modified"), message);
			final SiteVerification verification =
					new SiteVerification(new PrintStream(OutputStream.nullOutputStream()));
			assertThrows(
					SiteException.class,
					() -> verification.verify(address, folder.resolve("online"), List.of("linux64")));
			try (SiteServer server = new SiteServer(site, 0)) {
				verification.verify(server.address(), folder.resolve("online"), List.of("linux64", "win64"));
			}
		} finally {
			silent.stop(0);
		}
	}

	@Test
	void theServerSaysWhenAFileWasChanged() throws Exception {
		final FileTime time = FileTime.from(Instant.parse("2026-02-03T04:05:06Z"));
		Files.setLastModifiedTime(site.resolve("db.xml.gz"), time);
		try (SiteServer server = new SiteServer(site, 0)) {
			final HttpURLConnection answer = (HttpURLConnection)
					server.address().resolve("db.xml.gz").toURL().openConnection();
			assertEquals("Tue, 03 Feb 2026 04:05:06 GMT", answer.getHeaderField("Last-Modified"));
			assertEquals(time.toMillis(), answer.getLastModified());
			answer.getInputStream().close();
		}
	}

	/** The second site replaces one file of the first; once it is unticked, the first brings its own back. */
	@Test
	void theGpuSiteReplacesNativesAndGivesThemBack() throws Exception {
		final Path first = site;
		update("linux64");
		final Path gpu = folder.resolve("site-gpu");
		final Path gpuTree = folder.resolve("tree-gpu");
		jar(gpuTree.resolve("lib/linux64/fovea/natives-1.1.0.jar"), "n", "linux with CUDA");
		new Publication(gpuTree, gpu, 20260102000000L, METADATA).publish();
		assertEquals(List.of(), SiteCheck.check(gpu));
		new SiteVerification(new PrintStream(OutputStream.nullOutputStream()))
				.verify(gpu, folder.resolve("work-gpu"), List.of("linux64"));
		// What stands there is another site's: the user of two sites agrees to have it replaced.
		Files.delete(fiji.resolve("lib/linux64/fovea/natives-1.1.0.jar"));
		site = gpu;
		assertEquals(
				List.of("lib/linux64/fovea/natives-1.1.0.jar"),
				update("linux64").installed());
		assertEquals(List.of(), update("linux64").installed());
		Files.delete(fiji.resolve("lib/linux64/fovea/natives-1.1.0.jar"));
		site = first;
		assertEquals(
				List.of("lib/linux64/fovea/natives-1.1.0.jar"),
				update("linux64").installed());
		assertEquals(new Client.Outcome(List.of(), List.of(), List.of()), update("linux64"));
	}

	private void release() throws Exception {
		Files.delete(tree.resolve("plugins/fovea-0.1.0.jar"));
		Files.delete(tree.resolve("macros/fovea/Old.ijm"));
		jar("plugins/fovea-0.2.0.jar", "fovea/A.class", "two");
		jar("lib/linux64/fovea/natives-1.1.0.jar", "n", "linux, better");
		publish(20260201000000L);
		assertEquals(List.of(), SiteCheck.check(site));
	}

	private List<String> publish(final long timestamp) throws IOException, SiteException {
		return new Publication(tree, site, timestamp, METADATA).publish();
	}

	private Client.Outcome update(final String platform) throws IOException, SiteException {
		try (SiteServer server = new SiteServer(site, 0)) {
			return new Client(server.address(), fiji, platform).update();
		}
	}

	private static List<String> names(final Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(Files::isRegularFile)
					.map(f -> root.relativize(f).toString().replace('\\', '/'))
					.sorted()
					.toList();
		}
	}

	private void text(final String name, final String text) throws IOException {
		Files.createDirectories(tree.resolve(name).getParent());
		Files.writeString(tree.resolve(name), text);
	}

	private void jar(final String name, final String... entries) throws IOException {
		jar(tree.resolve(name), entries);
	}

	private static void jar(final Path file, final String... namesAndContents) throws IOException {
		Files.createDirectories(file.getParent());
		try (OutputStream out = Files.newOutputStream(file);
				ZipOutputStream zip = new ZipOutputStream(out)) {
			for (int i = 0; i < namesAndContents.length; i += 2) {
				zip.putNextEntry(new ZipEntry(namesAndContents[i]));
				if (namesAndContents[i + 1] != null)
					zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
	}

	private static String sha1(final String text) throws Exception {
		return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
	}
}
