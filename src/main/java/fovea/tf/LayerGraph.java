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

import fovea.net.Node;
import fovea.net.layer.Activation;
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Add;
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Concatenate;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.DepthToSpace;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.Dropout;
import fovea.net.layer.Flatten;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerNormalization;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Multiply;
import fovea.net.layer.Reshape;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.SpaceToDepth;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import java.util.List;
import java.util.stream.LongStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Adds the operations of one layer to a graph. Only operations whose gradient TensorFlow has and has right. */
final class LayerGraph implements Layer.Visitor<LayerOutput, RuntimeException> {

	private static final List<Long> ONE_BY_ONE = window(Size.of(1));

	private final NetworkGraph network;
	private final Ops tf;
	private final Node node;
	private final List<Operand<TFloat32>> inputs;
	private final Shape outputShape;

	/**
	 * @param network that the layer is part of
	 * @param tf in a scope of the layer's own
	 * @param node the layer
	 * @param inputs outputs of the nodes it takes, in order
	 * @param outputShape what it declares, maybe with free lengths
	 */
	LayerGraph(
			final NetworkGraph network,
			final Ops tf,
			final Node node,
			final List<Operand<TFloat32>> inputs,
			final Shape outputShape) {
		this.network = network;
		this.tf = tf;
		this.node = node;
		this.inputs = inputs;
		this.outputShape = outputShape;
	}

	@Override
	public LayerOutput visit(final Input layer) {
		return new LayerOutput(tf.identity(network.input())); // what is fed cannot be fetched
	}

	@Override
	public LayerOutput visit(final Conv2D layer) {
		final Operand<TFloat32> kernel = kernel("kernel", layer.l2());
		return end(
				tf.nn.conv2d(
						x(), kernel, window(layer.strides()), layer.padding().name()),
				layer.useBias(),
				layer.activation());
	}

	@Override
	public LayerOutput visit(final Conv2DTranspose layer) {
		final Size step = layer.strides();
		final Size kernel = layer.kernelSize();
		final boolean valid = layer.padding() == Padding.VALID;
		final Operand<TInt32> size = tf.stack(List.of(
				length(0, Shape.FREE, 1, 0),
				length(
						1,
						outputShape.height(),
						step.height(),
						valid ? Math.max(kernel.height() - step.height(), 0) : 0),
				length(2, outputShape.width(), step.width(), valid ? Math.max(kernel.width() - step.width(), 0) : 0),
				tf.constant(layer.filters())));
		return end(
				tf.nn.conv2dBackpropInput(
						size,
						kernel("kernel", layer.l2()),
						x(),
						window(step),
						layer.padding().name()),
				layer.useBias(),
				layer.activation());
	}

	@Override
	public LayerOutput visit(final SeparableConv2D layer) {
		final Operand<TFloat32> between = tf.nn.depthwiseConv2dNative(
				x(),
				kernel("depthwise_kernel", layer.l2()),
				window(layer.strides()),
				layer.padding().name());
		return end(
				tf.nn.conv2d(between, kernel("pointwise_kernel", layer.l2()), ONE_BY_ONE, Padding.VALID.name()),
				layer.useBias(),
				layer.activation());
	}

	@Override
	public LayerOutput visit(final DepthwiseConv2D layer) {
		return end(
				tf.nn.depthwiseConv2dNative(
						x(),
						kernel("kernel", layer.l2()),
						window(layer.strides()),
						layer.padding().name()),
				layer.useBias(),
				layer.activation());
	}

	@Override
	public LayerOutput visit(final MaxPooling2D layer) {
		return new LayerOutput(tf.nn.maxPool(
				x(),
				lengths(layer.poolSize()),
				lengths(layer.strides()),
				layer.padding().name()));
	}

	@Override
	public LayerOutput visit(final AveragePooling2D layer) {
		return new LayerOutput(tf.nn.avgPool(
				x(),
				window(layer.poolSize()),
				window(layer.strides()),
				layer.padding().name()));
	}

	@Override
	public LayerOutput visit(final GlobalAveragePooling2D layer) {
		return new LayerOutput(tf.math.mean(x(), tf.constant(new int[] {1, 2}), Mean.keepDims(layer.keepsDims())));
	}

	@Override
	public LayerOutput visit(final MaxUnpooling2D layer) {
		final MaxPooling2D pooling =
				(MaxPooling2D) network.node(layer.pooling()).layer();
		return new LayerOutput(new Unpooling(tf, network.inputOf(layer.pooling()), pooling).unpool(x()));
	}

	@Override
	public LayerOutput visit(final UpSampling2D layer) {
		final Operand<TInt32> size = tf.stack(List.of(
				length(1, outputShape.height(), layer.size().height(), 0),
				length(2, outputShape.width(), layer.size().width(), 0)));
		// centers of half pixels with both: without, nearest finds the wrong pixel where 1 / factor rounds down
		return new LayerOutput(
				layer.interpolation() == Interpolation.NEAREST
						? tf.image.resizeNearestNeighbor(x(), size, ResizeNearestNeighbor.halfPixelCenters(true))
						: tf.image.resizeBilinear(x(), size, ResizeBilinear.halfPixelCenters(true)));
	}

	@Override
	public LayerOutput visit(final SpaceToDepth layer) {
		return new LayerOutput(tf.nn.spaceToDepth(x(), (long) layer.blockSize()));
	}

	@Override
	public LayerOutput visit(final DepthToSpace layer) {
		return new LayerOutput(tf.nn.depthToSpace(x(), (long) layer.blockSize()));
	}

