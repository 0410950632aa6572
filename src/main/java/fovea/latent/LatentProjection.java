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

import java.util.Arrays;
import java.util.List;

/**
 * Latent spaces of any number of dimensions seen along a few: principal components (Pearson 1901, Hotelling 1933), most
 * variance first. Two dimensions or one stay as they are. Immutable and thread-safe.
 */
public final class LatentProjection {

	/** With as many dimensions points are shown as they are. */
	private static final int SEEN = 2;

	private final boolean identity;
	private final double[] mean;
	/** Orthonormal, by component. */
	private final double[][] axes;

	private final double[] explained;

	LatentProjection(final boolean identity, final double[] mean, final double[][] axes, final double[] explained) {
		this.identity = identity;
		this.mean = mean;
		this.axes = axes;
		this.explained = explained;
	}

	/**
	 * @param points at least one, all of one length
	 * @return what to see them by: the latent's own axes where there are two or fewer, else principal components, as
	 *     many as there are dimensions, or points where these are fewer
	 * @throws IllegalArgumentException if there are none, a value is no number, or both dimensions and points are more
	 *     than {@value PrincipalComponents#MOST}
	 */
	public static LatentProjection of(final List<float[]> points) {
		return PrincipalComponents.of(points, points.isEmpty() || points.get(0).length > SEEN);
	}

	/**
	 * @param points as for {@link #of}
	 * @return principal components, however many dimensions there are
	 */
	public static LatentProjection principal(final List<float[]> points) {
		return PrincipalComponents.of(points, true);
	}

	/** @return values of a point */
	public int dimensions() {
		return mean.length;
	}

	/** @return axes there are to choose from, at least 1 */
	public int components() {
		return axes.length;
	}

	/** @return whether the axes are the latent's own */
	public boolean isIdentity() {
		return identity;
	}

	/**
	 * @param component 0-based
	 * @return part of the variance of the points that is along that axis, 0 to 1; 0 where all points are the same
	 */
	public double explainedVariance(final int component) {
		return explained[component];
	}

	/**
	 * @param component 0-based
	 * @return for people, such as "z2" or "PC 1 (43 %)"
	 */
	public String axisName(final int component) {
		return identity
				? "z" + (component + 1)
				: "PC " + (component + 1) + " (" + Math.round(100 * explained[component]) + " %)";
	}

	/**
	 * @param z a point of the latent space
	 * @return its place on all axes
	 */
	public double[] project(final float[] z) {
		require(z.length == mean.length, mean.length, z.length);
		final double[] place = new double[axes.length];
		for (int c = 0; c < place.length; c++)
			for (int d = 0; d < mean.length; d++) place[c] += axes[c][d] * (z[d] - mean[d]);
		return place;
	}

	/**
	 * @param place on the first axes, up to all of them; 0 on the others
	 * @return the point of the latent space there
	 */
	public float[] inverse(final double... place) {
		require(place.length <= axes.length, axes.length, place.length);
		final double[] point = mean.clone();
		for (int c = 0; c < place.length; c++) for (int d = 0; d < point.length; d++) point[d] += place[c] * axes[c][d];
		final float[] z = new float[point.length];
		for (int d = 0; d < z.length; d++) z[d] = (float) point[d];
		return z;
	}

	/**
	 * A point that is moved in the plane of two axes, as by a mouse.
	 *
	 * @param z where it comes from
	 * @param first 0-based component
	 * @param x its new place along that
	 * @param second another component; the same where there is only one
	 * @param y its new place along that
	 * @return the point there, which along all other axes, and off them, is where it was
	 */
	public float[] moved(final float[] z, final int first, final double x, final int second, final double y) {
		final double[] place = project(z);
		final float[] moved = z.clone();
		for (int d = 0; d < moved.length; d++) {
			double by = (x - place[first]) * axes[first][d];
			if (second != first) by += (y - place[second]) * axes[second][d];
			moved[d] += (float) by;
		}
		return moved;
	}

	/** @return the middle of all points, where all principal components are 0 */
	public float[] middle() {
		return inverse();
	}

	private static void require(final boolean holds, final int expected, final int came) {
		if (!holds) throw new IllegalArgumentException("expected " + expected + " values, got " + came);
	}

	@Override
	public String toString() {
		return (identity ? "identity " : "principal components ") + Arrays.toString(explained);
	}
}
