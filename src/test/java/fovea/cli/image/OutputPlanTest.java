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
package fovea.cli.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.ij1.files.Destination;
import fovea.ij1.files.ImagePlace;
import fovea.task.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputPlanTest {

	@TempDir
	Path folder;

	@Test
	void resultsAreNamedAfterTheImage() throws Exception {
		final Path cell = file("in/cell.tif");
		final OutputPlan plan = OutputPlan.of(places(cell), folder.resolve("out"), List.of(Output.MASK));
		final Destination destination = plan.destinations().get(ImagePlace.of(cell));
		assertEquals(folder.resolve("out/cell-mask.tif"), destination.file(Output.MASK));
		assertEquals(folder.resolve("out/cell-objects.csv"), destination.file(Output.TABLE));
	}

	@ParameterizedTest
	@CsvSource({
		"cell.tif, cell",
		"cell.ome.tif, cell",
		"cell.OME.TIFF, cell",
		"a.b.png, a.b",
		"cell, cell",
		".png, .png",
		"1.5 um.tif, 1.5 um"
	})
	void theStemIsTheNameWithoutItsExtension(final String name, final String stem) {
		assertEquals(stem, Destination.stem(Path.of("folder", name)));
	}

	@ParameterizedTest
	@CsvSource({"a/cell.tif, b/cell.tif", "cell.tif, cell.png", "Cell.tif, b/cell.tif"})
	void twoImagesNeverShareAResult(final String one, final String other) throws IOException {
		final Path first = file(one);
		final Path second = file(other);
		final var e = assertThrows(
				OutputPlan.ClashException.class,
				() -> OutputPlan.of(places(first, second), folder.resolve("out"), List.of(Output.DENOISED)));
		assertTrue(
				e.getMessage().contains(first.toString()) && e.getMessage().contains(second.toString()),
				e.getMessage());
	}

	@Test
	void aResultNeverOverwritesAnImageThatIsRead() throws IOException {
		final Path cell = file("cell.tif");
		final Path mask = file("cell-mask.tif");
		assertThrows(
				OutputPlan.ClashException.class,
				() -> OutputPlan.of(places(cell, mask), folder.resolve("x/.."), List.of(Output.MASK)),
				"the folder is reached by another path");
	}

	@Test
	void aResultOfAnEarlierRunMayBeReplaced() throws Exception {
		final Path cell = file("cell.tif");
		file("cell-mask.tif");
		assertEquals(
				1,
				OutputPlan.of(places(cell), folder, List.of(Output.MASK))
						.destinations()
						.size());
	}

	private static List<ImagePlace> places(final Path... files) {
		return Arrays.stream(files).map(ImagePlace::of).toList();
	}

	private Path file(final String name) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.createDirectories(folder.resolve("x"));
		return Files.createFile(file);
	}
}
