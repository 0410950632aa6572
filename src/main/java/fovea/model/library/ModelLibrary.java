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
import fovea.io.FileNames;
import fovea.io.InputFiles;
import fovea.model.ModelSpec;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds models by name or path: paths first, then the user's models folders, then those inside the jar. A model in a
 * models folder has the name of its folder, or that of its zip without ".zip". Immutable and thread-safe; the folders
 * are looked at anew with every call.
 */
public final class ModelLibrary {

	private static final String BUNDLED = "fovea/models/";

	/** In the jar's list behind the names of models that were set by hand. */
	private static final String DEMONSTRATION = " demonstration";

	private final List<Path> folders;
	private final ClassLoader resources;

	/**
	 * Looks in the folders of the system property {@code fovea.models} (a path list), else of the environment's
	 * FOVEA_MODELS, else in ~/.fovea/models.
	 */
	public ModelLibrary() {
		this(defaultFolders(
				System.getProperty("fovea.models"), System.getenv("FOVEA_MODELS"), System.getProperty("user.home")));
	}

	/** @param folders where models are installed, the first one wins; they need not exist */
	public ModelLibrary(final List<Path> folders) {
		this(folders, ModelLibrary.class.getClassLoader());
	}

	ModelLibrary(final List<Path> folders, final ClassLoader resources) {
		this.folders = List.copyOf(folders);
		this.resources = resources;
	}

	/**
	 * @param nameOrPath as {@link #open(String, Consumer)}
	 * @return the model, which the caller closes
	 * @throws ModelException if there is none, or it is broken
	 */
	public ModelArchive open(final String nameOrPath) throws ModelException {
		return open(nameOrPath, note -> {});
	}

	/**
	 * @param nameOrPath a name of {@link #names()}, whatever lies in the working directory, or the path of a folder or
	 *     zip
	 * @param notes hears, in one line, where more than one model could be meant
	 * @return the model, which the caller closes
	 * @throws ModelException if there is none, or it is broken
	 */
	public ModelArchive open(final String nameOrPath, final Consumer<String> notes) throws ModelException {
		final Path installed = installed().get(nameOrPath);
		final boolean inside = bundled().contains(nameOrPath);
		final Optional<Path> path = existing(nameOrPath);
		if (installed != null || inside) {
			final String taken = installed == null ? "the model inside Fovea" : "the model " + installed;
			if (path.isPresent())
				notes.accept("model=" + nameOrPath + ": " + taken + " is used, not "
						+ path.get().toAbsolutePath().normalize() + "; to use that, write ." + File.separator
						+ nameOrPath);
			else if (inside && installed != null)
				notes.accept("model=" + nameOrPath + ": " + taken
						+ " is used, not the model inside Fovea; to use that, rename yours");
			return open(new LibraryModel(nameOrPath, Optional.ofNullable(installed)));
		}
		if (path.isPresent()) return ModelArchive.open(path.get());
		final List<String> names = names();
		throw new ModelException((nameOrPath.isBlank() ? "No model given" : "Model '" + nameOrPath + "' not found")
				+ ": expected the path of a folder or zip"
				+ (names.isEmpty() ? ", there are no installed models" : ", or one of " + String.join(", ", names)));
	}

	/**
	 * @param model of {@link #models()}, whatever files have its name as their path
	 * @return the model, which the caller closes
	 * @throws ModelException if it is broken
	 */
	public ModelArchive open(final LibraryModel model) throws ModelException {
		return model.file().isPresent() ? ModelArchive.open(model.file().get()) : openBundled(model.name());
	}

	/**
	 * Opens what a command takes where nobody names a model, so that no file or folder can take its place.
	 *
	 * @param name of a model in the jar
	 * @return the model, which the caller closes
	 * @throws ModelException if it is broken
	 */
	public ModelArchive openInside(final String name) throws ModelException {
		return openBundled(name);
	}

