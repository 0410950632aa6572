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
package fovea.task;

import fovea.base.FoveaException;
import fovea.infer.PredictionOptions;
import fovea.task.Option.Trait;
import java.util.List;

/**
 * Removes noise.
 *
 * @param values of {@link TaskKind#options}
 */
public record Denoise(Values values) implements ImageTask {

	/** Whether the result has the type of the image, else it is 32-bit float. */
	public static final Option<Boolean> SAME_TYPE = Restoring.bitDepth(true);

	/** Whether it is told how good the result is. */
	public static final Option<Boolean> SCORE = Option.of("score", Form.FLAG, true)
			.named("--score", "")
			.under("Results")
			.says(
					"Tell how good it is",
					"Tells, without a clean image, how good the result is beside that of the best Gaussian and median "
							+ "filter: some pixels are hidden from each on a few tiles; and about how far it is off. "
							+ "Takes six tenths of a run more, of small images more; pixels of the result do not "
							+ "depend on it")
			.with(Trait.QUIET, Trait.ADVANCED);

	/** Which model. */
	static final Option<String> MODEL = Running.model(
			"denoise",
			"image in, image out; or auto: what denoises this image best, of the models inside, your own, Gaussian "
					+ "and median filters, as tried on some tiles");

	/** @return whether the image is to decide what denoises it */
	public boolean isChosen() {
		return model().equals(Form.AUTO);
	}

	/**
	 * To be asked before anything is computed.
	 *
	 * @throws FoveaException if a filter may be chosen where something is wanted that only models have
	 */
	public void requireModel() throws FoveaException {
		if (isChosen() && gives(Output.UNCERTAINTY))
			throw new FoveaException("uncertainty: expected the name of a model, got model=" + Form.AUTO
					+ ", which may take a filter; its results are the same in all orientations");
	}

	/** @return whether it is told how good the result is */
	public boolean isScored() {
		return values.get(SCORE);
	}

	/** Whether noise of photons is brought to one that is the same everywhere. */
	public static final Option<Boolean> STABILIZE = Option.of(
					"stabilize", Form.word(List.of("auto", "no"), "auto"::equals, is -> is ? "auto" : "no"), true)
			.named("--stabilize", "HOW")
			.under("Image")
			.says(
					"Noise of photons is stabilized",
					"auto: where the variance of the noise is a line over the gray value, as of photons and a "
							+ "camera, the image is brought to values in which the noise is the same everywhere, which "
							+ "models can remove best, and back after the model; no: it stays as it is")
			.and(Trait.ADVANCED);

	@Override
	public TaskKind kind() {
		return TaskKind.DENOISE;
	}

	@Override
	public PredictionOptions prediction() {
		return Running.prediction(values).withStabilized(values.get(STABILIZE));
	}

	/** @return whether the result has the type of the image */
	public boolean isOfSameType() {
		return values.get(SAME_TYPE);
	}
}
