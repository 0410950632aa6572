package fovea.net;

import java.util.List;

/** The weights of one layer. */
final class WeightRules extends LayerDefault<List<WeightSpec>> {

	private final Node node;
	private final int channels;

	/** @param channels of the node's first input */
	WeightRules(final Node node, final int channels) {
		this.node = node;
		this.channels = channels;
	}

	@Override
	List<WeightSpec> other(final Layer layer) {
		return List.of();
	}

	@Override
	public List<WeightSpec> visit(final Conv2D layer) {
		return affine(List.of(layer.kernelSize().height(), layer.kernelSize().width(), channels, layer.filters()), layer
			.filters(), layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final Conv2DTranspose layer) {
		return affine(List.of(layer.kernelSize().height(), layer.kernelSize().width(), layer.filters(), channels), layer
			.filters(), layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final Dense layer) {
		return affine(List.of(channels, layer.units()), layer.units(), layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final BatchNormalization layer) {
		return List.of(perChannel("gamma", true), perChannel("beta", true), perChannel("moving_mean", false), perChannel(
			"moving_variance", false));
	}

	private List<WeightSpec> affine(final List<Integer> kernel, final int outputs, final boolean useBias) {
		final WeightSpec weights = new WeightSpec(node.name(), "kernel", kernel, node.trainable());
		return useBias ? List.of(weights, new WeightSpec(node.name(), "bias", List.of(outputs), node.trainable())) : List.of(
			weights);
	}

	private WeightSpec perChannel(final String name, final boolean trainable) {
		return new WeightSpec(node.name(), name, List.of(channels), trainable && node.trainable());
	}
}
