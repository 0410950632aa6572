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
package fovea.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import fovea.base.ImageException;
import fovea.ij1.zarr.OmeZarr;
import fovea.io.DataType;
import fovea.zarr.Elements;
import fovea.zarr.ZarrArray;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ZarrSpec;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLevel;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.Store;
import fovea.zarr.store.StoreContract;
import fovea.zarr.store.StoreOpener;
import ij.ImagePlus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** {@link S3Store}, on a real server. */
class S3StoreTest {

	private static final List<String> PROPERTIES =
			List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.endpointUrl", "aws.region");
	private static final Map<String, String> UNSIGNED = Map.of("AWS_NO_SIGN_REQUEST", "true");

	@TempDir
	private static Path folder;

	private static S3Server open;
	private static S3Server closed;

	@BeforeAll
	static void start() throws Exception {
		open = S3Server.start(folder.resolve("open"), false);
		open.bucket("public");
		closed = S3Server.start(folder.resolve("closed"), true);
		closed.bucket("private");
	}

	@AfterAll
	static void stop() throws Exception {
		open.close();
		closed.close();
	}

	@AfterEach
	void forget() {
		PROPERTIES.forEach(System::clearProperty);
	}

	private static void logIn(final String secret) {
		System.setProperty("aws.accessKeyId", S3Server.USER);
		System.setProperty("aws.secretAccessKey", secret);
	}

	@Test
	@DisplayName("A bucket of anybody's is read and written without credentials")
	void unsigned() throws Exception {
		try (Store store = open.open("s3://public/some/where/", UNSIGNED)) {
			StoreContract.keeps(store);
			StoreContract.refusesWhatIsNoKey(store);
			assertEquals("s3://public/some/where", store.name());
		}
		try (Store store = open.open("s3://public", Map.of())) {
			assertEquals(List.of("e"), store.children("some/where/b"));
			assertEquals(0, store.size("some/where/b/e").orElseThrow());
		}
	}

	@Test
	@DisplayName("A bucket of one's own needs the credentials")
	void signed() throws Exception {
		logIn(S3Server.SECRET);
		try (Store store = closed.open("s3://private/own", Map.of())) {
			StoreContract.keeps(store);
		}
		logIn("another-secret");
		try (Store store = closed.open("s3://private/own", Map.of())) {
			assertEquals(
					"Cannot read 'a' at s3://private/own: access is denied (403, SignatureDoesNotMatch): the credentials "
							+ "are wrong, or may not do this; a bucket that may not be listed says so of what it does not "
							+ "have, too",
					message(() -> store.read("a", 10)));
			assertTrue(message(() -> store.size("a")).contains("access is denied (403)"));
			assertTrue(
					message(() -> store.write("a", new byte[3])).startsWith("Cannot write 'a' at s3://private/own: "));
			assertTrue(message(() -> store.children("")).startsWith("Cannot list s3://private/own: access is denied"));
			assertTrue(message(() -> store.delete("a")).startsWith("Cannot delete 'a' at "));
		}
		try (Store store = closed.open("s3://private/own", UNSIGNED)) {
			assertEquals(
					"Cannot write 'a' at s3://private/own: access is denied (403, AccessDenied): no credentials were "
							+ "found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
					message(() -> store.write("a", new byte[3])));
		}
	}

	@Test
	@DisplayName("A bucket that is not there is not an empty one")
	void noBucket() throws Exception {
		try (Store store = open.open("s3://no-such-bucket/x", UNSIGNED)) {
			for (final Executable each : List.<Executable>of(
					() -> store.read("a", 10),
					() -> store.read("a", 2, 10),
					() -> store.size("a"),
					() -> store.children(""),
					() -> store.write("a", new byte[3])))
				assertTrue(
						message(each).endsWith(": there is no bucket 'no-such-bucket' at " + open.address()),
						message(each));
		}
	}

	@Test
	@DisplayName("More than a page of names")
	void many() throws Exception {
		try (Store store = open.open("s3://public/many", UNSIGNED)) {
			IntStream.range(0, 1100).parallel().forEach(i -> {
				try {
					store.write("c/" + i, new byte[] {1});
				} catch (final ImageException e) {
					throw new IllegalStateException(e);
				}
			});
			final TreeSet<String> all = new TreeSet<>();
			for (int i = 0; i < 1100; i++) all.add("" + i);
			assertEquals(List.copyOf(all), store.children("c"));
			assertEquals(List.of("c"), store.children(""));
		}
	}

