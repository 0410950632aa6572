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

import fovea.base.ImageException;
import fovea.text.Printable;
import fovea.zarr.store.Keys;
import fovea.zarr.store.Store;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * What is below a prefix of a bucket. Parts of values are read by ranges; a value is written by one PUT with its MD5,
 * so that it appears at once and as it was sent. What may be passing (no connection, 429, 500, 503, a body that is cut)
 * is tried again. That a bucket or an access is missing is never taken for a value that is not there. Thread-safe.
 */
final class S3Store implements Store {

	/** Of a server that does not know ranges the whole value is taken, if it is no larger. */
	private static final int MOST_WITHOUT_RANGES = 256 << 20;

	private final S3Client client;
	private final S3Address address;
	private final S3Failures failures;
	private final AtomicBoolean hasBucket = new AtomicBoolean();

	/**
	 * @param client closed with this
	 * @param address of the store
	 * @param failures says why something failed
	 */
	S3Store(final S3Client client, final S3Address address, final S3Failures failures) {
		this.client = client;
		this.address = address;
		this.failures = failures;
	}

	@Override
	public String name() {
		return address.toString();
	}

	/**
	 * What was got.
	 *
	 * @param head of the answer
	 * @param bytes of it
	 * @param whole false if there were more than were wanted
	 */
	private record Got(GetObjectResponse head, byte[] bytes, boolean whole) {}

	@Override
	public Optional<byte[]> read(final String key, final int most) throws ImageException {
		final Optional<Got> got = get(key, null, most);
		if (got.isPresent() && !got.get().whole())
			throw failed("read", key, "expected at most " + most + " bytes, got more", null);
		return got.map(Got::bytes);
	}

	@Override
	public Optional<byte[]> read(final String key, final long offset, final int length) throws ImageException {
		if (length == 0) return size(key).isPresent() ? Optional.of(new byte[0]) : Optional.empty();
		// A part in the middle of the end is cut out of it.
		final int take = offset < 0 && -offset > length ? Math.toIntExact(-offset) : length;
		final String range = offset < 0 ? "bytes=-" + -offset : "bytes=" + offset + "-" + (offset + length - 1);
		final Optional<Got> got = get(key, range, take);
		if (got.isEmpty()) return Optional.empty();
		final GetObjectResponse head = got.get().head();
		final byte[] bytes = got.get().bytes();
		if (head == null) return Optional.of(bytes);
		final boolean isPart = head.contentRange() != null;
		if (!got.get().whole())
			throw failed("read", key, "expected at most " + take + " bytes of a part of it, got more", null);
		if (isPart && offset >= 0 && !head.contentRange().startsWith("bytes " + offset + "-"))
			throw failed("read", key, "expected " + range + ", got other ones", null);
		return Optional.of(isPart && offset >= 0 ? bytes : cut(bytes, offset, length));
	}

	private static byte[] cut(final byte[] bytes, final long offset, final int length) {
		final long from = Math.max(0, Math.min(bytes.length, offset < 0 ? bytes.length + offset : offset));
		final long end = Math.max(from, Math.min(bytes.length, (offset < 0 ? bytes.length + offset : offset) + length));
		return Arrays.copyOfRange(bytes, (int) from, (int) end);
	}

	/** @return of a range that begins behind the end, no bytes and no head */
	private Optional<Got> get(final String key, final String range, final int most) throws ImageException {
		final GetObjectRequest request = GetObjectRequest.builder()
				.bucket(address.bucket())
				.key(address.key(key))
				.range(range)
				.build();
		try {
			return asked(() -> Optional.of(client.getObject(request, body(range != null, most))));
		} catch (final S3Exception e) {
			if (range != null && e.statusCode() == 416) return Optional.of(new Got(null, new byte[0], true));
			if (isMissing(e)) return Optional.empty();
			throw failed("read", key, failures.reason(e, true), e);
		} catch (final SdkException e) {
			throw failed("read", key, failures.reason(e, true), e);
		}
	}

