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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import fovea.zarr.ZarrGroup;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written holds the schemas of the specification. */
class SchemaTest {

	private static final Path SCHEMAS = Path.of("src/test/resources/fovea/zarr/schemas");
	private static final String ADDRESS = "https://ngff.openmicroscopy.org/";

	private final ObjectMapper json = new ObjectMapper();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	@DisplayName("Images and labels of all axes, with and without names, units, channels and places")
	void images(final OmeVersion version) throws Exception {
		for (final OmeImage image : images()) {
			assertEquals(
					Set.of(), faults("image", version, written(version, image.attributes(version))), image::toString);
			if (image.labels())
				assertEquals(
						Set.of(),
						faults("label", version, written(version, image.attributes(version))),
						image::toString);
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("The check finds what is not as it should be")
	void faults(final OmeVersion version) throws Exception {
		final OmeImage image = images().get(0);
		final OmeImage shown = images().stream()
				.filter(each -> !each.channels().isEmpty())
				.findFirst()
				.orElseThrow();
		final JsonNode window = written(version, shown.attributes(version));
		((ObjectNode) ome(window).get("omero").get("channels").get(0).get("window")).remove("start");
		assertFalse(faults("image", version, window).isEmpty(), "window");
		for (final String part : List.of("axes", "datasets")) {
			final JsonNode attributes = written(version, image.attributes(version));
			((ObjectNode) ome(attributes).get("multiscales").get(0)).remove(part);
			assertFalse(faults("image", version, attributes).isEmpty(), part);
		}
		final JsonNode attributes = written(version, image.attributes(version));
		((ObjectNode) ome(attributes)
						.get("multiscales")
						.get(0)
						.get("datasets")
						.get(0)
						.get("coordinateTransformations")
						.get(0))
				.put("type", "stretch");
		assertFalse(faults("image", version, attributes).isEmpty());
	}

	/** There is no schema of the group of labels. */
	@ParameterizedTest
	@EnumSource
	@DisplayName("The group of labels lists them")
	void labels(final OmeVersion version) throws Exception {
		final JsonNode attributes = written(version, OmeLabels.attributes(List.of("nuclei", "cells"), version));
		assertEquals(
				json.valueToTree(List.of("nuclei", "cells")), ome(attributes).get("labels"));
	}

	private static JsonNode ome(final JsonNode attributes) {
		return attributes.has("ome") ? attributes.get("ome") : attributes;
	}

	private static List<OmeImage> images() {
		final OmeChannel.Window window = new OmeChannel.Window(0, 65535, 3, 900.5);
		final List<OmeImage> images = new ArrayList<>();
		for (final String names : List.of("yx", "cyx", "zyx", "tyx", "czyx", "tczyx"))
			for (final Optional<String> unit : List.of(Optional.<String>empty(), Optional.of("micrometer")))
				for (final boolean isRich : List.of(false, true)) {
					final List<OmeAxis> axes = names.chars()
							.mapToObj(name -> axis((char) name, unit))
							.toList();
					final List<OmeLevel> levels = new ArrayList<>();
					for (int i = 0; i < (isRich ? 3 : 1); i++)
						levels.add(new OmeLevel(
								"" + i,
								Collections.nCopies(names.length(), 0.25 * (1 << i)),
								Collections.nCopies(names.length(), isRich ? 1.5 : 0.0)));
					images.add(new OmeImage(isRich ? "cells" : "", axes, levels, List.of(), !names.contains("c")));
					if (names.contains("c"))
						images.add(new OmeImage(
								"",
								axes,
								levels,
								List.of(
										new OmeChannel("DAPI", Optional.of(0xff), Optional.of(window), true),
										new OmeChannel("", Optional.empty(), Optional.of(window), false)),
								false));
				}
		return images;
	}

	private static OmeAxis axis(final char name, final Optional<String> unit) {
		return switch (name) {
			case 'x' -> OmeAxis.of(OmeAxis.Kind.X, unit);
			case 'y' -> OmeAxis.of(OmeAxis.Kind.Y, unit);
			case 'z' -> OmeAxis.of(OmeAxis.Kind.Z, unit);
			case 'c' -> OmeAxis.of(OmeAxis.Kind.C, Optional.empty());
			default -> OmeAxis.of(OmeAxis.Kind.T, unit.map(any -> "second"));
		};
	}

	/** @return the attributes as they are in the file */
	private JsonNode written(final OmeVersion version, final Map<String, Object> attributes) throws Exception {
		final boolean isThree = version == OmeVersion.V0_5;
		try (Store store = FolderStore.create(folder)) {
			ZarrGroup.create(store, "", isThree ? 3 : 2, attributes);
		}
		final JsonNode file =
				json.readTree(folder.resolve(isThree ? "zarr.json" : ".zattrs").toFile());
		return isThree ? file.get("attributes") : file;
	}

	private Set<ValidationMessage> faults(final String schema, final OmeVersion version, final JsonNode attributes)
			throws IOException {
		return schema(schema, version).validate(attributes);
	}

	/** From the folder alone, nothing from the network. */
	private static JsonSchema schema(final String name, final OmeVersion version) throws IOException {
		final String folder = version == OmeVersion.V0_5 ? "0.5" : "0.4";
		final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
				SpecVersion.VersionFlag.V202012,
				builder -> builder.schemaLoaders(loaders ->
						loaders.values(list -> list.clear()).schemas(address -> text(address.replace(ADDRESS, "")))));
		return factory.getSchema(Files.readString(SCHEMAS.resolve(folder).resolve(name + ".schema")));
	}

	private static String text(final String address) {
		try {
			return Files.readString(SCHEMAS.resolve(address.replace("/schemas/", "/")));
		} catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
