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

import java.util.Arrays;

/**
 * What an encoder makes of an item.
 *
 * @param id of the item
 * @param label of the item; empty: nothing is said
 * @param z its place in the latent space; not copied, not to be changed
 * @param error mean squared error of its reconstruction in squared gray values, as <i>Reconstruct (CAE)...</i> tells
 *     it; NaN where nothing can be reconstructed
 * @param loss the same in the network's own, normalized values: what a training with the mean squared error makes
 *     small. It can be compared between items that were normalized each for itself
 * @param place where the item is
 */
public record Encoding(String id, String label, float[] z, double error, double loss, ItemLocation place) {

	/**
	 * @param other what it is said to be from now on
	 * @return the same with another label
	 */
	public Encoding withLabel(final String other) {
		return new Encoding(id, other, z, error, loss, place);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Encoding e
				&& id.equals(e.id)
				&& label.equals(e.label)
				&& Arrays.equals(z, e.z)
				&& Double.compare(error, e.error) == 0
				&& Double.compare(loss, e.loss) == 0
				&& place.equals(e.place);
	}

	@Override
	public int hashCode() {
		return 31 * id.hashCode() + Arrays.hashCode(z);
	}

	@Override
	public String toString() {
		return id + " (" + label + ") " + Arrays.toString(z);
	}
}
