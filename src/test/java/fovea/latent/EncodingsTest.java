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
package fovea.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.ImageException;
import fovea.io.CsvLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collections of encodings, their neighbors and tables. */
class EncodingsTest {

	@TempDir
	private Path folder;

	private static Encoding at(final String label, final double loss, final float... z) {
		return new Encoding("i" + loss, label, z, 2 * loss, loss, ItemLocation.NOWHERE);
	}

	@Test
	void thoseGivenBackWorstAreFirst() {
		final Encodings encodings =
				new Encodings(List.of(at("", 1, 0), at("", Double.NaN, 0), at("", 3, 0), at("", 2, 0)));
		assertEquals(
				List.of("i3.0", "i2.0", "i1.0", "iNaN"),
				encodings.worstFirst().stream().map(Encoding::id).toList());
	}

	@Test
	void labelsAreInTheOrderOfNumbers() {
		final Encodings encodings =
				new Encodings(List.of(at("10", 1, 0), at("b", 1, 0), at("2", 1, 0), at("a", 1, 0), at("2", 1, 0)));
		assertEquals(List.of("2", "10", "a", "b"), encodings.labels());
	}

	@Test
	void encodingsAreOfOneSpace() {
		assertEquals(
				"'i1.0' has 1 values, expected 2 as 'i0.0' has",
				assertThrows(
								IllegalArgumentException.class,
								() -> new Encodings(List.of(at("", 0, 1, 2), at("", 1, 1))))
						.getMessage());
	}

	@Test
	void neighborsAreTheNearest() {
		final Neighbors neighbors = new Neighbors(new Encodings(
				List.of(at("a", 0, 0, 0), at("a", 1, 1, 0), at("b", 2, 5, 5), at("b", 3, 6, 5), at("", 4, 0, 1))));
		assertEquals(List.of(0, 1, 4), neighbors.nearest(new float[] {0.1f, 0}, 3, -1));
		assertEquals(List.of(1, 4), neighbors.nearest(new float[] {0, 0}, 2, 0));
	}

	@Test
	void labelsAreToldByMostOfTheNeighbors() {
		final Encodings encodings = new Encodings(List.of(
				at("a", 0, 0),
				at("a", 1, 1),
				at("a", 2, 2),
				at("b", 3, 1.4f),
				at("b", 4, 50),
				at("b", 5, 51),
				at("b", 6, 52),
				at("", 7, 0.1f)));
		assertEquals(new Neighbors.Score(6, 7, 3), new Neighbors(encodings).leaveOneOut(3)); // the b among a
		assertEquals(6 / 7.0, new Neighbors(encodings).leaveOneOut(3).accuracy());
		assertEquals(
				Double.NaN,
				new Neighbors(new Encodings(List.of(at("", 0, 1))))
						.leaveOneOut(5)
						.accuracy());
	}

	@Test
	void oneAloneHasNoNeighbors() {
		assertEquals(new Neighbors.Score(0, 1, 5), new Neighbors(new Encodings(List.of(at("a", 0, 1)))).leaveOneOut(5));
	}

	@Test
	void aTableIsReadAsItWasWritten() throws Exception {
		final Encodings encodings = new Encodings(List.of(
				new Encoding("a, \"b\"", "x", new float[] {0.1f, -1e-20f}, 1 / 3.0, 2, ItemLocation.NOWHERE),
				new Encoding("c", "", new float[] {1, Float.MIN_VALUE}, Double.NaN, 0, ItemLocation.NOWHERE)));
		assertEquals(encodings, EncodingTable.parse("t", EncodingTable.lines(encodings)));
		final Path file = folder.resolve("t.csv");
		Files.writeString(
				file,
				"id,label,z1,z2,error,loss\r\n\"a, "
						+ "\"\"b\"\"\",x,0.1,-1e-20,0.3333333333333333,2.0\r\nc,,1.0,1.4E-45,NaN,0.0\r\n");
		assertEquals(encodings, EncodingTable.read(file));
	}

	@Test
	void columnsBesideThoseAreNoHarm() throws Exception {
		final Encodings read =
				EncodingTable.parse("t", List.of(List.of(" ", "z2", "z1", "Area"), List.of("1", "5", "4", "9")));
		assertEquals(
				List.of(new Encoding("1", "", new float[] {4, 5}, Double.NaN, Double.NaN, ItemLocation.NOWHERE)),
				read.all());
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"id,label|t: expected a table with columns z1, z2, ..., got id, label",
				"z1|t: expected lines below the headings, found none",
				"z1,z2;1|t, line 2: expected 2 cells, as many as headings, got 1",
				"z1;1;x|t, line 3: expected a number for z1, got 'x'",
				"z1;NaN|t, line 2: expected a number for z1, got 'NaN'",
				"z1;\"1|t: expected a closing quote, the table ends without"
			})
	void whatIsNoTableIsTold(final String text, final String line) {
		assertEquals(
				line,
				assertThrows(
								ImageException.class,
								() -> EncodingTable.parse("t", CsvLines.parse("t", text.replace(';', '\n'))))
						.getMessage());
	}
}
