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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks a site's folder file by file. */
public final class SiteCheck {

	private final Path site;
	private final List<String> wrong = new ArrayList<>();

	private SiteCheck(final Path site) {
		this.site = site;
	}

	/**
	 * @param site folder
	 * @return what is wrong, a line each
	 * @throws IOException if something cannot be read
	 * @throws SiteException if its list is not understood
	 */
	public static List<String> check(final Path site) throws IOException, SiteException {
		final SiteCheck check = new SiteCheck(site);
		if (!Files.exists(site.resolve(Database.NAME))) return List.of(site + " has no " + Database.NAME);
		final List<SiteFile> files = Database.of(site).files();
		final Set<String> keys = new HashSet<>();
		final Set<String> expected = new HashSet<>(Set.of(Database.NAME));
		for (final SiteFile file : files) {
			if (!keys.add(file.key())) check.wrong.add(file.filename() + ": another file is the same to the updater");
			check.file(file, expected);
		}
		for (final SiteFile file : files)
			for (final String dependency : file.dependencies())
				if (files.stream()
						.anyMatch(f -> f.key().equals(FileName.key(dependency))
								&& f.current().isEmpty()))
					check.wrong.add(file.filename() + " needs " + dependency + ", which is obsolete");
		check.strangers(expected);
		check.classes(files);
		check.menus(files);
		return check.wrong;
	}

	private void file(final SiteFile file, final Set<String> expected) throws IOException {
		final String name = file.filename();
		for (final SiteFile.Previous old : file.previous()) {
			expected.add(SiteFile.stored(old.filename(), old.timestamp()));
			if (file.current()
					.filter(version -> version.timestamp() <= old.timestamp())
					.isPresent()) wrong.add(name + ": a version of before is not older");
			stamp(name, old.timestamp());
			stamp(name, old.obsolete());
		}
		if (file.current().isEmpty()) {
			if (file.previous().isEmpty()) wrong.add(name + ": has no version at all");
			return;
		}
		final SiteFile.Version version = file.current().get();
		stamp(name, version.timestamp());
		if (!FileName.isLegal(name)) wrong.add(name + ": the updater does not look at such files");
		if (!FileName.platform(name).equals(file.platform()))
			wrong.add(name + ": expected to be for " + FileName.platform(name) + ", but is for " + file.platform());
		final String stored = SiteFile.stored(name, version.timestamp());
		expected.add(stored);
		final Path path = site.resolve(stored);
		if (!Files.isRegularFile(path)) wrong.add(stored + ": is missing");
		else if (Files.size(path) != version.size())
			wrong.add(stored + ": expected " + version.size() + " bytes, has " + Files.size(path));
		else if (!Checksums.of(name, path).equals(version.checksum()))
			wrong.add(stored + ": its checksum is not the one in the list");
	}

	private void stamp(final String name, final long timestamp) {
		if (!Long.toString(timestamp)
				.matches("20\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])([01]\\d|2[0-3])[0-5]\\d[0-5]\\d"))
			wrong.add(name + ": expected a time yyyyMMddHHmmss, but found " + timestamp);
	}

	private void strangers(final Set<String> expected) throws IOException {
		try (Stream<Path> files = Files.walk(site)) {
			files.filter(Files::isRegularFile)
					.map(f -> site.relativize(f).toString().replace('\\', '/'))
					.filter(f -> !expected.contains(f))
					.sorted()
					.forEach(f -> wrong.add(f + ": is not in the list"));
		}
	}

	private void classes(final List<SiteFile> files) throws IOException {
		final List<Path> onClassPath = files.stream()
				.filter(f -> f.current().isPresent())
				.filter(f -> f.filename().startsWith("plugins/") || f.filename().startsWith("jars/"))
				.map(f -> site.resolve(
						SiteFile.stored(f.filename(), f.current().get().timestamp())))
				.filter(Files::exists)
				.toList();
		try {
			Classes.check(onClassPath);
		} catch (final SiteException e) {
			wrong.add(e.getMessage());
		}
	}

	/** What Fiji would show twice. */
	private void menus(final List<SiteFile> files) throws IOException {
		final List<String> scripts = new ArrayList<>();
		for (final SiteFile file : files) {
			if (file.current().isEmpty()) continue;
			final Path stored = site.resolve(
					SiteFile.stored(file.filename(), file.current().get().timestamp()));
			if (file.filename().startsWith("scripts/")) scripts.add(file.filename());
			if (file.filename().startsWith("plugins/") && Files.exists(stored) && PluginJar.hasMenu(stored))
				wrong.add(file.filename() + ": has a plugins.config, so that Fiji's search finds its commands twice");
		}
		try {
			PluginJar.requireDistinctLabels(scripts);
		} catch (final SiteException e) {
			wrong.add(e.getMessage());
		}
	}
}
