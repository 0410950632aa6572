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
package fovea.evaluate;

import fovea.base.ImageException;
import fovea.image.Raster;
import java.util.List;

/** The size that what is compared must have in common. */
record PlaneSizes(int width, int height, int channels, int planes) {

	/** @param planes at least one, all of one size */
	static PlaneSizes of(final List<Raster> planes) {
		final Raster first = planes.get(0);
		return new PlaneSizes(first.width(), first.height(), first.channels(), planes.size());
	}

	/** @throws ImageException if another size came for an image than this, that of its truth */
	void require(final String name, final PlaneSizes came, final String truthName) throws ImageException {
		if (!equals(came))
			throw new ImageException("What was made of " + name + " is " + came + ": expected " + this
					+ ", the size of the truth, " + truthName);
	}

	@Override
	public String toString() {
		return width + " x " + height + ", " + channels + (channels == 1 ? " channel" : " channels")
				+ (planes == 1 ? "" : ", " + planes + " planes");
	}
}
