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
package fovea.ij1.bridge;

import fovea.JavaProcess;
import fovea.base.FoveaException;
import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * A plain ImageJ without a window in a JVM of its own, with Fovea as a jar among its plugins. ImageJ needs ij1-patcher
 * to start without a window.
 */
public final class HeadlessImageJ {

	private final Path folder;
	private final Path plugin;

	/** @param folder empty; for the plugin and the macros */
	public HeadlessImageJ(final Path folder) throws IOException, URISyntaxException {
		this.folder = folder;
		plugin = Files.copy(
				Jar.FILE, Files.createDirectories(folder.resolve("plugins")).resolve("Fovea_.jar"));
		// Every installation has this lookup table, which gives groups of ROIs their colors.
		Files.write(Files.createDirectories(folder.resolve("luts")).resolve("glasbey.lut"), new byte[3 * 256]);
	}

	/** Fovea as a jar, made once. */
	private static final class Jar {

		static final Path FILE = make();

		private static Path make() {
			try {
				final Path file = Files.createTempFile("fovea", ".jar");
				file.toFile().deleteOnExit();
				jar(classes(), file);
				return file;
			} catch (final IOException | URISyntaxException e) {
				throw new AssertionFailedError("no jar of Fovea", e);
			}
		}
	}

	/**
	 * @param macro ImageJ macro language
	 * @return what became of it
	 */
	public JavaProcess.Outcome run(final String macro) throws IOException, InterruptedException, URISyntaxException {
		return run(macro, List.of());
	}

	/**
	 * @param macro ImageJ macro language
	 * @param options of the JVM
	 * @return what became of it
	 */
	public JavaProcess.Outcome run(final String macro, final List<String> options)
			throws IOException, InterruptedException, URISyntaxException {
		return run(macro, options, List.of("ij.ImageJ", "-batch"));
	}

	/**
	 * The same in an ImageJ that nobody quits, as {@code fiji --headless -macro FILE}: the JVM ends when no thread
	 * keeps it.
	 *
	 * @param macro ImageJ macro language
	 * @return what became of it, once it has ended
	 */
	public JavaProcess.Outcome runToTheLastThread(final String macro)
			throws IOException, InterruptedException, URISyntaxException {
		return run(macro, List.of(), List.of(MacroMain.class.getName()));
	}

	/** Runs a macro and is at its end. */
	static final class MacroMain {

		private MacroMain() {}

		public static void main(final String... args) {
			IJ.runMacroFile(args[0]);
		}
	}

	private JavaProcess.Outcome run(final String macro, final List<String> options, final List<String> main)
			throws IOException, InterruptedException, URISyntaxException {
		final List<String> arguments = new ArrayList<>(options);
		arguments.addAll(java());
		arguments.addAll(main);
		arguments.add(Files.writeString(folder.resolve("macro.ijm"), macro).toString());
		return JavaProcess.run(folder, arguments);
	}

	/** @return options of java for this ImageJ, but for the main class */
	List<String> java() throws URISyntaxException {
		final String ownClasses = classes().toString();
		final String classPath = plugin
				+ File.pathSeparator
				+ Stream.of(JavaProcess.classPath().split(File.pathSeparator))
						.filter(entry -> !entry.equals(ownClasses))
						.collect(Collectors.joining(File.pathSeparator));
		return List.of(
				"-javaagent:" + location("net.imagej.patcher.JavaAgent") + "=init",
				"--add-opens=java.base/java.lang=ALL-UNNAMED",
				"-Dplugins.dir=" + folder,
				"-cp",
				classPath);
	}

	private static Path classes() throws URISyntaxException {
		return Path.of(FoveaException.class
				.getProtectionDomain()
				.getCodeSource()
				.getLocation()
				.toURI());
	}

	private static Path location(final String className) throws URISyntaxException {
		try {
			return Path.of(Class.forName(className)
					.getProtectionDomain()
					.getCodeSource()
					.getLocation()
					.toURI());
		} catch (final ClassNotFoundException e) {
			throw new AssertionFailedError(className + " is not on the class path", e);
		}
	}

	private static void jar(final Path classes, final Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file);
				JarOutputStream jar = new JarOutputStream(out);
				Stream<Path> files = Files.walk(classes)) {
			files.filter(Files::isRegularFile).forEach(each -> {
				try (InputStream in = Files.newInputStream(each)) {
					jar.putNextEntry(
							new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
					in.transferTo(jar);
					jar.closeEntry();
				} catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
	}
}
