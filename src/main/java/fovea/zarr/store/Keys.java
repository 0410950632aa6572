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
import fovea.text.Printable;

/** Rules of keys, the same for all stores. Stateless. */
public final class Keys {

	/** Longer ones are no names but an attack or an accident. */
	private static final int LONGEST = 4096;

	private Keys() {}

	/**
	 * @param key any text
	 * @return the same
	 * @throws ImageException if it is no key
	 */
	public static String require(final String key) throws ImageException {
		if (!isKey(key))
			throw new ImageException(
					"Expected a name inside the store (parts between '/', none empty, '.' or '..'), got '"
							+ Printable.name(key.length() > LONGEST ? key.substring(0, 80) + "..." : key) + "'");
		return key;
	}

	/**
	 * @param prefix a key, or "" for the root
	 * @return the same
	 * @throws ImageException if it is neither
	 */
	public static String requirePrefix(final String prefix) throws ImageException {
		return prefix.isEmpty() ? prefix : require(prefix);
	}

	/**
	 * @param prefix a key, or "" for the root
	 * @param name a key relative to it
	 * @return the whole key
	 */
	public static String join(final String prefix, final String name) {
		return prefix.isEmpty() ? name : prefix + "/" + name;
	}

	static boolean isKey(final String key) {
		if (key.length() > LONGEST) return false;
		for (final String part : key.split("/", -1))
			if (part.isEmpty() || part.equals(".") || part.equals("..")) return false;
		return key.chars().noneMatch(each -> each == '\\' || Character.isISOControl(each));
	}
}
