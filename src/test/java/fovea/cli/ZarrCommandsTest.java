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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.ome.ZarrImages;
import fovea.zarr.store.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OME-Zarr on the command line: in folders, as plates, at addresses. */
class ZarrCommandsTest {

	@TempDir
	private Path folder;

	private Path in;

	@BeforeEach
	void write() throws Exception {
		in = folder.resolve("in");
		ZarrImages.image(in.resolve("one.zarr"), OmeVersion.V0_4, 40, 24, (x, y) -> square(x, y, 4));
		ZarrImages.plate(in.resolve("plate.zarr"), OmeVersion.V0_5, 2, (x, y) -> square(x, y, 12), "A/1", "B/03");
	}

	private static int square(final int x, final int y, final int start) {
		return x >= start && x < start + 12 && y >= 6 && y < 18 ? 220 : 20;
	}

	@Test
	@DisplayName("A folder of OME-Zarr is done image by image, and only what has changed is done again")
	void folders() throws Exception {
		final JavaProcess.Outcome first = segment(in, "local");
		assertEquals(0, first.exitCode(), first.errors()::toString);
		assertTrue(last(first).startsWith("5 images: 5 done, 0 failed"), last(first));
		assertEquals(
				List.of("one-mask.tif", "plate_A_1_0-mask.tif", "plate_A_1_1-mask.tif", "plate_B_03_0-mask.tif"),
				files("local").subList(0, 4));
		assertTrue(last(segment(in, "local")).startsWith("5 images: 0 done, 5 done before"));
		final Path chunk = in.resolve("plate.zarr/B/03/0/0/c/0/0");
		final byte[] bytes = Files.readAllBytes(chunk);
		ZarrImages.plate(in.resolve("plate.zarr"), OmeVersion.V0_5, 1, (x, y) -> square(x, y, 12), "B/03");
		assertArrayEquals(bytes, Files.readAllBytes(chunk));
		final JavaProcess.Outcome changed = segment(in, "local");
		assertTrue(last(changed).startsWith("2 images: 1 done, 1 done before"), last(changed));
	}

	@Test
	@DisplayName("A plate that is named is done field by field, and goes on where it was")
	void plates() throws Exception {
		final JavaProcess.Outcome first = segment(in.resolve("plate.zarr"), "plate");
		assertEquals(0, first.exitCode(), first.errors()::toString);
		assertTrue(last(first).startsWith("4 images: 4 done"), last(first));
		assertTrue(last(segment(in.resolve("plate.zarr"), "plate")).startsWith("4 images: 0 done, 4 done before"));
		assertTrue(segment(in.resolve("plate.zarr/B/03/1"), "field")
				.output()
				.get(0)
				.contains(": 1 object, "));
		assertEquals(List.of("plate_B_03_1-mask.tif"), files("field"));
	}

	@Test
	@DisplayName("An address is the same image as the folder")
	void addresses() throws Exception {
		segment(in, "local");
		try (WebServer server = new WebServer(in, WebServer.Manner.GOOD, 0)) {
			for (final String name : List.of("one.zarr", "plate.zarr?key=secret", "plate.zarr/A/1/0/")) {
				final JavaProcess.Outcome outcome = segment(server.address() + "/" + name, "web");
				assertEquals(0, outcome.exitCode(), outcome.errors()::toString);
				assertEquals(List.of(), outcome.errors());
				assertTrue(outcome.output().get(0).startsWith(server.address()), outcome.output()::toString);
				assertFalse(outcome.output().toString().contains("secret"), outcome.output()::toString);
			}
		}
		assertEquals(files("local"), files("web"));
		for (final String file : files("local"))
			assertArrayEquals(
					Files.readAllBytes(folder.resolve("local").resolve(file)),
					Files.readAllBytes(folder.resolve("web").resolve(file)),
					file);
	}

	@Test
	@DisplayName("What cannot be read is a line, and costs no other image")
	void failures() throws Exception {
		try (WebServer server = new WebServer(in, WebServer.Manner.GOOD, 0)) {
			assertEquals(
					List.of("fovea: Expected a Zarr group (zarr.json or .zgroup), got none: '" + server.address()
							+ "/none.zarr'"),
					segment(server.address() + "/none.zarr", "web").errors());
			final String denied = segment(server.address() + "/plate.zarr/A?key=secret", "web")
					.errors()
					.toString();
			assertTrue(denied.contains("/plate.zarr/A'") && !denied.contains("secret"), denied);
			final JavaProcess.Outcome both = CommandLineCalls.outcome(
					"segment",
					"--out",
					folder.resolve("web").toString(),
					server.address() + "/one.zarr",
					in.toString());
			assertEquals(2, both.exitCode());
			assertTrue(
					both.errors().get(0).contains("expected folders and files, or addresses, got both"),
					both.errors()::toString);
		}
		Files.write(in.resolve("plate.zarr/A/1/1/0/c/1/0"), new byte[70]);
		final JavaProcess.Outcome damaged = segment(in, "local");
		assertEquals(1, damaged.exitCode());
		assertEquals(1, damaged.errors().size(), damaged.errors()::toString);
		assertTrue(damaged.errors().get(0).contains("is damaged"), damaged.errors()::toString);
		assertTrue(last(damaged).startsWith("5 images: 4 done, 1 failed"), last(damaged));
	}

	private JavaProcess.Outcome segment(final Object image, final String out) {
		return CommandLineCalls.outcome(
				"segment",
				"--model",
				"blobs-threshold",
				"--no-table",
				"--out",
				folder.resolve(out).toString(),
				image.toString());
	}

	private static String last(final JavaProcess.Outcome outcome) {
		return outcome.output().isEmpty()
				? outcome.errors().toString()
				: outcome.output().get(outcome.output().size() - 1);
	}

	/** @return masks */
	private List<String> files(final String out) throws IOException {
		final List<String> names = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder.resolve(out))) {
			files.map(file -> file.getFileName().toString())
					.filter(name -> name.endsWith("-mask.tif"))
					.sorted()
					.forEach(names::add);
		}
		return names;
	}
}
