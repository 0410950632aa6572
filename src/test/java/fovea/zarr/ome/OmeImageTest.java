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
package fovea.zarr.ome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.base.ImageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link OmeImage}. */
class OmeImageTest {

	private static final String AXES = """
			[{"name": "t", "type": "time", "unit": "second"}, {"name": "c", "type": "channel"},
			{"name": "z", "type": "space", "unit": "micrometer"}, {"name": "y", "type": "space", "unit": "micrometer"},
			{"name": "x", "type": "space", "unit": "micrometer"}]""";

	private static final String DATASETS = """
			[{"path": "0", "coordinateTransformations": [{"type": "scale", "scale": [1, 1, 0.5, 0.25, 0.25]}]},
			{"path": "1", "coordinateTransformations": [{"type": "scale", "scale": [1, 1, 0.5, 0.5, 0.5]},
			{"type": "translation", "translation": [0, 0, 0, 0.125, 0.125]}]}]""";

	private static final OmeImage IMAGE = new OmeImage(
			"cells",
			List.of(
					OmeAxis.of(OmeAxis.Kind.T, Optional.of("second")),
					OmeAxis.of(OmeAxis.Kind.C, Optional.empty()),
					OmeAxis.of(OmeAxis.Kind.Z, Optional.of("micrometer")),
					OmeAxis.of(OmeAxis.Kind.Y, Optional.of("micrometer")),
					OmeAxis.of(OmeAxis.Kind.X, Optional.of("micrometer"))),
			List.of(
					new OmeLevel("0", List.of(1.0, 1.0, 0.5, 0.25, 0.25), List.of(0.0, 0.0, 0.0, 0.0, 0.0)),
					new OmeLevel("1", List.of(1.0, 1.0, 0.5, 0.5, 0.5), List.of(0.0, 0.0, 0.0, 0.125, 0.125))),
			List.of(),
			false);

	@Test
	void readsWhatVersion04Says() throws Exception {
		final String text = "{'multiscales': [{'version': '0.4', 'name': 'cells', 'axes': %s, 'datasets': %s}]}";
		assertEquals(IMAGE, read(text.formatted(AXES, DATASETS)));
		assertEquals(OptionalInt.of(2), IMAGE.index(OmeAxis.Kind.Z));
	}

	@Test
	void readsWhatVersion05Says() throws Exception {
		final String text =
				"{'ome': {'version': '0.5', 'multiscales': [{'name': 'cells', 'axes': %s, 'datasets': %s}]}}";
		assertTrue(OmeImage.isIn(json(text.formatted(AXES, DATASETS))));
		assertEquals(IMAGE, read(text.formatted(AXES, DATASETS)));
	}

	@Test
	@DisplayName("Version 0.6 has systems of coordinates, and sequences that lead into them")
	void readsWhatVersion06SaysInTheSameWay() throws Exception {
		final String text = """
				{'ome': {'version': '0.6', 'multiscales': [{'name': 'cells',
				'coordinateSystems': [{'name': 'physical', 'axes': %s}], 'datasets': [
				{'path': '0', 'coordinateTransformations': [{'type': 'scale', 'scale': [1, 1, 0.5, 0.25, 0.25],
				'input': '0', 'output': 'physical'}]},
				{'path': '1', 'coordinateTransformations': [{'type': 'sequence', 'input': '1', 'output': 'physical',
				'transformations': [{'type': 'scale', 'scale': [1, 1, 0.5, 0.5, 0.5]},
				{'type': 'translation', 'translation': [0, 0, 0, 0.125, 0.125]}]}]}],
				'coordinateTransformations': [{'type': 'affine', 'input': 'physical', 'output': 'atlas'}]}]}}""";
		assertEquals(IMAGE, read(text.formatted(AXES)));
	}

