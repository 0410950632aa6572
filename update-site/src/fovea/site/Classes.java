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

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks for classes that one class path must not have twice, or not at all. */
public final class Classes {

	private static final List<String> ONLY_IN_LIB = List.of("org/tensorflow/", "com/google/protobuf/", "org/bytedeco/");

	private Classes() {}

	/**
	 * @param jars which are to be on Fiji's class path together
	 * @throws IOException if one cannot be read
	 * @throws SiteException if two have a class of one name, or one has a class of TensorFlow
	 */
	public static void check(final List<Path> jars) throws IOException, SiteException {
		final Map<String, Path> seen = new HashMap<>();
		for (final Path jar : jars)
			try (ZipFile zip = new ZipFile(jar.toFile())) {
				for (final String name : zip.stream()
						.map(ZipEntry::getName)
						.filter(Classes::isClass)
						.toList()) {
					final Path other = seen.put(name, jar);
					if (other != null)
						throw new SiteException(
								name + " is in " + other.getFileName() + " and in " + jar.getFileName());
					if (ONLY_IN_LIB.stream().anyMatch(name::startsWith))
						throw new SiteException(
								name + " is in " + jar.getFileName() + ", where Fiji's class path sees it");
				}
			}
	}

	private static boolean isClass(final String entry) {
		return entry.endsWith(".class") && !entry.endsWith("module-info.class") && !entry.startsWith("META-INF/");
	}
}
