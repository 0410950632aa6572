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
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Items that were encoded, with what encoded them: each can be looked at again, and so can what lies between them. All
 * numbers are those of {@link Autoencoder}, {@link Interpolation} and {@link LatentProjection}; nothing is computed
 * here.
 *
 * <p>Thread-safe; a source is read by one thread at a time.
 */
public final class LatentSpace implements AutoCloseable {

	private final Autoencoder autoencoder;
	private final ItemSource source;
	private final Encodings encodings;
	private final LatentProjection projection;
	private int readImage = -1;
	private List<Item> read = List.of();

	/**
	 * @param autoencoder is closed together with this
	 * @param source of the items, to be read again
	 * @param encodings of all of its items, in order
	 * @param projection of their latent space
	 */
	public LatentSpace(
			final Autoencoder autoencoder,
			final ItemSource source,
			final Encodings encodings,
			final LatentProjection projection) {
		this.autoencoder = autoencoder;
		this.source = source;
		this.encodings = encodings;
		this.projection = projection;
	}

	/** @return for people: where the items are from, and what encoded them */
	public String name() {
		return source.name() + ", " + autoencoder.name();
	}

	/** @return of all items */
	public Encodings encodings() {
		return encodings;
	}

	/** @return what they are seen by */
	public LatentProjection projection() {
		return projection;
	}

	/** @return whether a point can be decoded */
	public boolean canDecode() {
		return autoencoder.canDecode();
	}

	/**
	 * @param index of an item
	 * @return its pixels
	 * @throws FoveaException if it cannot be read
	 */
	public Raster original(final int index) throws FoveaException {
		return Raster.planesOf(item(index).image()).get(0);
	}

	/**
	 * @param index of an item
	 * @return as {@link Autoencoder#reconstruct}
	 * @throws FoveaException if it cannot be read, or the run failed
	 */
	public Raster reconstruction(final int index) throws FoveaException {
		return autoencoder.reconstruct(item(index));
	}

	/**
	 * @param z a point, not changed
	 * @return as {@link Autoencoder#decode}
	 * @throws FoveaException if it cannot be decoded
	 */
	public Raster decode(final float[] z) throws FoveaException {
		return autoencoder.decode(z);
	}

	/**
	 * @param from an item
	 * @param to another
	 * @param steps how many images, both ends included; 2 or more
	 * @param cancelled asked before each of them
	 * @return as {@link Interpolation#between}
	 * @throws FoveaException if they cannot be read, the run failed or was cancelled
	 */
	public List<Raster> between(final int from, final int to, final int steps, final BooleanSupplier cancelled)
			throws FoveaException {
		return new Interpolation(autoencoder).between(item(from), item(to), steps, new ProgressListener() {

			@Override
			public boolean isCancelled() {
				return cancelled.getAsBoolean();
			}
		});
	}

	/** The items of the image that was read last are kept: a source of ROIs cuts out all of them at once. */
	private synchronized Item item(final int index) throws FoveaException {
		final ItemLocation place = encodings.all().get(index).place();
		if (place.image() != readImage) {
			read = source.read(place.image());
			readImage = place.image();
		}
		return read.get(place.item());
	}

	/** Frees native memory and temporary files; nothing may run any more. */
	@Override
	public void close() {
		autoencoder.close();
	}
}