	private static ResponseTransformer<GetObjectResponse, Got> body(final boolean ranged, final int most) {
		return (final GetObjectResponse head, final AbortableInputStream in) -> {
			final int limit = ranged && head.contentRange() == null ? MOST_WITHOUT_RANGES : most;
			final Long length = head.contentLength();
			if (length != null && length > limit) {
				in.abort();
				return new Got(head, new byte[0], false);
			}
			final byte[] bytes;
			final boolean whole;
			try {
				bytes = in.readNBytes(limit);
				whole = bytes.length < limit || in.read() < 0;
			} catch (final IOException e) {
				throw RetryableException.create("the answer is cut", e);
			}
			if (!whole) in.abort();
			if (length != null && bytes.length != length)
				throw RetryableException.create(
						"the answer is cut: expected " + length + " bytes, got " + bytes.length);
			return new Got(head, bytes, whole);
		};
	}

	@Override
	public OptionalLong size(final String key) throws ImageException {
		final String full = address.key(key);
		try {
			return asked(() -> OptionalLong.of(
					client.headObject(head -> head.bucket(address.bucket()).key(full))
							.contentLength()));
		} catch (final S3Exception e) {
			if (e.statusCode() != 404) throw failed("read", key, failures.reason(e, true), e);
			requireBucket(key);
			return OptionalLong.empty();
		} catch (final SdkException e) {
			throw failed("read", key, failures.reason(e, true), e);
		}
	}

	/** An answer to HEAD has no word on what is missing. */
	private void requireBucket(final String key) throws ImageException {
		if (hasBucket.get()) return;
		try {
			asked(() -> client.headBucket(head -> head.bucket(address.bucket())));
		} catch (final S3Exception e) {
			// Who may not ask for the bucket was told that the object is not in it.
			if (e.statusCode() == 404)
				throw failed("read", key, "there is no bucket '" + address.bucket() + "' at " + failures.server(), e);
		} catch (final SdkException e) {
			throw failed("read", key, failures.reason(e, true), e);
		}
		hasBucket.set(true);
	}

	private static boolean isMissing(final S3Exception e) {
		final String code =
				e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
		return e.statusCode() == 404 && "NoSuchKey".equals(code);
	}

	@Override
	public boolean canList() {
		return true;
	}

	@Override
	public List<String> children(final String prefix) throws ImageException {
		final String within =
				Keys.join(address.prefix(), Keys.requirePrefix(prefix)).replaceFirst("/$", "");
		final String begin = within.isEmpty() ? "" : within + "/";
		final TreeSet<String> names = new TreeSet<>();
		try {
			asked(() -> {
				client.listObjectsV2Paginator(list ->
								list.bucket(address.bucket()).prefix(begin).delimiter("/"))
						.forEach(page -> {
							for (final CommonPrefix folder : page.commonPrefixes()) names.add(folder.prefix());
							for (final S3Object object : page.contents()) names.add(object.key());
						});
				return names;
			});
		} catch (final SdkException e) {
			throw failed("list", prefix, failures.reason(e, false), e);
		}
		// A folder may have an object of its own, which is called as it is.
		return names.stream()
				.map(name -> name.substring(begin.length()).replaceFirst("/$", ""))
				.filter(name -> !name.isEmpty())
				.distinct()
				.toList();
	}

	@Override
	public void write(final String key, final byte[] value) throws ImageException {
		final String full = address.key(key);
		try {
			asked(() -> client.putObject(
					put -> put.bucket(address.bucket()).key(full).contentMD5(Md5Utils.md5AsBase64(value)),
					RequestBody.fromBytes(value)));
		} catch (final SdkException e) {
			throw failed("write", key, failures.reason(e, false), e);
		}
	}

	@Override
	public void delete(final String key) throws ImageException {
		final String full = address.key(key);
		try {
			asked(() -> client.deleteObject(
					delete -> delete.bucket(address.bucket()).key(full)));
		} catch (final SdkException e) {
			throw failed("delete", key, failures.reason(e, false), e);
		}
	}

	@Override
	public void close() {
		client.close();
	}

	private static <T> T asked(final Supplier<T> request) {
		try {
			return request.get();
		} catch (final SdkException e) {
			if (S3Failures.isInterruption(e)) Thread.currentThread().interrupt();
			throw e;
		}
	}

	private ImageException failed(final String what, final String key, final String reason, final Exception cause) {
		final String named = key.isEmpty() ? "" : "'" + Printable.name(key) + "' at ";
		return new ImageException("Cannot " + what + " " + named + Printable.name(name()) + ": " + reason, cause);
	}
}
