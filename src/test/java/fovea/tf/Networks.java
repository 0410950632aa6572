package fovea.tf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import fovea.infer.FloatTensor;
import fovea.model.ModelException;
import fovea.net.Architecture;
import fovea.net.Input;
import fovea.net.Layer;
import fovea.net.Node;
import fovea.net.Shape;
import fovea.net.WeightMap;
import fovea.net.WeightSpec;
import fovea.net.WeightSpecs;

/** Small networks and random numbers to try them with. */
final class Networks {

	private Networks() {}

	/** @return layers one after another, named layer1, layer2 ... */
	static Architecture chain(final Shape input, final Layer... layers) throws ModelException {
		final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(input))));
		for (final Layer layer : layers)
			nodes.add(new Node("layer" + nodes.size(), layer, nodes.get(nodes.size() - 1).name()));
		return Architecture.of("chain", "", nodes, nodes.get(nodes.size() - 1).name(), Optional.empty());
	}

	/** @return values around 0, those of gammas and variances around 1 */
	static WeightMap weights(final Architecture architecture, final long seed) throws ModelException {
		final Random random = new Random(seed);
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture)) {
			final float[] array = new float[spec.size()];
			final boolean aroundOne = List.of("gamma", "moving_variance").contains(spec.name());
			for (int i = 0; i < array.length; i++)
				array[i] = aroundOne ? 0.7f + 0.6f * random.nextFloat() : 0.5f * (float) random.nextGaussian();
			values.put(spec.key(), array);
		}
		return new WeightMap(values);
	}

	/** @return normally distributed values */
	static FloatTensor normal(final long seed, final int... shape) {
		final Random random = new Random(seed);
		final float[] data = new float[(int) FloatTensor.size(shape)];
		for (int i = 0; i < data.length; i++)
			data[i] = (float) random.nextGaussian();
		return new FloatTensor(shape, data);
	}

	/** @return one class for each pixel, as 1 among zeros; about every fourth pixel belongs to none */
	static FloatTensor oneHot(final long seed, final int... shape) {
		final Random random = new Random(seed);
		final int classes = shape[shape.length - 1];
		final float[] data = new float[(int) FloatTensor.size(shape)];
		for (int i = 0; i < data.length; i += classes)
			if (random.nextInt(4) > 0) data[i + random.nextInt(classes)] = 1;
		return new FloatTensor(shape, data);
	}
}
