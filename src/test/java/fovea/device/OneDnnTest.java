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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On made-up file systems. */
class OneDnnTest {

	private static final Map<String, String> NOTHING = Map.of();
	private static final Map<String, String> OFF = Map.of("TF_ENABLE_ONEDNN_OPTS", "0");
	private static final Map<String, String> ON = Map.of("TF_ENABLE_ONEDNN_OPTS", "1");

	@TempDir
	private Path root;

	private Path processor;

	@BeforeEach
	void anAmdProcessorThatHidesItsCaches() throws IOException {
		processor = Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu0"));
		vendor("AuthenticAMD");
	}

	private void vendor(final String name) throws IOException {
		Files.createDirectories(root.resolve("proc"));
		Files.writeString(
				root.resolve("proc/cpuinfo"), "processor\t: 0\nvendor_id\t: " + name + "\ncache size\t: 1024 KB\n");
	}

	private OneDnn with(final Map<String, String> environment) {
		return new OneDnn(root, environment);
	}

	@Test
	void isSwitchedOffWhereCachesAreHidden() {
		assertEquals(OFF, with(NOTHING).remedy());
		assertEquals(
				Optional.of("oneDNN is off, since this processor hides the sizes of its caches, without which it "
						+ "computes wrongly"),
				with(NOTHING).whyNot());
	}

	@Test
	void isLeftAloneWhereTheUserHasDecided() {
		assertEquals(NOTHING, with(ON).remedy());
		assertEquals(Optional.empty(), with(ON).whyNot());
		assertEquals(NOTHING, with(OFF).remedy());
	}

	/** Scripts set the switch, too: the reason is what a person wants to know. */
	@Test
	void isOffForAReason() throws IOException {
		assertEquals(with(NOTHING).whyNot(), with(OFF).whyNot());
		Files.createDirectory(processor.resolve("cache"));
		assertEquals(
				Optional.of("oneDNN is off: TF_ENABLE_ONEDNN_OPTS=0"), with(OFF).whyNot());
		assertEquals(
				Optional.of("oneDNN is off: TF_ENABLE_ONEDNN_OPTS=False"),
				with(Map.of("TF_ENABLE_ONEDNN_OPTS", "False")).whyNot());
	}

	@Test
	void anEmptySwitchIsNone() {
		assertEquals(OFF, with(Map.of("TF_ENABLE_ONEDNN_OPTS", "")).remedy());
	}

	@Test
	void isUsedWhereCachesAreTold() throws IOException {
		Files.createDirectory(processor.resolve("cache"));
		assertEquals(NOTHING, with(NOTHING).remedy());
		assertEquals(Optional.empty(), with(NOTHING).whyNot());
	}

	/** Intel's and AMD's alike: TensorFlow decides so itself, which only has to be said. */
	@Test
	void isNotUsedWithoutInstructionsForNeuralNetworks() throws IOException {
		final Path told = root.resolve("proc/cpuinfo");
		Files.createDirectory(processor.resolve("cache"));
		Files.writeString(told, "vendor_id\t: AuthenticAMD\nflags\t\t: fpu sse4_2 avx2 fma\n");
		assertEquals(NOTHING, with(NOTHING).remedy());
		assertEquals(Optional.of(true), with(NOTHING).whyNot().map(line -> line.contains("AVX-512 VNNI")));
		assertEquals(Optional.empty(), with(ON).whyNot());
		Files.writeString(told, "vendor_id\t: AuthenticAMD\nflags\t\t: fpu avx2 avx512_vnni fma\n");
		assertEquals(Optional.empty(), with(NOTHING).whyNot());
	}

	@Test
	void isUsedOnProcessorsOfOthers() throws IOException {
		vendor("GenuineIntel");
		assertEquals(NOTHING, with(NOTHING).remedy());
	}

	@Test
	void isUsedWhereTheSystemTellsNothing() throws IOException {
		Files.delete(processor);
		assertEquals(NOTHING, with(NOTHING).remedy());
		Files.createDirectory(processor);
		Files.delete(root.resolve("proc/cpuinfo"));
		assertEquals(NOTHING, with(NOTHING).remedy());
	}
}
