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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a worker's JVM is started, and what it leaves when it crashes. */
final class Launch {

	static final String MAIN = "fovea.worker.child.WorkerMain";

	private static final String REPORT = "crash.log";
	/** A line of the JVM's report: "# SIGSEGV (0xb) at pc=0x..., pid=...". */
	private static final String SIGNAL = "#  SIG";

	private Launch() {}

	/** @return the process, in the last of the folders */
	static Process start(final WorkerSettings settings, final Folders folders) throws IOException {
		final Path home = home(folders);
		final List<String> command = new ArrayList<>();
		command.add(settings.java().toString());
		command.addAll(settings.jvmOptions());
		command.add("-XX:ErrorFile=" + home.resolve(REPORT));
		command.add(MAIN);
		folders.paths().forEach(folder -> command.add(folder.toString()));
		final ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
		builder.environment().putAll(settings.environment());
		// Not as an argument: those show in every list of processes, and may be too long for the system.
		builder.environment()
				.put(
						"CLASSPATH",
						settings.classPath().stream()
								.map(Path::toString)
								.collect(Collectors.joining(File.pathSeparator)));
		// Whatever these ask for is for the host's JVM; one of them may not even know the other's options.
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		builder.environment().remove("_JAVA_OPTIONS");
		builder.environment().remove("JDK_JAVA_OPTIONS");
		return builder.start();
	}

	private static Path home(final Folders folders) {
		return folders.paths().get(folders.paths().size() - 1);
	}

	/** @return the signal that the JVM has written a report of, for example "SIGSEGV"; empty if it has not */
	static Optional<String> signal(final Folders folders) {
		final Path report = home(folders).resolve(REPORT);
		if (!Files.isReadable(report)) return Optional.empty();
		try (Stream<String> lines = Files.lines(report)) {
			return lines.filter(line -> line.startsWith(SIGNAL))
					.findFirst()
					.map(line -> line.substring(1).strip().split(" ")[0]);
		} catch (final IOException | RuntimeException e) {
			return Optional.empty(); // what it was writing when it died
		}
	}
}
