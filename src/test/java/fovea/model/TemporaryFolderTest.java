package fovea.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

	/** Makes a folder, says where, and leaves without closing it. */
	static final class Forgetful {

		public static void main(final String[] args) throws IOException {
			final Path folder = new TemporaryFolder().create("model");
			Files.writeString(folder.resolve("file"), "x");
			System.out.print(folder.getParent());
		}
	}

	@Test
	void removesEverythingOnClose() throws Exception {
		final TemporaryFolder temporary = new TemporaryFolder();
		final Path a = temporary.create("a");
		final Path b = temporary.create("b");
		Files.writeString(Files.createDirectories(a.resolve("deep/down")).resolve("file"), "x");
		assertEquals(a.getParent(), b.getParent());
		temporary.close();
		assertFalse(Files.exists(a.getParent()));
		temporary.close();
	}

	@Test
	void doesNotFollowLinks() throws Exception {
		final TemporaryFolder outside = new TemporaryFolder();
		final Path kept = Files.writeString(outside.create("kept").resolve("file"), "x");
		try (TemporaryFolder temporary = new TemporaryFolder()) {
			Files.createSymbolicLink(temporary.create("a").resolve("link"), kept.getParent());
		}
		assertTrue(Files.exists(kept));
		outside.close();
	}

	@Test
	void removesEverythingWhenTheJvmEnds() throws Exception {
		final Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), Forgetful.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		final String folder = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, jvm.waitFor());
		assertTrue(folder.contains("fovea-model-"), folder);
		assertFalse(Files.exists(Path.of(folder)));
	}
}
