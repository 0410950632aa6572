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
package fovea.block;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.ProgressListener;
import fovea.segment.PartialSegmenter.Width;
import java.io.IOException;

/** Measures how wide the foreground of each plane is, where objects may be larger than the network knows. */
final class WidthStage extends KeptStage {

	private final BlockContext context;
	private final PlaneGrid grid;
	private final int runs;
	private final String found;

	WidthStage(final BlockContext context, final double scale, final byte[] digest, final int runs) {
		super(
				context.work(),
				BlockContext.name(Pass.Kind.WIDTH, scale),
				"widths of objects",
				context.blocks().planes(),
				digest);
		this.context = context;
		this.grid = context.blocks();
		this.runs = runs;
		this.found = BlockContext.name(Pass.Kind.FIND, scale);
	}

	@Override
	public void run(final int plane, final ProgressListener listener) throws FoveaException {
		final Image image = context.image().image();
		final int step = Width.step(image);
		final int width = (image.size(Image.X) + step - 1) / step;
		final int height = (image.size(Image.Y) + step - 1) / step;
		Width sum = Width.NONE;
		for (int run = 0; run < runs; run++) {
			final boolean[] foreground = new boolean[width * height];
			for (int b = 0; b < grid.boxes().size(); b++) {
				final Box box = grid.boxes().get(b);
				final int[] labels = FoundBlock.read(
								context.work(), found, plane * grid.boxes().size() + b, run, 1)
						.labels();
				if (labels.length == 0) continue;
				for (int y = up(box.y(), step); y < box.endY(); y += step)
					for (int x = up(box.x(), step); x < box.endX(); x += step)
						foreground[y / step * width + x / step] =
								labels[(y - box.y()) * box.width() + x - box.x()] != 0;
			}
			sum = sum.plus(Width.of(foreground, width));
		}
		final Width all = sum;
		keep(plane, out -> {
			out.writeDouble(all.sum());
			out.writeLong(all.count());
		});
	}

	private static int up(final int value, final int step) {
		return (value + step - 1) / step * step;
	}

	/** @return of all planes */
	Width sum() throws FoveaException {
		Width sum = Width.NONE;
		for (int plane = 0; plane < grid.planes(); plane++)
			try (Workplace.Result result = kept(plane)) {
				sum = sum.plus(new Width(result.in().readDouble(), result.in().readLong()));
			} catch (final IOException e) {
				throw new ImageException("Cannot read the widths of objects: " + e.getMessage(), e);
			}
		return sum;
	}
}
