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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorFlagsTest {

	@TempDir
	Path root;

	private Optional<ProcessorFlags> of(final String facts) throws Exception {
		Files.writeString(Files.createDirectories(root.resolve("proc")).resolve("cpuinfo"), facts);
		return ProcessorFlags.in(root);
	}

	@ParameterizedTest
	@CsvSource({
		"fpu avx512f avx512_bf16 avx512_vnni,true",
		"fpu amx_bf16 amx_tile,true",
		"fpu avx512f avx512_vnni,false",
		"fpu avx512_bf16 avx512_bf16,true",
		"avx512_bf16_not,false"
	})
	void theySayWhetherThereIsBfloat16(final String flags, final boolean expected) throws Exception {
		assertEquals(
				Optional.of(expected),
				of("processor\t: 0\nmodel name\t: avx512_bf16\nflags\t\t: " + flags + "\n")
						.map(ProcessorFlags::hasBfloat16));
	}

	@Test
	void elsewhereNothingIsKnown() throws Exception {
		assertEquals(Optional.empty(), ProcessorFlags.in(root));
		assertEquals(Optional.empty(), of("processor : 0\nFeatures : bf16\n"));
	}
}
