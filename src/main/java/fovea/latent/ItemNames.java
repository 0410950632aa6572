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

import java.util.List;

/** What planes of images are called, and what they are said to be. */
public interface ItemNames {

	/**
	 * @param image 0-based place of its image in the source
	 * @param plane 1-based
	 * @param planes how many the image has
	 * @return a name that no other plane of the source has
	 */
	String id(int image, int plane, int planes);

	/**
	 * @param image 0-based place of its image in the source
	 * @param plane 1-based
	 * @return what it is said to be; empty: nothing
	 */
	String label(int image, int plane);

	/**
	 * @param names of the images; planes of an image with several are called like {@code name:3}
	 * @param labels one for each image; none: nothing is said
	 * @return names and labels of these
	 */
	static ItemNames of(final List<String> names, final List<String> labels) {
		return new ItemNames() {

			@Override
			public String id(final int image, final int plane, final int planes) {
				return planes == 1 ? names.get(image) : names.get(image) + ":" + plane;
			}

			@Override
			public String label(final int image, final int plane) {
				return labels.isEmpty() ? "" : labels.get(image);
			}
		};
	}
}
