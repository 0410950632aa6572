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
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Installs and updates a folder from a site, as ImageJ's updater does for a user who accepts everything: takes what is
 * for the system, refuses wrong sizes and checksums, brings known older versions up to date, removes obsolete files,
 * leaves alone what the user has changed.
 */
public final class Client {

	private final URI site;
	private final Path folder;
	private final String platform;

	/**
	 * @param site address of the site; ends with a slash
	 * @param folder of the installation, with jars and plugins in it
	 * @param platform of the installation, for example linux64
	 */
	public Client(final URI site, final Path folder, final String platform) {
		this.site = site;
		this.folder = folder;
		this.platform = platform;
	}

	/**
	 * What an update did, in names within the installation.
	 *
	 * @param installed new or newer
	 * @param removed obsolete, or followed by one of another name
	 * @param kept which the user has changed
	 */
	public record Outcome(List<String> installed, List<String> removed, List<String> kept) {}

	/**
	 * Nothing is put into the installation before everything has been fetched and found right.
	 *
	 * @return what was done
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if what the site has is not what its list says
	 */
	public Outcome update() throws IOException, SiteException {
		final Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		final List<SiteFile> wanted = new ArrayList<>();
		for (final SiteFile file : Database.read(list()).files()) if (file.isFor(platform)) plan(file, wanted, outcome);
		Files.createDirectories(folder);
		final Path fetched = Files.createTempDirectory(folder, ".update-");
		try {
			for (final SiteFile file : wanted) fetch(file, fetched.resolve(file.filename()));
			for (final String old : outcome.removed()) Files.delete(folder.resolve(old));
			for (final SiteFile file : wanted) {
				final Path to = folder.resolve(file.filename());
				Files.createDirectories(to.getParent());
				Files.move(fetched.resolve(file.filename()), to, StandardCopyOption.REPLACE_EXISTING);
				outcome.installed().add(file.filename());
			}
		} finally {
			delete(fetched);
		}
		return outcome;
	}

	private void plan(final SiteFile file, final List<SiteFile> wanted, final Outcome outcome) throws IOException {
		boolean isThere = false;
		boolean isKept = false;
		for (final String local : localNames(file.key())) {
			final String checksum = Checksums.of(local, folder.resolve(local));
			final boolean isCurrent =
					file.current().filter(v -> v.checksum().equals(checksum)).isPresent()
							&& local.equals(file.filename());
			final boolean isOld = file.previous().stream()
							.anyMatch(old -> old.checksum().equals(checksum))
					|| file.current().filter(v -> v.checksum().equals(checksum)).isPresent();
			if (isCurrent) isThere = true;
			else if (!isOld) isKept = outcome.kept().add(local);
			else if (!file.current().isPresent() || !local.equals(file.filename()))
				outcome.removed().add(local);
		}
		if (file.current().isPresent() && !isThere && !isKept) wanted.add(file);
	}

	/** @return names of all versions that are installed of a file */
	private List<String> localNames(final String key) throws IOException {
		final Path parent = folder.resolve(key).getParent();
		if (!Files.isDirectory(parent)) return List.of();
		try (Stream<Path> files = Files.list(parent)) {
			return files.filter(Files::isRegularFile)
					.map(f -> folder.relativize(f).toString().replace('\\', '/'))
					.filter(name -> FileName.key(name).equals(key))
					.sorted()
					.toList();
		}
	}

	private void fetch(final SiteFile file, final Path to) throws IOException, SiteException {
		final SiteFile.Version version = file.current().orElseThrow();
		Files.createDirectories(to.getParent());
		try (InputStream in = open(SiteFile.stored(file.filename(), version.timestamp()))) {
			Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
		}
		if (Files.size(to) != version.size())
			throw new SiteException(
					file.filename() + ": expected " + version.size() + " bytes, but the site has " + Files.size(to));
		final String checksum = Checksums.of(file.filename(), to);
		if (!checksum.equals(version.checksum()))
			throw new SiteException(file.filename() + ": expected the checksum " + version.checksum()
					+ ", but what the site has gives " + checksum);
	}

	/**
	 * Without the time of the list the updater takes it for one of 1970, and everything on the site for new, for ever.
	 */
	private byte[] list() throws IOException, SiteException {
		final HttpURLConnection connection = connect(Database.NAME);
		if (connection.getLastModified() == 0)
			throw new SiteException("the server does not say when " + Database.NAME
					+ " was changed (Last-Modified), which the updater goes by");
		try (InputStream in = connection.getInputStream()) {
			return in.readAllBytes();
		}
	}

	private InputStream open(final String name) throws IOException, SiteException {
		return connect(name).getInputStream();
	}

	private HttpURLConnection connect(final String name) throws IOException, SiteException {
		final HttpURLConnection connection =
				(HttpURLConnection) site.resolve(name).toURL().openConnection();
		if (connection.getResponseCode() != HttpURLConnection.HTTP_OK)
			throw new SiteException("the site has no " + name + " (answer " + connection.getResponseCode() + ")");
		return connection;
	}

	private static void delete(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
		}
	}
}
