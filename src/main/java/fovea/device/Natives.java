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
package fovea.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For which system TensorFlow's native library is, by the folder in its jar. Stateless. */
public final class Natives {

	private static final String FOLDER = "org/tensorflow/internal/c_api/";
	private static final String GPU = "-gpu";
	private static final String LINUX = "linux-x86_64";

	private Natives() {}

	/**
	 * @param os of this JVM, as the system property os.name has it
	 * @param arch the same, os.arch
	 * @return the platforms whose natives run on it; those that are taken where both are there come first
	 */
	public static List<String> platforms(final String os, final String arch) {
		final String name = os.toLowerCase(Locale.ROOT);
		final boolean arm = arch.equals("aarch64");
		if (name.startsWith("windows")) return List.of("windows-x86_64");
		if (name.startsWith("mac")) return List.of(arm ? "macosx-arm64" : "macosx-x86_64");
		return arm ? List.of("linux-arm64") : List.of(LINUX + GPU, LINUX);
	}

	/** @return the platforms whose natives run here */
	public static List<String> platforms() {
		return platforms(System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	/**
	 * @param platform such as linux-x86_64
	 * @return a resource that only the jar with its natives has
	 */
	public static String resource(final String platform) {
		final String file = platform.startsWith("windows")
				? "jnitensorflow.dll"
				: platform.startsWith("macosx") ? "libjnitensorflow.dylib" : "libjnitensorflow.so";
		return FOLDER + platform + "/" + file;
	}

	/**
	 * @param loader of the classes that use them
	 * @return the platform of the natives that are there; empty where none are
	 */
	public static Optional<String> on(final ClassLoader loader) {
		return platforms().stream()
				.filter(platform -> loader.getResource(resource(platform)) != null)
				.findFirst();
	}

	/** @return whether natives of this platform can use a GPU */
	public static boolean haveGpu(final String platform) {
		return platform.endsWith(GPU);
	}
}
