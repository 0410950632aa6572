package fovea.ij1.bridge;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fovea.FoveaException;
import org.opentest4j.AssertionFailedError;

/**
 * A plain ImageJ without a window in a JVM of its own, with Fovea as a jar among its plugins. ImageJ needs
 * ij1-patcher to start without a window.
 */
final class HeadlessImageJ {

	private static final long SECONDS = 300;

	private final Path folder;
	private final Path plugin;

	/** @param folder empty; for the plugin and the macros */
	HeadlessImageJ(final Path folder) throws IOException, URISyntaxException {
		this.folder = folder;
		plugin = Files.createDirectories(folder.resolve("plugins")).resolve("Fovea_.jar");
		jar(classes(), plugin);
	}

	/**
	 * @param macro ImageJ macro language
	 * @return the lines that it and ImageJ printed
	 */
	List<String> run(final String macro) throws IOException, InterruptedException, URISyntaxException {
		final Path file = Files.writeString(folder.resolve("macro.ijm"), macro);
		final Path output = folder.resolve("output.txt");
		final String ownClasses = classes().toString();
		final String classPath = plugin + File.pathSeparator + Stream.of(System.getProperty("java.class.path").split(
			File.pathSeparator)).filter(entry -> !entry.equals(ownClasses)).collect(Collectors.joining(File.pathSeparator));
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), //
			"-javaagent:" + location("net.imagej.patcher.JavaAgent") + "=init", //
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dplugins.dir=" + folder, //
			"-Duser.home=" + folder, //
			"-Dorg.bytedeco.javacpp.cachedir=" + Path.of(System.getProperty("user.home"), ".javacpp", "cache"), //
			"-cp", classPath, "ij.ImageJ", "-batch", file.toString()).redirectErrorStream(true).redirectOutput(output.toFile())
				.start();
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly().waitFor();
			throw new AssertionFailedError("ImageJ has not ended:\n" + Files.readString(output));
		}
		return Files.readAllLines(output);
	}

	private static Path classes() throws URISyntaxException {
		return Path.of(FoveaException.class.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private static Path location(final String className) throws URISyntaxException {
		try {
			return Path.of(Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final ClassNotFoundException e) {
			throw new AssertionFailedError(className + " is not on the class path", e);
		}
	}

	private static void jar(final Path classes, final Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file);
			JarOutputStream jar = new JarOutputStream(out);
			Stream<Path> files = Files.walk(classes))
		{
			files.filter(Files::isRegularFile).forEach(each -> {
				try (InputStream in = Files.newInputStream(each)) {
					jar.putNextEntry(new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
					in.transferTo(jar);
					jar.closeEntry();
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
	}
}
