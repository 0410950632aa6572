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

import fovea.base.FoveaException;
import fovea.image.Image;
import java.util.List;

/**
 * Images to learn from, wherever they are: a folder, a file that holds many, open images. Read one by one, so that not
 * all need to be in memory as they are stored. Need not be thread-safe.
 */
public interface ImageSource {

	/** @return for messages: a folder, a file, a title */
	String name();

	/**
	 * @return the images' names in a fixed order, one for each image, without their folder
	 * @throws FoveaException if it cannot be known which there are
	 */
	List<String> names() throws FoveaException;

	/**
	 * @param index place in {@link #names()}
	 * @return that image
	 * @throws FoveaException if it cannot be read; the message names it
	 */
	Image read(int index) throws FoveaException;

	/** @return what the user should know of the images that were read so far, one line each, which names the image */
	default List<String> warnings() {
		return List.of();
	}

	/**
	 * @param name for messages
	 * @param images in memory
	 * @return a source of these
	 */
	static ImageSource of(final String name, final List<Image> images) {
		final List<Image> copy = List.copyOf(images);
		return new ImageSource() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public List<String> names() {
				return copy.stream().map(Image::name).toList();
			}

			@Override
			public Image read(final int index) {
				return copy.get(index);
			}
		};
	}
}
