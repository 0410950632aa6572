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

import fovea.base.ModelException;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.net.WeightSpecs;
import fovea.net.layer.WeightSpec;
import fovea.train.config.Loss;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A network twice over the same variables, as it is trained and as it is used, with loss, gradients and optimizer. What
 * belongs to the graph is added to it by the constructor; the graph itself is the caller's.
 */
final class TrainingGraph {

	private final Placeholder<TFloat32> input;
	private final Placeholder<TFloat32> target;
	private final Placeholder<TFloat32> learningRate;
	private final Variables weights;
	private final Adam adam;
	private final NetworkGraph inference;
	private final Operand<TFloat32> inferenceLoss;
	private final Operand<TFloat32> trainingLoss;
	private final List<Operand<TFloat32>> gradients;
	private final Op reset;
	private final Op step;
	private final boolean isTrainable;

	/**
	 * @param graph receives the operations
	 * @param architecture of the network
	 * @param loss what is made small
	 * @param seed of dropout
	 * @throws ModelException if shapes do not fit, or the loss does not suit the network
	 */
	TrainingGraph(final Graph graph, final Architecture architecture, final Loss loss, final long seed)
			throws ModelException {
		final Ops tf = Ops.create(graph);
		final Shapes shapes = Shapes.infer(architecture);
		final fovea.net.shape.Shape output = shapes.of(architecture.output());
		Losses.require(loss, architecture, output.channels());
		weights = weights(tf, architecture);
		input = placeholder(tf, "input", architecture.inputShape());
		target = placeholder(tf, "target", output);
		learningRate = tf.withName("learning_rate").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
		final List<WeightSpec> trained = WeightSpecs.of(architecture).stream()
				.filter(WeightSpec::trainable)
				.toList();
		adam = new Adam(tf.withSubScope("adam"), trained);
		reset = adam.reset();
		isTrainable = !trained.isEmpty();

		inference = NetworkGraph.inference(tf.withSubScope("inference"), architecture, weights, input);
		inferenceLoss = new Losses(tf.withSubScope("inference_loss"), loss, output.channels()).of(inference, target);
		final NetworkGraph training = NetworkGraph.training(
				tf.withSubScope("training"),
				architecture,
				weights,
				input,
				new NetworkGraph.Randomness(seed, adam.iterations()));
		final List<Operand<TFloat32>> terms = new ArrayList<>(training.penalties());
		terms.add(0, new Losses(tf.withSubScope("training_loss"), loss, output.channels()).of(training, target));
		trainingLoss = terms.size() == 1 ? terms.get(0) : tf.math.addN(terms);
		gradients = isTrainable
				? gradients(
						graph,
						trainingLoss,
						trained.stream().map(w -> weights.get(w.key())).toList())
				: List.of();
		step = step(tf, training);
	}

	/** @return the variables of a network's weights, in a graph that has none of them yet */
	static Variables weights(final Ops tf, final Architecture architecture) throws ModelException {
		final Variables weights = new Variables(tf);
		for (final WeightSpec weight : WeightSpecs.of(architecture)) weights.add(weight.key(), weight.shape());
		return weights;
	}

	/** @return where a batch of this shape is fed */
	static Placeholder<TFloat32> placeholder(final Ops tf, final String name, final fovea.net.shape.Shape shape) {
		return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape.batchShape())));
	}

	/** @return derivatives of a scalar, in the order of what it is derived by */
	static List<Operand<TFloat32>> gradients(
			final Graph graph, final Operand<TFloat32> of, final List<Operand<TFloat32>> by) {
		final List<Operand<TFloat32>> gradients = new ArrayList<>();
		for (final Output<?> gradient : graph.addGradients(
				of.asOutput(), by.stream().map(Operand::asOutput).toArray(Output[]::new)))
			gradients.add(gradient.expect(TFloat32.class));
		return gradients;
	}

	/** Nothing is changed before the loss and all gradients are there: variables are read and written in place. */
	private Op step(final Ops tf, final NetworkGraph training) {
		final List<Operation> before =
				new ArrayList<>(gradients.stream().map(Operand::op).toList());
		before.add(trainingLoss.op());
		training.averages().forEach(average -> before.add(average.batch().op()));
		final List<Op> updates = new ArrayList<>(adam.step(weights, gradients, learningRate, before));
		final Ops after = tf.withControlDependencyOps(before);
		training.averages().forEach(average -> updates.add(average.update(after)));
		return tf.withControlDependencies(updates).withName("step").noOp();
	}

	/** @return where the network's input is fed */
	Operand<TFloat32> input() {
		return input;
	}

	/** @return where the wanted output is fed */
	Operand<TFloat32> target() {
		return target;
	}

	/** @return where the learning rate is fed, a scalar */
	Operand<TFloat32> learningRate() {
		return learningRate;
	}

	Variables weights() {
		return weights;
	}

	Adam adam() {
		return adam;
	}

	/** @return forgets all steps of the optimizer; to be run before the first */
	Op reset() {
		return reset;
	}

	/** @return the output as the network is used */
	Operand<TFloat32> output() {
		return inference.output();
	}

	/** @return the loss as the network is used, without regularization */
	Operand<TFloat32> inferenceLoss() {
		return inferenceLoss;
	}

	/** @return the loss as the network is trained, with regularization */
	Operand<TFloat32> trainingLoss() {
		return trainingLoss;
	}

	/**
	 * @return derivatives of the loss as the network is trained by the weights that are, in the order of their specs
	 */
	List<Operand<TFloat32>> gradients() {
		return gradients;
	}

	/** @return makes one step: weights, optimizer's state, moving averages */
	Op step() {
		return step;
	}

	/** @return false if all layers with weights are frozen */
	boolean isTrainable() {
		return isTrainable;
	}
}
