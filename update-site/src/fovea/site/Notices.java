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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Licenses and notices of what is shipped: those in the jars themselves, and those kept in a folder where jars have
 * none.
 *
 * @param artifacts which are whose
 * @param kept folder of texts
 */
public record Notices(Artifacts artifacts, Path kept) {

	/**
	 * Writes an artifact's into a folder of its name.
	 *
	 * @param jar the artifact
	 * @param to folder of all notices
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if there is none where one is expected
	 */
	public void write(final Path jar, final Path to) throws IOException, SiteException {
		final Path folder = Files.createDirectories(to.resolve(Artifacts.name(jar)));
		for (final String license : artifacts.entry(jar).licenses())
			if (!license.equals(Artifacts.INSIDE)) Files.copy(kept.resolve(license), folder.resolve(license));
			else if (copyInside(jar, folder) == 0) throw new SiteException(jar.getFileName() + " has no license in it");
	}

	private static int copyInside(final Path jar, final Path folder) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			final List<ZipEntry> entries = new ArrayList<>(zip.stream()
					.filter(e -> !e.isDirectory() && isNotice(e.getName()))
					.toList());
			for (final ZipEntry entry : entries) {
				final String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
				try (InputStream in = zip.getInputStream(entry)) {
					Files.copy(in, folder.resolve(name));
				}
			}
			return entries.size();
		}
	}

	private static boolean isNotice(final String entry) {
		final String name = entry.substring(entry.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
		return !name.endsWith(".CLASS")
				&& (name.contains("LICENSE") || name.contains("NOTICE") || name.contains("COPYING"));
	}
}
