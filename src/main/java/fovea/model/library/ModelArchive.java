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
package fovea.model.library;

import fovea.base.ModelException;
import fovea.io.FileKind;
import fovea.io.InputFiles;
import fovea.io.Sha256;
import fovea.io.ZipLimits;
import fovea.io.Zips;
import fovea.model.ModelSpec;
import fovea.model.rdf.RdfReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model's files: a bioimage.io package (folder or zip), or a bare SavedModel (folder or zip). Close it to remove
 * temporary files: what a zip holds is unpacked into a private folder. Immutable and thread-safe while open.
 */
public final class ModelArchive implements AutoCloseable {

	private final Path location;
	private final String label;
	private final ZipLimits limits;
	private final TemporaryFolder temporary;
	private final Path root;
	private final Optional<ModelSpec> spec;
	private final Map<String, String> sha256;
	private final Optional<Path> rdf;
	private final Path savedModel;

	private ModelArchive(final Path location, final ZipLimits limits, final TemporaryFolder temporary)
			throws ModelException {
		this.location = location;
		this.label = fileName(location);
		this.limits = limits;
		this.temporary = temporary;
		if (Files.isRegularFile(location) && label.equals(ModelFinder.SAVED_MODEL)) {
			root = location.toAbsolutePath().getParent();
			rdf = Optional.empty();
			spec = Optional.empty();
			sha256 = Map.of();
			savedModel = root;
			return;
		}
		final boolean given = Files.isRegularFile(location) && label.matches(".*\\.ya?ml");
		final Path top = given
				? location.toAbsolutePath().getParent()
				: Files.isDirectory(location)
						? location.toAbsolutePath()
						: unpack(location, "model", "model (zip or folder)", label);
		final ModelFinder finder = new ModelFinder(top, label);
		rdf = given ? Optional.of(location.toAbsolutePath()) : finder.description();
		if (rdf.isEmpty()) {
			root = top;
			spec = Optional.empty();
			sha256 = Map.of();
			savedModel = bare(finder);
			return;
		}
		root = rdf.get().getParent();
		final RdfReader.Description description =
				RdfReader.read(rdf.get(), given ? label : label + ": " + fileName(rdf.get()));
		spec = Optional.of(description.spec());
		sha256 = description.sha256();
		savedModel = described(description.spec().weights().orElseThrow().source());
	}

	/**
	 * @param path folder or zip; the path of a description (rdf.yaml, or any .yaml) or of a saved_model.pb stands for
	 *     its folder
	 * @return the model's files, validated; the caller closes it
	 * @throws ModelException if this is no model; the message names the file
	 */
	public static ModelArchive open(final Path path) throws ModelException {
		return open(path, ZipLimits.ofSystem());
	}

	static ModelArchive open(final Path path, final ZipLimits limits) throws ModelException {
		if (!Files.exists(path))
			throw new ModelException(path + ": expected a model (zip or folder), there is no such file");
		final TemporaryFolder temporary = new TemporaryFolder();
		boolean opened = false;
		try {
			final ModelArchive archive = new ModelArchive(path, limits, temporary);
			opened = true;
			return archive;
		} finally {
			if (!opened) temporary.close();
		}
	}

	/** @return what {@link #open} was given */
	public Path location() {
		return location;
	}

	/** @return name for people: that of the description, else that of the file */
	public String name() {
		if (spec.isPresent()) return spec.get().name();
		final String name = label.equals(ModelFinder.SAVED_MODEL) ? fileName(root) : label;
		return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
	}

	/** @return the description; empty for a bare SavedModel */
	public Optional<ModelSpec> spec() {
		return spec;
	}

	/** @return folder that holds saved_model.pb */
	public Path savedModel() {
		return savedModel;
	}

