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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.infer.ProgressListener;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes all items of a source. Stateless.
 *
 * @param autoencoder stays open
 */
public record EncodingRun(Autoencoder autoencoder) {

	/**
	 * @param source of the items
	 * @param listener hears of each image that is done, may cancel
	 * @return their encodings, in the source's order
	 * @throws FoveaException if there is no item, one does not fit or cannot be read (which it names), the run failed
	 *     or was cancelled
	 */
	public Encodings encode(final ItemSource source, final ProgressListener listener) throws FoveaException {
		final List<Encoding> encodings = new ArrayList<>();
		final int images = source.images();
		for (int image = 0; image < images; image++) {
			final List<Item> items = source.read(image);
			for (int i = 0; i < items.size(); i++) {
				if (listener.isCancelled()) throw new CancelledException();
				final Encoding encoding = autoencoder.encode(items.get(i));
				requireLength(encodings, encoding);
				encodings.add(encoding);
				if (images == 1) listener.tile(i + 1, items.size());
			}
			if (images > 1) listener.tile(image + 1, images);
		}
		if (encodings.isEmpty()) throw new ImageException(source.name() + ": expected something to encode, found none");
		return new Encodings(encodings);
	}

	private static void requireLength(final List<Encoding> encodings, final Encoding next) throws ImageException {
		if (encodings.isEmpty() || encodings.get(0).z().length == next.z().length) return;
		throw new ImageException("'" + next.id() + "' has " + next.z().length + " latent values, expected "
				+ encodings.get(0).z().length + " as '" + encodings.get(0).id()
				+ "' has: images of different sizes need pooling=mean");
	}
}
