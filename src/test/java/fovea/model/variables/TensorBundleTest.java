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
package fovea.model.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.model.audit.GraphAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading of values is tested by {@code PretrainedTest}. */
class TensorBundleTest {

	private static final Path MODEL =
			Path.of("src/test/resources/fovea/models/keras3-export-conv-radius4-stride1/savedmodel");

	@TempDir
	private Path folder;

	@Test
	void variablesAreAsLargeAsTheirBytes() throws Exception {
		copy();
		TensorBundle.of(folder).orElseThrow().requireSound();
	}

	/** The shape of the first convolution's kernel, [3,3,1,...] as a protocol buffer has it, becomes [127,3,1,...]. */
	@Test
	void refusesVariablesThatAreSaidToBeLarger() throws Exception {
		copy();
		final Path index = folder.resolve("variables/variables.index");
		final byte[] bytes = Files.readAllBytes(index);
		final int at = indexOf(bytes, new byte[] {0x12, 2, 8, 3, 0x12, 2, 8, 3, 0x12, 2, 8, 1});
		bytes[at + 3] = 127;
		Files.write(index, bytes);
		final String line = refusal();
		assertTrue(
				line.matches(
						".*variables.data-00000-of-00001: expected \\S+ to have the bytes of \\d+ numbers, got \\d+"),
				line);
		assertEquals(
				line,
				assertThrows(ModelException.class, () -> GraphAudit.read(folder, "model"))
						.getMessage(),
				"before there is a session");
	}

	@Test
	void refusesVariablesThatAreNotThere() throws Exception {
		copy();
		final Path data = folder.resolve("variables/variables.data-00000-of-00001");
		final byte[] bytes = Files.readAllBytes(data);
		Files.write(data, Arrays.copyOf(bytes, bytes.length / 2));
		assertTrue(refusal().endsWith("got a file of " + bytes.length / 2), refusal());
		Files.delete(data);
		assertTrue(refusal().contains("cannot be read"), refusal());
	}

	private String refusal() {
		return assertThrows(
						ModelException.class,
						() -> TensorBundle.of(folder).orElseThrow().requireSound())
				.getMessage();
	}

	private void copy() throws IOException {
		Files.createDirectory(folder.resolve("variables"));
		for (final String file :
				new String[] {"saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001"})
			Files.copy(MODEL.resolve(file), folder.resolve(file));
	}

	private static int indexOf(final byte[] bytes, final byte[] part) {
		for (int i = 0; i + part.length <= bytes.length; i++)
			if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) return i;
		throw new AssertionError("no such shape");
	}
}