	@Test
	@DisplayName("An OME-Zarr is opened by its address alone, in shards and without")
	void images() throws Exception {
		System.setProperty("aws.endpointUrl", open.address());
		final OmeAxis y = OmeAxis.of(OmeAxis.Kind.Y, Optional.of("micrometer"));
		final OmeAxis x = OmeAxis.of(OmeAxis.Kind.X, Optional.of("micrometer"));
		final OmeImage image = new OmeImage(
				"", List.of(y, x), List.of(new OmeLevel("0", List.of(0.5, 0.5), List.of(0.0, 0.0))), List.of(), false);
		for (final OmeVersion version : OmeVersion.values()) {
			final String place = "s3://public/images/" + version + ".zarr";
			final boolean isThree = version == OmeVersion.V0_5;
			try (Store store = StoreOpener.open(place)) {
				ZarrGroup.create(store, "", isThree ? 3 : 2, image.attributes(version));
				final long[] shape = {8, 16};
				final ZarrArray array = ZarrArray.create(
						store,
						"0",
						isThree
								? ZarrSpec.v3(DataType.UINT16, shape, 4, 4).withShards(8, 8)
								: ZarrSpec.v2(DataType.UINT16, shape, 4, 4));
				for (int y0 = 0; y0 < (isThree ? 1 : 2); y0++)
					for (int x0 = 0; x0 < (isThree ? 2 : 4); x0++) array.writeShard(S3StoreTest::chunk, y0, x0);
			}
			final ImagePlus imp = OmeZarr.open(place, 0).image();
			assertEquals(16, imp.getWidth());
			assertEquals(0.5, imp.getCalibration().pixelWidth);
			for (int i = 0; i < 128; i++) assertEquals(i, imp.getProcessor().get(i));
		}
		assertEquals(
				"Expected a Zarr group (zarr.json or .zgroup), got none: 's3://public/images/none.zarr'",
				message(() -> OmeZarr.open("s3://public/images/none.zarr", 0)));
	}

	@Test
	@DisplayName("What is passing is tried again, also a value that is cut")
	void passing() throws Exception {
		final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		final AtomicInteger asked = new AtomicInteger();
		server.createContext("/", exchange -> {
			try (exchange) {
				if (asked.incrementAndGet() == 1) {
					exchange.sendResponseHeaders(503, -1);
					return;
				}
				exchange.sendResponseHeaders(200, 10);
				exchange.getResponseBody().write(StoreContract.VALUE, 0, asked.get() == 2 ? 4 : 10);
				exchange.getResponseBody().flush();
			}
		});
		server.start();
		final String address = "http://127.0.0.1:" + server.getAddress().getPort();
		try (Store store = S3Server.open("s3://bucket/x", address, UNSIGNED, Duration.ofSeconds(5))) {
			assertArrayEquals(StoreContract.VALUE, store.read("a", 10).orElseThrow());
			assertEquals(3, asked.get());
			// A server that knows no ranges.
			assertArrayEquals(new byte[] {3, 4}, store.read("a", 3, 2).orElseThrow());
			assertArrayEquals(new byte[] {7, 8}, store.read("a", -3, 2).orElseThrow());
		} finally {
			server.stop(0);
		}
	}

	@Test
	@DisplayName("Nobody there, or one who says nothing")
	void unreachable() throws Exception {
		final String nobody;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobody = "http://127.0.0.1:" + free.getLocalPort();
		}
		try (Store store = S3Server.open("s3://bucket/x", nobody, UNSIGNED, Duration.ofSeconds(5))) {
			assertEquals(
					"Cannot read 'a' at s3://bucket/x: the server " + nobody + " cannot be reached",
					message(() -> store.read("a", 10)));
		}
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			final String address = "http://127.0.0.1:" + silent.getLocalPort();
			try (Store store = S3Server.open("s3://bucket/x", address, UNSIGNED, Duration.ofMillis(200))) {
				assertEquals(
						"Cannot read 'a' at s3://bucket/x: " + address + " does not answer in time",
						message(() -> store.read("a", 10)));
			}
		}
	}

	@Test
	@DisplayName("Settings that cannot be meant are refused by their names")
	void settings() throws Exception {
		assertTrue(message(() -> open.open("s3://b", Map.of()))
				.startsWith("Expected an address such as s3://bucket/image.zarr, got 's3://b'"));
		assertEquals(
				"AWS_ENDPOINT_URL: expected an address such as https://server:9000, got 'server'",
				message(() -> S3Server.open("s3://bucket", "server", Map.of(), Duration.ofSeconds(1))));
		assertEquals(
				"AWS_REGION: expected a name such as eu-central-1, got 'over there'",
				message(() -> open.open("s3://bucket", Map.of("AWS_REGION", "over there"))));
		assertEquals(
				"AWS_PROFILE: found no credentials for the profile 'lab' in ~/.aws: log in, or take another profile",
				message(() -> open.open("s3://bucket", Map.of("AWS_PROFILE", "lab"))));
		final S3Settings amazon = S3Settings.of(new S3Settings.Source(name -> null, name -> null));
		assertFalse(amazon.pathStyle());
		assertEquals("us-east-1", amazon.region());
		assertTrue(
				message(() -> StoreOpener.open("s3://public/a/../b")).startsWith("Expected a name inside the store"));
	}

	/** Pixels are 0, 1, 2 and so on, row by row. */
	private static Optional<Elements> chunk(final long... index) {
		final Elements pixels = Elements.zeros(DataType.UINT16, 16);
		for (int i = 0; i < 16; i++) pixels.set(i, (index[0] * 4 + i / 4) * 16 + index[1] * 4 + i % 4);
		return Optional.of(pixels);
	}

	private static String message(final Executable executable) {
		return assertThrows(ImageException.class, executable).getMessage();
	}
}
