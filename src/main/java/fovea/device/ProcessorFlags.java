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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an x86 processor can do, as Linux calls it. Immutable.
 *
 * @param names such as avx512f
 */
public record ProcessorFlags(Set<String> names) {

	/** Those of AVX-512 without it imitate it, more slowly than they compute in float32. */
	private static final Set<String> BFLOAT16 = Set.of("avx512_bf16", "amx_bf16");

	/** Copies the set. */
	public ProcessorFlags {
		names = Set.copyOf(names);
	}

	/** @return of this computer; empty where the system does not say, as all but Linux on x86 */
	public static Optional<ProcessorFlags> here() {
		return in(Path.of("/"));
	}

	/** @param root folder in which proc is looked for */
	static Optional<ProcessorFlags> in(final Path root) {
		try {
			return Files.readString(root.resolve("proc/cpuinfo"))
					.lines()
					.filter(line -> line.startsWith("flags"))
					.findFirst()
					.map(line -> new ProcessorFlags(new HashSet<>(List.of(line.split("\\s+")))));
		} catch (final IOException e) {
			return Optional.empty(); // not Linux, or one that tells nothing
		}
	}

	/** @return whether it has some of these */
	boolean hasAny(final Set<String> some) {
		return !Collections.disjoint(names, some);
	}

	/** @return whether it calculates with bfloat16, numbers of 16 bits that have the range of float32 */
	public boolean hasBfloat16() {
		return hasAny(BFLOAT16);
	}
}
