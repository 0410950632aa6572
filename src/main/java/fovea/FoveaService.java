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
package fovea;

import fovea.base.FoveaException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.service.SciJavaService;

/**
 * {@link Fovea} in a SciJava context: what scripts, commands and PyImageJ take. Networks run where those of Fovea's
 * commands do, in a second JVM that all of them share, and which ends with the context.
 *
 * <pre>{@code
 * #@ FoveaService fovea
 * #@ ImagePlus image
 * import fovea.ij1.adapter.ImagePlusAdapter
 *
 * found = fovea.model("nuclei").segment(ImagePlusAdapter.of(image))
 * ImagePlusAdapter.showOverlay(found, image)
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface FoveaService extends SciJavaService {

	/**
	 * @return Fovea of this context, made by the first who asks; not to be closed, the context does that. Warnings of
	 *     models go to the context's log, and so do those of runs without a {@link Progress} of their own
	 * @throws FoveaException if there is no TensorFlow, or the context is about to end
	 */
	Fovea fovea() throws FoveaException;

	/**
	 * @return {@link Fovea#modelNames()}
	 * @throws FoveaException if there is no TensorFlow, or the context is about to end
	 */
	default List<String> modelNames() throws FoveaException {
		return fovea().modelNames();
	}

	/**
	 * As {@link Fovea#model(String)}.
	 *
	 * @param nameOrPath one of {@link #modelNames()}, or the path of a model
	 * @return the model, which is closed by the caller or together with Fovea
	 * @throws FoveaException if there is no such model, or it cannot be opened
	 */
	default Model model(final String nameOrPath) throws FoveaException {
		return fovea().model(nameOrPath);
	}

	/**
	 * As {@link Fovea#model(String, ModelSettings)}.
	 *
	 * @param nameOrPath one of {@link #modelNames()}, or the path of a model
	 * @param settings what to say about the model
	 * @return the model, which is closed by the caller or together with Fovea
	 * @throws FoveaException if there is no such model, or it cannot be opened
	 */
	default Model model(final String nameOrPath, final ModelSettings settings) throws FoveaException {
		return fovea().model(nameOrPath, settings);
	}

	/**
	 * As {@link Fovea#latentModel(String)}.
	 *
	 * @param nameOrPath one of {@link #modelNames()}, or the path of a model
	 * @return the model, which is closed by the caller or together with Fovea
	 * @throws FoveaException if there is no such model, it cannot be opened, or it has no encoder
	 */
	default LatentModel latentModel(final String nameOrPath) throws FoveaException {
		return fovea().latentModel(nameOrPath);
	}

	/**
	 * As {@link Fovea#train(Training, Path)}.
	 *
	 * @param training what is learned, and from what
	 * @param model a zip that is written
	 * @return the report of the training
	 * @throws FoveaException as with a progress
	 */
	default TrainingReport train(final Training training, final Path model) throws FoveaException {
		return fovea().train(training, model);
	}
}
