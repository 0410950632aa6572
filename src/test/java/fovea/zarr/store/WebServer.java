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

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A web server on a free port of the loopback, with the files of a folder, and the manners of some servers. */
public final class WebServer implements AutoCloseable {

	/** How it answers. */
	public enum Manner {
		/** As it should. */
		GOOD,
		/** With the whole file, whatever part was asked for. */
		WITHOUT_RANGES,
		/** Every other time with status 500. */
		FAILING,
		/** Every other time with the first half of what it announced. */
		CUTTING
	}

	private final Path folder;
	private final Manner manner;
	private final long delayMillis;
	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final AtomicInteger requests = new AtomicInteger();
	private final AtomicLong bytes = new AtomicLong();
	private final List<String> ranges = new CopyOnWriteArrayList<>();

	/** Starts it. */
	public WebServer(final Path folder, final Manner manner, final long delayMillis) throws IOException {
		this.folder = folder;
		this.manner = manner;
		this.delayMillis = delayMillis;
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.setExecutor(threads);
		server.start();
	}

	/** @return of the folder, without a slash at the end */
	public String address() {
		return "http://127.0.0.1:" + server.getAddress().getPort();
	}

	/** @return how often it was asked */
	public int requests() {
		return requests.get();
	}

	/** @return how many bytes of files it has sent */
	public long bytes() {
		return bytes.get();
	}

	/** @return the ranges that it was asked for */
	public List<String> ranges() {
		return ranges;
	}

	private void answer(final HttpExchange exchange) throws IOException {
		try (exchange) {
			final boolean isOdd = requests.incrementAndGet() % 2 == 1;
			if (delayMillis > 0) Thread.sleep(delayMillis);
			if (manner == Manner.FAILING && isOdd) {
				exchange.sendResponseHeaders(500, -1);
				return;
			}
			final Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
			if (!Files.isRegularFile(file)) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			send(exchange, Files.readAllBytes(file), manner == Manner.CUTTING && isOdd);
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void send(final HttpExchange exchange, final byte[] whole, final boolean cut) throws IOException {
		if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseHeaders().set("Content-Length", "" + whole.length);
			exchange.sendResponseHeaders(200, -1);
			return;
		}
		final String range = exchange.getRequestHeaders().getFirst("Range");
		byte[] part = whole;
		int status = 200;
		if (range != null) {
			ranges.add(range);
			if (manner != Manner.WITHOUT_RANGES) {
				final String[] ends = range.substring("bytes=".length()).split("-");
				final int from = ends[0].isEmpty()
						? Math.max(0, whole.length - Integer.parseInt(ends[1]))
						: Integer.parseInt(ends[0]);
				final int to =
						ends[0].isEmpty() ? whole.length - 1 : Math.min(whole.length - 1, Integer.parseInt(ends[1]));
				if (from >= whole.length) {
					exchange.sendResponseHeaders(416, -1);
					return;
				}
				part = Arrays.copyOfRange(whole, from, to + 1);
				exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + whole.length);
				status = 206;
			}
		}
		exchange.sendResponseHeaders(status, part.length);
		final int sent = cut ? part.length / 2 : part.length;
		exchange.getResponseBody().write(part, 0, sent);
		exchange.getResponseBody().flush();
		bytes.addAndGet(sent);
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
