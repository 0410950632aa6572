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
package fovea.net;

import fovea.base.ModelException;
import fovea.net.layer.Activation;
import fovea.net.layer.Concatenate;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One more output of a network that tells the class of each pixel: how deep the pixel lies in its object. A layer like
 * that which gives the classes, of one filter and without an activation, takes what that takes; the last layer puts the
 * distance behind the classes, so that there is one output tensor. Stateless.
 */
public final class DistanceHead {

	private static final String DISTANCE = "distance";
	private static final String BOTH = "classes_and_distance";

	private DistanceHead() {}

	/**
	 * @param network any
	 * @return the layer that gives its classes, if one more channel with the distance comes behind them: its last layer
	 *     puts two others together, the second of which has one channel and no activation
	 * @throws ModelException if its shapes do not fit
	 */
	public static Optional<String> classes(final Architecture network) throws ModelException {
		final Node last = network.node(network.output()).orElseThrow();
		if (!(last.layer() instanceof Concatenate) || last.inputs().size() != 2) return Optional.empty();
		final Node classes = network.node(last.inputs().get(0)).orElseThrow();
		final Node distance = network.node(last.inputs().get(1)).orElseThrow();
		final boolean is = classes.layer().activation().isSoftmax()
				&& distance.layer().activation().equals(Activation.LINEAR)
				&& Shapes.infer(network).of(distance.name()).channels() == 1;
		return is ? Optional.of(classes.name()) : Optional.empty();
	}

	/**
	 * @param network any
	 * @return the layer that gives its distance
	 * @throws ModelException if its shapes do not fit
	 */
	public static Optional<String> distance(final Architecture network) throws ModelException {
		return classes(network).isEmpty()
				? Optional.empty()
				: Optional.of(
						network.node(network.output()).orElseThrow().inputs().get(1));
	}

	/**
	 * @param network that tells the class of each pixel
	 * @param wanted whether it is to give the distance, too
	 * @return the same with the distance, or without; itself where it is so already. All other layers keep their names,
	 *     so that their weights fit
	 * @throws ModelException if its classes are not given by a convolution, so that there is nothing to put a distance
	 *     beside
	 */
	public static Architecture fitted(final Architecture network, final boolean wanted) throws ModelException {
		final Optional<String> classes = classes(network);
		if (classes.isPresent() == wanted) return network;
		return wanted ? with(network) : without(network, classes.get());
	}

	private static Architecture with(final Architecture network) throws ModelException {
		final Node score = score(network);
		final List<Node> nodes = new ArrayList<>(network.nodes());
		nodes.add(new Node(DISTANCE, single(score.layer()), score.inputs(), true));
		nodes.add(new Node(BOTH, new Concatenate(), network.output(), DISTANCE));
		return Architecture.of(network.name(), network.description(), nodes, BOTH, network.latent());
	}

	private static Node score(final Architecture network) throws ModelException {
		Node node = network.node(network.output()).orElseThrow();
		final boolean softmax = node.layer().activation().isSoftmax();
		while (node.inputs().size() == 1 && node.layer().weights(node.name(), 1).isEmpty())
			node = network.node(node.inputs().get(0)).orElseThrow();
		if (!softmax || !(node.layer() instanceof Conv2D) && !(node.layer() instanceof Conv2DTranspose))
			throw new ModelException(network.name()
					+ ": expected a convolution and softmax at the end, so that there can be a distance beside the "
					+ "classes, got '" + node.name() + "' (" + node.layer().type() + ")"
					+ (softmax ? "" : " without softmax"));
		return node;
	}

	private static Layer single(final Layer score) {
		return score instanceof Conv2D conv
				? new Conv2D(1, conv.kernelSize(), conv.strides(), conv.padding(), Activation.LINEAR, conv.l2(), true)
				: single((Conv2DTranspose) score);
	}

	private static Layer single(final Conv2DTranspose score) {
		return new Conv2DTranspose(
				1, score.kernelSize(), score.strides(), score.padding(), Activation.LINEAR, score.l2(), true);
	}

	private static Architecture without(final Architecture network, final String classes) throws ModelException {
		final Set<String> used = new HashSet<>(Set.of(classes));
		final List<Node> nodes = new ArrayList<>();
		for (int i = network.nodes().size() - 1; i >= 0; i--) {
			final Node node = network.nodes().get(i);
			if (!used.contains(node.name())) continue;
			used.addAll(node.inputs());
			node.layer().switches().ifPresent(used::add);
			nodes.add(0, node);
		}
		return Architecture.of(network.name(), network.description(), nodes, classes, network.latent());
	}
}
