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
package fovea.train.checkpoint;

import fovea.net.WeightMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a training needs to go on after an epoch.
 *
 * @param weights after the last epoch
 * @param best of the best epoch; never null, since one of the epochs is
 * @param average of the weights over the steps; empty where none is kept, or no step has counted yet
 * @param optimizer the optimizer's state
 * @param history one record for each epoch
 * @param frozenEpochs epochs at the beginning in which only the last layer learned, or is to learn
 */
public record Checkpoint(
		WeightMap weights,
		WeightMap best,
		Optional<WeightMap> average,
		Map<String, float[]> optimizer,
		List<EpochRecord> history,
		int frozenEpochs) {

	/** @return epochs that are done */
	public int epochs() {
		return history.size();
	}

	/** @return whether all layers learn already, and the optimizer's state is of all */
	public boolean isFree() {
		return epochs() > frozenEpochs;
	}
}
