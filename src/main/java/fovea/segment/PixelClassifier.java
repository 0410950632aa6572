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
package fovea.segment;

import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.infer.Prediction;
import fovea.infer.network.InferenceException;
import fovea.model.ObjectTraits;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a network's output plane by plane and decides the class of each pixel; a pixel with NaN in any channel of a
 * class becomes background. How deep a pixel lies in its object is the geometric mean of what the network says of the
 * distance to its border and of the probability that it is inside an object: their product, which has the same maxima,
 * falls so steeply towards borders that single objects were cut (docs/models.md). Remembers what it met. Not
 * thread-safe.
 */
final class PixelClassifier implements PlaneClassifier {

	/**
	 * How far beyond 0 and 1 a network that was trained without a last sigmoid may come and still mean a probability.
	 */
	private static final float TOLERANCE = 0.1f;

	/** Rows read at once hold about so many values. */
	private static final int BLOCK = 1 << 16;

	private final Image output;
	private final int channels;
	private final int channelsPerRun;
	private final ClassDecision decision;
	private final double threshold;
	private final double borderWeight;
	private final PlaneReader reader;
	private final float[][] block;
	private final int rowsPerBlock;

	/** Null where the network says nothing of distances, as are the depths. */
	private final float[] distances;

	private float[] depths;

	private float min = Float.POSITIVE_INFINITY;
	private float max = Float.NEGATIVE_INFINITY;
	private int maxClass;

	/**
	 * @param prediction the network's output, whose first channels are classes
	 * @param decision what these mean
	 * @param threshold of the probability
	 * @param traits of the model's objects: weight of the border, whether the last channel is a distance
	 */
	PixelClassifier(
			final Prediction prediction,
			final ClassDecision decision,
			final double threshold,
			final ObjectTraits traits) {
		this.output = prediction.image();
		this.channelsPerRun = prediction.channelsPerRun();
		this.channels = traits.classChannels(channelsPerRun);
		this.decision = decision;
		this.threshold = threshold;
		this.borderWeight = traits.borderWeight();
		reader = new PlaneReader(output);
		final int width = output.size(Image.X);
		rowsPerBlock = Math.min(output.size(Image.Y), Math.max(1, BLOCK / width));
		block = new float[channels][width * rowsPerBlock];
		distances = traits.distance() ? new float[width * rowsPerBlock] : null;
	}

	@Override
	public void classify(final int run, final int z, final int t, final byte[] classes, final float[] probability)
			throws InferenceException {
		final int width = output.size(Image.X);
		final int height = output.size(Image.Y);
		for (int y = 0; y < height; y += rowsPerBlock) {
			final int rows = Math.min(rowsPerBlock, height - y);
			final int first = run * channelsPerRun;
			for (int c = 0; c < channels; c++) reader.read(first + c, z, t, y, rows, block[c]);
			if (distances != null) {
				reader.read(first + channels, z, t, y, rows, distances);
				if (depths == null) depths = new float[width * height];
				for (int i = 0, p = y * width; i < rows * width; i++, p++) depths[p] = depth(i);
			}
			for (int i = 0, p = y * width; i < rows * width; i++, p++) classify(i, p, classes, probability);
		}
	}

	/** What is not a number is not deep. */
	private float depth(final int i) {
		final double depth = Math.sqrt(Math.max(0, Math.min(1, distances[i])) * decision.inside(block, i));
		return depth >= 0 ? (float) depth : 0;
	}

	@Override
	public float[] depths() {
		return depths;
	}

	private void classify(final int i, final int p, final byte[] classes, final float[] probability)
			throws InferenceException {
		boolean nan = false;
		for (final float[] channel : block) {
			final float v = channel[i];
			if (v < min) min = v;
			if (v > max) max = v;
			nan |= Float.isNaN(v);
		}
		final int chosen = nan ? 0 : decision.decide(block, i, threshold, borderWeight);
		if (chosen < 0 || chosen > 255)
			throw new InferenceException("The model's map of classes for '" + output.name() + "' holds the value "
					+ block[0][i] + ": expected indices of classes, 0 to 255");
		if (chosen > maxClass) maxClass = chosen;
		classes[p] = (byte) chosen;
		if (probability != null)
			probability[p] = nan ? Float.NaN : decision.probability(block, i, chosen, borderWeight);
	}

	@Override
	public boolean tellsForeground() {
		return decision == ClassDecision.SINGLE || decision == ClassDecision.PAIR || decision == ClassDecision.BORDERED;
	}

	@Override
	public int maxClass() {
		return maxClass;
	}

	@Override
	public List<String> warnings() {
		final List<String> warnings = new ArrayList<>();
		if (decision != ClassDecision.CLASS_MAP && (min < -TOLERANCE || max > 1 + TOLERANCE))
			warnings.add("The model's output ranges from " + min + " to " + max + ", not probabilities; is a "
					+ (decision == ClassDecision.SINGLE ? "sigmoid" : "softmax") + " missing?");
		return warnings;
	}
}
