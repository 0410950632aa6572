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
package fovea.data;

/** A linear discriminant of two kinds of pixels with a common covariance. Immutable. */
final class Discriminant {

	/** Part of the mean variance that is added to each, so that features may depend on each other. */
	private static final double RIDGE = 1e-3;

	private final double[] weights;

	private Discriminant(final double[] weights) {
		this.weights = weights;
	}

	/**
	 * @param high of whose pixels it is to be higher
	 * @param low of whose pixels it is to be lower
	 */
	static Discriminant of(final PixelSample high, final PixelSample low) {
		final double[] first = mean(high);
		final double[] second = mean(low);
		final int n = first.length;
		final double[][] covariance = new double[n][n + 1];
		add(covariance, high, first);
		add(covariance, low, second);
		double trace = 0;
		for (int i = 0; i < n; i++) trace += covariance[i][i];
		for (int i = 0; i < n; i++) {
			covariance[i][i] += RIDGE * trace / n + 1e-12;
			covariance[i][n] = first[i] - second[i];
		}
		return new Discriminant(solved(covariance));
	}

	private static double[] mean(final PixelSample sample) {
		final double[] mean = new double[sample.get(0).length];
		for (int k = 0; k < sample.size(); k++)
			for (int i = 0; i < mean.length; i++) mean[i] += sample.get(k)[i] / sample.size();
		return mean;
	}

	/** Either kind has the same weight, however many pixels it has. */
	private static void add(final double[][] covariance, final PixelSample sample, final double[] mean) {
		for (int k = 0; k < sample.size(); k++)
			for (int i = 0; i < mean.length; i++)
				for (int j = 0; j < mean.length; j++)
					covariance[i][j] +=
							(sample.get(k)[i] - mean[i]) * (sample.get(k)[j] - mean[j]) / (2.0 * sample.size());
	}

	/** By Gauss and Jordan; the matrix is positive definite, so that no rows need to be exchanged. */
	private static double[] solved(final double[][] matrix) {
		final int n = matrix.length;
		for (int i = 0; i < n; i++)
			for (int row = 0; row < n; row++) {
				if (row == i) continue;
				final double factor = matrix[row][i] / matrix[i][i];
				for (int j = i; j <= n; j++) matrix[row][j] -= factor * matrix[i][j];
			}
		final double[] solution = new double[n];
		for (int i = 0; i < n; i++) solution[i] = matrix[i][n] / matrix[i][i];
		return solution;
	}

	/**
	 * @param features one plane for each
	 * @param pixel of these
	 */
	double of(final float[][] features, final int pixel) {
		double sum = 0;
		for (int f = 0; f < weights.length; f++) sum += weights[f] * features[f][pixel];
		return sum;
	}

	/** @return that of each pixel of the sample */
	double[] of(final PixelSample sample) {
		final double[] values = new double[sample.size()];
		for (int k = 0; k < values.length; k++)
			for (int f = 0; f < weights.length; f++) values[k] += weights[f] * sample.get(k)[f];
		return values;
	}
}
