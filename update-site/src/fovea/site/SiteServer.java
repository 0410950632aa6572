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

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a folder over http to this computer only. */
public final class SiteServer implements AutoCloseable {

	/** As RFC 9110 has it: two digits for the day, in English. */
	private static final DateTimeFormatter HTTP_TIME = DateTimeFormatter.ofPattern(
					"EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
			.withZone(ZoneOffset.UTC);

	private final Path folder;
	private final HttpServer server;
	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	/**
	 * @param folder to be served
	 * @param port 0 for any that is free
	 * @throws IOException if the port is not free
	 */
	public SiteServer(final Path folder, final int port) throws IOException {
		this.folder = folder.toAbsolutePath().normalize();
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		server.createContext("/", this::answer);
		server.setExecutor(threads);
		server.start();
	}

	/** @return what to give the updater as the site's address; ends with a slash */
	public URI address() {
		return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
	}

	private void answer(final HttpExchange exchange) throws IOException {
		try (exchange) {
			final Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1))
					.normalize();
			if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			exchange.getResponseHeaders()
					.set(
							"Last-Modified",
							HTTP_TIME.format(Files.getLastModifiedTime(file).toInstant()));
			exchange.sendResponseHeaders(200, Files.size(file));
			try (OutputStream out = exchange.getResponseBody()) {
				Files.copy(file, out);
			}
		}
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdown();
	}
}
