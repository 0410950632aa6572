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
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The plugin's jar, which differs between hosts: plain ImageJ makes its menu of plugins.config. Fiji has the menu from
 * annotations; with that file its search finds each command twice, and each start tells so on standard output.
 */
final class PluginJar {

	/** Plain ImageJ takes any entry whose name ends so. */
	private static final String MENU = "plugins.config";

	private PluginJar() {}

	/**
	 * @param jar as it was built
	 * @param to the same, without the menu of plain ImageJ; the same jar gives the same bytes
	 * @throws IOException if it cannot be read or written
	 */
	static void withoutMenu(final Path jar, final Path to) throws IOException {
		try (InputStream in = Files.newInputStream(jar);
				ZipInputStream entries = new ZipInputStream(in);
				OutputStream out = Files.newOutputStream(to);
				ZipOutputStream packed = new ZipOutputStream(out)) {
			packed.setLevel(9);
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				if (isMenu(entry.getName())) continue;
				final ZipEntry same = new ZipEntry(entry.getName());
				same.setTimeLocal(entry.getTimeLocal());
				packed.putNextEntry(same);
				entries.transferTo(packed);
				packed.closeEntry();
			}
		}
	}

	/**
	 * @param jar any
	 * @return whether plain ImageJ makes a menu of it
	 * @throws IOException if it cannot be read
	 */
	static boolean hasMenu(final Path jar) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().map(ZipEntry::getName).anyMatch(PluginJar::isMenu);
		}
	}

	/**
	 * Scripts whose names differ in nothing but their endings have one label in Fiji's menu: one hides the other.
	 *
	 * @param scripts names of files
	 * @throws SiteException if two have one label
	 */
	static void requireDistinctLabels(final List<String> scripts) throws SiteException {
		for (int i = 0; i < scripts.size(); i++)
			for (int j = i + 1; j < scripts.size(); j++)
				if (label(scripts.get(i)).equals(label(scripts.get(j))))
					throw new SiteException(scripts.get(i) + " and " + scripts.get(j) + " have one label in the menu");
	}

	private static String label(final String script) {
		final int dot = script.lastIndexOf('.');
		return (dot < 0 ? script : script.substring(0, dot)).replace('_', ' ');
	}

	private static boolean isMenu(final String entry) {
		return entry.endsWith(MENU);
	}
}
