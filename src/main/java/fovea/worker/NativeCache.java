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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where JavaCPP unpacks TensorFlow's native library, once for all runs.
 *
 * @param folder may not exist yet
 * @param isUsual false if it is another one than JavaCPP's own, since that cannot be written
 */
public record NativeCache(Path folder, boolean isUsual) {

	/** System property of JavaCPP for the folder. */
	public static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

	/** @return what the user is to know: that it is an unusual folder, and why; empty if it is not */
	public Optional<String> notice() {
		return isUsual ? Optional.empty() : Optional.of("TensorFlow is unpacked in " + folder +
			", since nothing can be written in .javacpp in the home folder");
	}

	/** @return the one that is set, else the one in the home folder, else one in the folder for temporary files */
	public static NativeCache choose() {
		final String set = System.getProperty(PROPERTY);
		if (set != null) return new NativeCache(Path.of(set), true);
		final Path usual = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
		if (isWritable(usual)) return new NativeCache(usual, true);
		return new NativeCache(Path.of(System.getProperty("java.io.tmpdir"), ".javacpp-" + System.getProperty("user.name"),
			"cache"), false);
	}

	private static boolean isWritable(final Path folder) {
		Path existing = folder.toAbsolutePath();
		while (existing != null && !Files.exists(existing))
			existing = existing.getParent();
		return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
	}
}