	@Test
	@DisplayName("Versions 0.1 and 0.2 name no axes, 0.3 only names them; none of them has scales")
	void readsEarlierVersions() throws Exception {
		final OmeImage first = read("{'multiscales': [{'version': '0.1', 'datasets': [{'path': '0'}]}]}");
		assertEquals(
				List.of(OmeAxis.Kind.T, OmeAxis.Kind.C, OmeAxis.Kind.Z, OmeAxis.Kind.Y, OmeAxis.Kind.X),
				first.axes().stream().map(OmeAxis::kind).toList());
		assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 1.0), first.levels().get(0).scale());
		final OmeImage third =
				read("{'multiscales': [{'version': '0.3', 'axes': ['y', 'x'], 'datasets': [{'path': 'a'}]}]}");
		assertEquals(
				List.of(OmeAxis.Kind.Y, OmeAxis.Kind.X),
				third.axes().stream().map(OmeAxis::kind).toList());
	}

	@Test
	@DisplayName("What holds for all levels comes after what holds for one")
	void transformationsFollowEachOther() throws Exception {
		final OmeImage image = read("""
				{'multiscales': [{'axes': [{'name': 'y', 'type': 'space'}, {'name': 'x', 'type': 'space'}],
				'datasets': [{'path': '0', 'coordinateTransformations': [{'type': 'scale', 'scale': [2, 3]},
				{'type': 'translation', 'translation': [10, 20]}]}],
				'coordinateTransformations': [{'type': 'scale', 'scale': [0.5, 0.1]}]}]}""");
		assertEquals(List.of(1.0, 3 * 0.1), image.levels().get(0).scale());
		assertEquals(List.of(5.0, 2.0), image.levels().get(0).translation());
	}

	@ParameterizedTest
	@EnumSource
	void whatIsWrittenIsRead(final OmeVersion version) throws Exception {
		final OmeChannel.Window window = new OmeChannel.Window(0, 255, 10, 200);
		final OmeChannel channel = new OmeChannel("DAPI", Optional.of(0x0000ff), Optional.of(window), true);
		final OmeImage image = new OmeImage("n", IMAGE.axes(), IMAGE.levels(), List.of(channel), true);
		final JsonNode attributes = new ObjectMapper().valueToTree(image.attributes(version));
		assertEquals(image, read(attributes.toString()));
		final JsonNode ome = version == OmeVersion.V0_5 ? attributes.get("ome") : attributes;
		assertEquals(version == OmeVersion.V0_5, ome.has("version"));
		assertEquals(version == OmeVersion.V0_4, ome.at("/multiscales/0").has("version"));
		assertEquals("0000FF", ome.at("/omero/channels/0/color").asText());
		assertEquals("channel", ome.at("/multiscales/0/axes/1/type").asText());
	}

	@Test
	@DisplayName("The specification wants a window for each channel")
	void channelsWithoutWindowsAreNotWritten() {
		final OmeChannel channel = new OmeChannel("DAPI", Optional.empty(), Optional.empty(), true);
		final OmeImage image = new OmeImage("", IMAGE.axes(), IMAGE.levels(), List.of(channel), false);
		assertFalse(image.attributes(OmeVersion.V0_4).containsKey("omero"));
	}

	@Test
	void channelsSayHowTheyAreShown() throws Exception {
		final OmeImage image = read("""
				{'multiscales': [{'axes': ['c', 'y', 'x'], 'datasets': [{'path': '0'}]}], 'omero': {'channels': [
				{'label': 'GFP', 'color': '00FF00', 'active': false, 'window': {'start': 1, 'end': 5}},
				{'color': 'green?'}]}}""");
		assertEquals(
				List.of(
						new OmeChannel(
								"GFP", Optional.of(0x00ff00), Optional.of(new OmeChannel.Window(1, 5, 1, 5)), false),
						new OmeChannel("", Optional.empty(), Optional.empty(), true)),
				image.channels());
	}

	@Test
	@DisplayName("Axes are told by their type first, and what is none of Fovea's stays as it is")
	void axesOfOtherNames() throws Exception {
		final OmeImage image = read("""
				{'multiscales': [{'axes': [{'name': 'channels', 'type': 'channel'}, {'name': 'frame', 'type': 'time'},
				{'name': 'angle', 'type': 'angle'}, {'name': 'Y', 'type': 'space'}, {'name': 'x', 'type': 'space'}],
				'datasets': [{'path': '0'}]}]}""");
		assertEquals(
				List.of(OmeAxis.Kind.C, OmeAxis.Kind.T, OmeAxis.Kind.OTHER, OmeAxis.Kind.Y, OmeAxis.Kind.X),
				image.axes().stream().map(OmeAxis::kind).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
					{}                                              | a: multiscales: expected a list of at least one element, got nothing
					{'multiscales': 3}                              | a: multiscales: expected a list, got 3
					{'multiscales': [{'datasets': []}]}             | a: multiscales[0].datasets: expected a list of at least one element, got []
					{'multiscales': [{'datasets': [{}]}]}           | a: multiscales[0].datasets[0].path: expected a text, got nothing
					{'multiscales': [{'axes': ['x', 'x']}]}         | a: multiscales[0].axes: expected one axis X at most, got ["x","x"]
					{'multiscales': [{'axes': ['z', 'x']}]}         | a: multiscales[0].axes: expected the axes x and y among others, got ["z","x"]
					{'multiscales': [{'axes': ['y', 'x'], 'datasets': [{'path': '0', 'coordinateTransformations': [{'type': 'scale', 'scale': [1]}]}]}]} | a: multiscales[0].datasets[0].coordinateTransformations[0].scale: expected a list of 2 numbers, one for each axis, got [1]
					{'multiscales': [{'axes': ['y', 'x'], 'datasets': [{'path': '0', 'coordinateTransformations': [{'type': 'scale', 'scale': [1, 0]}]}]}]} | a: multiscales[0].datasets[0].coordinateTransformations[0].scale: expected numbers above 0, got [1,0]
					{'multiscales': [{'axes': ['y', 'x'], 'datasets': [{'path': '0', 'coordinateTransformations': [{'type': 'rotation'}]}]}]} | a: multiscales[0].datasets[0].coordinateTransformations[0].type: expected scale or translation, which pixels can follow, got "rotation"
					""")
	void whatIsWrongIsOneLine(final String text, final String message) {
		assertEquals(
				message.strip(),
				assertThrows(ImageException.class, () -> read(text)).getMessage());
	}

	@ParameterizedTest
	@EnumSource
	void labelsAreListed(final OmeVersion version) throws Exception {
		final Map<String, Object> attributes = OmeLabels.attributes(List.of("cells", "nuclei"), version);
		assertEquals(List.of("cells", "nuclei"), OmeLabels.read(attributes, "a"));
		assertEquals(List.of(), OmeLabels.read(json("{}"), "a"));
	}

	@Test
	void platesHaveWellsAndTheseFields() throws Exception {
		final Map<String, Object> plate =
				json("{'plate': {'name': 'p', 'wells': [{'path': 'A/1'}, {'path': 'B/12'}]}}");
		assertTrue(OmePlate.isIn(plate));
		assertEquals(
				new OmePlate("p", List.of(new OmePlate.Well("A/1"), new OmePlate.Well("B/12"))),
				OmePlate.read(plate, "a"));
		final Map<String, Object> well =
				json("{'ome': {'version': '0.5', 'well': {'images': [{'path': '0'}, {'path': '1'}]}}}");
		assertTrue(OmePlate.isWell(well));
		assertEquals(List.of("0", "1"), OmePlate.fields(well, "a"));
		assertEquals(
				"a: plate.wells: expected a list of at least one element, got nothing",
				assertThrows(ImageException.class, () -> OmePlate.read(json("{}"), "a"))
						.getMessage());
	}

	private static OmeImage read(final String text) throws ImageException, JsonProcessingException {
		return OmeImage.read(json(text), "a");
	}

	private static Map<String, Object> json(final String text) throws JsonProcessingException {
		return new ObjectMapper().readValue(text.replace('\'', '"'), new TypeReference<Map<String, Object>>() {});
	}
}
