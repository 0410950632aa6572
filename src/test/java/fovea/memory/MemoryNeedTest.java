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
package fovea.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

	private static final long MEGA = 1 << 20;
	private static final long MACHINE = 8L << 30;

	private final MemoryNeed need = new MemoryNeed("'m6.tif' (6000 x 6000)", 282 * MEGA);

	@Test
	void whatIsLackingIsSaidWithWhatWouldDo() {
		final JavaMemory scarce = new JavaMemory(250 * MEGA, 50 * MEGA);
		assertFalse(need.fits(scarce));
		final String about = "'m6.tif' (6000 x 6000) needs about 308 MB of Java memory, 200 MB are free (-Xmx250m): ";
		assertEquals(
				Optional.of(about + "start with FOVEA_JAVA_OPTS=-Xmx460m, or choose a part of the image"),
				need.lacking(scarce, MACHINE, Remedy.COMMAND_LINE));
		assertEquals(
				Optional.of(about
						+ "set 460 MB in Edit > Options > Memory & Threads... and restart (without a window: java "
						+ "-Xmx460m), "
						+ "or choose a part of the image"),
				need.lacking(scarce, MACHINE, Remedy.IMAGEJ));
		assertEquals(
				Optional.of(about + "that is more than this computer has, expected a part of the image"),
				need.lacking(scarce, 300 * MEGA, Remedy.COMMAND_LINE));
	}

	@Test
	void whatIsAdvisedSuffices() {
		for (long used = 0; used < 200 * MEGA; used += 7 * MEGA + 1) {
			final String line = need.lacking(new JavaMemory(used + MEGA, used), MACHINE, Remedy.COMMAND_LINE)
					.orElseThrow();
			final long advised = Long.parseLong(line.replaceAll(".*=-Xmx(\\d+)m.*", "$1")) * MEGA;
			assertTrue(need.fits(new JavaMemory(advised, used)), line);
			// a third more than the need, for the largest array to find its place, and no more than that
			assertTrue(need.fits(new JavaMemory(advised - 94 * MEGA, used)), line);
			assertFalse(need.fits(new JavaMemory(advised - 105 * MEGA, used)), line);
		}
	}

	@Test
	void mostThatFitsFits() {
		for (long free = 0; free < 5000 * MEGA; free += 61 * MEGA + 13) {
			final JavaMemory memory = new JavaMemory(free, 0);
			final long most = MemoryNeed.most(memory);
			assertTrue(most < 0 || new MemoryNeed("x", most).fits(memory), "free " + free);
			assertFalse(new MemoryNeed("x", Math.max(0, most) + MEGA).fits(memory) && most >= 0, "free " + free);
		}
	}

	@Test
	void anArrayThatWasRefusedNeedsMoreThanThereIs() {
		final String line = new MemoryNeed("'a'", 1).refused().getMessage();
		final long max = Remedy.megabytes(Runtime.getRuntime().maxMemory());
		assertTrue(
				line.startsWith("'a' needs about 9 MB of Java memory, ")
						&& line.contains(" MB are free, but not in one piece (-Xmx" + max + "m): "),
				line);
		assertTrue(
				line.contains("more than this computer has")
						|| Long.parseLong(line.replaceAll(".*: set (\\d+) MB.*", "$1")) >= max * 5 / 4,
				line);
	}

	@Test
	void causesOfMemoryAreToldFromOthers() {
		assertTrue(JavaMemoryException.isCauseOf(new JavaMemoryException("x")));
		assertTrue(JavaMemoryException.isCauseOf(new IllegalStateException(new OutOfMemoryError())));
		assertFalse(JavaMemoryException.isCauseOf(new IllegalStateException(new IOException("disk full"))));
	}

	@Test
	void surprisesHaveARemedyToo() {
		assertTrue(
				Remedy.ranOut().matches("Not enough Java memory \\(\\d+ MB\\); set more in Edit > .*"),
				Remedy.ranOut());
		assertTrue(
				Remedy.ranOut("'$1 (2).tif'")
						.matches("Not enough Java memory for '\\$1 \\(2\\).tif' \\(\\d+ MB\\); set .*"),
				Remedy.ranOut("'$1 (2).tif'"));
	}
}
