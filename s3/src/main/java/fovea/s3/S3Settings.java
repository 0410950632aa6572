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
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * What a user has set for S3, by the names that Amazon's own programs know: system properties of Java, then variables
 * of the environment, then the profile of {@code ~/.aws/config}.
 *
 * @param endpoint of a server that is not Amazon's; empty: Amazon's
 * @param region for signatures, and where buckets are looked for first
 * @param pathStyle whether the bucket's name is in the path, and not in the server's name
 * @param profile that was named; empty: none was
 * @param unsigned whether requests are to be sent without credentials, whatever there is
 */
record S3Settings(
		Optional<URI> endpoint, String region, boolean pathStyle, Optional<String> profile, boolean unsigned) {

	/** Buckets of other regions are found from here. */
	private static final String DEFAULT_REGION = "us-east-1";

	private static final Set<String> YES = Set.of("true", "yes", "on", "1");

	/**
	 * Where settings are looked up.
	 *
	 * @param properties of Java; null for one that is not set
	 * @param environment of the process; null for a variable that is not set
	 */
	record Source(UnaryOperator<String> properties, UnaryOperator<String> environment) {

		static final Source SYSTEM = new Source(System::getProperty, System::getenv);

		private Optional<String> property(final String name) {
			return Optional.ofNullable(properties.apply(name))
					.map(String::strip)
					.filter(text -> !text.isEmpty());
		}

		private Optional<String> variable(final String name) {
			return Optional.ofNullable(environment.apply(name))
					.map(String::strip)
					.filter(text -> !text.isEmpty());
		}

		private boolean isYes(final String name) {
			return variable(name)
					.map(text -> YES.contains(text.toLowerCase(Locale.ROOT)))
					.orElse(false);
		}
	}

	/**
	 * @return what is set
	 * @throws ImageException if one of them cannot be meant
	 */
	static S3Settings of(final Source source) throws ImageException {
		final Optional<String> named = source.property("aws.profile").or(() -> source.variable("AWS_PROFILE"));
		final Optional<Profile> profile = profile(named.orElse("default"));
		final Optional<String> endpoint = source.property("aws.endpointUrlS3")
				.or(() -> source.variable("AWS_ENDPOINT_URL_S3"))
				.or(() -> source.property("aws.endpointUrl"))
				.or(() -> source.variable("AWS_ENDPOINT_URL"))
				.or(() -> profile.flatMap(each -> each.property("endpoint_url")));
		final String region = source.property("aws.region")
				.or(() -> source.variable("AWS_REGION"))
				.or(() -> source.variable("AWS_DEFAULT_REGION"))
				.or(() -> profile.flatMap(each -> each.property("region")))
				.orElse(DEFAULT_REGION);
		if (!region.matches("[A-Za-z0-9-]{1,63}"))
			throw new ImageException(
					"AWS_REGION: expected a name such as eu-central-1, got '" + Printable.name(region) + "'");
		return new S3Settings(
				endpoint.isPresent() ? Optional.of(server(endpoint.get())) : Optional.empty(),
				region,
				// Few servers beside Amazon's have a name for each bucket.
				endpoint.isPresent() && !source.isYes("AWS_VIRTUAL_HOSTING"),
				named,
				source.isYes("AWS_NO_SIGN_REQUEST"));
	}

	private static Optional<Profile> profile(final String name) throws ImageException {
		try {
			return ProfileFile.defaultProfileFile().profile(name);
		} catch (final RuntimeException e) { // of a file that cannot be read, or is none
			throw new ImageException("Cannot read the profiles of AWS: " + S3Failures.line(e), e);
		}
	}

	private static URI server(final String text) throws ImageException {
		try {
			final URI uri = URI.create(text);
			if (uri.getScheme() != null && uri.getScheme().matches("(?i)https?") && uri.getHost() != null) return uri;
		} catch (final IllegalArgumentException e) {
			throw noServer(text, e);
		}
		throw noServer(text, null);
	}

	private static ImageException noServer(final String text, final Exception cause) {
		return new ImageException(
				"AWS_ENDPOINT_URL: expected an address such as https://server:9000, got '" + Printable.name(text) + "'",
				cause);
	}
}
