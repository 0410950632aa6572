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

import fovea.base.ModelException;
import fovea.io.DataType;
import fovea.io.InputFiles;
import fovea.io.YamlNode;
import fovea.model.AxisSpec;
import fovea.model.Citation;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.model.TensorSpec;
import fovea.model.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads model descriptions of bioimage.io, formats 0.4 and 0.5. What is needed to run a model is required and checked;
 * what only credits it (authors, license, citations) may be missing.
 *
 * @see <a href="https://github.com/bioimage-io/spec-bioimage-io">bioimage.io specification</a>
 */
public final class RdfReader {

	private static final String SAVED_MODEL = "tensorflow_saved_model_bundle";

	/**
	 * A description and what it says of files.
	 *
	 * @param spec the description
	 * @param sha256 of files in lower-case hex, by their path as the description writes it
	 */
	public record Description(ModelSpec spec, Map<String, String> sha256) {

		public Description {
			sha256 = Map.copyOf(sha256);
		}
	}

	private final YamlNode root;
	private final String document;
	private final Map<String, String> sha256 = new HashMap<>();
	private final List<String> inputIds = new ArrayList<>();
	private final List<String> outputIds = new ArrayList<>();

	private RdfReader(final YamlNode root, final String document) {
		this.root = root;
		this.document = document;
	}

