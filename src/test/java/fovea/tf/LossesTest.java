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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.Architecture;
import fovea.net.DistanceHead;
import fovea.net.WeightMap;
import fovea.net.layer.Activation;
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Conv2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Losses against their formulas, of networks that pass on what they get. */
class LossesTest {

	private static final double BOUND = 1e-5;
	private static final int CLASSES = 3;
	private static final int[] SHAPE = {2, 4, 5, CLASSES};

	private final FloatTensor x = Networks.normal(1, SHAPE);
	private final FloatTensor target = Networks.normal(2, SHAPE);
	private final FloatTensor classes = Networks.oneHot(3, SHAPE);

	@Test
	void squaredErrorIsAMeanOverAll() throws ModelException, InferenceException {
		assertEquals(
				mean((a, b) -> (a - b) * (a - b)),
				loss(new Loss.MeanSquaredError(), Activation.LINEAR, x, target),
				BOUND);
	}

	@Test
	void absoluteErrorIsAMeanOverAll() throws ModelException, InferenceException {
		assertEquals(
				mean((a, b) -> Math.abs(a - b)),
				loss(new Loss.MeanAbsoluteError(), Activation.LINEAR, x, target),
				BOUND);
	}

	@Test
	void crossEntropyIsAMeanOverPixelsThatHaveAClass() throws ModelException, InferenceException {
		assertEquals(
				crossEntropy(1, 1, 1),
				loss(new Loss.CategoricalCrossEntropy(List.of()), Activation.SOFTMAX, x, classes),
				BOUND);
	}

	@Test
	void classWeightsWeighPixels() throws ModelException, InferenceException {
		assertEquals(
				crossEntropy(0.5, 3, 1),
				loss(new Loss.CategoricalCrossEntropy(List.of(0.5, 3.0, 1.0)), Activation.SOFTMAX, x, classes),
				BOUND);
	}

	@Test
	void crossEntropyIsFiniteWhereSoftmaxIsZero() throws ModelException, InferenceException {
		final FloatTensor extreme = new FloatTensor(new int[] {1, 1, 1, CLASSES}, new float[] {300, 0, 0});
		final FloatTensor other = new FloatTensor(new int[] {1, 1, 1, CLASSES}, new float[] {0, 1, 0});
		assertEquals(300, loss(new Loss.CategoricalCrossEntropy(List.of()), Activation.SOFTMAX, extreme, other), BOUND);
	}

	@Test
	void crossEntropyOfNoClassAtAllIsZero() throws ModelException, InferenceException {
		assertEquals(
				0,
				loss(
						new Loss.CategoricalCrossEntropy(List.of()),
						Activation.SOFTMAX,
						x,
						new FloatTensor(SHAPE, new float[x.size()])),
				0);
	}

	@Test
	void diceIsOneMinusTheMeanOverClasses() throws ModelException, InferenceException {
		double sum = 0;
		for (int c = 0; c < CLASSES; c++) {
			double both = 0;
			double either = 0;
			for (int p = 0; p < x.size(); p += CLASSES) {
				both += softmax(p, c) * classes.data()[p + c];
				either += softmax(p, c) + classes.data()[p + c];
			}
			sum += (2 * both + 1) / (either + 1);
		}
		assertEquals(1 - sum / CLASSES, loss(new Loss.Dice(), Activation.SOFTMAX, x, classes), BOUND);
	}

	@Test
	void stepsReportRegularizationAndLossDoesNot() throws ModelException, InferenceException {
		final Architecture architecture = Networks.chain(
				Shape.image(CLASSES),
				new Conv2D(CLASSES, Size.of(1), Size.of(1), Padding.SAME, Activation.LINEAR, 0.1, false));
		final WeightMap weights = Networks.weights(architecture, 4);
		double squares = 0;
		for (final float w : weights.values().get("layer1/kernel")) squares += w * w;
		try (TrainableNetwork network =
				new TensorFlowNetworkFactory().create(architecture, weights, new Loss.MeanSquaredError(), 0)) {
			final double loss = network.loss(x, target);
			assertEquals(loss + 0.1 * squares, network.step(x, target, 1e-3), BOUND);
		}
	}

	@Test
	void crossEntropyNeedsSoftmaxAndAWeightForEachClass() throws ModelException {
		final Architecture linear = identity(Activation.LINEAR);
		final Architecture softmax = identity(Activation.SOFTMAX);
		final String activation = assertThrows(
						ModelException.class, () -> create(linear, new Loss.CategoricalCrossEntropy(List.of())))
				.getMessage();
		assertTrue(
				activation.contains("softmax") && activation.contains("linear") && activation.contains("layer1"),
				activation);
		final String number = assertThrows(
						ModelException.class,
						() -> create(softmax, new Loss.CategoricalCrossEntropy(List.of(1.0, 2.0))))
				.getMessage();
		assertTrue(number.contains("3 class weights") && number.contains("got 2"), number);
	}

