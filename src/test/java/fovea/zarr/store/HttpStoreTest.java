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
package fovea.zarr.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.zarr.Elements;
import fovea.zarr.ZarrArray;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.ome.ZarrImages;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link HttpStore}, with arrays of shards, from servers of several manners. */
class HttpStoreTest {

	private static final int SIDE = 32;

	@TempDir
	private Path folder;

	@BeforeEach
	void write() throws Exception {
		ZarrImages.image(folder.resolve("a.zarr"), OmeVersion.V0_5, SIDE, SIDE, HttpStoreTest::pixel);
	}

	/** Without a pattern, so that nothing is compressed to next to nothing. */
	private static int pixel(final int x, final int y) {
		return (x * 73 + y * 151 + x * y * 31 >> 2) & 255;
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("Shards are the same from each server")
	void shards(final WebServer.Manner manner) throws Exception {
		try (WebServer server = new WebServer(folder, manner, 0);
				Store store = HttpStore.open(server.address() + "/a.zarr", Duration.ofSeconds(20))) {
			final ZarrArray array = ZarrArray.open(store, "0");
			for (int row = 0; row < SIDE / 16; row++)
				for (int column = 0; column < SIDE / 16; column++) {
					final Elements chunk = array.readChunk(row, column).orElseThrow();
					for (int i = 0; i < 256; i++)
						assertEquals(pixel(column * 16 + i % 16, row * 16 + i / 16), chunk.getLong(i));
				}
			assertTrue(server.ranges().size() >= 4, server.ranges()::toString);
		}
	}

	@Test
	@DisplayName("Of a shard only the index and the chunk are sent")
	void parts() throws Exception {
		final long shard = Files.size(folder.resolve("a.zarr/0/c/0/0"));
		try (WebServer server = new WebServer(folder, WebServer.Manner.GOOD, 0);
				Store store = HttpStore.open(server.address() + "/a.zarr", Duration.ofSeconds(20))) {
			final ZarrArray array = ZarrArray.open(store, "0");
			final long before = server.bytes();
			array.readChunk(0, 1);
			assertTrue(server.bytes() - before < 3 * shard / 4, server.bytes() - before + " of " + shard);
			assertEquals(2, server.ranges().size(), server.ranges()::toString);
		}
	}

	@Test
	@DisplayName("A server that is slow is waited for, one that is too slow is not")
	void slow() throws Exception {
		try (WebServer server = new WebServer(folder, WebServer.Manner.GOOD, 150)) {
			try (Store store = HttpStore.open(server.address() + "/a.zarr", Duration.ofSeconds(20))) {
				assertTrue(store.read("zarr.json", 10_000).isPresent());
			}
			try (Store store = HttpStore.open(server.address() + "/a.zarr", Duration.ofMillis(50))) {
				assertEquals(
						"Cannot read 'zarr.json' at " + server.address() + "/a.zarr: no answer within 0.05 s",
						message(store));
			}
		}
	}

	@Test
	@DisplayName("Nobody there")
	void nobody() throws Exception {
		final String nobody;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobody = "http://127.0.0.1:" + free.getLocalPort();
		}
		try (Store store = HttpStore.open(nobody + "/a.zarr", Duration.ofSeconds(5))) {
			assertEquals(
					"Cannot read 'zarr.json' at " + nobody + "/a.zarr: the server cannot be reached", message(store));
		}
	}

	@Test
	@DisplayName("What is not there is asked for once")
	void missing() throws Exception {
		try (WebServer server = new WebServer(folder, WebServer.Manner.GOOD, 0);
				Store store = HttpStore.open(server.address() + "/a.zarr", Duration.ofSeconds(20))) {
			assertEquals(Optional.empty(), store.read("none", 10));
			assertEquals(1, server.requests());
		}
	}

	private static String message(final Store store) {
		return assertThrows(ImageException.class, () -> store.read("zarr.json", 10_000))
				.getMessage();
	}
}