	/**
	 * Identifies graph and layout of the network, wherever its files lie: for caches.
	 *
	 * @return SHA-256 in hex over saved_model.pb and, where it is, variables/variables.index; the values of the
	 *     variables do not enter
	 * @throws ModelException if a file cannot be read
	 */
	public String fingerprint() throws ModelException {
		final Path graph = savedModel.resolve(ModelFinder.SAVED_MODEL);
		final Path index = savedModel.resolve("variables").resolve("variables.index");
		try {
			return Files.exists(index) ? Sha256.of(graph, index) : Sha256.of(graph);
		} catch (final IOException e) {
			throw new ModelException(label + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/**
	 * Identifies all that decides what the model gives, wherever its files lie and whether they are zipped: the SHA-256
	 * of the description, where there is one, and of the SavedModel's graph, variables and assets, one after the other
	 * in the order of their paths.
	 *
	 * @return SHA-256 in hex
	 * @throws ModelException if a file cannot be read
	 */
	public String sha256() throws ModelException {
		try {
			final List<Path> files = new ArrayList<>();
			rdf.ifPresent(files::add);
			files.add(savedModel.resolve(ModelFinder.SAVED_MODEL));
			for (final String part : List.of("assets", "variables"))
				if (Files.isDirectory(savedModel.resolve(part))) files.addAll(filesIn(savedModel.resolve(part)));
			return Sha256.of(files.toArray(Path[]::new));
		} catch (final IOException e) {
			throw new ModelException(label + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	private static List<Path> filesIn(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		} catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/**
	 * A file of the model, complete: where the description gives its checksum, it is compared. That a symbolic link in
	 * a folder leads elsewhere is up to who made the folder; zips have none, and {@link fovea.model.audit.GraphAudit}
	 * refuses those among the files that TensorFlow reads.
	 *
	 * @param source relative path within the model, as the description gives it
	 * @return that file or folder
	 * @throws ModelException if it is outside the model, missing, or has another checksum
	 */
	public Path resolve(final String source) throws ModelException {
		if (source.matches("(?i)[a-z][a-z0-9+.-]+:.*"))
			throw new ModelException(label + ": expected a file within the model, got the address '" + source
					+ "', which is not downloaded");
		final Path file = within(source.replace('\\', '/'));
		if (!Files.exists(file))
			throw new ModelException(label + ": expected the file '" + source + "', it is not in the model");
		final String expected = sha256.get(source);
		if (expected == null || !Files.isRegularFile(file)) return file;
		try {
			final String actual = Sha256.of(file);
			if (!actual.equals(expected))
				throw new ModelException(label + ": " + source + ": expected SHA-256 " + expected + ", got " + actual);
			return file;
		} catch (final IOException e) {
			throw new ModelException(label + ": " + source + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	@Override
	public void close() {
		temporary.close();
	}

	private Path within(final String source) throws ModelException {
		try {
			final Path file = root.resolve(source).normalize();
			if (source.matches("/.*|[A-Za-z]:.*") || !file.startsWith(root.normalize())) throw outside(source, null);
			return file;
		} catch (final InvalidPathException e) {
			throw outside(source, e);
		}
	}

	private ModelException outside(final String source, final InvalidPathException cause) {
		return new ModelException(label + ": expected a file within the model, got '" + source + "'", cause);
	}

	private Path bare(final ModelFinder finder) throws ModelException {
		final Optional<Path> found = finder.savedModel();
		if (found.isPresent()) return found.get();
		final Optional<String> other = ForeignModel.find(location).or(() -> ForeignModel.find(root));
		if (other.isPresent()) throw new ModelException(label + ": expected a SavedModel, got " + other.get());
		throw new ModelException(label + ": expected a model, a folder or zip that holds "
				+ ModelFinder.DESCRIPTIONS.get(0) + " or " + ModelFinder.SAVED_MODEL + ", found neither");
	}

	private Path described(final String source) throws ModelException {
		final Path weights = resolve(source);
		if (fileName(weights).equals(ModelFinder.SAVED_MODEL)) return weights.getParent();
		final String name = label + ": " + source;
		final Path folder =
				Files.isDirectory(weights) ? weights : unpack(weights, "weights", "SavedModel (zip or folder)", name);
		return new ModelFinder(folder, name)
				.savedModel()
				.orElseThrow(() -> new ModelException(name + ": expected a SavedModel, "
						+ ForeignModel.find(weights)
								.or(() -> ForeignModel.find(folder))
								.map(other -> "got " + other)
								.orElse("found no " + ModelFinder.SAVED_MODEL)));
	}

	private Path unpack(final Path zip, final String folder, final String expected, final String name)
			throws ModelException {
		try {
			final FileKind kind = FileKind.of(zip);
			if (kind != FileKind.ZIP)
				throw new ModelException(name + ": expected a " + expected + ", got "
						+ ForeignModel.find(zip).orElse(kind.label()));
			final Path target = temporary.create(folder);
			Zips.unpack(zip, name, target, limits);
			return target;
		} catch (final IOException e) {
			throw new ModelException(name + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	private static String fileName(final Path path) {
		final Path name = path.toAbsolutePath().normalize().getFileName();
		return name == null ? path.toString() : name.toString();
	}
}
