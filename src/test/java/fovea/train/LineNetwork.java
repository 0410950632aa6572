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
package fovea.train;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.layer.Activation;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Input;
import fovea.net.layer.WeightSpec;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * y = a x + b for each value, with the exact gradient of the mean squared error, and momentum, so that there is a state
 * of the optimizer that matters.
 */
public class LineNetwork implements TrainableNetwork {

	/** A network of one 1 x 1 convolution for images of any size. */
	public static Architecture architecture() {
		final List<Node> nodes = List.of(
				new Node("in", new Input(Shape.image(1))),
				new Node("line", new Conv2D(1, 1, 1, Padding.SAME, Activation.LINEAR), "in"));
		return new Architecture("line", "", nodes, "line", Optional.empty());
	}

	final WeightSpec kernel;
	final WeightSpec bias;
	public float a;
	public float b;
	float momentumA;
	float momentumB;
	int steps;
	public boolean closed;

	public LineNetwork(final Architecture architecture, final WeightMap weights) throws ModelException {
		final List<WeightSpec> specs = WeightSpecs.of(architecture);
		kernel = specs.get(0);
		bias = specs.get(1);
		setWeights(weights);
	}

	@Override
	public double step(final FloatTensor input, final FloatTensor target, final double learningRate) {
		final int n = input.size();
		double loss = 0;
		double gradientA = 0;
		double gradientB = 0;
		for (int i = 0; i < n; i++) {
			final double d = a * input.data()[i] + b - target.data()[i];
			loss += d * d / n;
			gradientA += 2 * d * input.data()[i] / n;
			gradientB += 2 * d / n;
		}
		momentumA = (float) (0.5 * momentumA + gradientA);
		momentumB = (float) (0.5 * momentumB + gradientB);
		a -= (float) (learningRate * momentumA);
		b -= (float) (learningRate * momentumB);
		steps++;
		return loss;
	}

	@Override
	public double loss(final FloatTensor input, final FloatTensor target) {
		double loss = 0;
		for (int i = 0; i < input.size(); i++) {
			final double d = a * input.data()[i] + b - target.data()[i];
			loss += d * d / input.size();
		}
		return loss;
	}

	@Override
	public FloatTensor predict(final FloatTensor input) {
		final float[] out = new float[input.size()];
		for (int i = 0; i < out.length; i++) out[i] = a * input.data()[i] + b;
		return new FloatTensor(input.shape(), out);
	}

	@Override
	public WeightMap weights() {
		final Map<String, float[]> values = new HashMap<>();
		values.put(kernel.key(), new float[] {a});
		values.put(bias.key(), new float[] {b});
		return new WeightMap(values);
	}

	@Override
	public final void setWeights(final WeightMap weights) {
		a = weights.get(kernel)[0];
		b = weights.get(bias)[0];
	}

	/** @return slope and offset */
	float[] line(final WeightMap weights) {
		return new float[] {weights.get(kernel)[0], weights.get(bias)[0]};
	}

	@Override
	public Map<String, float[]> optimizerState() {
		return Map.of("momentum", new float[] {momentumA, momentumB}, "steps", new float[] {steps});
	}

	@Override
	public void setOptimizerState(final Map<String, float[]> state) {
		momentumA = state.get("momentum")[0];
		momentumB = state.get("momentum")[1];
		steps = (int) state.get("steps")[0];
	}

	/** Not what TensorFlow could load, but the names of files are right. */
	@Override
	public void export(final Path folder) throws ModelException {
		try {
			Files.createDirectories(folder.resolve("variables"));
			Files.writeString(folder.resolve("saved_model.pb"), a + " x + " + b);
			Files.writeString(folder.resolve("variables/variables.index"), "");
		} catch (final IOException e) {
			throw new ModelException(folder + ": cannot be written", e);
		}
	}

	@Override
	public void close() {
		closed = true;
	}
}
