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
import fovea.base.ImageException;
import fovea.image.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * Patches in rows and columns as items. The last row and column end at the image's border, so that all of it is
 * covered; they may overlap those before more than the others do.
 *
 * @param planes what is cut
 * @param width of a patch, pixels
 * @param height of a patch, pixels
 * @param step from one patch to the next, pixels; patches overlap where it is less than their size
 */
public record GridItems(PlaneItems planes, int width, int height, int step) implements ItemSource {

	/** Throws IllegalArgumentException where a number is below 1. */
	public GridItems {
		if (width < 1 || height < 1 || step < 1)
			throw new IllegalArgumentException("patches: expected size and step of 1 pixel or more, got " + width
					+ " x " + height + " and " + step);
	}

	@Override
	public String name() {
		return planes.name();
	}

	@Override
	public int images() throws FoveaException {
		return planes.images();
	}

	@Override
	public List<Item> read(final int image) throws FoveaException {
		final List<Item> patches = new ArrayList<>();
		for (final Item plane : planes.read(image)) {
			final int w = plane.image().size(Image.X);
			final int h = plane.image().size(Image.Y);
			if (w < width || h < height)
				throw new ImageException("'" + plane.id() + "' has " + w + " x " + h
						+ " pixels, expected at least those of a patch, " + width + " x " + height);
			for (final int y : starts(h, height))
				for (final int x : starts(w, width)) patches.add(patch(plane, x, y, image, patches.size()));
		}
		return patches;
	}

	private Item patch(final Item plane, final int x, final int y, final int image, final int number) {
		final Image pixels = PlaneCutter.part(plane.image(), new long[] {x, y, 0, 0, 0}, new long[] {
			width, height, plane.image().size(Image.C), 1, 1
		});
		return new Item(
				plane.id() + "@" + x + "," + y,
				plane.label(),
				pixels,
				plane.statistics(),
				new ItemLocation(image, number, plane.place().plane(), x, y, width, height, 0));
	}

	private List<Integer> starts(final int length, final int patch) {
		final List<Integer> starts = new ArrayList<>();
		for (int start = 0; start < length - patch; start += step) starts.add(start);
		starts.add(length - patch);
		return starts;
	}
}
