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

import fovea.ij1.files.Destination;
import fovea.task.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonTableTest {

	private static final WorkKey KEY = WorkKey.of("model", "parameters");

	@TempDir
	private Path folder;

	private PlannedImage image(final String name, final String table) throws Exception {
		final Destination destination = new Destination(folder, Destination.stem(Path.of(name)));
		if (!table.isEmpty()) Files.writeString(destination.file(Output.TABLE), table);
		return new PlannedImage(new SourceImage(folder, folder.resolve(name)), destination);
	}

	@Test
	void tablesAreJoinedByHeadings() throws Exception {
		final List<PlannedImage> images = List.of(
				image("a.tif", "Label,Area\n1,10\n2,20\n"),
				image("b.tif", "Label,Mean,Area,Image\n1,0.5,30,b\n"),
				image("failed.tif", "Label\n7\n"),
				image("none.tif", ""));
		try (Journal journal = Journal.open(folder, false)) {
			for (final PlannedImage image : images)
				journal.append(
						image.source().name().startsWith("failed")
								? JournalEntry.failed(image.source().name(), "bad", "", KEY)
								: new JournalEntry(
										image.source().name(),
										true,
										1,
										OptionalInt.of(1),
										OptionalDouble.empty(),
										"",
										"",
										KEY,
										0));
			CommonTable.write(new BatchPlan(folder, images, List.of()), journal);
		}
		assertEquals(
				List.of("Image,Label,Area,Mean", "a.tif,1,10,", "a.tif,2,20,", "b.tif,1,30,0.5"),
				Files.readAllLines(folder.resolve("fovea-table.csv")));
	}
}
