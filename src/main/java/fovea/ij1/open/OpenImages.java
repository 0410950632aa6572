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
package fovea.ij1.open;

import fovea.base.ImageException;
import fovea.data.ImageSource;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images that are open in ImageJ, in windows or in a macro's batch mode, as what is learned from. Pixels are read where
 * they are. Stateless.
 */
public final class OpenImages {

	private OpenImages() {}

	/**
	 * @param image a single one or a stack
	 * @return a source of that image
	 * @throws ImageException if there is none, or it is empty
	 */
	public static ImageSource of(final ImagePlus image) throws ImageException {
		return ImageSource.of(image.getTitle(), List.of(ImagePlusImages.wrap(image)));
	}

	/**
	 * @param title of a window, with a file's ending if it has one
	 * @return the image of that title, if one is open
	 */
	public static Optional<ImagePlus> titled(final String title) {
		return Optional.ofNullable(WindowManager.getImage(title));
	}

	/**
	 * @param names of the images
	 * @param images of these names
	 */
	record Named(List<String> names, List<ImagePlus> images) implements ImageSource {

		@Override
		public String name() {
			return "open images";
		}

		@Override
		public Image read(final int index) throws ImageException {
			return ImagePlusImages.wrap(images.get(index));
		}
	}

	/**
	 * @param active comes first; null or empty: none is
	 * @return all images that are open
	 */
	static List<ImagePlus> all(final ImagePlus active) {
		final List<ImagePlus> all = new ArrayList<>();
		if (active != null && active.getWidth() > 0) all.add(active);
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return all;
		for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && image.getWidth() > 0 && !all.contains(image)) all.add(image);
		}
		return all;
	}
}
