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
package fovea.data;

import fovea.image.Raster;

/**
 * One thing to learn from. For an autoencoder input and target are the same raster.
 *
 * @param name for messages, unique where possible: an image's name, with the slice where it has several
 * @param image name of the image it is from: samples of one image are never split between training and validation
 * @param input what the network gets, before augmentation and noise
 * @param target what it should make of it: an image, or one channel for each class with 1 for the class of the pixel
 *     and 0 for the others; a pixel of 0 in all classes does not count; 1 x 1 for the class of the whole image
 * @param whole input of the plane that it was held out of; the input itself where it is no part of another
 */
public record Sample(String name, String image, Raster input, Raster target, Raster whole) {

	/** One that is no part of another. */
	public Sample(final String name, final String image, final Raster input, final Raster target) {
		this(name, image, input, target, input);
	}

	/** @return input and target the same */
	public static Sample itself(final String name, final String image, final Raster raster) {
		return new Sample(name, image, raster, raster);
	}

	/** @return true if the target is the input itself */
	public boolean isItself() {
		return input == target;
	}
}
