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

import fovea.base.ImageException;
import fovea.io.AtomicFile;
import fovea.text.Printable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web server, read-only, by plain GET with ranges. 404 and 410 mean that there is no value, every other answer than
 * the value is an error: a server that refuses is not taken for one that has nothing. What may be passing (no
 * connection, a body that is cut, 429, 500, 502, 503, 504) is tried {@value #TRIES} times. It cannot list. A query of
 * the address ({@code ?token=...}) is sent with each request and never shown. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, range requests</a>
 */
public final class HttpStore implements Store {

	/** Of a server that does not know ranges the whole value is taken, if it is no larger. */
	private static final int MOST_WITHOUT_RANGES = 256 << 20;

	private static final int TRIES = 4;
	private static final long FIRST_PAUSE_MILLIS = 100;
	private static final int LONGER = 3;

	private static final Set<Integer> MISSING = Set.of(404, 410);
	private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
	private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
	private static final String UNRESERVED = "-._~!$&'()*+,;=:@";

	private final String base;
	private final String query;
	private final String name;
	private final HttpClient client;
	private final Duration patience;

	private HttpStore(final URI address, final Duration patience) {
		final String path = address.getRawPath() == null ? "" : address.getRawPath();
		base = address.getScheme() + "://" + address.getRawAuthority() + path + (path.endsWith("/") ? "" : "/");
		query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
		name = address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort())
				+ path;
		this.patience = patience;
		client = HttpClient.newBuilder()
				.connectTimeout(patience)
				.followRedirects(HttpClient.Redirect.NORMAL)
				.build();
	}

	/**
	 * @param address http:// or https://, of what the keys begin with; nothing is asked of the server yet
	 * @param patience for a connection, and for an answer with all of its bytes
	 * @return its store
	 * @throws ImageException if it is no such address
	 */
	public static HttpStore open(final String address, final Duration patience) throws ImageException {
		try {
			final URI uri = new URI(address.strip());
			if (uri.getScheme() != null && uri.getScheme().matches("(?i)https?") && uri.getHost() != null) {
				if (uri.getRawUserInfo() != null)
					throw new ImageException(
							"Expected an address without a user's name and password, got one for " + uri.getHost());
				return new HttpStore(uri, patience);
			}
		} catch (final URISyntaxException e) {
			throw new ImageException(
					"Expected an address such as https://server/image.zarr, got '" + Printable.name(address) + "'", e);
		}
		throw new ImageException(
				"Expected an address such as https://server/image.zarr, got '" + Printable.name(address) + "'");
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Optional<byte[]> read(final String key, final int most) throws ImageException {
		final HttpResponse<byte[]> response = send(key, request(key).GET().build(), most, most);
		if (MISSING.contains(response.statusCode())) return Optional.empty();
		if (response.statusCode() != 200) throw refused(key, response);
		return Optional.of(response.body());
	}

	@Override
	public Optional<byte[]> read(final String key, final long offset, final int length) throws ImageException {
		if (length == 0) return size(key).isPresent() ? Optional.of(new byte[0]) : Optional.empty();
		// a part in the middle of the end is cut out of it
		final int take = offset < 0 && -offset > length ? Math.toIntExact(-offset) : length;
		final String range = offset < 0 ? "-" + -offset : offset + "-" + (offset + length - 1);
		final HttpRequest request =
				request(key).header("Range", "bytes=" + range).GET().build();
		final HttpResponse<byte[]> response = send(key, request, take, MOST_WITHOUT_RANGES);
		if (MISSING.contains(response.statusCode())) return Optional.empty();
		if (response.statusCode() == 416) return Optional.of(new byte[0]);
		if (response.statusCode() == 200) return Optional.of(cut(response.body(), offset, length));
		if (response.statusCode() != 206) throw refused(key, response);
		final Matcher part = CONTENT_RANGE.matcher(
				response.headers().firstValue("Content-Range").orElse(""));
		final boolean isPart = part.matches()
				&& (offset >= 0
						? Long.parseLong(part.group(1)) == offset
						: part.group(3).equals("*")
								|| Long.parseLong(part.group(2)) + 1 == Long.parseLong(part.group(3)));
		if (!isPart) throw failed(key, "expected bytes " + range + ", got other ones", null);
		return Optional.of(offset < 0 ? cut(response.body(), offset, length) : response.body());
	}

	private static byte[] cut(final byte[] whole, final long offset, final int length) {
		final Range range = Range.of(offset, length, whole.length);
		return Arrays.copyOfRange(whole, (int) range.start(), (int) range.start() + range.length());
	}

	@Override
	public OptionalLong size(final String key) throws ImageException {
		final HttpRequest head =
				request(key).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
		final HttpResponse<byte[]> response = send(key, head, 0, 0);
		if (MISSING.contains(response.statusCode())) return OptionalLong.empty();
		if (response.statusCode() != 200) throw refused(key, response);
		final OptionalLong size = response.headers().firstValueAsLong("Content-Length");
		if (size.isEmpty()) throw failed(key, "the server does not say how long it is", null);
		return size;
	}

	@Override
	public boolean canList() {
		return false;
	}

	@Override
	public List<String> children(final String prefix) throws ImageException {
		throw failed(prefix, "a web server does not list what it has", null);
	}

	@Override
	public void write(final String key, final byte[] value) throws ImageException {
		throw failed(key, "a web server is read only; write to a folder", null);
	}

	@Override
	public void delete(final String key) throws ImageException {
		throw failed(key, "a web server is read only", null);
	}

	@Override
	public void close() {}

	private HttpRequest.Builder request(final String key) throws ImageException {
		final StringBuilder path = new StringBuilder();
		for (final byte each : Keys.require(key).getBytes(StandardCharsets.UTF_8)) {
			final char letter = (char) (each & 0xFF);
			final boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '/')
					|| UNRESERVED.indexOf(letter) >= 0;
			if (plain) path.append(letter);
			else path.append('%').append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
		}
		return HttpRequest.newBuilder(URI.create(base + path + query)).timeout(patience);
	}

	private static final String HEX = "0123456789ABCDEF";

	private HttpResponse<byte[]> send(
			final String key, final HttpRequest request, final int mostOfPart, final int mostOfWhole)
			throws ImageException {
		final long end = System.nanoTime() + patience.toNanos();
		long pause = FIRST_PAUSE_MILLIS;
		for (int tries = 1; ; tries++) {
			final boolean last = tries == TRIES || System.nanoTime() - end > 0;
			IOException failure = null;
			try {
				final HttpResponse<byte[]> response = sendOnce(request, mostOfPart, mostOfWhole);
				if (last || !PASSING.contains(response.statusCode())) return response;
			} catch (final HttpTimeoutException e) {
				throw failed(key, "no answer within " + seconds(patience), e);
			} catch (final IOException e) {
				if (last || Thread.currentThread().isInterrupted()) throw failed(key, reason(e), e);
				failure = e;
			}
			pause(key, pause, failure);
			pause *= LONGER;
		}
	}

	private static String reason(final IOException failure) {
		if (failure instanceof ConnectException)
			return failure.getCause() instanceof UnresolvedAddressException
					? "there is no such server"
					: "the server cannot be reached";
		return AtomicFile.reason(failure);
	}

	private static String seconds(final Duration time) {
		return time.toMillis() / 1000.0 + " s";
	}

	private HttpResponse<byte[]> sendOnce(final HttpRequest request, final int mostOfPart, final int mostOfWhole)
			throws IOException {
		final CompletableFuture<HttpResponse<byte[]>> sent =
				client.sendAsync(request, info -> switch (info.statusCode()) {
					case 200 -> new LimitedBody(mostOfWhole);
					case 206 -> new LimitedBody(mostOfPart);
					default -> HttpResponse.BodySubscribers.replacing(new byte[0]);
				});
		try {
			return sent.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
		} catch (final TimeoutException e) {
			sent.cancel(true);
			throw new HttpTimeoutException("no complete answer");
		} catch (final ExecutionException e) {
			throw e.getCause() instanceof final IOException io ? io : new IOException(AtomicFile.reason(e), e);
		} catch (final InterruptedException e) {
			sent.cancel(true);
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}

	private void pause(final String key, final long millis, final IOException failure) throws ImageException {
		try {
			Thread.sleep(millis);
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw failed(key, "interrupted", failure == null ? e : failure);
		}
	}

	private ImageException refused(final String key, final HttpResponse<byte[]> response) {
		return failed(key, "the server answers with status " + response.statusCode(), null);
	}

	private ImageException failed(final String key, final String reason, final Exception cause) {
		return new ImageException(
				"Cannot read '" + Printable.name(key) + "' at " + Printable.name(name) + ": " + reason, cause);
	}
}
