package fovea;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.opentest4j.AssertionFailedError;

/** Java in a process of its own, as users start it. */
public final class JavaProcess {

	private static final long SECONDS = 300;

	private JavaProcess() {}

	/**
	 * What a process did.
	 *
	 * @param exitCode of the process
	 * @param output lines on standard output
	 * @param errors lines on standard error; TensorFlow greets there
	 */
	public record Outcome(int exitCode, List<String> output, List<String> errors) {}

	/**
	 * Runs this JVM's java, with a home folder of its own but the same unpacked natives.
	 *
	 * @param folder an existing one for output and home
	 * @param arguments of java
	 * @return once it has ended
	 */
	public static Outcome run(final Path folder, final List<String> arguments) throws IOException, InterruptedException {
		final Path output = Files.createTempFile(folder, "output", ".txt");
		final Path errors = Files.createTempFile(folder, "errors", ".txt");
		final List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Djava.awt.headless=true");
		command.add("-Duser.home=" + folder);
		command.add("-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir", //
			Path.of(System.getProperty("user.home"), ".javacpp", "cache").toString()));
		command.addAll(arguments);
		final ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors
			.toFile());
		final Process process = builder.start();
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly().waitFor();
			throw new AssertionFailedError(command + " has not ended:\n" + Files.readString(output) + //
				Files.readString(errors));
		}
		return new Outcome(process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
	}
}