	@Override
	public LayerOutput visit(final Dense layer) {
		final Operand<TFloat32> kernel = kernel("kernel", layer.l2());
		if (outputShape.isVector()) return end(tf.linalg.matMul(x(), kernel), layer.useBias(), layer.activation());
		final Operand<TFloat32> pointwise = tf.reshape(kernel, tf.constant(new int[] {1, 1, -1, layer.units()}));
		return end(tf.nn.conv2d(x(), pointwise, ONE_BY_ONE, Padding.VALID.name()), layer.useBias(), layer.activation());
	}

	@Override
	public LayerOutput visit(final Flatten layer) {
		return reshape();
	}

	@Override
	public LayerOutput visit(final Reshape layer) {
		return reshape();
	}

	@Override
	public LayerOutput visit(final BatchNormalization layer) {
		final BatchNormalizer normalizer = new BatchNormalizer(tf, layer, name -> network.weight(node, name));
		if (!network.isTraining() || !node.trainable()) return new LayerOutput(normalizer.withMoving(x()));
		final BatchNormalizer.Normalized normalized = normalizer.withBatch(x());
		normalized.averages().forEach(network::follow);
		return new LayerOutput(normalized.output());
	}

	@Override
	public LayerOutput visit(final LayerNormalization layer) {
		final Operand<TInt32> channels = tf.constant(-1);
		final Operand<TFloat32> centered = tf.math.sub(x(), tf.math.mean(x(), channels, Mean.keepDims(true)));
		final Operand<TFloat32> variance = tf.math.mean(tf.math.square(centered), channels, Mean.keepDims(true));
		final Operand<TFloat32> scale = tf.math.rsqrt(tf.math.add(variance, tf.constant((float) layer.epsilon())));
		return new LayerOutput(tf.math.add(
				tf.math.mul(tf.math.mul(centered, scale), network.weight(node, "gamma")),
				network.weight(node, "beta")));
	}

	@Override
	public LayerOutput visit(final Dropout layer) {
		if (!network.isTraining() || layer.rate() == 0) return new LayerOutput(x());
		final Operand<TFloat32> random = tf.random.statelessRandomUniform(tf.shape(x()), network.seed(tf, node));
		final Operand<TFloat32> kept =
				tf.dtypes.cast(tf.math.greaterEqual(random, tf.constant((float) layer.rate())), TFloat32.class);
		return new LayerOutput(tf.math.mul(x(), tf.math.mul(kept, tf.constant((float) (1 / (1 - layer.rate()))))));
	}

	@Override
	public LayerOutput visit(final Add layer) {
		return new LayerOutput(tf.math.addN(inputs)); // refuses shapes that differ, where other sums would broadcast
	}

	@Override
	public LayerOutput visit(final Multiply layer) {
		return new LayerOutput(
				inputs.stream().map(this::image).reduce(tf.math::mul).orElseThrow());
	}

	@Override
	public LayerOutput visit(final Concatenate layer) {
		return new LayerOutput(tf.concat(inputs, tf.constant(outputShape.isVector() ? 1 : 3)));
	}

	@Override
	public LayerOutput visit(final ActivationLayer layer) {
		return end(x(), false, layer.activation());
	}

	private Operand<TFloat32> x() {
		return inputs.get(0);
	}

	private Operand<TFloat32> kernel(final String name, final double l2) {
		final Operand<TFloat32> kernel = network.weight(node, name);
		// L2Loss is half the squared sum; Keras leaves out what is frozen
		if (l2 > 0 && node.trainable())
			network.penalize(() -> tf.math.mul(tf.nn.l2Loss(kernel), tf.constant((float) (2 * l2))));
		return kernel;
	}

	private LayerOutput end(final Operand<TFloat32> x, final boolean useBias, final Activation activation) {
		final Operand<TFloat32> linear = useBias ? tf.nn.biasAdd(x, network.weight(node, "bias")) : x;
		return new LayerOutput(linear, Activations.apply(tf, activation, linear));
	}

	private LayerOutput reshape() {
		final int[] shape = LongStream.of(outputShape.batchShape())
				.mapToInt(Math::toIntExact)
				.toArray();
		return new LayerOutput(tf.reshape(x(), tf.constant(shape)));
	}

	/** @return a vector as an image of one pixel, where images come out */
	private Operand<TFloat32> image(final Operand<TFloat32> x) {
		return outputShape.isVector() || x.shape().numDimensions() == 4
				? x
				: tf.reshape(x, tf.constant(new int[] {-1, 1, 1, (int) x.shape().get(1)}));
	}

	/** @return a constant where the output's length is known, else what follows from the input when it runs */
	private Operand<TInt32> length(final int axis, final int known, final int factor, final int more) {
		if (known != Shape.FREE) return tf.constant(known);
		final Operand<TInt32> length = tf.gather(tf.shape(x()), tf.constant(axis), tf.constant(0));
		final Operand<TInt32> times = factor == 1 ? length : tf.math.mul(length, tf.constant(factor));
		return more == 0 ? times : tf.math.add(times, tf.constant(more));
	}

	private Operand<TInt32> lengths(final Size size) {
		return tf.constant(new int[] {1, size.height(), size.width(), 1});
	}

	/** @return lengths along all four axes, as TensorFlow takes them */
	static List<Long> window(final Size size) {
		return List.of(1L, (long) size.height(), (long) size.width(), 1L);
	}
}
