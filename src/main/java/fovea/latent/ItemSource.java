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

import fovea.base.FoveaException;
import java.util.List;

/**
 * Items to be encoded, wherever they are: slices, files, ROIs, patches. Read image by image, so that not all need to be
 * in memory; an item can be read again, by its {@link ItemLocation}. Need not be thread-safe.
 */
public interface ItemSource {

	/** @return for messages: a folder, a file, a title */
	String name();

	/**
	 * @return how many images it has, perhaps none
	 * @throws FoveaException if it cannot be known
	 */
	int images() throws FoveaException;

	/**
	 * @param image 0-based
	 * @return the items of that image, perhaps none
	 * @throws FoveaException if it cannot be read, or not be cut as is wanted; the message names it
	 */
	List<Item> read(int image) throws FoveaException;

	/**
	 * @param place of an item of this source
	 * @return that item, read again
	 * @throws FoveaException if it cannot be read
	 */
	default Item read(final ItemLocation place) throws FoveaException {
		return read(place.image()).get(place.item());
	}
}
