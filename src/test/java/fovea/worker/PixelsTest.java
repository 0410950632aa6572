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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.infer.network.FloatTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelsTest {

	@TempDir
	private Path folder;

	private static FloatTensor tensor(final int n) {
		final float[] data = new float[n];
		for (int i = 0; i < n; i++) data[i] = i % 1000 + 0.5f;
		return new FloatTensor(new int[] {n}, data);
	}

	/** What comes out of the messages, too. */
	private static float[] sent(final FloatTensor tensor, final Pixels.Sender from, final Pixels.Receiver to)
			throws IOException {
		final String line = Wire.line(new ResponseLine(
				"1", ResponseLine.COMPLETION, from.send(List.of(tensor)).values(), null));
		return to.receive(
						new Fields(Wire.read(line, ResponseLine.class)
								.orElseThrow()
								.outputs()),
						List.of())
				.get(0)
				.data();
	}

	@Test
	void whatDoesNotFitLeavesTheWayUsable() throws IOException {
		final Pixels.Sender sender = new Pixels.Sender(List.of(folder), "in0");
		final Pixels.Receiver receiver = new Pixels.Receiver();
		sent(tensor(1000), sender, receiver);
		Files.createFile(folder.resolve("in0-1")); // in the place of a larger file
		assertThrows(IOException.class, () -> sent(tensor(1 << 20), sender, receiver));
		final FloatTensor small = tensor(2000);
		assertArrayEquals(small.data(), sent(small, sender, receiver));
	}
}
