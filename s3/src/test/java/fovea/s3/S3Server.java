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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A server of S3 on a free port of the loopback, whose buckets are the folders of a folder. */
final class S3Server implements AutoCloseable {

	static final String USER = "somebody";
	static final String SECRET = "a-secret";

	private final BlobStoreContext context;
	private final S3Proxy proxy;

	private S3Server(final BlobStoreContext context, final S3Proxy proxy) {
		this.context = context;
		this.proxy = proxy;
	}

	/** @param signed whether requests need {@link #USER} and {@link #SECRET}; else anybody may ask */
	static S3Server start(final Path folder, final boolean signed) throws Exception {
		final Properties properties = new Properties();
		properties.setProperty(
				"jclouds.filesystem.basedir",
				Files.createDirectories(folder).toRealPath().toString());
		final BlobStoreContext context = ContextBuilder.newBuilder("filesystem")
				.credentials("x", "x")
				.overrides(properties)
				.build(BlobStoreContext.class);
		final S3Proxy proxy = S3Proxy.builder()
				.blobStore(context.getBlobStore())
				.endpoint(URI.create("http://127.0.0.1:0"))
				.awsAuthentication(signed ? AuthenticationType.AWS_V2_OR_V4 : AuthenticationType.NONE, USER, SECRET)
				.build();
		proxy.start();
		return new S3Server(context, proxy);
	}

	void bucket(final String name) {
		context.getBlobStore().createContainerInLocation(null, name);
	}

	String address() {
		return "http://127.0.0.1:" + proxy.getPort();
	}

	/** @return the store, as the environment says it */
	S3Store open(final String place, final Map<String, String> environment) throws ImageException {
		return open(place, address(), environment, Duration.ofSeconds(10));
	}

	static S3Store open(
			final String place, final String server, final Map<String, String> environment, final Duration patience)
			throws ImageException {
		final S3Settings settings = S3Settings.of(new S3Settings.Source(
				Map.of("aws.endpointUrl", server)::get,
				name -> Optional.ofNullable(environment.get(name)).orElse(null)));
		return S3Provider.open(S3Address.of(place), settings, patience);
	}

	@Override
	public void close() throws Exception {
		proxy.stop();
		context.close();
	}
}
