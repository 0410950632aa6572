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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On file systems that are made up; what a real GPU needs is always looked for on Linux. */
@DisabledOnOs(OS.WINDOWS)
class GpuSetupTest {

	private static final String DRIVER =
			"NVRM version: NVIDIA UNIX x86_64 Kernel Module  560.35.03  Fri Aug 16 21:39:15 UTC 2024\n"
					+ "GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n";
	private static final List<String> CUDA = List.of(
			"libcudart.so.12",
			"libcublas.so.12",
			"libcublasLt.so.12",
			"libcufft.so.11",
			"libcusolver.so.11",
			"libcusparse.so.12",
			"libcudnn.so.9");

	@TempDir
	private Path root;

	private GpuSetup setup(final Map<String, String> environment) {
		return new GpuSetup(root, environment, Optional.of("linux-x86_64-gpu"));
	}

	private String reason() {
		return setup(Map.of()).reason();
	}

	private void file(final String path, final String text) throws IOException {
		final Path file = root.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private void driver() throws IOException {
		file("proc/driver/nvidia/version", DRIVER);
		file(
				"proc/driver/nvidia/gpus/0000:01:00.0/information",
				"Model: \t\t NVIDIA GeForce RTX 4090\nIRQ:   \t\t 170\n");
		file("usr/lib/x86_64-linux-gnu/libcuda.so.1", "");
	}

	private void cuda(final String folder) throws IOException {
		for (final String library : CUDA) file(folder + "/" + library, "");
	}

	@Test
	void nativesWithoutGpuComeFirst() throws IOException {
		assertEquals(
				"TensorFlow's native library is the one without GPU (linux-x86_64; docs/doctor.md has the other), "
						+ "and no NVIDIA driver is "
						+ "loaded (/proc/driver/nvidia/version is not there)",
				new GpuSetup(root, Map.of(), Optional.of("linux-x86_64")).reason());
		driver();
		assertEquals(
				"TensorFlow's native library is the one without GPU (linux-x86_64; docs/doctor.md has the other)",
				new GpuSetup(root, Map.of(), Optional.of("linux-x86_64")).reason());
		assertEquals(
				"TensorFlow Java has natives with GPU for Linux x86-64 only, these are macosx-arm64",
				new GpuSetup(root, Map.of(), Optional.of("macosx-arm64")).reason());
	}

	@Test
	void eachThingThatLacksIsNamed() throws IOException {
		assertEquals("no NVIDIA driver is loaded (/proc/driver/nvidia/version is not there)", reason());
		file("proc/driver/nvidia/version", DRIVER);
		assertEquals("the driver's library libcuda.so.1 is not found", reason());
		driver();
		assertEquals("libraries of CUDA 12 and cuDNN 9 are not found: " + String.join(", ", CUDA), reason());
		cuda("usr/local/cuda-12.5/lib64");
		assertEquals(
				"libraries of CUDA 12 and cuDNN 9 are not found: " + String.join(", ", CUDA)
						+ "; /usr/local/cuda-12.5/lib64 is not in LD_LIBRARY_PATH",
				reason());
		file("lib64/libcudart.so.12", "");
		assertTrue(reason().startsWith("libraries of CUDA 12 and cuDNN 9 are not found: libcublas.so.12, "), reason());
	}

	@Test
	void librariesAreFoundWhereLinuxLooks() throws IOException {
		driver();
		cuda("opt/cuda/lib");
		final String well =
				"driver and libraries are there; TF_CPP_MIN_LOG_LEVEL=0 scripts/fovea doctor shows what TensorFlow "
						+ "says of them";
		assertEquals(
				well, setup(Map.of("LD_LIBRARY_PATH", "/nowhere:/opt/cuda/lib")).reason());
		file("etc/ld.so.conf", "include /etc/ld.so.conf.d/*.conf\n");
		assertTrue(reason().startsWith("libraries of CUDA 12"), reason());
		file("etc/ld.so.conf.d/cuda.conf", "# CUDA\n/opt/cuda/lib\n");
		assertEquals(well, reason());
	}

	/** A file that includes itself must not keep the doctor for ever. */
	@Test
	void aCircleOfIncludesEnds() throws IOException {
		driver();
		file("etc/ld.so.conf", "include ld.so.conf\ninclude [\n/opt/cuda/lib\n");
		cuda("opt/cuda/lib");
		assertTrue(reason().startsWith("driver and libraries are there"), reason());
	}

	@Test
	void hiddenGpusAreSaidToBeHidden() throws IOException {
		driver();
		cuda("lib64");
		assertEquals(
				"CUDA_VISIBLE_DEVICES is '-1', which hides all GPUs",
				setup(Map.of("CUDA_VISIBLE_DEVICES", "-1")).reason());
		assertEquals(
				"CUDA_VISIBLE_DEVICES is '', which hides all GPUs",
				setup(Map.of("CUDA_VISIBLE_DEVICES", "")).reason());
		assertTrue(setup(Map.of("CUDA_VISIBLE_DEVICES", "1")).reason().startsWith("driver and libraries"));
	}

	@Test
	void theLinesTellVersions() throws IOException {
		driver();
		cuda("lib64");
		file("lib64/libcudart.so.12.5.82", "");
		Files.delete(root.resolve("lib64/libcudart.so.12"));
		Files.createSymbolicLink(root.resolve("lib64/libcudart.so.12"), Path.of("libcudart.so.12.5.82"));
		final List<String> lines = setup(Map.of()).lines();
		assertTrue(
				lines.containsAll(List.of(
						"TensorFlow's natives: linux-x86_64-gpu (know GPUs)",
						"NVIDIA driver: 560.35.03",
						"NVIDIA GPUs: NVIDIA GeForce RTX 4090",
						"libcuda.so.1: /usr/lib/x86_64-linux-gnu/libcuda.so.1",
						"libcudart.so.12: /lib64/libcudart.so.12.5.82")),
				() -> String.join("\n", lines));
	}

	@Test
	void anEmptyComputerHasNothing() {
		assertTrue(setup(Map.of()).lines().contains("libcudnn.so.9: not found"));
		assertEquals(List.of(), setup(Map.of()).gpus());
	}
}
