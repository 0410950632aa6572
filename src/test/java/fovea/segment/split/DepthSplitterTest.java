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
package fovea.segment.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.io.Npy;
import fovea.io.NpyArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against scikit-image, and by hand. */
class DepthSplitterTest {

	private static NpyArray read(final String name) throws IOException, ModelException {
		return Npy.read(Path.of("src/test/resources/fovea/depths", name + ".npy"));
	}

	private static int[] ints(final String name) throws IOException, ModelException {
		final float[] values = read(name).data();
		final int[] ints = new int[values.length];
		for (int i = 0; i < ints.length; i++) ints[i] = (int) values[i];
		return ints;
	}

	private static byte[] bytes(final String name) throws IOException, ModelException {
		final float[] values = read(name).data();
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
		return bytes;
	}

	private static float[] framed(final float[] plane, final Frame frame) {
		final float[] framed = new float[frame.length()];
		for (int y = 0; y < frame.height(); y++)
			System.arraycopy(plane, y * frame.width(), framed, frame.at(0, y), frame.width());
		return framed;
	}

	private static boolean[] inside(final byte[] foreground, final Frame frame) {
		final boolean[] inside = new boolean[frame.length()];
		for (int y = 0, p = 0; y < frame.height(); y++)
			for (int x = 0; x < frame.width(); x++, p++) inside[frame.at(x, y)] = foreground[p] != 0;
		return inside;
	}

	@Test
	void reconstructionAndItsMaximaAreThoseOfScikitImage() throws IOException, ModelException {
		final NpyArray depths = read("depths");
		final Frame frame = new Frame(depths.shape()[1], depths.shape()[0]);
		final byte[] foreground = bytes("foreground");
		final boolean[] inside = inside(foreground, frame);
		final float[] mask = framed(depths.data(), frame);
		final float[] marker = new float[mask.length];
		for (int i = 0; i < marker.length; i++) marker[i] = inside[i] ? mask[i] - 0.2f : Float.NEGATIVE_INFINITY;
		new GrayReconstruction(inside, frame).reconstruct(marker, mask);
		final float[] expected = framed(read("lowered").data(), frame);
		for (int i = 0; i < marker.length; i++) if (inside[i]) assertEquals(expected[i], marker[i], 1e-6, "at " + i);
		final int[] maxima = new GrayReconstruction(inside, frame).maxima(mask, 0.2f);
		final int[] wanted = ints("markers");
		for (int y = 0, p = 0; y < frame.height(); y++)
			for (int x = 0; x < frame.width(); x++, p++) assertEquals(wanted[p], maxima[frame.at(x, y)], x + ", " + y);
	}

	@Test
	void objectsAreThoseOfScikitImage() throws IOException, ModelException {
		final NpyArray depths = read("depths");
		final int[] labels = new int[depths.data().length];
		final int found = new DepthSplitter().split(bytes("foreground"), depths.data(), depths.shape()[1], labels);
		final int[] expected = ints("labels");
		assertEquals(Arrays.stream(expected).max().orElseThrow(), found);
		int others = 0;
		for (int i = 0; i < expected.length; i++) if (labels[i] != expected[i]) others++;
		assertTrue(others <= 5, others + " pixels are of other objects"); // of equal heights another may be first
	}

	@Test
	void aSaddleLessDeepThanTheProminenceJoins() {
		assertEquals("1111111", split("5988895", "1111111"));
		assertEquals("1111222", split("5964695", "1111111"));
	}

	/** What is shallow everywhere is an object all the same. */
	@Test
	void everyPartOfTheForegroundHasAnObject() {
		assertEquals("1111.22", split("3110000", "1111011"));
		assertEquals("11.2.33", split("1101011", "1101011"));
	}

	@Test
	void backgroundIsNoWayAndItsDepthsDoNotCount() {
		assertEquals("11.22", split("89999", "11011"));
	}

	@Test
	void whatIsNotANumberIsNotDeep() {
		final int[] labels = new int[3];
		assertEquals(1, new DepthSplitter().split(new byte[] {1, 1, 1}, new float[] {Float.NaN, 1, 0.5f}, 3, labels));
		assertArrayEquals(new int[] {1, 1, 1}, labels);
	}

	@Test
	void anEmptyPlaneHasNoObjects() {
		assertEquals(0, new DepthSplitter().split(new byte[6], new float[6], 3, new int[6]));
	}

	/** Pixels that touch by a corner are one part, as in all labelings. */
	@Test
	void cornersConnect() {
		final int[] labels = new int[4];
		assertEquals(1, new DepthSplitter().split(new byte[] {1, 0, 0, 1}, new float[] {1, 0, 0, 0.1f}, 2, labels));
		assertArrayEquals(new int[] {1, 0, 0, 1}, labels);
	}

	/** Of one row; digits are tenths. */
	private static String split(final String depths, final String foreground) {
		final int n = depths.length();
		final byte[] inside = new byte[n];
		final float[] deep = new float[n];
		for (int i = 0; i < n; i++) {
			inside[i] = (byte) (foreground.charAt(i) - '0');
			deep[i] = (depths.charAt(i) - '0') / 10f;
		}
		final int[] labels = new int[n];
		new DepthSplitter().split(inside, deep, n, labels);
		final StringBuilder text = new StringBuilder();
		for (final int label : labels) text.append(label == 0 ? "." : label);
		return text.toString();
	}
}
