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
import fovea.data.ImageSource;
import fovea.image.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * Every slice and frame of images as an item.
 *
 * @param source of the images
 * @param cutter takes them apart
 * @param names of the planes
 */
public record PlaneItems(ImageSource source, PlaneCutter cutter, ItemNames names) implements ItemSource {

	@Override
	public String name() {
		return source.name();
	}

	@Override
	public int images() throws FoveaException {
		return source.names().size();
	}

	@Override
	public List<Item> read(final int image) throws FoveaException {
		final List<PlaneCutter.Plane> planes = cutter.planes(source.read(image));
		final List<Item> items = new ArrayList<>();
		for (final PlaneCutter.Plane plane : planes)
			items.add(new Item(
					names.id(image, plane.number(), planes.size()),
					names.label(image, plane.number()),
					plane.image(),
					plane.statistics(),
					new ItemLocation(
							image,
							items.size(),
							plane.number(),
							0,
							0,
							plane.image().size(Image.X),
							plane.image().size(Image.Y),
							0)));
		return items;
	}
}
