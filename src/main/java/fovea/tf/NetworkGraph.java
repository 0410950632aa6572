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
import fovea.net.Node;
import fovea.net.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The operations of a whole network between an input and its nodes' outputs, either for inference or for training. */
final class NetworkGraph {

	/**
	 * What makes each training step's dropout another.
	 *
	 * @param seed of all steps
	 * @param step number of the step
	 */
	record Randomness(long seed, Operand<TInt64> step) {}

	private final Architecture architecture;
	private final Variables weights;
	private final Operand<TFloat32> input;
	private final Optional<Randomness> randomness;
	private final Map<String, LayerOutput> outputs = new HashMap<>();
	private final List<MovingAverage> averages = new ArrayList<>();
	private final List<Operand<TFloat32>> penalties = new ArrayList<>();

	private NetworkGraph(
			final Ops tf,
			final Architecture architecture,
			final Variables weights,
			final Operand<TFloat32> input,
			final Optional<Randomness> randomness)
			throws ModelException {
		this.architecture = architecture;
		this.weights = weights;
		this.input = input;
		this.randomness = randomness;
		final Shapes shapes = Shapes.infer(architecture);
		for (final Node node : architecture.nodes())
			outputs.put(
					node.name(),
					node.layer()
							.accept(new LayerGraph(
									this,
									tf.withSubScope(node.name()),
									node,
									node.inputs().stream().map(this::output).toList(),
									shapes.of(node.name()))));
	}

	/**
	 * @param tf in a scope of the network's own
	 * @param architecture of the network
	 * @param weights its variables, by {@link fovea.net.layer.WeightSpec#key()}
	 * @param input of the architecture's shape
	 * @return the network as it is used
	 * @throws ModelException if shapes do not fit
	 */
	static NetworkGraph inference(
			final Ops tf, final Architecture architecture, final Variables weights, final Operand<TFloat32> input)
			throws ModelException {
		return new NetworkGraph(tf, architecture, weights, input, Optional.empty());
	}

	/**
	 * @param randomness of dropout
	 * @return the network as it is trained: with dropout, and the batch's statistics in batch normalization
	 * @throws ModelException if shapes do not fit
	 */
	static NetworkGraph training(
			final Ops tf,
			final Architecture architecture,
			final Variables weights,
			final Operand<TFloat32> input,
			final Randomness randomness)
			throws ModelException {
		return new NetworkGraph(tf, architecture, weights, input, Optional.of(randomness));
	}

	/** @return the network's output */
	Operand<TFloat32> output() {
		return output(architecture.output());
	}

	/** @return a node's output */
	Operand<TFloat32> output(final String node) {
		return outputs.get(node).output();
	}

	/** @return the network's output before its activation */
	Operand<TFloat32> logits() {
		return logits(architecture.output());
	}

	/** @return a node's output before its activation */
	Operand<TFloat32> logits(final String node) {
		return outputs.get(node).linear();
	}

	Architecture architecture() {
		return architecture;
	}

	/** @return what the moving averages follow, to be updated after everything that reads them */
	List<MovingAverage> averages() {
		return List.copyOf(averages);
	}

	/** @return scalars that regularization adds to the loss */
	List<Operand<TFloat32>> penalties() {
		return List.copyOf(penalties);
	}

	boolean isTraining() {
		return randomness.isPresent();
	}

	Operand<TFloat32> input() {
		return input;
	}

	Node node(final String name) {
		return architecture.node(name).orElseThrow();
	}

	/** @return what a node with one input gets */
	Operand<TFloat32> inputOf(final String name) {
		return output(node(name).inputs().get(0));
	}

	Operand<TFloat32> weight(final Node node, final String name) {
		return weights.get(node.name() + "/" + name);
	}

	void follow(final MovingAverage average) {
		averages.add(average);
	}

	void penalize(final Supplier<Operand<TFloat32>> penalty) {
		if (isTraining()) penalties.add(penalty.get());
	}

	/** @return two numbers that differ from node to node and from step to step, and are the same for the same seed */
	Operand<TInt64> seed(final Ops tf, final Node node) {
		final long mixed =
				randomness.orElseThrow().seed() * 31 + architecture.nodes().indexOf(node);
		return tf.stack(List.<Operand<TInt64>>of(
				tf.constant(mixed), randomness.orElseThrow().step()));
	}
}
