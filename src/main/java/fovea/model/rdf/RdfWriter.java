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
package fovea.model.rdf;

import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.Citation;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.Processing;
import fovea.model.TensorSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes descriptions as bioimage.io's model RDF 0.5, such that {@link RdfReader} reads the same back. */
public final class RdfWriter {

	public static final String FORMAT_VERSION = "0.5.4";

	private final Map<String, String> sha256;

	/** @param sha256 of the package's files, by path */
	public RdfWriter(final Map<String, String> sha256) {
		this.sha256 = Map.copyOf(sha256);
	}

	/**
	 * @param spec what to describe; its weights are given
	 * @param config what only Fovea knows, under config.fovea, beside the classes
	 * @param timestamp ISO 8601
	 * @return the document
	 */
	public String text(final ModelSpec spec, final Map<String, Object> config, final String timestamp) {
		final Map<String, Object> root = new LinkedHashMap<>();
		root.put("format_version", FORMAT_VERSION);
		root.put("type", "model");
		root.put("name", spec.name());
		root.put("description", spec.description());
		root.put("authors", spec.authors().stream().map(a -> Map.of("name", a)).toList());
		root.put("cite", spec.citations().stream().map(RdfWriter::citation).toList());
		if (!spec.license().isEmpty()) root.put("license", spec.license());
		if (!spec.version().isEmpty()) root.put("version", spec.version());
		root.put("documentation", "README.md");
		root.put("timestamp", timestamp);
		root.put(
				"inputs",
				spec.inputs().stream().map(t -> tensor(t, "preprocessing")).toList());
		root.put(
				"outputs",
				spec.outputs().stream().map(t -> tensor(t, "postprocessing")).toList());
		final Map<String, Object> fovea = new LinkedHashMap<>();
		if (!spec.classes().isEmpty()) {
			fovea.put("classes", spec.classes().stream().map(ClassSpec::name).toList());
			fovea.put(
					"colors",
					spec.classes().stream()
							.map(c -> String.format(Locale.ROOT, "#%06x", c.rgb()))
							.toList());
		}
		spec.objectTraits().diameter().ifPresent(diameter -> fovea.put("object_diameter", diameter));
		spec.objectTraits().maxDiameter().ifPresent(diameter -> fovea.put("object_max_diameter", diameter));
		spec.objectTraits().minPixels().ifPresent(pixels -> fovea.put("object_min_size", pixels));
		if (spec.objectTraits().distance()) fovea.put("object_distance", true);
		fovea.putAll(config);
		root.put("config", Map.of("fovea", fovea));
		final Map<String, Object> bundle = new LinkedHashMap<>();
		spec.weights().ifPresent(weights -> {
			bundle.put("source", weights.source());
			if (!weights.sha256().isEmpty()) bundle.put("sha256", weights.sha256());
			if (!weights.tensorflowVersion().isEmpty()) bundle.put("tensorflow_version", weights.tensorflowVersion());
		});
		root.put("weights", Map.of("tensorflow_saved_model_bundle", bundle));
		final DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setWidth(120);
		options.setDereferenceAliases(true); // two empty lists may be one object, and not every reader knows aliases
		return new Yaml(options).dump(root);
	}