	/**
	 * @param file a YAML document
	 * @param document its name in messages
	 * @return what it describes
	 * @throws ModelException if it is no model description that Fovea can follow
	 */
	public static Description read(final Path file, final String document) throws ModelException {
		try {
			return parse(InputFiles.text(file, YamlNode.MAX_BYTES), document);
		} catch (final IOException e) {
			throw new ModelException(document + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/**
	 * @param text a YAML document
	 * @param document its name in messages
	 * @return what it describes
	 * @throws ModelException if it is no model description that Fovea can follow
	 */
	public static Description parse(final String text, final String document) throws ModelException {
		final YamlNode root = YamlNode.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, document);
		return new RdfReader(root, document).description();
	}

	/** @return the element type a description names */
	static DataType dataType(final YamlNode node) throws ModelException {
		final String expected = "an element type such as float32 or uint8";
		final DataType type = DataType.ofLabel(node.text(expected));
		if (type == DataType.OTHER || type == DataType.STRING) throw node.error(expected);
		return type;
	}

	private Description description() throws ModelException {
		if (!root.isMapping()) throw root.error("a model description");
		final String type = root.get("type").text("model", "model");
		if (!type.equals("model")) throw root.get("type").error("model");
		final String expected = "a version 0.4 or 0.5 of the bioimage.io model description";
		final String version = root.get("format_version").text(expected);
		final boolean v04 = version.startsWith("0.4.") || version.equals("0.4");
		if (!v04 && !version.startsWith("0.5.") && !version.equals("0.5"))
			throw root.get("format_version").error(expected);
		final String name = root.get("name").text("a name");
		final List<YamlNode> inputs = root.get("inputs").items("a list of inputs");
		final List<YamlNode> outputs = root.get("outputs").items("a list of outputs");
		for (final YamlNode tensor : inputs)
			inputIds.add(v04 ? tensor.get("name").text("a name") : idV05(tensor, true));
		for (final YamlNode tensor : outputs)
			outputIds.add(v04 ? tensor.get("name").text("a name") : idV05(tensor, false));
		final List<TensorSpec> in = new ArrayList<>();
		final List<TensorSpec> out = new ArrayList<>();
		if (v04) readV04(inputs, outputs, in, out);
		else readV05(inputs, outputs, in, out);
		final List<ClassSpec> classes = new ClassReader(root.get("config").get("fovea")).read();
		final ModelSpec spec = new ModelSpec(
				version,
				name,
				root.get("description").text("a text", ""),
				root.get("version").text("a version", ""),
				root.get("license").text("a license", ""),
				authors(),
				citations(),
				in,
				out,
				Optional.of(weights(name)),
				classes,
				objectTraits(root.get("config").get("fovea")),
				new PurposeReader(root, out.get(0), classes).read(),
				isTrue(root.get("config").get("fovea").get("even_noise")));
		return new Description(spec, sha256);
	}

	private static boolean isTrue(final YamlNode said) throws ModelException {
		final String expected = "true or false";
		return switch (said.text(expected, "false")) {
			case "true" -> true;
			case "false" -> false;
			default -> throw said.error(expected);
		};
	}

	private static ObjectTraits objectTraits(final YamlNode fovea) throws ModelException {
		final YamlNode least = fovea.get("object_min_size");
		final OptionalDouble diameter = objectDiameter(fovea.get("object_diameter"), 0);
		final OptionalDouble most = objectDiameter(fovea.get("object_max_diameter"), diameter.orElse(0));
		return new ObjectTraits(
				diameter,
				most,
				least.isMissing()
						? OptionalInt.empty()
						: OptionalInt.of(least.integer(1, "a number of pixels, 1 or more")),
				borderWeight(fovea.get("training").get("config").get("loss").get("class_weights")),
				isTrue(fovea.get("object_distance")));
	}

	/**
	 * @param weights of the classes in the model's training, background first, a border last; with a weight of 0
	 *     nothing can be said
	 */
	private static double borderWeight(final YamlNode weights) throws ModelException {
		final String expected = "weights of classes, 0 or more";
		final List<YamlNode> items = weights.optionalItems(expected);
		if (items.isEmpty()) return 1;
		final double weight =
				items.get(items.size() - 1).number(expected) / items.get(0).number(expected);
		return weight > 0 && Double.isFinite(weight) ? weight : 1;
	}

	private static OptionalDouble objectDiameter(final YamlNode node, final double above) throws ModelException {
		if (node.isMissing()) return OptionalDouble.empty();
		final String expected = "a diameter in pixels, above " + (above == 0 ? "0" : String.valueOf(above));
		final double diameter = node.number(expected);
		if (!(diameter > above && Double.isFinite(diameter))) throw node.error(expected);
		return OptionalDouble.of(diameter);
	}

	private void readV04(
			final List<YamlNode> inputs,
			final List<YamlNode> outputs,
			final List<TensorSpec> in,
			final List<TensorSpec> out)
			throws ModelException {
		final RdfV04Axes reader = new RdfV04Axes();
		final Set<String> ids = new HashSet<>();
		for (final YamlNode tensor : inputs) {
			final String id = ownId(tensor.get("name"), tensor.get("name").text("a name"), ids);
			in.add(tensorV04(
					tensor, id, reader.input(tensor, id), "preprocessing", root.get("test_inputs"), in.size()));
		}
		for (final YamlNode tensor : outputs) {
			final String id = ownId(tensor.get("name"), tensor.get("name").text("a name"), ids);
			out.add(tensorV04(
					tensor, id, reader.output(tensor), "postprocessing", root.get("test_outputs"), out.size()));
		}
	}

	private TensorSpec tensorV04(
			final YamlNode tensor,
			final String id,
			final List<AxisSpec> axes,
			final String processing,
			final YamlNode tests,
			final int place)
			throws ModelException {
		final List<YamlNode> files = tests.optionalItems("a list of .npy files");
		final Optional<String> test =
				place < files.size() ? Optional.of(files.get(place).text("a .npy file")) : Optional.empty();
		return new TensorSpec(
				id,
				tensor.get("description").text("a text", ""),
				dataType(tensor.get("data_type")),
				axes,
				processing(axes, true, id, processing.equals("preprocessing")).read(tensor.get(processing)),
				test);
	}

	/** An input may follow inputs, an output both. */
	private ProcessingReader processing(
			final List<AxisSpec> axes, final boolean v04, final String id, final boolean input) {
		return new ProcessingReader(
				axes,
				v04,
				input ? "" : id,
				input
						? inputIds
						: Stream.concat(inputIds.stream(), outputIds.stream()).toList());
	}

	private void readV05(
			final List<YamlNode> inputs,
			final List<YamlNode> outputs,
			final List<TensorSpec> in,
			final List<TensorSpec> out)
			throws ModelException {
		final RdfV05Axes reader = new RdfV05Axes();
		final Set<String> ids = new HashSet<>();
		for (final YamlNode tensor : inputs)
			reader.announce(tensor, ownId(tensor.get("id"), idV05(tensor, true), ids), true);
		for (final YamlNode tensor : outputs)
			reader.announce(tensor, ownId(tensor.get("id"), idV05(tensor, false), ids), false);
		for (final YamlNode tensor : inputs) in.add(tensorV05(tensor, true, reader));
		for (final YamlNode tensor : outputs) out.add(tensorV05(tensor, false, reader));
	}

	private TensorSpec tensorV05(final YamlNode tensor, final boolean input, final RdfV05Axes reader)
			throws ModelException {
		final List<AxisSpec> axes = reader.read(tensor, input);
		final List<Processing> processing = processing(axes, false, idV05(tensor, input), input)
				.read(tensor.get(input ? "preprocessing" : "postprocessing"));
		DataType type = typeV05(tensor.get("data"));
		// data describes an input as it comes in; what the network gets is the type after preprocessing
		if (input
				&& !processing.isEmpty()
				&& processing.get(processing.size() - 1) instanceof Processing.EnsureDtype last) type = last.type();
		final YamlNode test = tensor.get("test_tensor");
		final Optional<String> file = test.isMissing() ? Optional.empty() : Optional.of(file(test));
		return new TensorSpec(
				idV05(tensor, input), tensor.get("description").text("a text", ""), type, axes, processing, file);
	}

	private static String idV05(final YamlNode tensor, final boolean input) throws ModelException {
		return tensor.get("id").text("an id", input ? "input" : "output");
	}

	private static DataType typeV05(final YamlNode data) throws ModelException {
		if (data.isMissing()) return DataType.FLOAT32;
		final YamlNode first =
				data.isList() ? data.items("descriptions of data").get(0) : data;
		if (!first.get("type").isMissing()) return dataType(first.get("type"));
		return first.get("values").isMissing() ? DataType.FLOAT32 : DataType.UINT8;
	}

	private static String ownId(final YamlNode node, final String id, final Set<String> ids) throws ModelException {
		if (!ids.add(id)) throw node.error("a name that no other tensor has");
		return id;
	}

	private String file(final YamlNode node) throws ModelException {
		final String source = node.get("source").text("the path of a file");
		final String sum = sha256(node.get("sha256"));
		if (!sum.isEmpty()) sha256.put(source, sum);
		return source;
	}

	private static String sha256(final YamlNode node) throws ModelException {
		final String sum = node.text("64 hexadecimal digits", "").toLowerCase(Locale.ROOT);
		if (!sum.isEmpty() && !sum.matches("[0-9a-f]{64}")) throw node.error("64 hexadecimal digits");
		return sum;
	}

	private Weights weights(final String name) throws ModelException {
		final YamlNode weights = root.get("weights");
		if (!weights.isMapping()) throw weights.error("a mapping of weights");
		final YamlNode entry = weights.get(SAVED_MODEL);
		if (entry.isMissing()) {
			final List<String> others = new ArrayList<>();
			for (final String key : weights.keys()) if (!weights.get(key).isMissing()) others.add(key);
			throw new ModelException(document + ": model '" + name + "' has no " + SAVED_MODEL + " weights"
					+ (others.isEmpty() ? "" : ", only " + String.join(", ", others))
					+ ": Fovea runs TensorFlow SavedModels; look for the model with these weights, or "
					+ "convert it (onnx weights for example with onnx2tf)");
		}
		return new Weights(
				file(entry),
				sha256(entry.get("sha256")),
				entry.get("tensorflow_version").text("a version", ""));
	}

	private List<String> authors() throws ModelException {
		final List<String> names = new ArrayList<>();
		for (final YamlNode author : root.get("authors").optionalItems("a list of authors"))
			names.add(author.get("name").text("a name"));
		return names;
	}

	private List<Citation> citations() throws ModelException {
		final List<Citation> citations = new ArrayList<>();
		for (final YamlNode cite : root.get("cite").optionalItems("a list of citations"))
			citations.add(new Citation(
					cite.get("text").text("a text", ""),
					cite.get("doi").text("a DOI", "").replaceFirst("^https?://(dx\\.)?doi\\.org/", ""),
					cite.get("url").text("an address", "")));
		return citations;
	}
}
