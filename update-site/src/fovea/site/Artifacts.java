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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an installation has each artifact that Fovea needs.
 *
 * @param entries by the artifact's name
 */
public record Artifacts(Map<String, Entry> entries) {

	/** For licenses that are in the artifact's jar. */
	public static final String INSIDE = "inside";

	/**
	 * @param place in an installation
	 * @param licenses names of files, or {@value #INSIDE}
	 */
	public record Entry(Place place, List<String> licenses) {}

	/** Where an artifact is. */
	public enum Place {
		/** Fiji has it: it is not shipped. */
		FIJI,
		/** On Fiji's class path, put there by Fovea. */
		JARS,
		/** In lib/, which is not on Fiji's class path. */
		LIB
	}

	/**
	 * @param file lines of name, place, licenses and reason
	 * @return what it says
	 * @throws IOException if it cannot be read
	 * @throws SiteException if a line is not understood
	 */
	public static Artifacts read(final Path file) throws IOException, SiteException {
		final Map<String, Entry> entries = new LinkedHashMap<>();
		for (final String line : Files.readAllLines(file)) {
			if (line.isBlank() || line.startsWith("#")) continue;
			final String[] words = line.split("\\s+", 4);
			if (words.length < 4)
				throw new SiteException(file + ": expected a name, a place, licenses and a reason, but found: " + line);
			entries.put(
					words[0],
					new Entry(
							switch (words[1]) {
								case "fiji" -> Place.FIJI;
								case "jars" -> Place.JARS;
								case "lib" -> Place.LIB;
								default ->
									throw new SiteException(file + ": expected fiji, jars or lib, but found: " + line);
							},
							List.of(words[2].split(","))));
		}
		return new Artifacts(entries);
	}

	/**
	 * @param jar a jar's name with version
	 * @return the artifact's name
	 */
	public static String name(final Path jar) {
		final String key = FileName.key(jar.getFileName().toString());
		return key.substring(0, key.length() - ".jar".length());
	}

	/**
	 * @param jar a jar's name with version
	 * @return what is known of it
	 * @throws SiteException if the list does not have it
	 */
	public Entry entry(final Path jar) throws SiteException {
		return Optional.ofNullable(entries.get(name(jar)))
				.orElseThrow(() -> new SiteException(
						jar.getFileName() + ": artifacts.txt does not say where it is in an installation"));
	}

	/**
	 * @param place in an installation
	 * @return names of artifacts there
	 */
	public List<String> in(final Place place) {
		return entries.keySet().stream()
				.filter(name -> entries.get(name).place() == place)
				.toList();
	}
}