	/**
	 * Opens what a command offers by name before anybody has chosen, where the one who chose cannot be told from the
	 * one who did not: a window, or a macro that was recorded. Whatever is installed, the name means the model inside.
	 *
	 * @param name a name or path
	 * @param offered the name of a model in the jar
	 * @param notes hears, in one line, where more than one model could be meant
	 * @return the model, which the caller closes
	 * @throws ModelException if there is none, or it is broken
	 */
	public ModelArchive openOffered(final String name, final String offered, final Consumer<String> notes)
			throws ModelException {
		final Path installed = installed().get(name);
		if (!name.equals(offered) || installed == null || !bundled().contains(offered)) return open(name, notes);
		notes.accept("model=" + name + ": the model inside Fovea is used, not the model " + installed
				+ "; to use that, give its path or rename it");
		return openInside(name);
	}

	/** @return names of installed and bundled models, sorted */
	public List<String> names() {
		final TreeSet<String> names = new TreeSet<>(installed().keySet());
		names.addAll(bundled());
		return List.copyOf(names);
	}

	/**
	 * @return all models that are known by a name, sorted by it; one of the user's hides one inside of the same name
	 */
	public List<LibraryModel> models() {
		final Map<String, Path> installed = installed();
		return names().stream()
				.map(name -> new LibraryModel(name, Optional.ofNullable(installed.get(name))))
				.toList();
	}

	/**
	 * Reads what a model says of itself and nothing else, which takes some milliseconds. Whether the rest of it is
	 * whole is not looked at.
	 *
	 * @param model of {@link #models()}
	 * @return its description; empty where it has none
	 * @throws ModelException if that cannot be read
	 */
	public Optional<ModelSpec> describe(final LibraryModel model) throws ModelException {
		if (model.file().isPresent()) return DescriptionFile.read(model.file().get());
		try (InputStream zip = zip(model)) {
			return Optional.of(DescriptionFile.read(zip, model.name()));
		} catch (final IOException e) {
			throw new ModelException("Model '" + model.name() + "' cannot be read from the jar: " + e, e);
		}
	}

	/**
	 * @param nameOrPath as {@link #open(String)}
	 * @return as {@link #describe(LibraryModel)}
	 * @throws ModelException if there is no such model, or its description cannot be read
	 */
	public Optional<ModelSpec> describe(final String nameOrPath) throws ModelException {
		final Optional<Path> path = existing(nameOrPath);
		return names().contains(nameOrPath) || path.isEmpty()
				? describe(model(nameOrPath))
				: DescriptionFile.read(path.get());
	}

	/**
	 * @return the same in an order for people: those inside, the user's own, and last what is inside to try things on
	 */
	public List<LibraryModel> modelsForPeople() {
		return models().stream()
				.sorted(Comparator.comparingInt(model -> isDemonstration(model) ? 2 : model.isBundled() ? 0 : 1))
				.toList();
	}

	/**
	 * @param model of this library
	 * @return whether it is inside and was set by hand, to try things on
	 */
	public boolean isDemonstration(final LibraryModel model) {
		return model.isBundled() && listed().contains(model.name() + DEMONSTRATION);
	}

	/**
	 * @param name of {@link #names()}
	 * @return that model
	 * @throws ModelException if there is none; the message has all names
	 */
	public LibraryModel model(final String name) throws ModelException {
		final List<LibraryModel> models = models();
		return models.stream()
				.filter(model -> model.name().equals(name))
				.findFirst()
				.orElseThrow(() -> new ModelException("model: expected one of "
						+ models.stream().map(LibraryModel::name).collect(Collectors.joining(", ")) + "; got '" + name
						+ "'"));
	}

	/**
	 * @param model of this library
	 * @return its zip, to be closed by the caller; of a folder there is none
	 * @throws IOException if it cannot be read
	 */
	InputStream zip(final LibraryModel model) throws IOException {
		if (model.file().isPresent()) return InputFiles.stream(model.file().get());
		final InputStream in = resources.getResourceAsStream(BUNDLED + model.name() + ".zip");
		if (in == null) throw new IOException("it is only listed in the jar");
		return in;
	}

