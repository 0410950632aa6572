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

import fovea.base.FoveaException;
import fovea.scratch.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where JavaCPP unpacks TensorFlow's native library, once for all runs. What lies there is loaded as it is: so it is a
 * folder that nobody but this user can write into.
 *
 * @param folder exists
 * @param reason why it is another one than the usual one; empty if it is that
 */
public record NativeCache(Path folder, String reason) {

	/** System property of JavaCPP for the folder. */
	public static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

	private static final String NAME = "cache";

	/** @return what the user is to know: that it is an unusual folder, and why; empty if it is not */
	public Optional<String> notice() {
		return reason.isEmpty()
				? Optional.empty()
				: Optional.of("TensorFlow is unpacked in " + folder + ", since " + reason);
	}

	/**
	 * @return the one that is set, else the one in the home folder, else one in the folder for temporary files; the
	 *     first into which this user can write, and nobody else
	 * @throws FoveaException if there is none
	 */
	public static NativeCache choose() throws FoveaException {
		return choose(
				Optional.ofNullable(System.getProperty(PROPERTY))
						.filter(set -> !set.isBlank())
						.map(Path::of),
				Path.of(System.getProperty("user.home")),
				Path.of(System.getProperty("java.io.tmpdir")));
	}

	static NativeCache choose(final Optional<Path> set, final Path home, final Path temporary) throws FoveaException {
		final List<String> reasons = new ArrayList<>();
		if (set.isPresent() && isUsable(set.get(), 0, reasons)) return new NativeCache(set.get(), "");
		final Path usual = home.resolve(".javacpp").resolve(NAME);
		final Path other =
				temporary.resolve(".javacpp-" + System.getProperty("user.name")).resolve(NAME);
		for (final Path folder : List.of(usual, other))
			if (isUsable(folder, 2, reasons)) return new NativeCache(folder, String.join("; ", reasons));
		throw new FoveaException("TensorFlow cannot be unpacked: expected a folder that only you can write into, but "
				+ String.join("; ", reasons) + ": name one by -D" + PROPERTY
				+ "=FOLDER (on the command line in FOVEA_JAVA_OPTS)");
	}

	/** Tells JavaCPP of this process, which must not have loaded anything yet. */
	public void use() {
		System.setProperty(PROPERTY, folder.toString());
	}

	private static boolean isUsable(final Path folder, final int levels, final List<String> reasons) {
		try {
			final Optional<String> objection = PrivateFolder.claim(folder, levels);
			objection.ifPresent(reasons::add);
			if (objection.isEmpty() && !Files.isWritable(folder)) reasons.add("nothing can be written in " + folder);
			return objection.isEmpty() && Files.isWritable(folder);
		} catch (final IOException e) {
			reasons.add("nothing can be written in " + folder);
			return false;
		}
	}
}
