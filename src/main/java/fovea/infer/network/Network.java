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

import fovea.base.ModelException;
import fovea.model.Signature;

/**
 * One signature of a model, ready to run. Implementations are thread-safe: {@link #run} may be called from several
 * threads. Whoever opened it closes it; closing twice does nothing.
 */
public interface Network extends AutoCloseable {

	/** @return what the network takes and gives */
	Signature signature();

	/**
	 * Runs the network once. Numbers are converted to the input's element type (integers: rounded and clipped to its
	 * range) and from the output's.
	 *
	 * @param input name of the input in the signature
	 * @param tensor its value; not changed, free for other use once this returns
	 * @param output name of the output wanted
	 * @param reuse array for the result, used if it is long enough; may be empty
	 * @return the result, which the caller owns; its data may be longer than its shape
	 * @throws ModelException if a name is not in the signature, or the shape is not what the signature takes; checked
	 *     before the native code runs, which would abort the process on some of it; or if one of its ops cannot be run
	 * @throws NetworkMemoryException if memory ran out; the network stays usable
	 * @throws InferenceException if the network failed otherwise, or is closed
	 */
	FloatTensor run(String input, FloatTensor tensor, String output, float[] reuse)
			throws InferenceException, ModelException;

	/**
	 * Runs the network once.
	 *
	 * @param input name of the input in the signature
	 * @param tensor its value
	 * @param output name of the output wanted
	 * @return the result in a new array
	 * @throws ModelException as {@link #run(String, FloatTensor, String, float[])}
	 * @throws InferenceException as {@link #run(String, FloatTensor, String, float[])}
	 */
	default FloatTensor run(final String input, final FloatTensor tensor, final String output)
			throws InferenceException, ModelException {
		return run(input, tensor, output, new float[0]);
	}

	/**
	 * Runs the network once and measures what it took.
	 *
	 * @param input name of the input in the signature
	 * @param tensor its value
	 * @param output name of the output wanted
	 * @return the most native memory in use at any moment of the run, in bytes; -1 where it cannot be told
	 * @throws ModelException as {@link #run(String, FloatTensor, String, float[])}
	 * @throws InferenceException as {@link #run(String, FloatTensor, String, float[])}
	 */
	long peakBytes(String input, FloatTensor tensor, String output) throws InferenceException, ModelException;

	/** Frees the native memory, where a run is in progress after that. */
	@Override
	void close();
}