	/**
	 * @param model of this library
	 * @return size of its zip, or of all files of its folder
	 * @throws IOException if it cannot be read
	 */
	public long bytes(final LibraryModel model) throws IOException {
		final Optional<Path> file = model.file();
		if (file.isEmpty() || Files.isRegularFile(file.get()))
			try (InputStream in = zip(model)) {
				return file.isPresent() ? Files.size(file.get()) : in.transferTo(OutputStream.nullOutputStream());
			}
		try (Stream<Path> files = Files.walk(file.get())) {
			return files.filter(Files::isRegularFile)
					.mapToLong(each -> each.toFile().length())
					.sum();
		}
	}

	/** @return where models are installed; they need not exist */
	public List<Path> folders() {
		return folders;
	}

	/** @return where new models are put: the first of the folders, which need not exist */
	public Path folder() {
		return folders.get(0);
	}

	static List<Path> defaultFolders(final String property, final String environment, final String home) {
		if (property != null && !property.isBlank()) return split(property);
		if (environment != null && !environment.isBlank()) return split(environment);
		return List.of(Path.of(home, ".fovea", "models"));
	}

	private static List<Path> split(final String pathList) {
		final List<Path> paths = new ArrayList<>();
		for (final String path : pathList.split(File.pathSeparator))
			if (!path.isBlank()) paths.add(Path.of(path.strip()));
		return paths;
	}

	private static Optional<Path> existing(final String nameOrPath) {
		if (nameOrPath.isBlank()) return Optional.empty();
		try {
			return Optional.of(Path.of(nameOrPath)).filter(Files::exists);
		} catch (final InvalidPathException e) {
			// no path on this system, so it can only be a name
			return Optional.empty();
		}
	}

	private Map<String, Path> installed() {
		final Map<String, Path> models = new TreeMap<>();
		for (final Path folder : folders) {
			if (!Files.isDirectory(folder)) continue;
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
				for (final Path file : files) {
					final String name = file.getFileName().toString();
					final boolean zip = name.toLowerCase(Locale.ROOT).endsWith(".zip");
					if (name.startsWith(".") || !FileNames.isText(file) || !zip && !Files.isDirectory(file)) continue;
					models.putIfAbsent(zip ? name.substring(0, name.length() - 4) : name, file);
				}
			} catch (final IOException e) {
				// a folder that may not be read offers nothing; the models elsewhere stay usable
				continue;
			}
		}
		return models;
	}

	private TreeSet<String> bundled() {
		final TreeSet<String> names = new TreeSet<>();
		for (final String line : listed()) names.add(line.replace(DEMONSTRATION, ""));
		return names;
	}

	/** @return the lines of the jar's list */
	private TreeSet<String> listed() {
		final TreeSet<String> names = new TreeSet<>();
		try (InputStream in = resources.getResourceAsStream(BUNDLED + "index.txt")) {
			if (in == null) return names;
			final BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			for (String line = lines.readLine(); line != null; line = lines.readLine())
				if (!line.isBlank() && !line.startsWith("#")) names.add(line.strip());
			return names;
		} catch (final IOException e) {
			throw new IllegalStateException("the jar's own list of models cannot be read", e);
		}
	}

	/** The zip is copied to a temporary file, which is not needed any more once it is unpacked. */
	private ModelArchive openBundled(final String name) throws ModelException {
		try (TemporaryFolder temporary = new TemporaryFolder();
				InputStream in = resources.getResourceAsStream(BUNDLED + name + ".zip")) {
			if (in == null)
				throw new ModelException("Model '" + name + "': expected it inside the jar, it is only listed there");
			final Path zip = temporary.create("bundled").resolve(name + ".zip");
			Files.copy(in, zip);
			return ModelArchive.open(zip);
		} catch (final IOException e) {
			throw new ModelException("Model '" + name + "' cannot be read from the jar: " + e, e);
		}
	}
}
