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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
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
