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
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out the files of an installation.
 *
 * @param plugin Fovea's jar
 * @param jars folder of all jars that it needs to run, but the natives
 * @param natives folder with one of the jars of native libraries for each platform
 * @param sources the folder update-site of the sources: artifacts.txt, licenses and examples
 * @param reports files that tell what is in it: licenses, bill of materials, Fovea's own license
 */
public record Staging(Path plugin, Path jars, Path natives, Path sources, List<Path> reports) {

	private static final String LICENSES = "licenses/fovea";
	private static final String NATIVES = "tensorflow-natives";

	/**
	 * @param platforms to be staged
	 * @param tree folder that is made, for Fiji's folder
	 * @return the jars that Fiji has already
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if something is missing, too much, or twice
	 */
	public List<Path> fiji(final List<String> platforms, final Path tree) throws IOException, SiteException {
		final Artifacts artifacts = artifacts();
		final List<Path> ofFiji = new ArrayList<>();
		final List<Path> shipped = new ArrayList<>();
		PluginJar.withoutMenu(
				plugin,
				Files.createDirectories(tree.resolve("plugins"))
						.resolve(plugin.getFileName().toString()));
		final List<Path> all = list(jars);
		for (final Path jar : all)
			switch (artifacts.entry(jar).place()) {
				case FIJI -> ofFiji.add(jar);
				case JARS -> {
					copy(jar, tree.resolve("jars"));
					shipped.add(jar);
				}
				case LIB -> {
					for (final String platform : platforms)
						copy(jar, tree.resolve("lib").resolve(platform).resolve("fovea"));
					shipped.add(jar);
				}
			}
		for (final String platform : platforms)
			shipped.add(copy(
					natives(platform), tree.resolve("lib").resolve(platform).resolve("fovea")));
		for (final String name : artifacts.entries().keySet())
			if (Stream.concat(ofFiji.stream(), shipped.stream())
					.noneMatch(jar -> Artifacts.name(jar).equals(name)))
				throw new SiteException(name + " is in artifacts.txt, but no such jar is needed");
		final List<Path> onClassPath = new ArrayList<>(ofFiji);
		onClassPath.add(plugin);
		onClassPath.addAll(list(tree.resolve("jars")));
		Classes.check(onClassPath);
		notices(shipped, tree.resolve(LICENSES));
		copyAll(sources.resolve("examples").resolve("scripts"), tree.resolve("scripts/Plugins/Fovea/Examples"));
		copyAll(sources.resolve("examples").resolve("macros"), tree.resolve("macros/fovea"));
		return ofFiji;
	}

	/**
	 * The second site: native libraries that calculate on a GPU, in the place of those of the first.
	 *
	 * @param platform in Fiji
	 * @param kind folder of the natives
	 * @param tree folder that is made
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if the natives are missing
	 */
	public void gpu(final String platform, final String kind, final Path tree) throws IOException, SiteException {
		final Path jar =
				copy(natives(kind), tree.resolve("lib").resolve(platform).resolve("fovea"));
		notices(List.of(jar), tree.resolve("licenses/fovea-gpu"));
	}

	/**
	 * What is unpacked into the folder plugins of a plain ImageJ: all in one folder.
	 *
	 * @param platform for which
	 * @param folder that is made
	 * @throws IOException if something cannot be read or written
	 * @throws SiteException if something is missing
	 */
	public void imagej(final String platform, final Path folder) throws IOException, SiteException {
		final Artifacts artifacts = artifacts();
		final List<Path> shipped = new ArrayList<>();
		final Path lib = folder.resolve("lib").resolve(platform);
		for (final Path jar : list(jars)) {
			if (Artifacts.name(jar).equals("ij")) continue;
			shipped.add(copy(jar, artifacts.entry(jar).place() == Artifacts.Place.LIB ? lib : folder));
		}
		shipped.add(copy(natives(platform), lib));
		// ImageJ looks for menus in jars with an underscore.
		if (!PluginJar.hasMenu(plugin)) throw new SiteException(plugin + " has no plugins.config: ImageJ has no menu");
		Files.copy(plugin, folder.resolve("Fovea_.jar"));
		notices(shipped, folder.resolve("licenses"));
		copyAll(sources.resolve("examples").resolve("macros"), folder.resolve("examples"));
	}

	private void notices(final List<Path> shipped, final Path to) throws IOException, SiteException {
		final Notices notices = new Notices(artifacts(), sources.resolve("licenses"));
		final List<String> done = new ArrayList<>();
		for (final Path jar : shipped)
			if (!done.contains(Artifacts.name(jar)) && done.add(Artifacts.name(jar))) notices.write(jar, to);
		for (final Path report : reports) copy(report, to);
	}

	private Artifacts artifacts() throws IOException, SiteException {
		return Artifacts.read(sources.resolve("artifacts.txt"));
	}

	private Path natives(final String platform) throws IOException, SiteException {
		final Path folder = natives.resolve(platform);
		return (Files.isDirectory(folder) ? list(folder) : List.<Path>of())
				.stream()
						.filter(jar -> Artifacts.name(jar).equals(NATIVES))
						.findFirst()
						.orElseThrow(() -> new SiteException("there are no natives in " + folder));
	}

	private static Path copy(final Path file, final Path folder) throws IOException {
		final Path to =
				Files.createDirectories(folder).resolve(file.getFileName().toString());
		return Files.copy(file, to);
	}

	private static void copyAll(final Path from, final Path to) throws IOException {
		for (final Path file : list(from)) copy(file, to);
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}
}
