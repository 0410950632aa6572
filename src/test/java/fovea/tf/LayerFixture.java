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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.net.WeightSpecs;
import fovea.net.file.ArchitectureFile;
import fovea.net.layer.WeightSpec;
import fovea.net.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of src/test/resources/fovea/layers, which scripts/fixtures/make_layers.py describes. */
final class LayerFixture {

	private static final String LAYER = "layer";

	private final Path folder;
	private final List<FloatTensor> inputs = new ArrayList<>();
	private final Architecture architecture;
	private final boolean isTraining;

	private LayerFixture(final Path folder) throws IOException, ModelException {
		this.folder = folder;
		if (Files.exists(folder.resolve("input.npy"))) inputs.add(array("input"));
		for (int i = 0; Files.exists(folder.resolve("input-" + i + ".npy")); i++) inputs.add(array("input-" + i));
		final Path truth = folder.resolve("truth.json");
		isTraining =
				Files.exists(truth) && Fixtures.truth(folder).path("training").asBoolean();
		architecture = read();
	}

	/** @return all folders whose output Keras computed for given weights */
	static List<String> names() throws IOException {
		try (Stream<Path> folders = Files.list(Fixtures.file("layers"))) {
			return folders.filter(folder -> Files.exists(folder.resolve("g.npy")))
					.map(folder -> folder.getFileName().toString())
					.sorted()
					.toList();
		}
	}

	static LayerFixture open(final String name) throws IOException, ModelException {
		return new LayerFixture(Fixtures.file("layers").resolve(name));
	}

	/** @return the layer as a network with one input: several are one after another in the channels of that one */
	Architecture architecture() {
		return architecture;
	}

	boolean isTraining() {
		return isTraining;
	}

	FloatTensor input() {
		return concatenated(inputs);
	}

	FloatTensor g() throws ModelException {
		return array("g");
	}

	FloatTensor expected() throws ModelException {
		return array("expected");
	}

	/** @return of the loss with respect to {@link #input()} */
	FloatTensor inputGradient() throws ModelException {
		if (inputs.size() == 1) return array("grad_input");
		final List<FloatTensor> gradients = new ArrayList<>();
		for (int i = 0; i < inputs.size(); i++) gradients.add(array("grad_input-" + i));
		return concatenated(gradients);
	}

	/** @return by key, the selection of inputs included */
	Map<String, float[]> weights() throws ModelException {
		final Map<String, float[]> weights = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture))
			weights.put(
					spec.key(),
					spec.node().startsWith("select")
							? selection(spec)
							: array(fileName(spec)).data());
		return weights;
	}

	/** @return of the loss with respect to a weight, empty for one of the selection or a moving average */
	Optional<FloatTensor> gradient(final WeightSpec spec) throws ModelException {
		return optional("grad_" + fileName(spec));
	}

	/** @return a moving average after one step */
	Optional<FloatTensor> after(final WeightSpec spec) throws ModelException {
		return optional("after_" + fileName(spec));
	}

	private Optional<FloatTensor> optional(final String name) throws ModelException {
		return Files.exists(folder.resolve(name + ".npy")) ? Optional.of(array(name)) : Optional.empty();
	}

	private String fileName(final WeightSpec spec) {
		return spec.node().equals(LAYER) ? spec.name() : spec.node() + "." + spec.name();
	}

	private FloatTensor array(final String name) throws ModelException {
		return Fixtures.tensor(folder.resolve(name + ".npy"));
	}

	private Architecture read() throws IOException, ModelException {
		final ObjectMapper mapper = new ObjectMapper();
		final Path network = folder.resolve("network.json");
		if (Files.exists(network)) return ArchitectureFile.read(network);
		final ObjectNode document =
				mapper.createObjectNode().put("name", folder.getFileName().toString());
		final ArrayNode layers = document.putArray("layers");
		final int[] shape = input().shape();
		final ArrayNode lengths =
				layers.addObject().put("type", "Input").put("name", "input").putArray("shape");
		Arrays.stream(shape).skip(1).forEach(lengths::add);
		final ObjectNode layer =
				(ObjectNode) mapper.readTree(folder.resolve("layer.json").toFile());
		final ArrayNode sources = layer.put("name", LAYER).putArray("inputs");
		if (inputs.size() == 1) sources.add("input");
		else
			for (int i = 0; i < inputs.size(); i++) {
				layers.addObject()
						.put("type", "Dense")
						.put("name", "select" + i)
						.put("units", last(inputs.get(i).shape()))
						.put("activation", "linear")
						.put("use_bias", false)
						.putArray("inputs")
						.add("input");
				sources.add("select" + i);
			}
		layers.add(layer);
		return ArchitectureFile.parse(document.toString(), folder.toString());
	}

	private static int last(final int[] shape) {
		return shape[shape.length - 1];
	}

	private static FloatTensor concatenated(final List<FloatTensor> tensors) {
		if (tensors.size() == 1) return tensors.get(0);
		final int channels = tensors.stream().mapToInt(t -> last(t.shape())).sum();
		final int[] shape = tensors.get(0).shape().clone();
		final int pixels = tensors.get(0).size() / last(shape);
		shape[shape.length - 1] = channels;
		final float[] data = new float[pixels * channels];
		int from = 0;
		for (final FloatTensor tensor : tensors) {
			final int n = last(tensor.shape());
			for (int p = 0; p < pixels; p++) System.arraycopy(tensor.data(), p * n, data, p * channels + from, n);
			from += n;
		}
		return new FloatTensor(shape, data);
	}

	/** A matrix that passes on the channels of one input. */
	private float[] selection(final WeightSpec spec) {
		final int index = Integer.parseInt(spec.node().substring("select".length()));
		final int out = spec.shape().get(1);
		final float[] matrix = new float[spec.size()];
		final int from =
				inputs.subList(0, index).stream().mapToInt(t -> last(t.shape())).sum();
		for (int c = 0; c < out; c++) matrix[(from + c) * out + c] = 1;
		return matrix;
	}

	/** @return true if the same network takes any height and width */
	boolean goesFree() {
		if (architecture.inputShape().isVector()) return false;
		try {
			Shapes.infer(freed());
			return true;
		} catch (final ModelException e) {
			return false; // it has a Flatten or a Reshape
		}
	}

	/** @return the same network for any height and width */
	Architecture freed() {
		return architecture.withInputShape(Shape.image(architecture.inputShape().channels()));
	}

	@Override
	public String toString() {
		return folder.getFileName() + " " + Arrays.toString(input().shape());
	}
}
