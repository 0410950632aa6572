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
package fovea.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what says whose computer it is: the home folder, under any of its names, becomes ~, and the name
 * of the user, as a part of a path, USER.
 *
 * @param homes names of the home folder
 * @param user name; empty: not known
 */
record Privacy(List<String> homes, String user) {

	/** What may stand before a user's name in a path, and behind it. */
	private static final String BEFORE = "(?<=[/\\\\._-])";

	private static final String BEHIND = "(?![\\p{L}\\p{N}_.-])";

	/** Longer names first, for one may be the beginning of another. */
	Privacy {
		homes = homes.stream()
				.filter(home -> home.length() > 1)
				.sorted(Comparator.comparing(String::length).reversed())
				.toList();
	}

	/** @return for the user of this JVM */
	static Privacy ofUser() {
		final Set<String> homes = new LinkedHashSet<>();
		for (final String home :
				new String[] {System.getProperty("user.home"), System.getenv("HOME"), System.getenv("USERPROFILE")})
			if (home != null && !home.isBlank()) homes.addAll(names(home));
		return new Privacy(new ArrayList<>(homes), String.valueOf(System.getProperty("user.name")));
	}

	private static List<String> names(final String home) {
		final List<String> names =
				new ArrayList<>(List.of(home.replaceFirst("[/\\\\]+$", ""), home.replace('\\', '/')));
		try {
			final Path path = Path.of(home);
			if (Files.exists(path)) names.add(path.toRealPath().toString());
		} catch (final IOException | RuntimeException e) {
			return names; // not a folder that can be looked at: it has no other name
		}
		return names;
	}

	/** @return the text without them */
	String hide(final String text) {
		String hidden = text;
		for (final String home : homes)
			hidden = Pattern.compile(Pattern.quote(home) + BEHIND, Pattern.CASE_INSENSITIVE)
					.matcher(hidden)
					.replaceAll("~");
		if (user.isBlank()) return hidden;
		return Pattern.compile(BEFORE + Pattern.quote(user) + BEHIND)
				.matcher(hidden)
				.replaceAll(Matcher.quoteReplacement("USER"));
	}
}
