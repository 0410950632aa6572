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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of what macros and scripts of users rely on, as files that a test compares with what there is: nothing of them
 * may be lost or changed unnoticed.
 */
public final class GoldenList {

	/** A system property: writes the lists anew. */
	private static final String WRITE = "fovea.write";

	private static final Path FOLDER = Path.of("src", "test", "resources", "fovea", "keys");

	private GoldenList() {}

	/**
	 * @param name of the file
	 * @param lines as they are now
	 */
	public static void requireSame(final String name, final List<String> lines) throws IOException {
		final Path file = FOLDER.resolve(name);
		if (Boolean.getBoolean(WRITE)) Files.write(file, lines);
		final List<String> known = Files.readAllLines(file);
		final List<String> differences = new ArrayList<>();
		known.stream().filter(line -> !lines.contains(line)).forEach(line -> differences.add("gone: " + line));
		lines.stream().filter(line -> !known.contains(line)).forEach(line -> differences.add("new: " + line));
		if (differences.isEmpty() && !known.equals(lines)) differences.add("the order");
		assertEquals(
				List.of(),
				differences,
				file + " differs from the commands: users have macros and scripts with what stands there. Where the "
						+ "change is meant, write a line for CHANGELOG.md, then run this test with -D" + WRITE
						+ "=true");
	}
}
