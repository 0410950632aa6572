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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.io.DataType;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.Citation;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.model.TensorSpec;
import fovea.model.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdfV05Test {

	private static final String SUM = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";

	/** A segmentation of three classes, with everything that Fovea reads. */
	private static final String SEGMENTATION = """
		type: model
		format_version: 0.5.4
		name: Nuclei of yeast
		description: Tells nuclei from cytoplasm.
		version: 0.10
		license: CC-BY-4.0
		authors:
		  - &ada {name: Ada Example, affiliation: Somewhere, github_user: ada}
		  - name: Bo Example
		packaged_by: [*ada]
		cite:
		  - {text: Example et al., doi: https://doi.org/10.1234/abc}
		  - {text: The method, url: https://example.org}
		inputs:
		  - id: raw
		    description: one channel
		    axes:
		      - {type: batch}
		      - {type: space, id: y, size: {min: 64, step: 16}}
		      - {type: space, id: x, size: {min: 64, step: 16}, scale: 0.5, unit: micrometer}
		      - {type: channel, channel_names: [intensity]}
		    data: {type: float32, range: [0, null]}
		    preprocessing:
		      - id: scale_range
		        kwargs: {axes: [y, x], min_percentile: 1, max_percentile: 99.8}
		      - id: clip
		        kwargs: {min: 0.0, max: 1.0}
		    test_tensor: {source: test_input.npy, sha256: SUM}
		outputs:
		  - id: probability
		    axes:
		      - {type: batch, size: 1}
		      - {type: space, id: y, size: {tensor_id: raw, axis_id: y, offset: -8}, halo: 16}
		      - {type: space, id: x, size: {tensor_id: raw, axis_id: x}, scale: 0.25, unit: micrometer, halo: 16}
		      - {type: channel, channel_names: [background, nucleus, cytoplasm]}
		    data:
		      - {type: float32}
		      - {type: float32}
		      - {type: float32}
		    postprocessing:
		      - id: softmax
		    test_tensor: {source: test_output.npy}
		weights:
		  pytorch_state_dict: {source: weights.pt}
		  tensorflow_saved_model_bundle: {source: saved_model.zip, sha256: SUM, tensorflow_version: 2.10, parent: pytorch_state_dict}
		config:
		  bioimageio: {nickname: some-animal}
		  fovea:
		    classes: [background, nucleus, cytoplasm]
		    colors: ['#000000', '#Ff8000']
		""".replace("SUM", SUM);

	/** As small as a description can be. */
	private static final String SMALL = """
		format_version: 0.5.0
		name: small
		inputs:
		  - id: in
		    axes:
		      - {type: batch}
		      - {type: channel, id: c, channel_names: [r, g, b]}
		      - {type: space, id: y, size: 32}
		      - {type: space, size: 48}
		    preprocessing:
		      PRE
		outputs:
		  - axes:
		      - {type: batch}
		      - {type: channel, channel_names: [r, g, b]}
		      - {type: space, id: y, size: 32}
		      - {type: space, id: x, size: 48}
		weights:
		  tensorflow_saved_model_bundle: {source: m.zip}
		""";

	private static ModelSpec parse(final String text) throws ModelException {
		return RdfReader.parse(text, "rdf.yaml").spec();
	}

	private static Processing preprocessing(final String step) throws ModelException {
		return parse(SMALL.replace("PRE", "- " + step))
				.inputs()
				.get(0)
				.processing()
				.get(0);
	}

	private static String refusal(final String text) {
		final String message =
				assertThrows(ModelException.class, () -> parse(text)).getMessage();
		assertFalse(message.contains("\n"), message);
		return message;
	}

	private static AxisSize size(final TensorSpec tensor, final AxisType type) {
		return tensor.axis(type).orElseThrow().size();
	}

	@Test
	void readsWhatCreditsTheModel() throws Exception {
		final ModelSpec spec = parse(SEGMENTATION);
		assertEquals("0.5.4", spec.formatVersion());
		assertEquals("Nuclei of yeast", spec.name());
		assertEquals("Tells nuclei from cytoplasm.", spec.description());
		assertEquals("0.10", spec.version());
		assertEquals("CC-BY-4.0", spec.license());
		assertEquals(List.of("Ada Example", "Bo Example"), spec.authors());
		assertEquals(
				List.of(
						new Citation("Example et al.", "10.1234/abc", ""),
						new Citation("The method", "", "https://example.org")),
				spec.citations());
	}

	@Test
	void readsWeightsAndChecksums() throws Exception {
		final RdfReader.Description description = RdfReader.parse(SEGMENTATION, "rdf.yaml");
		final String sum = SUM.toLowerCase(Locale.ROOT);
		assertEquals(
				Optional.of(new Weights("saved_model.zip", sum, "2.10")),
				description.spec().weights());
		assertEquals(Map.of("saved_model.zip", sum, "test_input.npy", sum), description.sha256());
	}

	@Test
	void readsClasses() throws Exception {
		assertEquals(
				List.of(
						new ClassSpec("background", 0),
						new ClassSpec("nucleus", 0xFF8000),
						new ClassSpec("cytoplasm", 0x56b4e9)),
				parse(SEGMENTATION).classes());
		assertEquals(
				List.of(), parse(SEGMENTATION.replace("  fovea:", "  other:")).classes());
	}

	@Test
	void readsWhatAModelSaysOfItsObjects() throws Exception {
		assertEquals(ObjectTraits.UNKNOWN, parse(SEGMENTATION).objectTraits());
		final String all = SEGMENTATION.replace(
				"  fovea:",
				"  fovea:\n    object_diameter: 13.5\n    object_min_size: 20\n"
						+ "    training: {config: {loss: {name: categorical_crossentropy, class_weights: [0.5, 1.0, "
						+ "3.0]}}}");
		assertEquals(
				new ObjectTraits(OptionalDouble.of(13.5), OptionalDouble.empty(), OptionalInt.of(20), 6),
				parse(all).objectTraits());
		final String most = all.replace("object_min_size", "object_max_diameter: 50\n    object_min_size");
		assertEquals(OptionalDouble.of(50), parse(most).objectTraits().maxDiameter());
		assertEquals(
				OptionalDouble.of(50),
				parse(most.replace("object_diameter: 13.5\n    ", ""))
						.objectTraits()
						.maxDiameter());
		assertTrue(refusal(most.replace(": 50", ": 13.5")).contains("a diameter in pixels, above 13.5"));
		assertTrue(refusal(all.replace("size: 20", "size: 0")).contains("1 or more"));
		final String deep = all.replace("object_min_size", "object_distance: true\n    object_min_size");
		assertTrue(parse(deep).objectTraits().distance());
		assertFalse(parse(deep.replace("distance: true", "distance: false"))
				.objectTraits()
				.distance());
		assertTrue(refusal(deep.replace("distance: true", "distance: far")).contains("true or false"));
		assertTrue(refusal(all.replace("13.5", "-1")).contains("above 0"));
		assertEquals(1, parse(all.replace("[0.5,", "[0,")).objectTraits().borderWeight());
		assertTrue(refusal(all.replace("3.0]", "much]")).contains("weights of classes, 0 or more"));
	}

	@Test
	void readsInput() throws Exception {
		final TensorSpec input = parse(SEGMENTATION).inputs().get(0);
		assertEquals("raw", input.id());
		assertEquals("one channel", input.description());
		assertEquals("byxc", input.letters());
		assertEquals(
				new AxisSpec(AxisType.BATCH, "batch", new AxisSize.Steps(1, 1), OptionalInt.empty(), List.of()),
				input.axes().get(0));
		assertEquals(new AxisSize.Steps(64, 16), size(input, AxisType.X));
		assertEquals(
				new AxisSpec(
						AxisType.CHANNEL, "channel", new AxisSize.Fixed(1), OptionalInt.empty(), List.of("intensity")),
				input.axes().get(3));
		assertEquals(
				List.of(
						new Processing.ScaleRange(1, 99.8, 1e-6, Set.of(AxisType.X, AxisType.Y), Optional.empty()),
						new Processing.Clip(0, 1)),
				input.processing());
		assertEquals(Optional.of("test_input.npy"), input.testTensor());
		assertEquals(DataType.FLOAT32, input.type());
	}

	@Test
	void readsOutput() throws Exception {
		final TensorSpec output = parse(SEGMENTATION).outputs().get(0);
		assertEquals(new AxisSize.Fixed(1), size(output, AxisType.BATCH));
		assertEquals(
				new AxisSpec(AxisType.Y, "y", new AxisSize.Reference("raw", "y", 1, -8), OptionalInt.of(16), List.of()),
				output.axes().get(1));
		// the input's pixel is 0.5, the output's 0.25: twice as many
		assertEquals(new AxisSize.Reference("raw", "x", 2, 0), size(output, AxisType.X));
		assertEquals(
				List.of("background", "nucleus", "cytoplasm"),
				output.axes().get(3).channelNames());
		assertEquals(List.of(new Processing.Softmax()), output.processing());
	}

	@Test
	void fillsInDefaults() throws Exception {
		final ModelSpec spec = parse(SMALL.replace("PRE", "- {id: sigmoid}"));
		assertEquals("output", spec.outputs().get(0).id());
		assertEquals("x", spec.inputs().get(0).axes().get(3).id());
		assertEquals("channel", spec.inputs().get(0).axes().get(1).id());
		assertEquals(DataType.FLOAT32, spec.outputs().get(0).type());
		assertEquals(List.of(), spec.authors());
		assertEquals("", spec.license());
		assertEquals(Optional.empty(), spec.inputs().get(0).testTensor());
	}

	@Test
	void readsADocumentThatNamesItsYamlVersion() throws Exception {
		assertEquals(
				"small",
				parse("%YAML 1.2\n---\n" + SMALL.replace("PRE", "- {id: sigmoid}"))
						.name());
	}

	@Test
	void knowsWhatTheNetworkGetsAfterPreprocessing() throws Exception {
		assertEquals(
				DataType.UINT8,
				parse(SMALL.replace("PRE", "- {id: ensure_dtype, kwargs: {dtype: uint8}}"))
						.inputs()
						.get(0)
						.type());
	}

	@Test
	void readsLengthsThatDependOnOtherThings() throws Exception {
		final ModelSpec spec = parse("""
			format_version: 0.5.3
			name: points
			inputs:
			  - id: in
			    axes:
			      - {type: batch}
			      - {type: time, size: {min: 2, step: 1}}
			      - {type: space, id: y, size: 100, scale: 2}
			      - {type: space, id: x, size: {tensor_id: in, axis_id: y, offset: -1}, scale: 4}
			outputs:
			  - id: out
			    axes:
			      - {type: batch}
			      - {type: index, size: {min: 1, max: 500}}
			      - {type: index, id: features, size: 4}
			      - {type: time, size: {tensor_id: in, axis_id: t}}
			  - id: second
			    axes:
			      - {type: index, size: {tensor_id: out, axis_id: features, offset: 1}}
			      - {type: index, id: again, size: {tensor_id: out, axis_id: index}}
			weights:
			  tensorflow_saved_model_bundle: {source: m.zip}
			""");
		// 100 * 2 / 4 - 1, as in the specification's own example
		assertEquals(new AxisSize.Fixed(49), size(spec.inputs().get(0), AxisType.X));
		assertEquals("biit", spec.outputs().get(0).letters());
		assertEquals(new AxisSize.Unknown(), spec.outputs().get(0).axes().get(1).size());
		assertEquals(new AxisSize.Fixed(4), spec.outputs().get(0).axes().get(2).size());
		assertEquals(
				new AxisSize.Reference("in", "time", 1, 0), size(spec.outputs().get(0), AxisType.TIME));
		assertEquals(new AxisSize.Fixed(5), spec.outputs().get(1).axes().get(0).size());
		assertEquals(new AxisSize.Unknown(), spec.outputs().get(1).axes().get(1).size());
	}

	@Test
	void readsStatisticsOverAxes() throws Exception {
		final Set<AxisType> all = Set.of(AxisType.CHANNEL, AxisType.Y, AxisType.X);
		assertEquals(new Processing.ZeroMeanUnitVariance(1e-6, all), preprocessing("id: zero_mean_unit_variance"));
		assertEquals(
				new Processing.ZeroMeanUnitVariance(0.01, Set.of(AxisType.BATCH, AxisType.X)),
				preprocessing("{id: zero_mean_unit_variance, kwargs: {axes: [batch, x], eps: 1e-2}}"));
		assertEquals(new Processing.ScaleRange(0, 100, 1e-6, all, Optional.empty()), preprocessing("id: scale_range"));
		assertEquals(
				new Processing.ScaleRange(0, 100, 1e-6, Set.of(AxisType.CHANNEL), Optional.of("in")),
				preprocessing("{id: scale_range, kwargs: {axes: [c], reference_tensor: in}}"));
		assertEquals(
				new Processing.ScaleMeanVariance(1e-6, all, Optional.of("in")),
				preprocessing("{id: scale_mean_variance, kwargs: {reference_tensor: in}}"));
	}

	@Test
	void readsFixedNumbers() throws Exception {
		assertEquals(
				new Processing.FixedZeroMeanUnitVariance(List.of(103.5), List.of(13.7)),
				preprocessing("{id: fixed_zero_mean_unit_variance, kwargs: {mean: 103.5, std: 13.7}}"));
		assertEquals(
				new Processing.FixedZeroMeanUnitVariance(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)),
				preprocessing(
						"{id: fixed_zero_mean_unit_variance, kwargs: {axis: channel, mean: [1, 2, 3], std: [4, 5, "
								+ "6]}}"));
		assertEquals(
				new Processing.ScaleLinear(List.of(2.0), List.of(0.0)),
				preprocessing("{id: scale_linear, kwargs: {gain: 2}}"));
		assertEquals(
				new Processing.ScaleLinear(List.of(1.0, 1.0, 1.0), List.of(1.0, 2.0, 3.0)),
				preprocessing("{id: scale_linear, kwargs: {axis: channel, offset: [1, 2, 3]}}"));
		assertEquals(new Processing.Binarize(List.of(0.5)), preprocessing("{id: binarize, kwargs: {threshold: 0.5}}"));
		assertEquals(new Processing.Clip(Double.NEGATIVE_INFINITY, 1), preprocessing("{id: clip, kwargs: {max: 1}}"));
	}

	@Test
	void clipsAtPercentiles() throws Exception {
		final Set<AxisType> all = Set.of(AxisType.CHANNEL, AxisType.X, AxisType.Y);
		final Processing.PercentileClip.Bound open =
				new Processing.PercentileClip.Bound(Double.POSITIVE_INFINITY, false);
		assertEquals(
				new Processing.PercentileClip(new Processing.PercentileClip.Bound(1, true), open, false, all),
				preprocessing("{id: clip, kwargs: {min_percentile: 1}}"));
		assertEquals(
				new Processing.PercentileClip(
						new Processing.PercentileClip.Bound(0, false),
						new Processing.PercentileClip.Bound(99.5, true),
						true,
						Set.of(AxisType.X, AxisType.Y)),
				preprocessing("{id: clip, kwargs: {min: 0, max_percentile: 99.5, axes: [y, x]}}"));
		for (final String kwargs : List.of(
				"{min: 0, min_percentile: 1}", "{min_percentile: 60, max_percentile: 40}", "{max_percentile: 101}"))
			assertThrows(ModelException.class, () -> preprocessing("{id: clip, kwargs: " + kwargs + "}"), kwargs);
	}

	@Test
	void keepsWhatItCannotDo() throws Exception {
		assertEquals(
				new Processing.Unsupported("stardist_postprocessing"),
				preprocessing("{id: stardist_postprocessing, kwargs: {prob_threshold: 0.5}}"));
		assertEquals(
				new Processing.Unsupported("scale_linear along x"),
				preprocessing("{id: scale_linear, kwargs: {axis: x, gain: [1, 2, 3]}}"));
		assertEquals(new Processing.Unsupported("softmax along y"), preprocessing("{id: softmax, kwargs: {axis: y}}"));
		assertEquals(new Processing.Unsupported("custom"), preprocessing("{id: custom, callable: f, source: f.py}"));
	}

	@Test
	void namesTheWeightsThereAre() {
		assertEquals(
				"rdf.yaml: model 'small' has no tensorflow_saved_model_bundle weights, only pytorch_state_dict, onnx: "
						+ "Fovea runs TensorFlow SavedModels; look for the model with these weights, or convert it "
						+ "(onnx weights for example with onnx2tf)",
				refusal(SMALL.replace("PRE", "- id: sigmoid")
						.replace(
								"tensorflow_saved_model_bundle: {source: m.zip}",
								"{pytorch_state_dict: {source: a}, tensorflow_saved_model_bundle: null, "
										+ "onnx: {source: b}}")));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"name: Nuclei of yeast | x: y | name: expected a name, got nothing",
				"type: model | type: dataset | type: expected model, got 'dataset'",
				"format_version: 0.5.4 | format_version: 0.6.0 | format_version: expected a version 0.4 or 0.5 of "
						+ "the bioimage.io model description, got '0.6.0'",
				"format_version: 0.5.4 | format_version: 0.3.2 | format_version: expected a version 0.4 or 0.5 of "
						+ "the bioimage.io model description, got '0.3.2'",
				"'inputs:' | 'in:' | inputs: expected a list of inputs, got nothing",
				"'outputs:' | 'outputs: []\nx:' | outputs: expected a list of outputs, got an empty list",
				"size: {min: 64, step: 16}} | size: big} | 'inputs[0].axes[1].size: expected an integer of at least "
						+ "1, {min, step} or {tensor_id, axis_id}, got ''big'''",
				"size: {min: 64, step: 16}} | size: {min: 64}} | 'inputs[0].axes[1].size: expected an integer of at "
						+ "least 1, {min, step} or {tensor_id, axis_id}, got a mapping'",
				"size: {min: 64, step: 16}} | size: {min: 64, step: 0}} | inputs[0].axes[1].size.step: expected an "
						+ "integer of 1 to 1000000, got 0",
				"size: {min: 64, step: 16}} | size: {min: 2147483647, step: 16}} | inputs[0].axes[1].size.min: "
						+ "expected an integer of 1 to 1000000, got 2147483647",
				"size: {min: 64, step: 16}} | size: {min: 64, step: 1000001}} | inputs[0].axes[1].size.step: "
						+ "expected an integer of 1 to 1000000, got 1000001",
				"halo: 16 | halo: 2147483647 | outputs[0].axes[1].halo: expected an integer of 0 to 1000000, got "
						+ "2147483647",
				"size: {min: 64, step: 16}} | offset: 1} | 'inputs[0].axes[1].size: expected an integer of at least "
						+ "1, {min, step} or {tensor_id, axis_id}, got nothing'",
				"tensor_id: raw | tensor_id: row | 'outputs[0].axes[1].size.tensor_id: expected the id of a tensor, "
						+ "one of raw, probability, got ''row'''",
				"axis_id: y | axis_id: w | 'outputs[0].axes[1].size.axis_id: expected the id of an axis of raw, one "
						+ "of batch, y, x, channel, got ''w'''",
				"id: probability | id: raw | outputs[0].id: expected a name that no other tensor has, got 'raw'",
				"scale: 0.5 | scale: 0 | inputs[0].axes[2].scale: expected a number above 0, got 0",
				"halo: 16 | halo: wide | outputs[0].axes[1].halo: expected an integer of 0 to 1000000, got 'wide'",
				"channel_names: [intensity] | size: 1 | inputs[0].axes[3].channel_names: expected a list of names, "
						+ "got nothing",
				"type: batch | type: b | 'inputs[0].axes[0].type: expected batch, channel, index, time or space, got "
						+ "''b'''",
				"id: y | id: w | 'inputs[0].axes[1].id: expected x, y or z for an axis in space, got ''w'''",
				"id: y | id: x | inputs[0].axes[2].id: expected an id of its own, got 'x'",
				"type: float32 | type: float31 | inputs[0].data.type: expected an element type such as float32 or "
						+ "uint8, got 'float31'",
				"axes: [y, x] | axes: yx | 'inputs[0].preprocessing[0].kwargs.axes: expected a list of axis ids, got "
						+ "''yx'''",
				"axes: [y, x] | axes: [z] | 'inputs[0].preprocessing[0].kwargs.axes[0]: expected one of the axes "
						+ "batch, y, x, channel, got ''z'''",
				"max_percentile: 99.8 | max_percentile: 0.998 | 'inputs[0].preprocessing[0].kwargs.max_percentile: "
						+ "expected a percentile from 0 to 100 above min_percentile, got 0.998'",
				"min_percentile: 1 | eps: 2 | 'inputs[0].preprocessing[0].kwargs.eps: expected a number above 0, at "
						+ "most 0.1, got 2'",
				"min: 0.0 | min: 3 | inputs[0].preprocessing[1].kwargs.max: expected a number not below min, got 1.0",
				"id: softmax | name: softmax | outputs[0].postprocessing[0].id: expected the name of a processing "
						+ "step, got nothing",
				"source: saved_model.zip | url: x | weights.tensorflow_saved_model_bundle.source: expected the path "
						+ "of a file, got nothing",
				"sha256: 0011 | sha256: 001 | 'inputs[0].test_tensor.sha256: expected 64 hexadecimal digits, got "
						+ "''001223344556677889'",
				"'[background, nucleus, cytoplasm]\n    colors' | '[a]\n    colors' | config.fovea.colors: expected "
						+ "at most one color for each of 1 classes, got a list of 2",
				"#Ff8000 | orange | config.fovea.colors[1]: expected a color such as '#ff8000', got 'orange'",
				"name: Bo Example | nickname: Bo | authors[1].name: expected a name, got nothing"
			})
	void namesThePathOfWhatIsWrong(final String from, final String to, final String message) {
		final String broken = SEGMENTATION.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
		assertFalse(broken.equals(SEGMENTATION), "nothing to break: " + from);
		final String got = refusal(broken);
		assertTrue(got.startsWith("rdf.yaml: " + message), got);
	}

	@Test
	void checksListsAgainstTheChannels() {
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs.gain: expected one number for each of 3 channels, got a "
						+ "list of 2",
				refusal(SMALL.replace("PRE", "- {id: scale_linear, kwargs: {axis: channel, gain: [1, 2]}}")));
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs.std: expected a list of 3, got a list of 2",
				refusal(SMALL.replace(
						"PRE",
						"- {id: fixed_zero_mean_unit_variance, kwargs: {axis: channel, mean: [1, 2, 3], std: "
								+ "[1, 2]}}")));
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs.std: expected numbers above 0, got 0",
				refusal(SMALL.replace("PRE", "- {id: fixed_zero_mean_unit_variance, kwargs: {mean: 1, std: 0}}")));
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs.axis: expected one of the axes batch, channel, y, x, "
						+ "got nothing",
				refusal(SMALL.replace("PRE", "- {id: scale_linear, kwargs: {gain: [1, 2, 3]}}")));
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs.threshold: expected a number or a list of numbers, got "
						+ "nothing",
				refusal(SMALL.replace("PRE", "- id: binarize")));
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs: expected min or max, got nothing",
				refusal(SMALL.replace("PRE", "- id: clip")));
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs.reference_tensor: expected the id of a tensor, one of "
						+ "in, got 'out'",
				refusal(SMALL.replace("PRE", "- {id: scale_mean_variance, kwargs: {reference_tensor: out}}")));
	}
}
