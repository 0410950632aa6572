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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in S3 something is.
 *
 * @param bucket its name
 * @param prefix what all keys begin with, without a slash at its end; "" for the whole bucket
 */
record S3Address(String bucket, String prefix) {

	private static final Pattern ADDRESS = Pattern.compile("(?i:s3)://([A-Za-z0-9._-]{3,255})(?:/(.*))?");

	/**
	 * @param text such as s3://bucket/image.zarr
	 * @return the same
	 * @throws ImageException if it is no such address
	 */
	static S3Address of(final String text) throws ImageException {
		final Matcher address = ADDRESS.matcher(text.strip());
		if (!address.matches())
			throw new ImageException(
					"Expected an address such as s3://bucket/image.zarr, got '" + Printable.name(text) + "'");
		final String path = address.group(2) == null ? "" : address.group(2).replaceFirst("/+$", "");
		return new S3Address(address.group(1), Keys.requirePrefix(path));
	}

	/** @return as the user says it */
	@Override
	public String toString() {
		return "s3://" + Keys.join(bucket, prefix).replaceFirst("/$", "");
	}

	/**
	 * @param key below this address
	 * @return within the bucket
	 * @throws ImageException if it is no key
	 */
	String key(final String key) throws ImageException {
		return Keys.join(prefix, Keys.require(key));
	}
}
