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
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;

/** Checks a site's files, and installs and updates from it as the updater would, for every system. */
public final class SiteVerification {

	private final PrintStream out;

	/** @param out for what was found right, a line each */
	public SiteVerification(final PrintStream out) {
		this.out = out;
	}

	/**
	 * @param site folder
	 * @param work empty folder, for installations
	 * @param platforms to install for
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if something is wrong with the site
	 */
	public void verify(final Path site, final Path work, final List<String> platforms)
			throws IOException, SiteException {
		final List<String> wrong = SiteCheck.check(site);
		if (!wrong.isEmpty()) throw new SiteException(String.join("\nupdate-site: ", wrong));
		final Database database = Database.of(site);
		out.println(site + ": " + database.files().size() + " files are as its list says");
		try (SiteServer server = new SiteServer(site, 0)) {
			for (final String platform : platforms) verify(site, database, server, work.resolve(platform), platform);
		}
	}

	/**
	 * The same of a site that is online, as far as can be seen from here: what its server says, and what it gives.
	 *
	 * @param site address, which ends with a slash
	 * @param work empty folder, for installations
	 * @param platforms to install for
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if something is wrong with the site or its server
	 */
	public void verify(final URI site, final Path work, final List<String> platforms)
			throws IOException, SiteException {
		for (final String platform : platforms) {
			final Client client = new Client(site, work.resolve(platform), platform);
			final int installed = client.update().installed().size();
			if (installed == 0) throw new SiteException(platform + ": the site at " + site + " has nothing for it");
			if (!client.update().installed().isEmpty())
				throw new SiteException(platform + ": a second update from " + site + " does something");
			out.println("  " + platform + ": " + installed + " files installed from " + site);
		}
	}

	private void verify(
			final Path site, final Database database, final SiteServer server, final Path folder, final String platform)
			throws IOException, SiteException {
		final Client client = new Client(server.address(), folder, platform);
		final int installed = client.update().installed().size();
		final List<SiteFile> wanted = database.files().stream()
				.filter(f -> f.current().isPresent() && f.isFor(platform))
				.toList();
		if (installed != wanted.size())
			throw new SiteException(
					platform + ": expected " + wanted.size() + " files to be installed, not " + installed);
		final Client.Outcome again = client.update();
		if (!again.installed().isEmpty() || !again.removed().isEmpty())
			throw new SiteException(platform + ": a second update does something: " + again);
		out.println("  " + platform + ": " + installed + " files installed, the next update finds nothing to do");
		final TreeSet<Long> times = new TreeSet<>();
		database.files().forEach(file -> file.previous().forEach(old -> times.add(old.timestamp())));
		for (final long time : times) updateFrom(time, site, database, client, folder, platform);
	}

	/** Puts what the site had at a time into the installation. */
	private void updateFrom(
			final long time,
			final Path site,
			final Database database,
			final Client client,
			final Path folder,
			final String platform)
			throws IOException, SiteException {
		int old = 0;
		for (final SiteFile file : database.files())
			for (final SiteFile.Previous version : file.previous()) {
				final Path stored = site.resolve(SiteFile.stored(version.filename(), version.timestamp()));
				if (version.timestamp() > time
						|| version.obsolete() <= time
						|| !Files.exists(stored)
						|| !FileName.platform(version.filename())
								.map(platform::equals)
								.orElse(true)) continue;
				Files.deleteIfExists(folder.resolve(file.filename()));
				Files.copy(
						stored,
						Files.createDirectories(
										folder.resolve(version.filename()).getParent())
								.resolve(folder.resolve(version.filename()).getFileName()),
						StandardCopyOption.REPLACE_EXISTING);
				old++;
			}
		final Client.Outcome outcome = client.update();
		for (final SiteFile file : database.files())
			if (file.isFor(platform) && file.current().isPresent() != Files.exists(folder.resolve(file.filename())))
				throw new SiteException(platform + ": after an update from " + time + ", " + file.filename() + " is "
						+ (file.current().isPresent() ? "missing" : "still there"));
		if (!outcome.kept().isEmpty())
			throw new SiteException(platform + ": versions of " + time + " are not known: " + outcome.kept());
		out.println("  " + platform + ": updated from " + time + ", where " + old + " files were others");
	}
}
