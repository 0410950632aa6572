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
import fovea.zarr.store.Store;
import fovea.zarr.store.StoreProvider;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Opens {@code s3://bucket/key}. Credentials, region and server are those that Amazon's own programs would use
 * ({@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_PROFILE}, {@code AWS_REGION},
 * {@code AWS_ENDPOINT_URL}, {@code ~/.aws}, roles of machines); where no credentials are found, and with
 * {@code AWS_NO_SIGN_REQUEST=true}, requests are sent without, which public buckets answer. A bucket in another region
 * is found there. Stateless.
 */
public final class S3Provider implements StoreProvider {

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final Duration CONNECTING = Duration.ofSeconds(15);

	/** As {@link java.util.ServiceLoader} wants it. */
	public S3Provider() {
		// nothing to be kept
	}

	@Override
	public String scheme() {
		return "s3";
	}

	@Override
	public Store open(final String address) throws ImageException {
		return open(S3Address.of(address), S3Settings.of(S3Settings.Source.SYSTEM), PATIENCE);
	}

	static S3Store open(final S3Address address, final S3Settings settings, final Duration patience)
			throws ImageException {
		final AwsCredentialsProvider credentials = credentials(settings);
		final S3ClientBuilder builder = S3Client.builder()
				.httpClientBuilder(UrlConnectionHttpClient.builder()
						.connectionTimeout(CONNECTING.compareTo(patience) < 0 ? CONNECTING : patience)
						.socketTimeout(patience))
				.credentialsProvider(credentials)
				.region(Region.of(settings.region()))
				.forcePathStyle(settings.pathStyle())
				// Not all servers know Amazon's newer checksums.
				.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
				.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
		if (settings.endpoint().isPresent())
			builder.endpointOverride(settings.endpoint().get());
		else builder.crossRegionAccessEnabled(true);
		final String server = settings.endpoint().map(Object::toString).orElse("Amazon S3");
		try {
			return new S3Store(
					builder.build(),
					address,
					new S3Failures(address.bucket(), server, !(credentials instanceof AnonymousCredentialsProvider)));
		} catch (final SdkException e) {
			throw new ImageException("Cannot open " + address + ": " + S3Failures.line(e), e);
		}
	}

	/** A profile that was named is not silently done without. */
	private static AwsCredentialsProvider credentials(final S3Settings settings) throws ImageException {
		if (settings.unsigned()) return AnonymousCredentialsProvider.create();
		final DefaultCredentialsProvider known =
				DefaultCredentialsProvider.builder().build();
		try {
			known.resolveCredentials();
			return known;
		} catch (final SdkException e) {
			known.close();
			if (settings.profile().isEmpty()) return AnonymousCredentialsProvider.create();
			throw new ImageException(
					"AWS_PROFILE: found no credentials for the profile '"
							+ settings.profile().get() + "' in ~/.aws: log in, or take another profile",
					e);
		}
	}
}
