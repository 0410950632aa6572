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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fovea.base.ImageException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoresTest {

	private static final byte[] VALUE = StoreContract.VALUE;

	@TempDir
	Path folder;

	@Test
	void aFolderKeepsValues() throws Exception {
		final Store store = FolderStore.create(folder.resolve("a"));
		StoreContract.keeps(store);
		StoreContract.refusesWhatIsNoKey(store);
		assertThrows(ImageException.class, () -> store.write("b/e/f", VALUE));
	}

	@Test
	void linksOutAreRefused() throws Exception {
		final Store store = FolderStore.create(folder.resolve("a"));
		Files.write(folder.resolve("secret"), VALUE);
		Files.createSymbolicLink(folder.resolve("a/link"), folder.resolve("secret"));
		Files.createSymbolicLink(folder.resolve("a/up"), folder);
		Files.createSymbolicLink(folder.resolve("a/nowhere"), folder.resolve("none"));
		assertThrows(ImageException.class, () -> store.read("link", 10));
		assertThrows(ImageException.class, () -> store.read("up/secret", 10));
		assertThrows(ImageException.class, () -> store.write("up/new", VALUE));
		assertThrows(ImageException.class, () -> store.read("nowhere", 10));
		assertFalse(Files.exists(folder.resolve("new")));
	}

	@Test
	void aZipIsRead() throws Exception {
		try (Store store = StoreOpener.open(zip("b/c", "b/d/e", "f").toString())) {
			StoreContract.reads(store, "b/c");
			assertEquals(List.of("b", "f"), store.children(""));
			assertEquals(List.of("c", "d"), store.children("b"));
			assertThrows(ImageException.class, () -> store.write("x", VALUE));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"../x", "a/../../x", "/x", "a\\b"})
	void namesThatLeaveAZipAreRefused(final String name) throws Exception {
		final Path zip = zip(name);
		assertThrows(ImageException.class, () -> ZipStore.open(zip));
	}

	/** ZipOutputStream refuses it, so a name is changed afterwards. */
	@Test
	void aNameTwiceIsRefused() throws Exception {
		final Path zip = zip("aa", "ab");
		final String text = Files.readString(zip, StandardCharsets.ISO_8859_1).replace("ab", "aa");
		Files.writeString(zip, text, StandardCharsets.ISO_8859_1);
		assertTrue(assertThrows(ImageException.class, () -> ZipStore.open(zip))
				.getMessage()
				.contains("'aa' twice"));
	}

	@Test
	void aServerIsRead() throws Exception {
		for (final boolean knowsRanges : List.of(true, false)) {
			final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", exchange -> answer(exchange, knowsRanges));
			server.start();
			try {
				final Store store = HttpStore.open(
						"http://127.0.0.1:" + server.getAddress().getPort() + "/z?token=1", Duration.ofSeconds(5));
				StoreContract.reads(store, "a b/c");
				assertThrows(ImageException.class, () -> store.children(""));
				for (final String status : List.of("403", "500", "503")) {
					final String message = assertThrows(ImageException.class, () -> store.read(status, 10))
							.getMessage();
					assertTrue(message.contains("status " + status) && !message.contains("token"), message);
				}
				assertThrows(ImageException.class, () -> store.read("cut", 100));
			} finally {
				server.stop(0);
			}
		}
	}

	@Test
	void nobodyThereIsALine() throws Exception {
		final Store store = HttpStore.open("http://127.0.0.1:1/z", Duration.ofSeconds(2));
		assertThrows(ImageException.class, () -> store.read("a", 10));
		assertThrows(ImageException.class, () -> StoreOpener.open("s3://bucket/z"));
		assertThrows(ImageException.class, () -> StoreOpener.open("http://"));
		assertThrows(
				ImageException.class,
				() -> StoreOpener.open(folder.resolve("none").toString()));
	}

	private static void answer(final HttpExchange exchange, final boolean knowsRanges) throws IOException {
		try (exchange) {
			final String path = exchange.getRequestURI().getRawPath();
			final String range = exchange.getRequestHeaders().getFirst("Range");
			if (path.matches("/z/\\d+")) exchange.sendResponseHeaders(Integer.parseInt(path.substring(3)), -1);
			else if (path.equals("/z/cut")) {
				exchange.sendResponseHeaders(200, 50);
				exchange.getResponseBody().write(VALUE);
				exchange.getResponseBody().flush();
			} else if (!path.equals("/z/a%20b/c")) exchange.sendResponseHeaders(404, -1);
			else if (exchange.getRequestMethod().equals("HEAD")) {
				exchange.getResponseHeaders().set("Content-Length", "" + VALUE.length);
				exchange.sendResponseHeaders(200, -1);
			} else if (range == null || !knowsRanges) send(exchange, 200, VALUE);
			else {
				final String[] ends = range.substring(6).split("-");
				final int from =
						ends[0].isEmpty() ? Math.max(0, 10 - Integer.parseInt(ends[1])) : Integer.parseInt(ends[0]);
				final int to = ends[0].isEmpty() ? 9 : Math.min(9, Integer.parseInt(ends[1]));
				if (from > 9) {
					exchange.sendResponseHeaders(416, -1);
					return;
				}
				exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/10");
				send(exchange, 206, Arrays.copyOfRange(VALUE, from, to + 1));
			}
		}
	}

	private static void send(final HttpExchange exchange, final int status, final byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	private Path zip(final String... names) throws IOException {
		final Path zip = folder.resolve("a.ozx");
		try (OutputStream out = Files.newOutputStream(zip);
				ZipOutputStream entries = new ZipOutputStream(out)) {
			for (final String name : names) {
				entries.putNextEntry(new ZipEntry(name));
				entries.write(VALUE);
			}
		}
		return zip;
	}
}
