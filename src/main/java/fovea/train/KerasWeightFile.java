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
package fovea.train;

import fovea.base.ModelException;
import fovea.io.InputFiles;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.layer.WeightKind;
import fovea.net.layer.WeightSpec;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weights from an HDF5 file that Keras wrote, found by the names of layers. The spellings of the years are all read:
 * {@code layer/layer_W_1:0} (VGG16 as it was first shared), {@code layer/layer/kernel:0} and {@code layer/kernel:0}
 * (Keras 2, also below {@code model_weights}), and {@code layers/.../vars/0} with the layer's name as attribute (Keras
 * 3).
 */
public final class KerasWeightFile {

	/** What the weights of some layers were called before. */
	private static final Map<String, String> OLD_NAMES = Map.of("kernel", "W", "bias", "b");

	private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

	private KerasWeightFile() {}

	/**
	 * @param file .h5 or .weights.h5
	 * @param architecture whose layers are looked for
	 * @return values of the weights that the file has: all of a layer or none; layers that the file does not name are
	 *     left out
	 * @throws ModelException if the file is no readable HDF5, names no layer of the architecture, or one of another
	 *     shape
	 */
	public static WeightMap read(final Path file, final Architecture architecture) throws ModelException {
		final Map<String, float[]> values = new LinkedHashMap<>();
		try (FileChannel channel = InputFiles.channel(file)) {
			// not closed, only its channel: one that it opens itself stays open where it does not like the file
			final HdfFile hdf = new HdfFile(channel);
			final Map<String, List<Dataset>> layers = new LinkedHashMap<>();
			collect(hdf, layers);
			final Shapes shapes = Shapes.infer(architecture);
			for (final fovea.net.Node node : architecture.nodes()) {
				final List<WeightSpec> specs = WeightSpecs.of(node, shapes);
				for (int i = 0; i < specs.size() && layers.containsKey(node.name()); i++)
					values.put(specs.get(i).key(), values(file, specs.get(i), i, layers.get(node.name())));
			}
		} catch (final IOException exc) {
			throw new ModelException(file + ": cannot be read: " + InputFiles.reason(exc), exc);
		} catch (final RuntimeException
				| StackOverflowError
				| OutOfMemoryError
				| AssertionError exc) { // the library checks little
			throw new ModelException(
					file + ": expected an HDF5 file of Keras weights, got "
							+ (isHdf(file) ? "a damaged one, or one of a kind that cannot be read" : "something else")
							+ reason(exc),
					exc);
		}
		if (values.isEmpty())
			throw new ModelException(file + ": expected weights of layers of '" + architecture.name() + "', such as "
					+ architecture
							.nodes()
							.get(Math.min(1, architecture.nodes().size() - 1))
							.name() + ", found none");
		return new WeightMap(values);
	}

	private static boolean isHdf(final Path file) {
		try (InputStream in = InputFiles.stream(file)) {
			return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
		} catch (final IOException exc) { // what cannot be read is none
			return false;
		}
	}

	private static String reason(final Throwable failure) {
		final boolean isTold = failure instanceof HdfException && failure.getMessage() != null;
		return isTold
				? " (" + failure.getMessage().strip().replaceAll("\\s+", " ").replace(" in remote file", "") + ")"
				: "";
	}

	/** A dataset belongs to every group above it, and to the layer whose name a group carries as attribute. */
	private static void collect(final Group group, final Map<String, List<Dataset>> layers) {
		final List<Dataset> own = new ArrayList<>();
		for (final Node child : group.getChildren().values()) {
			if (child instanceof Dataset dataset) own.add(dataset);
			else if (child instanceof Group inner) collect(inner, layers);
		}
		if (own.isEmpty()) return;
		for (Group above = group; !(above instanceof HdfFile); above = above.getParent()) {
			layers.computeIfAbsent(above.getName(), name -> new ArrayList<>()).addAll(own);
			final Attribute name = above.getAttributes().get("name");
			if (name != null && name.getData() instanceof String text && !text.equals(above.getName()))
				layers.computeIfAbsent(text, key -> new ArrayList<>()).addAll(own);
		}
	}

	private static float[] values(final Path file, final WeightSpec spec, final int index, final List<Dataset> datasets)
			throws ModelException {
		final int[] shape = spec.shape().stream().mapToInt(Integer::intValue).toArray();
		final Dataset dataset = find(spec, index, datasets)
				.orElseThrow(() -> new ModelException(file + ": layer '" + spec.node() + "' has no " + spec.name()
						+ ", only " + datasets.stream().map(Node::getName).toList()));
		if (!Arrays.equals(dataset.getDimensions(), shape))
			throw new ModelException(file + ": " + spec.key() + " has shape " + Arrays.toString(dataset.getDimensions())
					+ ", expected " + Arrays.toString(shape));
		final Object data = dataset.getDataFlat();
		if (data instanceof float[] floats) return floats;
		if (data instanceof double[] doubles) return narrowed(doubles);
		throw new ModelException(
				file + ": " + spec.key() + " is of " + dataset.getJavaType() + ", expected floating point numbers");
	}

	/** @param index of the weight in its layer, its name in Keras 3 */
	private static Optional<Dataset> find(final WeightSpec spec, final int index, final List<Dataset> datasets) {
		final Set<String> names = new HashSet<>(Set.of(spec.name(), Integer.toString(index)));
		names.add(OLD_NAMES.getOrDefault(spec.name(), spec.name()));
		if (spec.kind() == WeightKind.DEPTHWISE_KERNEL) names.add("depthwise_kernel"); // of DepthwiseConv2D in Keras 2
		return datasets.stream()
				.filter(d -> names.contains(bare(d.getName())) || names.contains(bare(spec.node(), d.getName())))
				.findFirst();
	}

	/** Without the number of the tensor behind it: kernel_1:0 is kernel. */
	private static String bare(final String dataset) {
		return dataset.replaceAll(":\\d+$", "").replaceAll("(?<=\\D)_\\d+$", "");
	}

	/** Without the layer's name before it either: block1_conv1_W_1:0 is W. */
	private static String bare(final String layer, final String dataset) {
		final String name = bare(dataset);
		return name.startsWith(layer + "_") ? name.substring(layer.length() + 1) : name;
	}

	private static float[] narrowed(final double[] doubles) {
		final float[] floats = new float[doubles.length];
		for (int i = 0; i < floats.length; i++) floats[i] = (float) doubles[i];
		return floats;
	}
}
