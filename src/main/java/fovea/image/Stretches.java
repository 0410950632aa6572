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
package fovea.image;

import java.util.stream.IntStream;

/** Long loops in parts, side by side where there is enough to do. Stateless. */
final class Stretches {

	/** Fewer elements are done before other threads have begun. */
	private static final int LEAST = 1 << 17;

	private Stretches() {}

	/** A part of a loop. */
	interface Part {

		void run(int from, int to);
	}

	/**
	 * @param from first index
	 * @param to index after the last
	 * @param cost elements that there are for each index
	 * @param part is run for stretches that cover all indices once, in no order
	 */
	static void forEach(final int from, final int to, final int cost, final Part part) {
		final int n = to - from;
		final int parts =
				(int) Math.min(n, Math.min(2L * Runtime.getRuntime().availableProcessors(), (long) n * cost / LEAST));
		if (parts < 2) part.run(from, to);
		else
			IntStream.range(0, parts)
					.parallel()
					.forEach(i ->
							part.run(from + (int) ((long) n * i / parts), from + (int) ((long) n * (i + 1) / parts)));
	}
}
