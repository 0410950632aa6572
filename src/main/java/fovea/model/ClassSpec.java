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
package fovea.model;

import java.util.List;

/**
 * A class of a segmentation.
 *
 * @param name for people, for example "nucleus"
 * @param rgb colour as 0xRRGGBB
 */
public record ClassSpec(String name, int rgb) {

	/** Background black, then bright colours that are told apart on a gray image. */
	private static final List<Integer> PALETTE = List.of(0xFFFF00, 0x00FFFF, 0xFF00FF, 0x00FF00, 0xFF8000, 0xFF0000,
		0x0080FF, 0xFF80C0, 0x80FF80, 0xC080FF);

	/**
	 * @param name for people
	 * @param index of the class, 0 for the background
	 * @return with the colour that it has where none is given
	 */
	public static ClassSpec of(final String name, final int index) {
		return new ClassSpec(name, defaultColour(index));
	}

	/**
	 * @param index of a class, 0 for the background
	 * @return its colour where none is given, as 0xRRGGBB
	 */
	static int defaultColour(final int index) {
		return index == 0 ? 0 : PALETTE.get((index - 1) % PALETTE.size());
	}
}
