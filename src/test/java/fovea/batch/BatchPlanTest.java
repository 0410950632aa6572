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

import fovea.task.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchPlanTest {

	@TempDir
	Path folder;

	@Test
	void foldersAreMirrored() throws PlanException {
		assertEquals(
				List.of("a-mask.tif", "x/a-mask.tif", "x/y/b-mask.tif"), results("a.tif", "x/a.tif", "x/y/b.ome.tif"));
	}

	@Test
	void imagesThatDifferInTheirKindOnlyKeepIt() throws PlanException {
		assertEquals(
				List.of("a.tif-mask.tif", "a.png-mask.tif", "b-mask.tif", "x/a-mask.tif"),
				results("a.tif", "a.png", "b.tif", "x/a.png"));
	}

	@Test
	void imagesThatDifferInCaseOnlyAreRefused() {
		assertThrows(PlanException.class, () -> results("a.tif", "A.tif"));
	}

	@Test
	void twoFoldersWithTheSameImageAreRefused() {
		final Path out = folder.resolve("out");
		final List<SourceImage> images = Stream.of("one", "two")
				.map(folder::resolve)
				.map(root -> new SourceImage(root, root.resolve("a.tif")))
				.toList();
		assertThrows(PlanException.class, () -> BatchPlan.of(images, out, List.of(Output.MASK)));
	}

	@Test
	void anImageIsNeverOverwritten() throws IOException {
		final Path in = Files.createDirectories(folder.resolve("in/in"));
		final Path mask = Files.createFile(folder.resolve("in/a-mask.tif"));
		final Path image = Files.createFile(in.resolve("a.tif"));
		final Path root = folder.resolve("in");
		final List<SourceImage> images = List.of(new SourceImage(root, mask), new SourceImage(root, image));
		assertThrows(PlanException.class, () -> BatchPlan.of(images, folder, List.of(Output.MASK)));
	}

	private List<String> results(final String... images) throws PlanException {
		final Path in = folder.resolve("in");
		final Path out = folder.resolve("out");
		return BatchPlan.of(
						Stream.of(images)
								.map(name -> new SourceImage(in, in.resolve(name)))
								.toList(),
						out,
						List.of(Output.MASK))
				.images()
				.stream()
				.map(image -> out.relativize(image.destination().file(Output.MASK))
						.toString()
						.replace('\\', '/'))
				.toList();
	}
}
