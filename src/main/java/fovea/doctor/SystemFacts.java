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
package fovea.doctor;

import fovea.base.Release;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which versions there are of Fovea, of what it stands on, and of the system.
 *
 * @param host what Fovea is part of
 */
record SystemFacts(HostFacts host) {

	private static final String NONE = "not there";
	private static final long SECONDS = 5;

	List<String> versions() {
		final List<String> lines = new ArrayList<>();
		lines.add("Fovea " + Release.version());
		lines.add("ImageJ " + host.imageJ().orElse(NONE));
		lines.add("SciJava Common " + version("org.scijava.Context").orElse(NONE));
		lines.add("Java " + property("java.version") + " (" + property("java.vendor") + "), " + property("java.home"));
		lines.add(property("os.name") + " " + property("os.version") + " " + property("os.arch") + ", "
				+ Runtime.getRuntime().availableProcessors() + " processors");
		if (property("os.name").startsWith("Linux")) lines.addAll(Section.look(() -> List.of(glibc())));
		return lines;
	}

	private static String property(final String name) {
		return System.getProperty(name, "?");
	}

	/** @return of the jar that has a class; "unknown" where it does not say, empty where there is no such class */
	static Optional<String> version(final String className) {
		try {
			final Package jar = Class.forName(className, false, SystemFacts.class.getClassLoader())
					.getPackage();
			return Optional.of(
					Optional.ofNullable(jar.getImplementationVersion()).orElse("(not packaged)"));
		} catch (final ClassNotFoundException | LinkageError e) {
			return Optional.empty();
		}
	}

	/** TensorFlow's natives need one of 2.34 or later. */
	private static String glibc() throws IOException {
		final Process process = new ProcessBuilder("getconf", "GNU_LIBC_VERSION")
				.redirectErrorStream(true)
				.start();
		try (InputStream in = process.getInputStream()) {
			process.getOutputStream().close();
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) return "glibc: not known, getconf does not answer";
			final String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
			return process.exitValue() == 0 && answer.toLowerCase(Locale.ROOT).startsWith("glibc")
					? answer + " (TensorFlow needs 2.34)"
					: "glibc: not known, perhaps another library (musl)";
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return "glibc: not known";
		} finally {
			process.destroyForcibly();
		}
	}
}