	private static Map<String, Object> citation(final Citation citation) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("text", citation.text());
		if (!citation.doi().isEmpty()) map.put("doi", citation.doi());
		if (!citation.url().isEmpty()) map.put("url", citation.url());
		return map;
	}

	private Map<String, Object> tensor(final TensorSpec tensor, final String processing) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("id", tensor.id());
		map.put("description", tensor.description());
		map.put("axes", tensor.axes().stream().map(RdfWriter::axis).toList());
		map.put("data", Map.of("type", tensor.type().label()));
		final List<Object> steps = new ArrayList<>();
		for (final Processing step : tensor.processing()) steps.add(step(step, tensor));
		if (!steps.isEmpty()) map.put(processing, steps);
		tensor.testTensor()
				.ifPresent(file -> map.put(
						"test_tensor",
						sha256.containsKey(file)
								? ordered("source", file, "sha256", sha256.get(file))
								: ordered("source", file)));
		return map;
	}

	private static Map<String, Object> axis(final AxisSpec axis) {
		final Map<String, Object> map = new LinkedHashMap<>();
		final boolean space = axis.type() == AxisType.X || axis.type() == AxisType.Y || axis.type() == AxisType.Z;
		map.put("type", space ? "space" : axis.type().name().toLowerCase(Locale.ROOT));
		if (space) map.put("id", String.valueOf(axis.type().letter()));
		if (axis.type() == AxisType.CHANNEL) {
			map.put("channel_names", channelNames(axis));
			return map;
		}
		if (axis.type() == AxisType.BATCH) return map;
		if (axis.size() instanceof AxisSize.Fixed fixed) map.put("size", fixed.length());
		else if (axis.size() instanceof AxisSize.Steps steps)
			map.put("size", ordered("min", steps.min(), "step", steps.step()));
		else if (axis.size() instanceof AxisSize.Reference r) {
			map.put("size", ordered("tensor_id", r.tensor(), "axis_id", r.axis(), "offset", (int) r.offset()));
			if (r.factor() != 1) map.put("scale", 1 / r.factor());
		} else map.put("size", ordered("min", 1, "max", Integer.MAX_VALUE));
		axis.halo().ifPresent(halo -> map.put("halo", halo));
		return map;
	}

	private static List<String> channelNames(final AxisSpec axis) {
		if (!axis.channelNames().isEmpty()) return axis.channelNames();
		final List<String> names = new ArrayList<>();
		for (int c = 0; axis.size() instanceof AxisSize.Fixed fixed && c < fixed.length(); c++)
			names.add("channel" + c);
		return names;
	}

	private static Map<String, Object> step(final Processing step, final TensorSpec tensor) {
		final Map<String, Object> kwargs = new LinkedHashMap<>();
		if (step instanceof Processing.Statistical s) {
			kwargs.put("axes", ids(s.axes(), tensor));
			s.reference().ifPresent(id -> kwargs.put("reference_tensor", id));
		}
		if (step instanceof Processing.ScaleRange s) {
			kwargs.put("min_percentile", s.minPercentile());
			kwargs.put("max_percentile", s.maxPercentile());
			kwargs.put("eps", s.eps());
		} else if (step instanceof Processing.ZeroMeanUnitVariance s) kwargs.put("eps", s.eps());
		else if (step instanceof Processing.ScaleMeanVariance s) kwargs.put("eps", s.eps());
		else if (step instanceof Processing.FixedZeroMeanUnitVariance s)
			perChannel(kwargs, "mean", s.mean(), "std", s.std());
		else if (step instanceof Processing.ScaleLinear s) perChannel(kwargs, "gain", s.gain(), "offset", s.offset());
		else if (step instanceof Processing.Binarize s) perChannel(kwargs, "threshold", s.threshold());
		else if (step instanceof Processing.Clip s) {
			if (!Double.isInfinite(s.min())) kwargs.put("min", s.min());
			if (!Double.isInfinite(s.max())) kwargs.put("max", s.max());
		} else if (step instanceof Processing.PercentileClip s) {
			put(kwargs, "min", s.min());
			put(kwargs, "max", s.max());
		} else if (step instanceof Processing.EnsureDtype s)
			kwargs.put("dtype", s.type().label());
		return kwargs.isEmpty() ? ordered("id", step.label()) : ordered("id", step.label(), "kwargs", kwargs);
	}

	private static void put(
			final Map<String, Object> kwargs, final String name, final Processing.PercentileClip.Bound bound) {
		if (!Double.isInfinite(bound.value()))
			kwargs.put(bound.percentile() ? name + "_percentile" : name, bound.value());
	}

	/** One number for all channels, or a list along the channel axis. */
	private static void perChannel(final Map<String, Object> kwargs, final Object... namesAndValues) {
		for (int i = 0; i < namesAndValues.length; i += 2) {
			final List<?> values = (List<?>) namesAndValues[i + 1];
			kwargs.put((String) namesAndValues[i], values.size() == 1 ? values.get(0) : values);
			if (values.size() > 1) kwargs.put("axis", "channel");
		}
	}

	/** Of the axes that statistics are taken over, those that the tensor has. */
	private static List<String> ids(final Set<AxisType> axes, final TensorSpec tensor) {
		return axes.stream()
				.filter(a -> tensor.indexOf(a) >= 0)
				.sorted()
				.map(a -> RdfV05Axes.normalize(String.valueOf(a.letter())))
				.toList();
	}

	private static Map<String, Object> ordered(final Object... keysAndValues) {
		final Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) map.put((String) keysAndValues[i], keysAndValues[i + 1]);
		return map;
	}
}
