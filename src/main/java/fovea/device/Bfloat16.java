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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the processor calculates with bfloat16, numbers of 16 bits that have the range of float32. Stateless. */
public final class Bfloat16 {

	/** Of x86; those of AVX-512 without it imitate it, more slowly than they compute in float32. */
	private static final Set<String> INSTRUCTIONS = Set.of("avx512_bf16", "amx_bf16");

	private Bfloat16() {}

	/** @return whether it does; empty where the system does not say, as all but Linux */
	public static Optional<Boolean> isHere() {
		return isIn(Path.of("/proc/cpuinfo"));
	}

	static Optional<Boolean> isIn(final Path facts) {
		try {
			return Files.readString(facts)
					.lines()
					.filter(line -> line.startsWith("flags"))
					.findFirst()
					.map(line -> !Collections.disjoint(INSTRUCTIONS, List.of(line.split("\\s+"))));
		} catch (final IOException e) {
			return Optional.empty(); // not Linux, or one that tells nothing
		}
	}
}
