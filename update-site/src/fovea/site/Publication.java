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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings a site to the state of a staged tree: files whose checksum is new get a version of this publication's time,
 * what was before becomes a previous version, what is gone becomes obsolete. Where nothing has changed nothing is
 * written.
 */
public final class Publication {

	private final Path tree;
	private final Path site;
	private final long timestamp;
	private final Metadata metadata;

	/**
	 * @param tree the files under the names that they have in Fiji
	 * @param site folder; made if there is none
	 * @param timestamp of this publication, yyyyMMddHHmmss in UTC
	 * @param metadata what else is told of files
	 */
	public Publication(final Path tree, final Path site, final long timestamp, final Metadata metadata) {
		this.tree = tree;
		this.site = site;
		this.timestamp = timestamp;
		this.metadata = metadata;
	}

	/**
	 * @return names of files that were added, changed or made obsolete
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if the updater would not take it
	 */
	public List<String> publish() throws IOException, SiteException {
		final Database old = Database.of(site);
		final Map<String, SiteFile> before = new LinkedHashMap<>();
		old.files().forEach(file -> before.put(file.key(), file));
		final List<SiteFile> after = new ArrayList<>();
		final List<String> changed = new ArrayList<>();
		final Map<String, String> names = new LinkedHashMap<>();
		for (final String name : names()) {
			final String other = names.put(FileName.key(name), name);
			if (other != null) throw new SiteException(name + " and " + other + " are one file to the updater");
			final Optional<SiteFile> known = Optional.ofNullable(before.remove(FileName.key(name)));
			final SiteFile file = next(name, known);
			after.add(file);
			if (!known.flatMap(SiteFile::current).equals(file.current())) changed.add(name);
		}
		for (final SiteFile gone : before.values()) {
			after.add(withoutCurrent(gone));
			if (gone.current().isPresent()) changed.add(gone.filename());
		}
		write(after, changed);
		return changed;
	}

	private void write(final List<SiteFile> after, final List<String> changed) throws IOException {
		for (final SiteFile file : after)
			if (changed.contains(file.filename()) && file.current().isPresent()) {
				final Path to = stored(file);
				Files.createDirectories(to.getParent());
				Files.copy(tree.resolve(file.filename()), to, StandardCopyOption.REPLACE_EXISTING);
			}
		final byte[] bytes = new Database(after).write();
		final Path list = site.resolve(Database.NAME);
		if (Files.exists(list) && Arrays.equals(bytes, Files.readAllBytes(list))) return;
		final Path temporary = site.resolve(Database.NAME + ".new");
		Files.createDirectories(site);
		Files.write(temporary, bytes);
		Files.move(temporary, list, StandardCopyOption.REPLACE_EXISTING); // last: what it names is there
	}

	private Path stored(final SiteFile file) {
		return site.resolve(
				SiteFile.stored(file.filename(), file.current().orElseThrow().timestamp()));
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.walk(tree)) {
			return files.filter(Files::isRegularFile)
					.map(f -> tree.relativize(f).toString().replace('\\', '/'))
					.sorted()
					.toList();
		}
	}

	private SiteFile next(final String name, final Optional<SiteFile> before) throws IOException, SiteException {
		if (!FileName.isLegal(name)) throw new SiteException(name + ": the updater does not look at such files");
		final Path file = tree.resolve(name);
		final String checksum = Checksums.of(name, file);
		final Optional<SiteFile.Version> same = before.flatMap(SiteFile::current)
				.filter(v ->
						v.checksum().equals(checksum) && before.get().filename().equals(name));
		// A jar that was only packed anew keeps its old bytes on the site, and so its old size.
		final SiteFile.Version version = same.orElse(new SiteFile.Version(checksum, timestamp, Files.size(file)));
		final List<SiteFile.Previous> previous = same.isPresent()
				? before.get().previous()
				: before.isPresent() ? withoutCurrent(before.get()).previous() : List.of();
		return new SiteFile(
				name,
				Optional.of(version),
				metadata.description(name),
				metadata.dependencies(name),
				FileName.platform(name),
				previous);
	}

	private SiteFile withoutCurrent(final SiteFile file) throws SiteException {
		if (file.current().isEmpty()) return file;
		final SiteFile.Version version = file.current().get();
		if (version.timestamp() >= timestamp)
			throw new SiteException(file.filename() + " has changed, but its version on the site" + " is of "
					+ version.timestamp() + ", not older than " + timestamp + ": commit the change first");
		final List<SiteFile.Previous> previous = new ArrayList<>();
		previous.add(new SiteFile.Previous(file.filename(), version.checksum(), version.timestamp(), timestamp));
		previous.addAll(file.previous());
		return new SiteFile(file.filename(), Optional.empty(), "", List.of(), Optional.empty(), previous);
	}

	/** What the updater shows and does with a file beside installing it. */
	public interface Metadata {

		/**
		 * @param filename path within the site
		 * @return one line
		 */
		String description(String filename);

		/**
		 * @param filename path within the site
		 * @return files without versions that are to be installed with it
		 */
		List<String> dependencies(String filename);
	}
}
