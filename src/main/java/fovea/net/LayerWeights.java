package fovea.net;

import java.util.ArrayList;
import java.util.List;

/** The weights of one node, in Keras' order. */
final class LayerWeights implements LayerVisitor<List<WeightSpec>, RuntimeException> {

	private static final List<WeightSpec> NONE = List.of();

	private final Node node;
	private final int channels;

	private LayerWeights(final Node node, final int channels) {
		this.node = node;
		this.channels = channels;
	}

	/** @param shapes of the node's inputs at least */
	static List<WeightSpec> of(final Node node, final Shapes shapes) {
		final int channels = node.inputs().isEmpty() ? 0 : shapes.of(node.inputs().get(0)).channels();
		return node.layer().accept(new LayerWeights(node, channels));
	}

	@Override
	public List<WeightSpec> visit(final Conv2D layer) {
		final Size size = layer.kernelSize();
		return kernel(List.of(size.height(), size.width(), channels, layer.filters()), layer.filters(), layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final Conv2DTranspose layer) {
		final Size size = layer.kernelSize();
		return kernel(List.of(size.height(), size.width(), layer.filters(), channels), layer.filters(), layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final Dense layer) {
		return kernel(List.of(channels, layer.units()), layer.units(), layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final BatchNormalization layer) {
		final List<Integer> shape = List.of(channels);
		return List.of(weight("gamma", shape), weight("beta", shape), new WeightSpec(node.name(), "moving_mean", shape, false),
			new WeightSpec(node.name(), "moving_variance", shape, false));
	}

	@Override
	public List<WeightSpec> visit(final Input layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final MaxPooling2D layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final AveragePooling2D layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final MaxUnpooling2D layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final UpSampling2D layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final Flatten layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final Reshape layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final Dropout layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final Add layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final Concatenate layer) {
		return NONE;
	}

	@Override
	public List<WeightSpec> visit(final ActivationLayer layer) {
		return NONE;
	}

	private List<WeightSpec> kernel(final List<Integer> shape, final int outputs, final boolean useBias) {
		final List<WeightSpec> weights = new ArrayList<>(List.of(weight("kernel", shape)));
		if (useBias) weights.add(weight("bias", List.of(outputs)));
		return weights;
	}

	private WeightSpec weight(final String name, final List<Integer> shape) {
		return new WeightSpec(node.name(), name, shape, node.trainable());
	}
}
