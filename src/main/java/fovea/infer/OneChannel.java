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
package fovea.infer;

import fovea.base.ImageException;
import fovea.image.ChannelChoice;
import fovea.image.Image;
import java.util.OptionalInt;

/**
 * Models of one channel that say what there is in an image. Channels of a composite show different things, and only who
 * took the image knows in which of them those are that the model was made for. Stateless.
 */
public final class OneChannel {

	private OneChannel() {}

	/**
	 * @param model that tells classes
	 * @param image that it is to see
	 * @return whether it takes one channel of several; not of a color image, of which it sees the gray
	 */
	public static boolean isOfSeveral(final LoadedModel model, final Image image) {
		return model.channels().equals(OptionalInt.of(1)) && image.size(Image.C) > 1 && !image.rgb();
	}

	/**
	 * @param model that tells classes
	 * @param image that it is to see
	 * @param choice of the user
	 * @throws ImageException if the user has to choose and did not
	 */
	public static void require(final LoadedModel model, final Image image, final ChannelChoice choice)
			throws ImageException {
		if (choice.isOpen() && isOfSeveral(model, image))
			throw new ImageException("Model '" + model.spec().name() + "' takes 1 channel, but image '"
					+ image.name() + "' has " + image.channels()
					+ ": expected channels=N (on the command line --channels N), or channels=all for each of them");
	}
}
