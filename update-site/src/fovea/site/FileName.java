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

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the updater sees in the name of a file: the folders it may be in, the system it is for, the version in it. */
public final class FileName {

	/** The systems that Fovea is for, as the updater calls them. */
	public static final List<String> PLATFORMS = List.of("linux64", "linux-arm64", "macos-arm64", "win64");

	/** What follows the name of an artifact: -1.2.3, -1.2.3-SNAPSHOT, -1.1.0-gpu. */
	private static final Pattern VERSIONED = Pattern.compile("(.+?)-\\d+(?:\\.\\d+)+[a-z]?(?:-[A-Za-z0-9.]+)*\\.jar");

	private static final Pattern LEGAL =
			Pattern.compile("jars/.+\\.jar|plugins/.+\\.jar|scripts/.+\\.(?:ijm|py|groovy|js|bsh)|"
					+ "macros/.+\\.(?:ijm|txt|png)|(?:models|lib|licenses)/.+");

	private FileName() {}

	/**
	 * @param filename path within the site
	 * @return the same without the version, which the updater knows a file by
	 */
	public static String key(final String filename) {
		final Matcher matcher = VERSIONED.matcher(filename);
		return matcher.matches() ? matcher.group(1) + ".jar" : filename;
	}

	/**
	 * @param filename path within the site
	 * @return the system it is only for, from the folder of that name in lib/ or jars/; empty if for all
	 */
	public static Optional<String> platform(final String filename) {
		return PLATFORMS.stream()
				.filter(p -> filename.startsWith("lib/" + p + "/") || filename.startsWith("jars/" + p + "/"))
				.findFirst();
	}

	/**
	 * @param filename path within the site
	 * @return whether the updater looks at files of this folder and ending, and the name is plain enough for its
	 *     checksums and addresses
	 */
	public static boolean isLegal(final String filename) {
		return LEGAL.matcher(filename).matches() && filename.matches("[A-Za-z0-9._/-]+") && !filename.contains("..");
	}
}
