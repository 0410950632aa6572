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
package fovea.worker;

import fovea.base.FoveaException;
import fovea.device.Natives;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Where the worker's classes are: in what the property {@value #PROPERTY} names; else TensorFlow in the folder
 * lib/&lt;platform&gt;/fovea or lib/&lt;platform&gt; beside or above the plugin's jar, where the host does not look, or
 * on the host's own class path (Maven, an IDE, the command line); and what else is needed on the host's class path.
 * Each jar is found by something that only it has, so that TensorFlow 1, which the host may have too, is left out.
 */
public final class WorkerClassPath {

	/** Jars and folders, separated as a class path is. */
	public static final String PROPERTY = "fovea.worker.classpath";

	private static final String OWN = "fovea/worker/child/WorkerMain.class";

	private static final List<String> SHARED = List.of(
			OWN,
			"net/imglib2/RandomAccessibleInterval.class",
			"com/fasterxml/jackson/core/JsonFactory.class",
			"com/fasterxml/jackson/databind/ObjectMapper.class",
			"com/fasterxml/jackson/annotation/JsonAutoDetect.class",
			"org/yaml/snakeyaml/Yaml.class");

	private static final List<String> TENSORFLOW = List.of(
			"org/tensorflow/ConcreteFunction.class",
			"org/tensorflow/internal/c_api/TF_Session.class",
			"org/tensorflow/ndarray/NdArray.class",
			"com/google/protobuf/CodedInputStream.class",
			"org/bytedeco/javacpp/Loader.class");

	private WorkerClassPath() {}

	/**
	 * @return jars and folders, each once
	 * @throws FoveaException if TensorFlow or something else is nowhere; says what is missing and where it was looked
	 *     for
	 */
	public static List<Path> find() throws FoveaException {
		final String set = System.getProperty(PROPERTY, "");
		if (!set.isBlank())
			return Stream.of(set.split(File.pathSeparator)).map(Path::of).toList();
		final ClassLoader loader = WorkerClassPath.class.getClassLoader();
		final Set<Path> found = new LinkedHashSet<>();
		for (final String resource : SHARED)
			found.add(on(loader, resource)
					.orElseThrow(
							() -> new FoveaException("Fovea is not installed completely: there is no " + resource)));
		final Optional<Path> library = library(found.iterator().next());
		if (library.isPresent()) found.addAll(complete(library.get()));
		else {
			for (final String resource : TENSORFLOW)
				found.add(on(loader, resource).orElseThrow(WorkerClassPath::noTensorFlow));
			found.add(Natives.on(loader)
					.flatMap(platform -> on(loader, Natives.resource(platform)))
					.orElseThrow(WorkerClassPath::noTensorFlow));
		}
		return List.copyOf(found);
	}

	private static FoveaException noTensorFlow() {
		return new FoveaException("TensorFlow is not installed: expected its jars in lib" + File.separator + platform()
				+ " beside or above Fovea's jar, or on the class path. " + remedy());
	}

	/** @return what a user can do about it */
	private static String remedy() {
		return switch (platform()) {
			case "macos64" ->
				"This Java is one for Intel processors, for which TensorFlow Java has nothing: on a Mac with Apple"
						+ " silicon, start Fiji with a Java for arm64";
			case "win-arm64" -> "TensorFlow Java has nothing for Windows on arm64: start Fiji with a Java for x86-64";
			default ->
				"In Fiji, run Help > Update... with Fovea's update site ticked; in ImageJ, unpack Fovea's zip for "
						+ platform() + " into the folder plugins again";
		};
	}

	/**
	 * @return the jars of a folder with TensorFlow, among them the native library, which may be missing after a broken
	 *     download
	 */
	static List<Path> complete(final Path library) throws FoveaException {
		final List<Path> jars = jars(library);
		for (final Path jar : jars)
			try (ZipFile zip = new ZipFile(jar.toFile())) {
				if (natives().stream().anyMatch(each -> zip.getEntry(each) != null)) return jars;
			} catch (final IOException e) {
				throw new FoveaException(jar + ": is no whole jar (" + e.getMessage() + "). " + remedy(), e);
			}
		throw new FoveaException("TensorFlow is not installed completely: no jar in " + library + " has "
				+ String.join(" or ", natives()) + ". " + remedy());
	}

	/** @return the jar or folder that has this resource */
	private static Optional<Path> on(final ClassLoader loader, final String resource) {
		final URL url = loader.getResource(resource);
		if (url == null) return Optional.empty();
		final String place = url.toString();
		try {
			if (url.getProtocol().equals("jar"))
				return Optional.of(Path.of(new URL(place.substring("jar:".length(), place.lastIndexOf("!/"))).toURI()));
			if (!url.getProtocol().equals("file")) return Optional.empty();
			return Optional.of(Path.of(new URL(place.substring(0, place.length() - resource.length())).toURI()));
		} catch (final URISyntaxException | IOException e) {
			return Optional.empty(); // a class loader with addresses of its own: there is no file to name
		}
	}

	/** @return the folder with TensorFlow's jars that belongs to the plugin's jar */
	static Optional<Path> library(final Path own) throws FoveaException {
		Path folder = own.toAbsolutePath().getParent();
		for (int up = 0; up < 2 && folder != null; up++, folder = folder.getParent()) {
			final Path shared = folder.resolve("lib").resolve(platform());
			// Other plugins may have jars of their own, even of the same libraries, in the folder of the platform.
			for (final Path library : List.of(shared.resolve("fovea"), shared))
				if (Files.isDirectory(library)
						&& jars(library).stream()
								.anyMatch(jar -> jar.getFileName().toString().startsWith("tensorflow-core")))
					return Optional.of(library);
		}
		return Optional.empty();
	}

	private static List<Path> jars(final Path folder) throws FoveaException {
		try (Stream<Path> files = Files.list(folder)) {
			return new ArrayList<>(
					files.filter(f -> f.toString().endsWith(".jar")).sorted().toList());
		} catch (final IOException e) {
			throw new FoveaException(folder + ": cannot be read: " + e, e);
		}
	}

	/** @return as ImageJ calls it, for example linux64 */
	static String platform() {
		final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		final boolean arm = System.getProperty("os.arch").equals("aarch64");
		if (os.startsWith("windows")) return arm ? "win-arm64" : "win64";
		if (os.startsWith("mac")) return arm ? "macos-arm64" : "macos64";
		return arm ? "linux-arm64" : "linux64";
	}

	/** @return what only jars with a native library for this system have: any one of them will do */
	static List<String> natives() {
		return Natives.platforms().stream().map(Natives::resource).toList();
	}
}
