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
package fovea;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** Java in a process of its own, as users start it. */
public final class JavaProcess {

	/** Of java, for processes that live for seconds: compiling their code thoroughly takes longer than they do. */
	public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

	private static final long SECONDS = 300;

	/** Set by Maven: what users have on the class path. */
	private static final Set<String> OF_USERS =
			Set.of(System.getProperty("fovea.runtimeClassPath", "").split(File.pathSeparator));
	/** What tests need that run in a process of their own. */
	private static final Pattern OF_TESTS = Pattern.compile("junit|opentest4j|ij1-patcher|javassist");

	private JavaProcess() {}

	/**
	 * The class path of this JVM without the many libraries that only tests have: looking into each takes time, and
	 * some find one another.
	 *
	 * @return as an argument of java; first the classes of tests, then Fovea's own
	 */
	public static String classPath() {
		final Stream<String> all =
				Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
		if (System.getProperty("fovea.runtimeClassPath") == null)
			return all.collect(Collectors.joining(File.pathSeparator));
		return all.filter(entry -> Files.isDirectory(Path.of(entry))
						|| OF_USERS.contains(entry)
						|| OF_TESTS.matcher(entry).find())
				.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * What a process did.
	 *
	 * @param exitCode of the process
	 * @param output lines on standard output
	 * @param errors lines on standard error; TensorFlow greets there
	 */
	public record Outcome(int exitCode, List<String> output, List<String> errors) {}

	/**
	 * One that runs. Ended at the latest by {@link #outcome()}, or by closing it.
	 *
	 * @param process itself
	 * @param output file of its standard output
	 * @param errors file of its standard error
	 */
	public record Running(Process process, Path output, Path errors) implements AutoCloseable {

		/** @return once it has ended */
		public Outcome outcome() throws IOException, InterruptedException {
			return outcome(SECONDS);
		}

		private Outcome outcome(final long seconds) throws IOException, InterruptedException {
			if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
				close();
				throw new AssertionFailedError(
						process.info() + " has not ended:\n" + Files.readString(output) + Files.readString(errors));
			}
			return new Outcome(process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
		}

		/** Kills it without a warning, if it still runs. */
		@Override
		public void close() throws IOException {
			try {
				process.destroyForcibly().waitFor();
			} catch (final InterruptedException e) {
				throw new InterruptedIOException("interrupted while a process was being ended");
			}
		}
	}

	/**
	 * Runs this JVM's java, with a home folder of its own but the same unpacked natives.
	 *
	 * @param folder an existing one for output and home
	 * @param arguments of java
	 * @return once it has ended
	 */
	public static Outcome run(final Path folder, final List<String> arguments)
			throws IOException, InterruptedException {
		try (Running running = start(folder, arguments)) {
			return running.outcome();
		}
	}

	/**
	 * The same for what takes long, in a JVM with Java's own defaults.
	 *
	 * @param folder an existing one for output and home
	 * @param arguments of java
	 * @param seconds after which it is ended, and the test has failed
	 * @return once it has ended
	 */
	public static Outcome run(final Path folder, final List<String> arguments, final long seconds)
			throws IOException, InterruptedException {
		try (Running running = start(folder, List.of(), arguments)) {
			return running.outcome(seconds);
		}
	}

	/**
	 * As {@link #run}, without waiting.
	 *
	 * @return to be closed by the caller
	 */
	public static Running start(final Path folder, final List<String> arguments) throws IOException {
		return start(folder, SHORT_LIVED, arguments);
	}

	private static Running start(final Path folder, final List<String> options, final List<String> arguments)
			throws IOException {
		final Path output = Files.createTempFile(folder, "output", ".txt");
		final Path errors = Files.createTempFile(folder, "errors", ".txt");
		final List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Djava.awt.headless=true");
		command.add("-Duser.home=" + folder);
		command.add("-Dorg.bytedeco.javacpp.cachedir="
				+ System.getProperty(
						"org.bytedeco.javacpp.cachedir",
						Path.of(System.getProperty("user.home"), ".javacpp", "cache")
								.toString()));
		command.addAll(options);
		command.addAll(arguments);
		final ProcessBuilder builder =
				new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
		return new Running(builder.start(), output, errors);
	}
}
