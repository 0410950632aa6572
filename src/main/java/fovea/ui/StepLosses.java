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
package fovea.ui;

import java.util.Arrays;

/**
 * Losses of an epoch's steps. Of many steps means of some in a row are kept, never more than {@value #MOST}. Immutable.
 */
final class StepLosses {

	static final int MOST = 256;

	/** Of no step. */
	static final StepLosses NONE = new StepLosses(new double[0], 1, 0, 0, 0, 0);

	private final double[] means;
	private final int stepsPerMean;
	private final double pendingSum;
	private final int pending;
	private final double sum;
	private final long count;

	private StepLosses(
			final double[] means,
			final int stepsPerMean,
			final double pendingSum,
			final int pending,
			final double sum,
			final long count) {
		this.means = means;
		this.stepsPerMean = stepsPerMean;
		this.pendingSum = pendingSum;
		this.pending = pending;
		this.sum = sum;
		this.count = count;
	}

	/** @return these and one more */
	StepLosses and(final double loss) {
		final double total = pendingSum + loss;
		if (pending + 1 < stepsPerMean)
			return new StepLosses(means, stepsPerMean, total, pending + 1, sum + loss, count + 1);
		final double[] more = Arrays.copyOf(means, means.length + 1);
		more[means.length] = total / stepsPerMean;
		if (more.length < MOST) return new StepLosses(more, stepsPerMean, 0, 0, sum + loss, count + 1);
		final double[] halved = new double[MOST / 2];
		for (int i = 0; i < halved.length; i++) halved[i] = (more[2 * i] + more[2 * i + 1]) / 2;
		return new StepLosses(halved, 2 * stepsPerMean, 0, 0, sum + loss, count + 1);
	}

	/** @return a copy; the steps after the last whole mean are not in it */
	double[] means() {
		return means.clone();
	}

	/** @return of how many steps each mean is */
	int stepsPerMean() {
		return stepsPerMean;
	}

	/** @return the mean of all steps, not a number where there are none */
	double mean() {
		return sum / count;
	}
}
