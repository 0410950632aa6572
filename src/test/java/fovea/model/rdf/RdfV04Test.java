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
import fovea.model.ModelSpec;
import fovea.model.Processing;
import fovea.model.TensorSpec;
import fovea.model.Weights;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdfV04Test {

	/** A denoiser whose output is twice as fine along y and x, and loses 4 pixels at either end. */
	private static final String DENOISER = """
		attachments: {files: [README.md]}
		authors: &authors
		- {affiliation: Somewhere, name: Ada Example}
		packaged_by: *authors
		cite:
		- {doi: 10.1234/abc, text: Example et al.}
		description: Takes noise away.
		documentation: README.md
		format_version: 0.4.10
		git_repo: https://example.org
		inputs:
		- axes: bcyx
		  data_range: [-inf, inf]
		  data_type: float32
		  name: raw
		  preprocessing:
		  - kwargs: {axes: yx, max_percentile: 99.8, min_percentile: 3, mode: per_sample}
		    name: scale_range
		  shape:
		    min: [1, 2, 64, 32]
		    step: [0, 0, 16, 8]
		license: MIT
		name: Denoiser
		outputs:
		- axes: bcyx
		  data_type: float32
		  halo: [0, 0, 32, 16]
		  name: clean
		  postprocessing:
		  - kwargs: {mode: per_sample, reference_tensor: raw}
		    name: scale_mean_variance
		  shape:
		    offset: [0, 0.5, -4, -4.0]
		    reference_tensor: raw
		    scale: [1.0, 1.0, 2.0, 2.0]
		sample_inputs: [a.tif]
		sample_outputs: [b.tif]
		test_inputs: [test_input.npy]
		test_outputs: [test_output.npy]
		timestamp: '2022-01-01T00:00:00'
		type: model
		weights:
		  keras_hdf5: {source: w.h5}
		  tensorflow_saved_model_bundle: {source: ./m.zip, sha256: null, tensorflow_version: 1.15}
		""";

	/** A volume of fixed size, with a step to be filled in. */
	private static final String VOLUME = """
		format_version: 0.4.0
		name: volume
		inputs:
		- {name: in, axes: bzyxc, data_type: uint16, shape: [1, 16, 64, 48, 3], preprocessing: [{name: STEP}]}
		outputs:
		- {name: out, axes: bzyxc, data_type: uint8, shape: [1, 16, 64, 48, 4], halo: []}
		- {name: list, axes: bi, data_type: float32, shape: {reference_tensor: in, scale: [1, null], offset: [0, 2.5]}}
		weights:
		  tensorflow_saved_model_bundle: {source: m.zip}
		""";

	private static ModelSpec parse(final String text) throws ModelException {
		return RdfReader.parse(text, "rdf.yaml").spec();
	}

	private static Processing step(final String nameAndKwargs) throws ModelException {
		return parse(VOLUME.replace("STEP", nameAndKwargs))
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

	@Test
	void readsTheModel() throws Exception {
		final ModelSpec spec = parse(DENOISER);
		assertEquals("0.4.10", spec.formatVersion());
		assertEquals("Denoiser", spec.name());
		assertEquals("MIT", spec.license());
		assertEquals("", spec.version());
		assertEquals(List.of("Ada Example"), spec.authors());
		assertEquals(List.of(new Citation("Example et al.", "10.1234/abc", "")), spec.citations());
		assertEquals(Optional.of(new Weights("./m.zip", "", "1.15")), spec.weights());
		assertEquals(List.of(), spec.classes());
	}

	@Test
	void readsInput() throws Exception {
		final TensorSpec input = parse(DENOISER).inputs().get(0);
		assertEquals("raw", input.id());
		assertEquals("bcyx", input.letters());
		assertEquals(
				List.of(
						AxisSpec.of(AxisType.BATCH, new AxisSize.Steps(1, 1)),
						AxisSpec.of(AxisType.CHANNEL, new AxisSize.Fixed(2)),
						AxisSpec.of(AxisType.Y, new AxisSize.Steps(64, 16)),
						AxisSpec.of(AxisType.X, new AxisSize.Steps(32, 8))),
				input.axes());
		assertEquals(
				List.of(new Processing.ScaleRange(3, 99.8, 1e-6, Set.of(AxisType.X, AxisType.Y), Optional.empty())),
				input.processing());
		assertEquals(Optional.of("test_input.npy"), input.testTensor());
	}

	@Test
	void readsOutput() throws Exception {
		final TensorSpec output = parse(DENOISER).outputs().get(0);
		// length = input * scale + 2 * offset
		assertEquals(
				new AxisSpec(AxisType.Y, "y", new AxisSize.Reference("raw", "y", 2, -8), OptionalInt.of(32), List.of()),
				output.axes().get(2));
		assertEquals(
				new AxisSpec(AxisType.X, "x", new AxisSize.Reference("raw", "x", 2, -8), OptionalInt.of(16), List.of()),
				output.axes().get(3));
		assertEquals(new AxisSize.Steps(1, 1), output.axes().get(0).size());
		assertEquals(new AxisSize.Fixed(3), output.axes().get(1).size());
		assertEquals(
				List.of(new Processing.ScaleMeanVariance(
						1e-6, Set.of(AxisType.CHANNEL, AxisType.X, AxisType.Y), Optional.of("raw"))),
				output.processing());
		assertEquals(Optional.of("test_output.npy"), output.testTensor());
	}

	@Test
	void readsFixedShapes() throws Exception {
		final ModelSpec spec = parse(VOLUME.replace("STEP", "sigmoid"));
		assertEquals(DataType.UINT16, spec.inputs().get(0).type());
		assertEquals(
				new AxisSize.Fixed(16),
				spec.inputs().get(0).axis(AxisType.Z).orElseThrow().size());
		assertEquals(
				OptionalInt.empty(),
				spec.outputs().get(0).axis(AxisType.Z).orElseThrow().halo());
		assertEquals(
				new AxisSize.Fixed(4),
				spec.outputs().get(0).axis(AxisType.CHANNEL).orElseThrow().size());
		assertEquals(Optional.empty(), spec.inputs().get(0).testTensor());
	}

	@Test
	void readsAxesThatTheReferenceLacks() throws Exception {
		assertEquals(
				new AxisSize.Fixed(5),
				parse(VOLUME.replace("STEP", "sigmoid"))
						.outputs()
						.get(1)
						.axis(AxisType.INDEX)
						.orElseThrow()
						.size());
	}

	@Test
	void readsAnOutputWithOneAxisMoreAndOtherChannels() throws Exception {
		final TensorSpec output = parse(DENOISER.replace("""
			- axes: bcyx
			  data_type: float32
			  halo: [0, 0, 32, 16]
			""", """
			- axes: bczyx
			  data_type: float32
			""")
						.replace("offset: [0, 0.5, -4, -4.0]", "offset: [0, 16.5, 0.5, 0, 0]")
						.replace("scale: [1.0, 1.0, 2.0, 2.0]", "scale: [1.0, 0.0, null, 1, 1]"))
				.outputs()
				.get(0);
		assertEquals(
				List.of(
						new AxisSize.Steps(1, 1),
						new AxisSize.Fixed(33),
						new AxisSize.Fixed(1),
						new AxisSize.Reference("raw", "y", 1, 0),
						new AxisSize.Reference("raw", "x", 1, 0)),
				output.axes().stream().map(AxisSpec::size).toList());
	}

	@Test
	void takesThePlaceOfAnAxisWhereTheLetterDiffers() throws Exception {
		// y becomes i; the new axis t before it and the 0 of c must not shift its place
		final TensorSpec output = parse(DENOISER.replace("""
			- axes: bcyx
			  data_type: float32
			  halo: [0, 0, 32, 16]
			""", """
			- axes: bctix
			  data_type: float32
			""")
						.replace("offset: [0, 0.5, -4, -4.0]", "offset: [0, 1, 1, 0, 0]")
						.replace("scale: [1.0, 1.0, 2.0, 2.0]", "scale: [1.0, 0.0, null, 0.5, 1]"))
				.outputs()
				.get(0);
		assertEquals(
				new AxisSize.Reference("raw", "y", 0.5, 0), output.axes().get(3).size());
	}

	@Test
	void readsModesOfNormalization() throws Exception {
		assertEquals(
				new Processing.ZeroMeanUnitVariance(1e-6, Set.of(AxisType.X, AxisType.Y)),
				step("zero_mean_unit_variance, kwargs: {mode: per_sample, axes: xy}"));
		assertEquals(
				new Processing.ZeroMeanUnitVariance(1e-3, Set.of(AxisType.BATCH, AxisType.X, AxisType.Y)),
				step("zero_mean_unit_variance, kwargs: {mode: per_dataset, axes: xy, eps: 0.001}"));
		assertEquals(
				new Processing.FixedZeroMeanUnitVariance(List.of(1.5), List.of(2.5)),
				step("zero_mean_unit_variance, kwargs: {mode: fixed, axes: czyx, mean: 1.5, std: 2.5}"));
		assertEquals(
				new Processing.FixedZeroMeanUnitVariance(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)),
				step("zero_mean_unit_variance, kwargs: {axes: xyz, mean: [1, 2, 3], std: [4, 5, 6]}"));
		assertEquals(
				new Processing.ScaleRange(0, 100, 1e-6, Set.of(AxisType.BATCH, AxisType.X), Optional.of("in")),
				step("scale_range, kwargs: {mode: per_dataset, axes: x, reference_tensor: in}"));
	}

	@Test
	void readsLinearScaling() throws Exception {
		assertEquals(
				new Processing.ScaleLinear(List.of(0.5), List.of(-1.0)),
				step("scale_linear, kwargs: {gain: 0.5, offset: -1}"));
		assertEquals(
				new Processing.ScaleLinear(List.of(1.0, 2.0, 3.0), List.of(7.0, 7.0, 7.0)),
				step("scale_linear, kwargs: {axes: zyx, gain: [1, 2, 3], offset: 7}"));
		assertEquals(
				new Processing.Unsupported("scale_linear along z"),
				step("scale_linear, kwargs: {axes: cyx, gain: [1, 2, 3]}"));
		assertEquals(
				new Processing.Unsupported("scale_linear along several axes"),
				step("scale_linear, kwargs: {axes: yx, gain: [1, 2, 3]}"));
	}

	@Test
	void keepsStepsItDoesNotKnow() throws Exception {
		assertEquals(new Processing.Unsupported("deconvolve"), step("deconvolve, kwargs: {psf: x}"));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"axes: bcyx | axes: bcyw | 'inputs[0].axes: expected different letters of b, i, t, c, z, y, x, got "
						+ "''bcyw'''",
				"axes: bcyx | axes: bcyy | 'inputs[0].axes: expected different letters of b, i, t, c, z, y, x, got "
						+ "''bcyy'''",
				"axes: bcyx | axes: bcy | 'inputs[0].shape.min: expected a list of 3, one entry for each of the "
						+ "axes, got a list of 4'",
				"axes: bcyx | axes: [b] | 'inputs[0].axes: expected different letters of b, i, t, c, z, y, x, got a "
						+ "list of 1'",
				"'min: [1, 2' | 'min: [1, 2147483647' | inputs[0].shape.min[1]: expected an integer of 1 to 1000000, "
						+ "got 2147483647",
				"'min: [1, 2' | 'min: [1, 0' | inputs[0].shape.min[1]: expected an integer of 1 to 1000000, got 0",
				"'step: [0, 0' | 'step: [0, a' | inputs[0].shape.step[1]: expected an integer of 0 to 1000000, got 'a'",
				"data_type: float32 | data: float32 | inputs[0].data_type: expected an element type such as float32 "
						+ "or uint8, got nothing",
				"name: raw | id: raw | inputs[0].name: expected a name, got nothing",
				"name: clean | name: raw | outputs[0].name: expected a name that no other tensor has, got 'raw'",
				"'halo: [0, 0, 32, 16]' | 'halo: [32, 16]' | 'outputs[0].halo: expected a list of 4, one entry for "
						+ "each of the axes, got a list of 2'",
				"'    reference_tensor: raw' | '    reference_tensor: cooked' | 'outputs[0].shape.reference_tensor: "
						+ "expected the name of an input, one of raw, got ''cooked'''",
				"'offset: [0, 0.5' | 'offset: [0, 0.3' | outputs[0].shape.offset[1]: expected a multiple of 0.5, got "
						+ "0.3",
				"'offset: [0, 0.5' | 'offset: [0, -1' | outputs[0].shape.offset[1]: expected an offset that leaves 1 "
						+ "to 1000000 elements, got -1",
				"'scale: [1.0, 1.0' | 'scale: [1.0, null' | ''",
				"'scale: [1.0, 1.0' | 'scale: [1.0, -1' | 'outputs[0].shape.scale[1]: expected a number above 0, or "
						+ "null, got -1'",
				"axes: yx | axes: zyx | inputs[0].preprocessing[0].kwargs.axes: expected letters of 'bcyx', got 'zyx'",
				"axes: yx | x: 1 | inputs[0].preprocessing[0].kwargs.axes: expected letters of 'bcyx', got nothing",
				"mode: per_sample} | mode: fixed} | inputs[0].preprocessing[0].kwargs.mode: expected per_dataset or "
						+ "per_sample, got 'fixed'",
				"mode: per_sample} | mode: slow} | 'inputs[0].preprocessing[0].kwargs.mode: expected fixed, "
						+ "per_dataset or per_sample, got ''slow'''",
				"'test_inputs: [test_input.npy]' | test_inputs: test_input.npy | test_inputs: expected a list of "
						+ ".npy files, got 'test_input.npy'"
			})
	void namesThePathOfWhatIsWrong(final String from, final String to, final String message) throws Exception {
		final String broken = DENOISER.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
		assertFalse(broken.equals(DENOISER), "nothing to break: " + from);
		if (message.isEmpty())
			assertEquals(
					new AxisSize.Fixed(1),
					parse(broken).outputs().get(0).axes().get(1).size());
		else assertEquals("rdf.yaml: " + message, refusal(broken));
	}

	@Test
	void wantsTheNumbersOfAFixedMode() {
		assertEquals(
				"rdf.yaml: inputs[0].preprocessing[0].kwargs.mean: expected a number or a list of numbers, got nothing",
				refusal(VOLUME.replace("STEP", "zero_mean_unit_variance, kwargs: {axes: xy}")));
	}

	@Test
	void readsAByteOrderMark() throws Exception {
		assertTrue(parse("\uFEFF" + DENOISER).name().equals("Denoiser"));
	}
}
