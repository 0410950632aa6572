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
package fovea.teach;

import fovea.image.Calibration;
import fovea.image.Image;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImgs;

/** An image of bright discs on a dark, noisy ground, and strokes on it. */
final class Discs {

	static final List<ClassSpec> CLASSES = ClassSpec.named(List.of("background", "disc"));

	private static final int RADIUS = 7;
	private static final int PITCH = 24;

	private Discs() {}

	/** @return 8 bit, one disc in each square of 24 pixels */
	static Image image(final String name, final int side) {
		final SplittableRandom random = new SplittableRandom(side);
		final byte[] pixels = new byte[side * side];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				pixels[y * side + x] = (byte) ((isDisc(x, y) ? 150 : 60) + random.nextInt(40));
		return new Image(
				name, ArrayImgs.unsignedBytes(pixels, side, side, 1, 1, 1), Calibration.PIXELS, false, List.of());
	}

	static boolean isDisc(final int x, final int y) {
		final int dx = x % PITCH - PITCH / 2;
		final int dy = y % PITCH - PITCH / 2;
		return dx * dx + dy * dy <= RADIUS * RADIUS;
	}

	/** @return in the disc of a column and row */
	static Stroke onDisc(final int column, final int row) {
		return stroke(1, column * PITCH + PITCH / 2, row * PITCH + PITCH / 2);
	}

	/** @return between four discs */
	static Stroke between(final int column, final int row) {
		return stroke(0, (column + 1) * PITCH, (row + 1) * PITCH);
	}

	private static Stroke stroke(final int classIndex, final int x, final int y) {
		return Stroke.line(
				Plane.of(0), classIndex, List.of(new Stroke.Point(x - 3, y), new Stroke.Point(x + 3, y + 1)), 1.5);
	}

	/** @return three of each */
	static List<Stroke> six() {
		final List<Stroke> strokes = new ArrayList<>();
		for (int i = 0; i < 3; i++) strokes.addAll(List.of(onDisc(i, i), between(i, 2 - i)));
		return strokes;
	}

	/** @return the part of the pixels of disc, found or there, that are both */
	static double overlap(final Prediction prediction) {
		final byte[] map = prediction.classMap();
		final View view = prediction.view();
		int both = 0;
		int either = 0;
		for (int i = 0; i < map.length; i++) {
			final boolean there =
					isDisc(view.box().x() + i % prediction.width(), view.box().y() + i / prediction.width());
			if (there && map[i] == 1) both++;
			if (there || map[i] == 1) either++;
		}
		return (double) both / either;
	}
}
