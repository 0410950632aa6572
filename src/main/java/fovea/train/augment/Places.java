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
package fovea.train.augment;

import fovea.data.Sample;
import fovea.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where patches of a sample are cut, so that each shows something to learn: where most pixels do not count, every patch
 * holds a pixel that does, of each class equally often; where all count and objects are rare, every second one holds a
 * pixel of an object; else patches are cut anywhere. Immutable and thread-safe; takes four bytes for each pixel that it
 * knows.
 */
public final class Places {

	/** Anywhere: of images, whose values are no classes, too. */
	public static final Places ANYWHERE = new Places(List.of(), 0);

	/** Where fewer pixels than this part count, they are looked for. */
	private static final double SPARSE = 0.5;

	/** Objects that are rarer than this part of the pixels are looked for. */
	private static final double RARE = 0.25;

	private static final double EVERY_SECOND = 0.5;

	private final List<int[]> pixels;
	private final double part;

	private Places(final List<int[]> pixels, final double part) {
		this.pixels = pixels;
		this.part = part;
	}

	/**
	 * @param sample any
	 * @return where its patches are cut; anywhere where its target has no class for each pixel
	 */
	public static Places of(final Sample sample) {
		return of(sample, sample.target().channels());
	}

	/**
	 * As {@link #of(Sample)}.
	 *
	 * @param classes how many of the target's channels, the first ones, are classes
	 */
	public static Places of(final Sample sample, final int classes) {
		final Raster target = sample.target();
		if (sample.isItself() || !target.hasSizeOf(sample.input()) || classes < 2) return ANYWHERE;
		final int[] counts = counts(target, classes);
		final int all = target.height() * target.width();
		int counting = 0;
		for (final int count : counts) counting += count;
		if (counting < SPARSE * all) return new Places(lists(target, counts, 0), 1);
		final boolean rare = counting - counts[0] < RARE * all;
		return rare && counting > counts[0] ? new Places(lists(target, counts, 1), EVERY_SECOND) : ANYWHERE;
	}

	private static int[] counts(final Raster target, final int classes) {
		final int[] counts = new int[classes];
		for (int i = 0; i < target.data().length; i++)
			if (target.data()[i] > 0 && i % target.channels() < classes) counts[i % target.channels()]++;
		return counts;
	}

	/** @return the pixels of each class that has any, from the first on */
	private static List<int[]> lists(final Raster target, final int[] counts, final int first) {
		final List<int[]> lists = new ArrayList<>();
		for (int c = first; c < counts.length; c++) {
			if (counts[c] == 0) continue;
			final int[] list = new int[counts[c]];
			int n = 0;
			for (int i = c; i < target.data().length; i += target.channels())
				if (target.data()[i] > 0) list[n++] = i / target.channels();
			lists.add(list);
		}
		return lists;
	}

	/**
	 * @param sample any
	 * @return whether there is something to learn: an image, the class of the whole, or of a pixel
	 */
	public static boolean areIn(final Sample sample) {
		if (sample.isItself()
				|| !sample.target().hasSizeOf(sample.input())
				|| sample.target().channels() < 2) return true;
		for (final float value : sample.target().data()) if (value > 0) return true;
		return false;
	}

	/**
	 * @param height of the sample
	 * @param width of the sample
	 * @param side of the patch, not above either
	 * @param random decides
	 * @return the patch's first row and column
	 */
	int[] draw(final int height, final int width, final int side, final SplittableRandom random) {
		if (pixels.isEmpty() || part < 1 && random.nextDouble() >= part)
			return new int[] {random.nextInt(height - side + 1), random.nextInt(width - side + 1)};
		final int[] list = pixels.get(random.nextInt(pixels.size()));
		final int pixel = list[random.nextInt(list.length)];
		return new int[] {around(pixel / width, height, side, random), around(pixel % width, width, side, random)};
	}

	/** The pixel is anywhere in the patch, where the image's edge allows it. */
	private static int around(final int at, final int length, final int side, final SplittableRandom random) {
		return Math.min(Math.max(0, at - random.nextInt(side)), length - side);
	}
}
