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
package fovea.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.task.Output;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.ome.ZarrImages;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderScanTest {

	@TempDir
	Path folder;

	private Path in;

	@BeforeEach
	void makeFiles() throws IOException {
		in = folder.resolve("in");
		for (final String name :
				List.of("b.tif", "a.PNG", "notes.txt", ".hidden.tif", "x/c.tif", "x/y/d.tif", ".cache/e.tif"))
			file(in.resolve(name));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"false | | a.PNG b.tif",
				"true | | a.PNG b.tif x/c.tif x/y/d.tif",
				"true | *.tif | b.tif x/c.tif x/y/d.tif",
				"true | x/*.tif | x/c.tif",
				"true | x/** | x/c.tif x/y/d.tif",
				"false | *.txt | notes.txt",
				"true | {c,d}.tif | x/c.tif x/y/d.tif"
			})
	void whatIsMeant(final boolean recursive, final String pattern, final String names) throws PlanException {
		assertEquals(List.of(names.split(" ")), names(scan(recursive, pattern)));
	}

	@ParameterizedTest
	@ValueSource(strings = {"{a", "[", "a["})
	void aPatternThatMeansNothingIsRefused(final String pattern) {
		assertThrows(IllegalArgumentException.class, () -> new Selection(false, Optional.of(pattern)));
	}

	@Test
	void resultsInsideTheFolderAreLeftOut() throws Exception {
		file(in.resolve("out/a-mask.tif"));
		assertEquals(
				List.of("a.PNG", "b.tif", "x/c.tif", "x/y/d.tif"),
				names(FolderScan.of(List.of(in), new Selection(true, Optional.empty()), in.resolve("x/../out"))));
	}

	@Test
	void resultsIntoTheFolderItselfAreRefused() {
		assertThrows(
				PlanException.class,
				() -> FolderScan.of(List.of(in), new Selection(true, Optional.empty()), in.resolve("x/..")));
	}

	@Test
	void linksAreFollowedButNotInCircles() throws Exception {
		file(folder.resolve("elsewhere/z.tif"));
		Files.createSymbolicLink(in.resolve("link"), folder.resolve("elsewhere"));
		Files.createSymbolicLink(in.resolve("x/circle"), in);
		Files.createSymbolicLink(in.resolve("broken.tif"), folder.resolve("nowhere.tif"));
		final FolderScan scan = scan(true, null);
		assertEquals(List.of("a.PNG", "b.tif", "link/z.tif", "x/c.tif", "x/y/d.tif"), names(scan));
		assertEquals(List.of(), scan.problems());
	}

	@Test
	void aFolderWithoutImagesIsAProblem() throws Exception {
		final FolderScan scan = scan(false, "*.czi");
		assertEquals(List.of(), scan.images());
		assertTrue(scan.problems().get(0).contains("*.czi"), scan.problems().toString());
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"false | | a.PNG b.tif one.zarr plate.zarr/A/1/0 plate.zarr/A/1/1 plate.zarr/B/3/0 plate.zarr/B/3/1",
				"true | x/** | x/c.tif x/two.zarr x/y/d.tif",
				"true | *.zarr | labels.zarr one.zarr plate.zarr/A/1/0 plate.zarr/A/1/1 plate.zarr/B/3/0 "
						+ "plate.zarr/B/3/1 x/two.zarr"
			})
	@DisplayName("An OME-Zarr is one image, a plate as many as it has fields")
	void zarr(final boolean recursive, final String pattern, final String names) throws Exception {
		writeZarr();
		final FolderScan scan = scan(recursive, pattern);
		assertEquals(List.of(names.split(" ")), names(scan));
		assertEquals(List.of(), scan.problems());
	}

	@Test
	@DisplayName("Results of fields are beside each other, called after plate, well and field")
	void resultsOfZarr() throws Exception {
		writeZarr();
		file(in.resolve("one.png"));
		final BatchPlan plan = BatchPlan.of(scan(true, "{one,two,plate}.*").images(), folder, List.of(Output.MASK));
		assertEquals(
				List.of(
						"one.png-mask.tif",
						"one.zarr-mask.tif",
						"plate_A_1_0-mask.tif",
						"plate_A_1_1-mask.tif",
						"plate_B_3_0-mask.tif",
						"plate_B_3_1-mask.tif",
						"x/two-mask.tif"),
				plan.images().stream()
						.map(image -> folder.relativize(image.destination().file(Output.MASK))
								.toString()
								.replace('\\', '/'))
						.toList());
	}

	@Test
	@DisplayName("A plate that is named is its fields, of which a well that is missing costs none")
	void plates() throws Exception {
		writeZarr();
		final Path plate = in.resolve("plate.zarr");
		Files.delete(plate.resolve("A/1/zarr.json"));
		final FolderScan scan =
				FolderScan.of(List.of(plate), new Selection(false, Optional.empty()), folder.resolve("out"));
		assertEquals(List.of("plate.zarr/B/3/0", "plate.zarr/B/3/1"), names(scan));
		assertEquals(1, scan.problems().size());
		assertTrue(
				scan.problems().get(0).startsWith("Cannot look into well A/1 of " + plate), scan.problems()::toString);
	}

	private static void labels(final Path zarr) throws ImageException {
		ZarrImages.image(zarr, OmeVersion.V0_4, 4, 4, (x, y) -> x);
		try (Store store = FolderStore.open(zarr)) {
			final OmeImage image = OmeImage.read(ZarrGroup.open(store, "").attributes(), "");
			ZarrGroup.create(
					store,
					"",
					2,
					new OmeImage("", image.axes(), image.levels(), List.of(), true).attributes(OmeVersion.V0_4));
		}
	}

	private void writeZarr() throws ImageException {
		ZarrImages.image(in.resolve("one.zarr"), OmeVersion.V0_5, 4, 4, (x, y) -> x);
		ZarrImages.image(in.resolve("x/two.zarr"), OmeVersion.V0_4, 4, 4, (x, y) -> x);
		labels(in.resolve("labels.zarr"));
		ZarrImages.image(in.resolve(".hidden.zarr"), OmeVersion.V0_4, 4, 4, (x, y) -> x);
		ZarrImages.plate(in.resolve("plate.zarr"), OmeVersion.V0_5, 2, (x, y) -> y, "A/1", "B/3");
	}

	private FolderScan scan(final boolean recursive, final String pattern) throws PlanException {
		return FolderScan.of(
				List.of(in), new Selection(recursive, Optional.ofNullable(pattern)), folder.resolve("out"));
	}

	private static List<String> names(final FolderScan scan) {
		return scan.images().stream().map(SourceImage::name).toList();
	}

	private static void file(final Path file) throws IOException {
		Files.createDirectories(file.getParent());
		Files.createFile(file);
	}
}