	/** Classes as alone; the distance of pixels that have a class, times its weight. */
	@Test
	void aDistanceCountsBesideTheClasses() throws ModelException, InferenceException {
		final float[] input = new float[x.size() / CLASSES * (CLASSES + 1)];
		final float[] wanted = new float[input.length];
		double error = 0;
		int counting = 0;
		for (int p = 0; p < x.size() / CLASSES; p++) {
			System.arraycopy(x.data(), p * CLASSES, input, p * (CLASSES + 1), CLASSES);
			System.arraycopy(classes.data(), p * CLASSES, wanted, p * (CLASSES + 1), CLASSES);
			input[p * (CLASSES + 1) + CLASSES] = 0.3f * p % 1.7f;
			wanted[p * (CLASSES + 1) + CLASSES] = p % 7 / 7f;
			double label = 0;
			for (int c = 0; c < CLASSES; c++) label += classes.data()[p * CLASSES + c];
			if (label == 0) continue;
			counting++;
			error += Math.abs(input[p * (CLASSES + 1) + CLASSES] - wanted[p * (CLASSES + 1) + CLASSES]);
		}
		assertTrue(counting < x.size() / CLASSES, "a pixel that does not count");
		final int[] shape = {2, 4, 5, CLASSES + 1};
		final Loss.CategoricalCrossEntropy entropy = new Loss.CategoricalCrossEntropy(List.of(0.5, 3.0, 1.0));
		try (TrainableNetwork network = passing(new Loss.WithDistance(entropy, 2))) {
			assertEquals(
					crossEntropy(0.5, 3, 1) + 2 * error / counting,
					network.loss(new FloatTensor(shape, input), new FloatTensor(shape, wanted)),
					BOUND);
		}
	}

	@Test
	void aDistanceNeedsANetworkThatGivesOneAndALossOfClasses() throws ModelException {
		final Loss.WithDistance loss = new Loss.WithDistance(new Loss.Dice(), 2);
		final String network = assertThrows(ModelException.class, () -> create(identity(Activation.SOFTMAX), loss))
				.getMessage();
		assertTrue(network.contains("distance of one channel behind the classes"), network);
		final String number = assertThrows(
						ModelException.class,
						() -> passing(new Loss.WithDistance(
								new Loss.CategoricalCrossEntropy(List.of(1.0, 2.0, 3.0, 4.0)), 2)))
				.getMessage();
		assertTrue(number.contains("3 class weights") && number.contains("got 4"), number);
		final String images = assertThrows(
						IllegalArgumentException.class, () -> new Loss.WithDistance(new Loss.MeanSquaredError(), 2))
				.getMessage();
		assertTrue(images.contains("crossentropy or dice") && images.contains("got mse"), images);
		assertThrows(IllegalArgumentException.class, () -> new Loss.WithDistance(new Loss.Dice(), 0));
	}

	/** Gives softmax of its first channels, and the last one as it is. */
	private static TrainableNetwork passing(final Loss loss) throws ModelException {
		final Conv2D first = new Conv2D(CLASSES, Size.of(1), Size.of(1), Padding.SAME, Activation.SOFTMAX, 0, false);
		final Architecture network = DistanceHead.fitted(Networks.chain(Shape.image(CLASSES + 1), first), true);
		final float[] classes = new float[(CLASSES + 1) * CLASSES];
		for (int c = 0; c < CLASSES; c++) classes[c * CLASSES + c] = 1;
		final String name = DistanceHead.classes(network).orElseThrow();
		final WeightMap weights = new WeightMap(Map.of(
				name + "/kernel", classes, "distance/kernel", new float[] {0, 0, 0, 1}, "distance/bias", new float[1]));
		return new TensorFlowNetworkFactory().create(network, weights, loss, 0);
	}

	private double crossEntropy(final double... weights) {
		double sum = 0;
		int count = 0;
		for (int p = 0; p < x.size(); p += CLASSES)
			for (int c = 0; c < CLASSES; c++)
				if (classes.data()[p + c] == 1) {
					sum -= weights[c] * Math.log(softmax(p, c));
					count++;
				}
		return sum / count;
	}

	private double softmax(final int pixel, final int c) {
		double sum = 0;
		for (int i = 0; i < CLASSES; i++) sum += Math.exp(x.data()[pixel + i]);
		return Math.exp(x.data()[pixel + c]) / sum;
	}

	private double mean(final DoubleBinaryOperator error) {
		double sum = 0;
		for (int i = 0; i < x.size(); i++) sum += error.applyAsDouble(x.data()[i], target.data()[i]);
		return sum / x.size();
	}

	private static double loss(
			final Loss loss, final Activation activation, final FloatTensor input, final FloatTensor target)
			throws ModelException, InferenceException {
		try (TrainableNetwork network = create(identity(activation), loss)) {
			return network.loss(input, target);
		}
	}

	private static TrainableNetwork create(final Architecture architecture, final Loss loss) throws ModelException {
		return new TensorFlowNetworkFactory().create(architecture, new WeightMap(Map.of()), loss, 0);
	}

	private static Architecture identity(final Activation activation) throws ModelException {
		return Networks.chain(Shape.image(CLASSES), new ActivationLayer(activation));
	}
}
