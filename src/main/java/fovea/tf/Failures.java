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
package fovea.tf;

import fovea.base.ModelException;
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;
import fovea.text.Printable;
import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** TensorFlow's errors as Fovea's. */
final class Failures {

	private static final int LONGEST = 300;

	private Failures() {}

	/** @return true for an error of TensorFlow: some of them Java has types for, and it throws those */
	static boolean isOfTensorFlow(final RuntimeException exc) {
		return exc instanceof TensorFlowException
				|| exc instanceof TFInvalidArgumentException
				|| exc instanceof TFUnimplementedException;
	}

	/**
	 * Of a run of a model that others made. What it was given fits its signature: what its ops do not take, or cannot
	 * do, is the model's fault.
	 *
	 * @param exc any
	 * @return what to tell the user
	 * @throws ModelException what to tell the user, if it lies in the model
	 * @throws RuntimeException the given one, if TensorFlow did not throw it
	 */
	static InferenceException ofModel(final RuntimeException exc) throws ModelException {
		if (exc instanceof TFInvalidArgumentException || exc instanceof TFUnimplementedException)
			throw new ModelException("TensorFlow cannot run the model: " + line(exc), exc);
		if (exc instanceof TFFailedPreconditionException)
			throw new ModelException(
					"The model's variables are not loaded; a Keras 3 model must be saved with model.export(), not "
							+ "tf.saved_model.save: "
							+ line(exc),
					exc);
		return of(exc);
	}

	/**
	 * @param exc any
	 * @return what to tell the user
	 * @throws RuntimeException the given one, if TensorFlow did not throw it
	 */
	static InferenceException of(final RuntimeException exc) {
		if (!isOfTensorFlow(exc)) throw exc;
		if (exc instanceof TFResourceExhaustedException)
			return new NetworkMemoryException("Memory ran out in TensorFlow: " + line(exc), exc);
		return new InferenceException("TensorFlow failed: " + line(exc), exc);
	}

	/** @return that TensorFlow does not load here */
	static ModelException unavailable(final LinkageError exc) {
		return new ModelException(
				"TensorFlow's native library cannot be loaded on " + System.getProperty("os.name") + " "
						+ System.getProperty("os.arch") + ": " + exc.getMessage(),
				exc);
	}

	/** TensorFlow's messages run over many lines; the first says what is wrong. */
	static String line(final RuntimeException exc) {
		final String message = String.valueOf(exc.getMessage()).strip();
		final int end = message.indexOf('\n');
		final String first = end < 0 ? message : message.substring(0, end);
		final String shown = Printable.escaped(first.substring(0, Math.min(first.length(), LONGEST)));
		return first.length() <= LONGEST ? shown : shown + "...";
	}
}
