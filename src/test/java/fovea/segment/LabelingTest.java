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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.segment.split.ObjectSplitter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small planes written as text: '.' is 0, a digit a class or a label, '|' ends a row. */
class LabelingTest {

	private static final int BORDER = 2;

	private static final ObjectSplitter AS_ONE = (classes, interior, width) -> classes.clone();

	private static final ObjectSplitter AT_BORDERS = (classes, interior, width) -> interior.clone();

	@ParameterizedTest
	@CsvSource({
		// A pixel at the edge of the plane has no neighbor in the row before or after.
		"..2|1.1, ..2|1.2",
		"..1|2..|1.., ..1|2..|2..",
		// The object that reaches a pixel in the fewest steps gets it.
		"21, 11",
		"12221, 11122",
		"1|2|2|2|1, 1|1|1|2|2",
		"1221|.2.., 1122|.1..",
		"222|212|222, 111|111|111",
		// Never by a corner.
		"1.|.2, 1.|..",
		"1.1|.22, 1.2|.22",
	})
	void pixelsOfTheBorderGoToTheNearestObject(final String plane, final String expected) {
		for (final Labeling labeling : List.of(Labeling.split(AT_BORDERS, BORDER), Labeling.grown(BORDER)))
			assertEquals(expected, labels(labeling, plane));
	}

	@ParameterizedTest
	@CsvSource({
		"1222, 1111",
		"222|212|222, 111|111|111",
		"13322222, 33333333",
		"1113322222, 1111111111",
		"2222, 1111", // an object of border alone: the first class
		"12.2233, 11.3333",
	})
	void pixelsOfTheBorderDoNotVoteForTheClass(final String plane, final String expected) {
		for (final Labeling labeling : List.of(Labeling.split(AS_ONE, BORDER), Labeling.joined(BORDER)))
			assertEquals(expected, classes(labeling, plane));
	}

	@ParameterizedTest
	@CsvSource({"1222.233, 1111.333", "222|213|222, 113|113|113", "122|..., 111|..."})
	void pixelsOfTheBorderGetTheClassOfTheirObject(final String plane, final String expected) {
		assertEquals(expected, classes(Labeling.grown(BORDER), plane));
	}

	@Test
	void withoutABorderEveryPixelVotes() {
		assertEquals("2222", classes(Labeling.split(AS_ONE, Labeling.NO_BORDER), "1222"));
	}

	@ParameterizedTest
	@CsvSource({"1.33, 1.22", "13, 11", "1.|.3, 1.|.1"})
	void classesThatTouchAreOneObject(final String plane, final String expected) {
		assertEquals(expected, labels(Labeling.split(AS_ONE, BORDER), plane));
		assertEquals(expected, labels(Labeling.joined(BORDER), plane));
	}

	@Test
	void theSplitterGetsTheForegroundAndItsInside() {
		final ObjectSplitter splitter = (classes, interior, width) -> {
			assertEquals("123|.22", text(classes, width));
			assertEquals("1.3|...", text(interior, width));
			return interior.clone();
		};
		assertEquals("112|.12", labels(Labeling.split(splitter, BORDER), "123|.22"));
	}

	private static String labels(final Labeling labeling, final String plane) {
		final byte[] classes = pixels(plane);
		final int[] labels = new int[classes.length];
		final int found = labeling.label(classes, width(plane), labels);
		assertEquals(IntStream.of(labels).max().orElseThrow(), found);
		final byte[] values = new byte[labels.length];
		for (int i = 0; i < values.length; i++) values[i] = (byte) labels[i];
		return text(values, width(plane));
	}

	private static String classes(final Labeling labeling, final String plane) {
		final byte[] classes = pixels(plane);
		labeling.label(classes, width(plane), new int[classes.length]);
		return text(classes, width(plane));
	}

	private static int width(final String plane) {
		return plane.split("\\|")[0].length();
	}

	private static byte[] pixels(final String plane) {
		final String digits = plane.replace("|", "").replace('.', '0');
		final byte[] pixels = new byte[digits.length()];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (digits.charAt(i) - '0');
		return pixels;
	}

	private static String text(final byte[] pixels, final int width) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < pixels.length; i++) {
			if (i > 0 && i % width == 0) text.append('|');
			text.append(pixels[i] == 0 ? '.' : (char) ('0' + pixels[i]));
		}
		return text.toString();
	}
}
