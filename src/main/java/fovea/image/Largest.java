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
package fovea.image;

/**
 * Which of several values is the largest: where they are probabilities of classes, or 1 for one class and 0 for the
 * others, that is the class. Stateless.
 */
public final class Largest {

	private Largest() {}

	/**
	 * @param values some, one after the other
	 * @param from index of the first one that is looked at
	 * @param n how many are, at least 1
	 * @return place of the largest among these, from 0 on; of equal ones the first
	 */
	public static int of(final float[] values, final int from, final int n) {
		int largest = 0;
		for (int i = 1; i < n; i++) if (values[from + i] > values[from + largest]) largest = i;
		return largest;
	}

	/**
	 * @param values n for each pixel
	 * @param n how many, at least 1
	 * @return for each pixel the place of the largest, from 0 on
	 */
	public static int[] ofEach(final float[] values, final int n) {
		final int[] largest = new int[values.length / n];
		for (int i = 0; i < largest.length; i++) largest[i] = of(values, i * n, n);
		return largest;
	}
}
