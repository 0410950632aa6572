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
package fovea.teach;

import fovea.base.ModelException;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.net.Alignment;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.Node;
import fovea.net.ReceptiveField;
import fovea.net.Shapes;
import fovea.net.WeightMap;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Layer;
import fovea.net.shape.Shape;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network that a session begins with, fitted to the classes that are drawn.
 *
 * @param architecture as a model file has it
 * @param weights first values
 * @param preprocessing of its images
 * @param outputs what its channels are
 * @param objectTraits of the model that it is from
 * @param isPretrained whether its weights are a model's
 * @param isKnowing whether what it says of the classes means something before it is taught
 * @param alignment of its input
 * @param halo in pixels that an output pixel sees around it
 */
record Beginning(
		Architecture architecture,
		WeightMap weights,
		List<Processing> preprocessing,
		Outputs outputs,
		ObjectTraits objectTraits,
		boolean isPretrained,
		boolean isKnowing,
		Alignment alignment,
		int halo) {

	/** A network that sees farther has mostly weights near 0 there. */
	private static final int MOST_HALO = 64;

	/**
	 * @param options of the session
	 * @param channels of the images, for a new network
	 * @return the network
	 * @throws ModelException if it does not tell classes of pixels apart, takes images of one size only, or cannot be
	 *     built
	 */
	static Beginning of(final TeachingOptions options, final int channels) throws ModelException {
		return options.start().isPresent() ? of(options, options.start().get()) : anew(options, channels);
	}

	private static Beginning anew(final TeachingOptions options, final int channels) throws ModelException {
		final NamedArchitecture named = Architectures.named(options.network());
		if (!named.hasClasses())
			throw new ModelException(options.network() + ": expected a network that tells classes apart");
		final Architecture built = named.build(named.defaults()
				.withChannels(channels)
				.withClasses(options.classes().size()));
		return of(
				built,
				Initializers.initialize(built, options.seed()),
				options.preprocessing(),
				new Outputs(options.classes(), false, 1),
				ObjectTraits.UNKNOWN,
				false,
				false);
	}

	private static Beginning of(final TeachingOptions options, final StartingModel model) throws ModelException {
		final List<ClassSpec> classes = options.classes();
		final int known = model.classes().size();
		if (known < 2)
			throw new ModelException("'" + model.name() + "' gives images: expected a model that tells classes apart");
		final boolean hasBorder = ClassSpec.endWithBorder(model.classes());
		if (hasBorder && known == classes.size() + 1)
			return of(
					model.architecture(),
					model.weights(),
					model.preprocessing(),
					new Outputs(classes, true, model.objectTraits().borderWeight()),
					model.objectTraits(),
					true,
					true);
		if (known == classes.size() && hasBorder == ClassSpec.endWithBorder(classes))
			return of(
					model.architecture(),
					model.weights(),
					model.preprocessing(),
					new Outputs(classes, false, 1),
					model.objectTraits(),
					true,
					true);
		return otherClasses(model, classes);
	}

	/** Each class that is new begins as what the model finds first. */
	private static Beginning otherClasses(final StartingModel model, final List<ClassSpec> classes)
			throws ModelException {
		final Architecture architecture = model.architecture();
		final Node score = score(architecture);
		final Conv2D layer = (Conv2D) score.layer();
		final Conv2D other = new Conv2D(
				classes.size(),
				layer.kernelSize(),
				layer.strides(),
				layer.padding(),
				layer.activation(),
				layer.l2(),
				layer.useBias());
		final List<Node> nodes = new ArrayList<>();
		for (final Node node : architecture.nodes())
			nodes.add(
					node.name().equals(score.name())
							? new Node(node.name(), other, node.inputs(), node.trainable())
							: node);
		final Architecture changed = Architecture.of(
				architecture.name(), architecture.description(), nodes, architecture.output(), architecture.latent());
		final Map<String, float[]> weights = new LinkedHashMap<>(model.weights().values());
		for (final String name : List.of("kernel", "bias"))
			model.weights()
					.find(score.name(), name)
					.ifPresent(values ->
							weights.put(score.name() + "/" + name, spread(values, layer.filters(), classes.size())));
		return of(
				changed,
				new WeightMap(weights).forArchitecture(changed),
				model.preprocessing(),
				new Outputs(classes, false, 1),
				ObjectTraits.UNKNOWN,
				true,
				false);
	}

	/** Background stays; all other classes get the values of the first object, which is shared among them. */
	private static float[] spread(final float[] values, final int from, final int to) {
		final float[] spread = new float[values.length / from * to];
		for (int i = 0; i < spread.length; i++) spread[i] = values[i / to * from + Math.min(1, i % to)];
		return spread;
	}

	private static Node score(final Architecture architecture) throws ModelException {
		Node node = architecture.node(architecture.output()).orElseThrow();
		while (!(node.layer() instanceof Conv2D)
				&& node.inputs().size() == 1
				&& node.layer().weights(node.name(), 1).isEmpty())
			node = architecture.node(node.inputs().get(0)).orElseThrow();
		if (!(node.layer() instanceof Conv2D))
			throw new ModelException(architecture.name()
					+ ": expected a convolution that gives the classes, so that others can be " + "taught, got '"
					+ node.name() + "' (" + node.layer().type() + ")");
		return node;
	}

	private static Beginning of(
			final Architecture architecture,
			final WeightMap weights,
			final List<Processing> preprocessing,
			final Outputs outputs,
			final ObjectTraits objectTraits,
			final boolean isPretrained,
			final boolean isKnowing)
			throws ModelException {
		final Layer last =
				architecture.node(architecture.output()).orElseThrow().layer();
		final Shape out = Shapes.infer(architecture).output();
		final Shape in = architecture.inputShape();
		if (!last.activation().isSoftmax() || out.channels() != outputs.channels() || out.isVector())
			throw new ModelException(architecture.name() + ": expected a network that gives " + outputs.channels()
					+ " probabilities for each pixel, got one that gives " + out);
		if (in.isVector() || in.height() != Shape.FREE || in.width() != Shape.FREE)
			throw new ModelException(
					architecture.name() + ": expected a network that takes images of any size, got one of " + in);
		final int halo = ReceptiveField.of(architecture)
				.map(field -> Math.max(field.radiusX(), field.radiusY()))
				.orElse(MOST_HALO);
		return new Beginning(
				architecture,
				weights,
				preprocessing,
				outputs,
				objectTraits,
				isPretrained,
				isKnowing,
				Alignment.of(architecture),
				Math.min(MOST_HALO, halo));
	}

	/** @return channels of the images that it takes */
	int channels() {
		return architecture.inputShape().channels();
	}

	/**
	 * @param frozen beginnings of the names of layers that stay as they are
	 * @return the network as it is taught: in a model's, batch normalization uses the statistics that it has, since
	 *     those of a few patches would spoil them
	 */
	Architecture taught(final List<String> frozen) throws ModelException {
		final List<String> still = architecture.nodes().stream()
				.filter(node -> isPretrained && node.layer() instanceof BatchNormalization
						|| frozen.stream().anyMatch(node.name()::startsWith))
				.map(Node::name)
				.toList();
		return architecture.withTrainable(still, false);
	}
}
