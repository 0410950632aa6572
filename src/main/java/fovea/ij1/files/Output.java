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
package fovea.ij1.files;

/** A kind of file that a job writes. */
public enum Output {
	/** The denoised image. */
	DENOISED("-denoised.tif"),
	/** The reconstructed image. */
	RECONSTRUCTED("-reconstructed.tif"),
	/** The squared difference of image and reconstruction, pixel by pixel. */
	ERROR("-error.tif"),
	/** The image with the objects' outlines in its overlay. */
	OVERLAY("-overlay.tif"),
	/** 255 where there is an object, else 0. */
	MASK("-mask.tif"),
	/** The label of each pixel's object, 0 where there is none. */
	LABELS("-labels.tif"),
	/** The probability of each class, one channel per class. */
	PROBABILITIES("-probabilities.tif"),
	/** One line per object. */
	TABLE("-objects.csv");

	private final String suffix;

	Output(final String suffix) {
		this.suffix = suffix;
	}

	/** @return what follows the image's name in the name of the file, for example "-mask.tif" */
	public String suffix() {
		return suffix;
	}
}
