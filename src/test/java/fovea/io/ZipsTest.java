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
package fovea.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.model.ZipFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipsTest {

	@TempDir
	private Path folder;

	private Path zip;
	private Path target;

	@BeforeEach
	void folders() throws IOException {
		zip = folder.resolve("x.zip");
		target = Files.createDirectory(folder.resolve("target"));
	}

	private String refusal(final ZipLimits limits) {
		final String message = assertThrows(ModelException.class, () -> Zips.unpack(zip, "x.zip", target, limits))
				.getMessage();
		assertTrue(message.startsWith("x.zip: "), message);
		assertFalse(message.contains("\n"), message);
		return message;
	}

	private String refusal() {
		return refusal(ZipLimits.DEFAULT);
	}

	private List<String> outsideTarget() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
					.filter(f -> !f.startsWith(target))
					.map(f -> f.getFileName().toString())
					.toList();
		}
	}

	@Test
	void unpacksFilesAndFolders() throws Exception {
		final byte[] noise = new byte[300_000];
		new Random(1).nextBytes(noise);
		new ZipFixture()
				.with("a/", "")
				.with("a/b/noise", noise)
				.with("empty", "")
				.with("./dot", "d")
				.write(zip);
		Zips.unpack(zip, "x.zip", target, ZipLimits.DEFAULT);
		assertArrayEquals(noise, Files.readAllBytes(target.resolve("a/b/noise")));
		assertEquals(0, Files.size(target.resolve("empty")));
		assertEquals("d", Files.readString(target.resolve("dot")));
	}

	@Test
	void takesBackslashesForSeparators() throws Exception {
		new ZipFixture().with("a\\b.txt", "b").write(zip);
		Zips.unpack(zip, "x.zip", target, ZipLimits.DEFAULT);
		assertEquals("b", Files.readString(target.resolve("a").resolve("b.txt")));
	}

	@Test
	void unpacksNamesThatAreNotUtf8() throws Exception {
		new ZipFixture().with("rdf.yaml", "r").with("Z\u00E4hlen", "z").write(zip, StandardCharsets.ISO_8859_1);
		Zips.unpack(zip, "x.zip", target, ZipLimits.DEFAULT);
		assertEquals("r", Files.readString(target.resolve("rdf.yaml")));
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"../evil",
				"a/../../evil",
				"a/../evil",
				"/evil",
				"C:\\evil",
				"c:evil",
				"..\\evil",
				"..",
				"a/..",
				"/evil/",
				"\\\\host\\share\\evil"
			})
	void refusesEntriesOutsideTheFolder(final String name) throws Exception {
		new ZipFixture().with(name, "x").write(zip);
		assertTrue(refusal().contains("inside the zip's own folder, got '" + name + "'"));
		assertEquals(List.of("x.zip"), outsideTarget());
	}

	@Test
	void refusesSymbolicLinks() throws Exception {
		new ZipFixture().with("link", "/etc/passwd").with("file", "x").write(zip);
		ZipFixture.mode(zip, 0120777);
		assertTrue(refusal().contains("symbolic link 'link'"));
	}

	@Test
	void takesOrdinaryUnixFiles() throws Exception {
		new ZipFixture().with("file", "x").write(zip);
		ZipFixture.mode(zip, 0100644);
		Zips.unpack(zip, "x.zip", target, ZipLimits.DEFAULT);
		assertEquals("x", Files.readString(target.resolve("file")));
	}

	@Test
	void refusesTooManyBytes() throws Exception {
		new ZipFixture().with("a", new byte[600]).with("b", new byte[401]).write(zip);
		assertTrue(refusal(new ZipLimits(1000, 1_000_000, 0, 10)).contains("at most 1000 bytes"));
	}

	@Test
	void takesExactlyTheBytesAllowed() throws Exception {
		new ZipFixture().with("a", new byte[600]).with("b", new byte[400]).write(zip);
		Zips.unpack(zip, "x.zip", target, new ZipLimits(1000, 1_000_000, 0, 2));
		assertEquals(400, Files.size(target.resolve("b")));
	}

	@Test
	void refusesAbsurdGrowth() throws Exception {
		new ZipFixture().with("zeros", new byte[10_000_000]).write(zip);
		assertTrue(refusal(new ZipLimits(1L << 40, 200, 1_000_000, 10)).contains("at most 200 times its size"));
		assertTrue(Files.size(target.resolve("zeros")) < 5_000_000, "stops while it unpacks, not after");
	}

	@Test
	void letsSmallFilesPackWell() throws Exception {
		new ZipFixture().with("zeros", new byte[10_000_000]).write(zip);
		Zips.unpack(zip, "x.zip", target, ZipLimits.DEFAULT);
		assertEquals(10_000_000, Files.size(target.resolve("zeros")));
	}

	@Test
	void refusesTooManyEntries() throws Exception {
		new ZipFixture().with("a", "").with("b", "").with("c", "").write(zip);
		assertTrue(refusal(new ZipLimits(1000, 200, 1000, 2)).contains("at most 2 entries, got 3"));
	}

	@Test
	void refusesTheSameEntryTwice() throws Exception {
		new ZipFixture().with("aaa", "1").with("bbb", "2").write(zip);
		ZipFixture.rename(zip, "bbb", "aaa");
		assertTrue(refusal().contains("got 'aaa' twice"));
	}

	@Test
	void refusesATruncatedZip() throws Exception {
		final byte[] noise = new byte[10_000];
		new Random(1).nextBytes(noise);
		new ZipFixture().with("a", noise).write(zip);
		for (final int length : new int[] {4, 5000, (int) Files.size(zip) - 1}) {
			final byte[] all = new ZipFixture().with("a", noise).bytes(folder.resolve("scratch"));
			Files.write(zip, Arrays.copyOf(all, length));
			assertTrue(refusal().contains("damaged, truncated or encrypted"), "length " + length);
		}
	}

	@Test
	void refusesDamagedContent() throws Exception {
		final byte[] noise = new byte[10_000];
		new Random(1).nextBytes(noise);
		new ZipFixture().with("a", noise).write(zip);
		final byte[] bytes = Files.readAllBytes(zip);
		// noise does not pack, so it is stored as it is and only its checksum shows the change
		bytes[5000] ^= 1;
		Files.write(zip, bytes);
		assertTrue(refusal().contains("wrong checksum of 'a'"));
	}

	@Test
	void limitsAreThoseOfSystemProperties() throws Exception {
		assertEquals(ZipLimits.DEFAULT, ZipLimits.ofSystem());
		System.setProperty(ZipLimits.ENTRIES, "3");
		try {
			assertEquals(3, ZipLimits.ofSystem().entries());
			assertEquals(ZipLimits.DEFAULT.totalBytes(), ZipLimits.ofSystem().totalBytes());
			for (final String wrong : List.of("many", "0", "-1")) {
				System.setProperty(ZipLimits.ENTRIES, wrong);
				assertThrows(ModelException.class, ZipLimits::ofSystem, wrong);
			}
		} finally {
			System.clearProperty(ZipLimits.ENTRIES);
		}
	}
}
