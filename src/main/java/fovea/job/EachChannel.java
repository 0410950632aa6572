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
package fovea.job;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.image.Image;
import java.util.Collections;
import java.util.List;

/**
 * The channels of images, each as an image of its own: what they show has nothing in common, but a denoiser of one
 * channel learns from all of them. Those of one image have its name. Not thread-safe.
 */
final class EachChannel implements ImageSource {

	private final ImageSource images;
	private final int channels;
	private int index = -1;
	private Image latest;

	private EachChannel(final ImageSource images, final int channels) {
		this.images = images;
		this.channels = channels;
	}

	/**
	 * @param images of which the first is read
	 * @return their channels; the images themselves where the first has one, or is a color image
	 * @throws FoveaException if it cannot be read
	 */
	static ImageSource of(final ImageSource images) throws FoveaException {
		if (images.names().isEmpty()) return images;
		final Image first = images.read(0);
		return first.rgb() || first.size(Image.C) == 1 ? images : new EachChannel(images, first.size(Image.C));
	}

	@Override
	public String name() {
		return images.name();
	}

	@Override
	public List<String> names() throws FoveaException {
		return images.names().stream()
				.flatMap(name -> Collections.nCopies(channels, name).stream())
				.toList();
	}

	@Override
	public Image read(final int which) throws FoveaException {
		if (which / channels != index) {
			latest = images.read(which / channels);
			index = which / channels;
			if (latest.rgb() || latest.size(Image.C) != channels)
				throw new TrainingException(images.names().get(index) + ": expected " + channels
						+ " channels, as in " + images.names().get(0) + ", got "
						+ (latest.rgb() ? "a color image" : latest.size(Image.C)));
		}
		return latest.only(which % channels);
	}

	@Override
	public List<String> warnings() {
		return images.warnings();
	}
}
