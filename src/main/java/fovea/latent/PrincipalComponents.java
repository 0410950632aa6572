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
package fovea.latent;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Principal components of points: eigenvectors of their covariance or, where there are fewer points than dimensions, of
 * the points' inner products, which have the same eigenvalues. Stateless.
 */
final class PrincipalComponents {

	/** Of the lesser of dimensions and points: the time grows with its third power, a minute or two for this many. */
	static final int MOST = 2048;

	/**
	 * Components of less, as a part of the first one's variance, are rounding errors where there are fewer points than
	 * dimensions.
	 */
	private static final double LEAST = 1e-12;

	private PrincipalComponents() {}

	/** @param rotate false: the axes stay as they are */
	static LatentProjection of(final List<float[]> points, final boolean rotate) {
		if (points.isEmpty()) throw new IllegalArgumentException("expected points, got none");
		final int dimensions = points.get(0).length;
		final double[] mean = mean(points, dimensions);
		if (!rotate) return identity(points, mean);
		if (Math.min(dimensions, points.size()) > MOST)
			throw new IllegalArgumentException(
					"expected at most " + MOST + " latent values for principal components of " + points.size()
							+ " points, got " + dimensions + ": use pooling=mean");
		final RealMatrix centerd = centerd(points, mean);
		final boolean few = points.size() < dimensions;
		final EigenDecomposition eigen = new EigenDecomposition(symmetric(
				few
						? centerd.multiply(centerd.transpose())
						: centerd.transpose().multiply(centerd)));
		final double[] values = eigen.getRealEigenvalues();
		double total = 0;
		for (final double value : values) total += Math.max(0, value);
		int kept = values.length;
		while (few && kept > 1 && values[kept - 1] <= LEAST * values[0]) kept--;
		final double[][] axes = new double[kept][];
		final double[] explained = new double[kept];
		for (int c = 0; c < kept; c++) {
			final double[] vector = eigen.getEigenvector(c).toArray();
			axes[c] = oriented(few ? centerd.preMultiply(vector) : vector);
			explained[c] = total > 0 ? Math.max(0, values[c]) / total : 0;
		}
		return new LatentProjection(false, mean, axes, explained);
	}

	private static double[] mean(final List<float[]> points, final int dimensions) {
		final double[] mean = new double[dimensions];
		for (final float[] point : points) {
			if (point.length != dimensions)
				throw new IllegalArgumentException(
						"expected points of " + dimensions + " values, got one of " + point.length);
			for (int d = 0; d < dimensions; d++) {
				if (!Float.isFinite(point[d]))
					throw new IllegalArgumentException("expected points of numbers, got a value that is " + point[d]);
				mean[d] += point[d] / points.size();
			}
		}
		return mean;
	}

	private static LatentProjection identity(final List<float[]> points, final double[] mean) {
		final int dimensions = mean.length;
		final double[] explained = new double[dimensions];
		double total = 0;
		for (final float[] point : points)
			for (int d = 0; d < dimensions; d++) {
				final double square = (point[d] - mean[d]) * (point[d] - mean[d]);
				explained[d] += square;
				total += square;
			}
		for (int d = 0; d < dimensions; d++) explained[d] = total > 0 ? explained[d] / total : 0;
		return new LatentProjection(
				true,
				new double[dimensions],
				MatrixUtils.createRealIdentityMatrix(dimensions).getData(),
				explained);
	}

	private static RealMatrix centerd(final List<float[]> points, final double[] mean) {
		final double[][] rows = new double[points.size()][mean.length];
		for (int i = 0; i < rows.length; i++)
			for (int d = 0; d < mean.length; d++) rows[i][d] = points.get(i)[d] - mean[d];
		return new Array2DRowRealMatrix(rows, false);
	}

	/** Rounding must not make the library look for complex eigenvalues. */
	private static RealMatrix symmetric(final RealMatrix matrix) {
		for (int i = 0; i < matrix.getRowDimension(); i++)
			for (int k = 0; k < i; k++) matrix.setEntry(i, k, matrix.getEntry(k, i));
		return matrix;
	}

	/** @return of length 1, and so that its largest value is positive: else the same points could be shown mirrored */
	private static double[] oriented(final double[] axis) {
		double length = 0;
		double largest = 0;
		for (final double value : axis) {
			length += value * value;
			if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value;
		}
		final double scale = length == 0 ? 0 : Math.copySign(1 / Math.sqrt(length), largest);
		for (int d = 0; d < axis.length; d++) axis[d] *= scale;
		return axis;
	}
}
