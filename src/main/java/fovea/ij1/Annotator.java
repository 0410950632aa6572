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
package fovea.ij1;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A window in which somebody draws on an open image. What lies over the image meanwhile is not what was drawn, which is
 * asked for here. At most one is on an image.
 */
public interface Annotator {

	/** Property of an image that it is on. */
	String PROPERTY = "fovea-annotator";

	/** @return the image; a copy of it may have the property, too */
	ImagePlus image();

	/** @return what is drawn now: ROIs of its own, as they would be saved with the image; called on any thread */
	List<Roi> drawn();

	/** Shows the window to a person. Called on any thread. */
	void toFront();

	/**
	 * @param image any
	 * @return the window in which it is drawn on, if there is one
	 */
	static Optional<Annotator> of(final ImagePlus image) {
		return image.getProperty(PROPERTY) instanceof final Annotator annotator && annotator.image() == image
				? Optional.of(annotator)
				: Optional.empty();
	}

	/**
	 * @param image any
	 * @return the ROIs of its overlay or, where somebody draws on it, what is drawn now
	 */
	static List<Roi> rois(final ImagePlus image) {
		final Optional<Annotator> annotator = of(image);
		if (annotator.isPresent()) return annotator.get().drawn();
		return image.getOverlay() == null
				? List.of()
				: Arrays.asList(image.getOverlay().toArray());
	}
}
