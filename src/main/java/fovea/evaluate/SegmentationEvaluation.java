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
package fovea.evaluate;

import fovea.base.FoveaException;
import fovea.data.MaskReading;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;

/** Compares segmentations with masks. */
public final class SegmentationEvaluation implements Evaluation<SegmentationScore> {

	private final TruthPairs pairs;
	private final MaskReading reading;
	private final List<Method<List<LabeledPlane>>> methods;

	/**
	 * @param pairs images and masks
	 * @param reading what the masks mean
	 * @param methods at least one; of no more classes than the masks
	 */
	public SegmentationEvaluation(
			final TruthPairs pairs, final MaskReading reading, final List<Method<List<LabeledPlane>>> methods) {
		this.pairs = pairs;
		this.reading = reading;
		this.methods = List.copyOf(methods);
	}

	/** @return what each of a score's classes is called, background first */
	public List<ClassSpec> classes() {
		return reading.classes();
	}

	@Override
	public List<String> names() {
		return pairs.names();
	}

	@Override
	public List<Method<List<LabeledPlane>>> methods() {
		return methods;
	}

	@Override
	public List<SegmentationScore> score(final int index, final ProgressListener listener) throws FoveaException {
		final TruthPairs.Pair pair = pairs.read(index, listener::warn);
		final List<LabeledPlane> truth = new ArrayList<>();
		for (final Raster plane : Raster.planesOf(pair.truth()))
			truth.add(LabeledPlane.ofMask(plane, reading, pair.truthName(), listener));
		final List<SegmentationScore> scores = new ArrayList<>();
		for (final Method<List<LabeledPlane>> method : methods)
			scores.add(SegmentationScore.of(
					pair.name(),
					pair.truthName(),
					reading.classes().size(),
					truth,
					method.run().on(pair.image(), listener)));
		return scores;
	}
}
