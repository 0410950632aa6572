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
package fovea.infer.network;

import java.nio.file.Path;

/**
 * Where a network's graph is read from.
 *
 * @param folder holds saved_model.pb
 * @param label its name in messages, as the user knows it
 * @param audited whether the graph is a copy of which all was looked through, so that TensorFlow is to optimize it
 *     without what could bring in something else
 * @param fast whether it may be computed in bfloat16 where the processor has instructions for that
 */
public record GraphSource(Path folder, String label, boolean audited, boolean fast) {

	/** A graph that is computed in full precision. */
	public GraphSource(final Path folder, final String label, final boolean audited) {
		this(folder, label, audited, false);
	}

	/**
	 * @param folder of a SavedModel that is loaded as it is
	 * @return it under its own name
	 */
	public static GraphSource whole(final Path folder) {
		return new GraphSource(folder, folder.toString(), false);
	}

	/** @return the same, computed in bfloat16 or in full precision */
	public GraphSource withFast(final boolean isFast) {
		return new GraphSource(folder, label, audited, isFast);
	}
}
