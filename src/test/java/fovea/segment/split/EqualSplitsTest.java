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
package fovea.segment.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The split is ImageJ's, byte by byte, whatever the mask. */
class EqualSplitsTest {

	private static final int EACH = 120;

	private final ObjectSplitter imageJ = new ImageJSplitter();
	private final ObjectSplitter own = new ShapeSplitter();

	/** What masks look like. */
	enum Kind {
		BLOBS {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final float[] field = new float[width * height];
				for (int i = 0; i < field.length; i++) field[i] = random.nextFloat() - 0.5f;
				final Frame frame = new Frame(width, height);
				final float[] framed = new float[frame.length()];
				for (int i = 0; i < field.length; i++) framed[frame.at(i % width, i / width)] = field[i];
				for (int n = 1 + random.nextInt(12); n > 0; n--) PixelBlur.blur(framed, frame);
				final byte[] mask = new byte[field.length];
				for (int i = 0; i < mask.length; i++)
					mask[i] = (byte) (framed[frame.at(i % width, i / width)] > 0 ? 1 : 0);
				return mask;
			}
		},
		DISKS {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final byte[] mask = new byte[width * height];
				for (int n = random.nextInt(2 + mask.length / 100); n >= 0; n--)
					disk(mask, width, random.nextInt(width), random.nextInt(height), random.nextDouble() * 14);
				return mask;
			}
		},
		CHAINS {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final byte[] mask = new byte[width * height];
				final double radius = 2 + 8 * random.nextDouble();
				final double turn = random.nextDouble() * Math.PI;
				final double step = radius * (1 + random.nextDouble());
				for (int n = -8; n <= 8; n++)
					disk(
							mask,
							width,
							width / 2 + (int) Math.round(n * step * Math.cos(turn)),
							height / 2 + (int) Math.round(n * step * Math.sin(turn)),
							radius);
				return mask;
			}
		},
		HOLES {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final byte[] mask = DISKS.mask(width, height, random);
				for (int i = 0; i < mask.length; i++) mask[i] = (byte) (1 - mask[i]);
				return mask;
			}
		},
		LINES {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final byte[] mask = new byte[width * height];
				for (int n = 0; n < 6; n++) {
					int x = random.nextInt(width);
					int y = random.nextInt(height);
					for (int k = random.nextInt(width + height); k > 0; k--) {
						mask[y * width + x] = 1;
						x = Math.floorMod(x + random.nextInt(3) - (n % 2 == 0 ? 0 : 1), width);
						y = Math.floorMod(y + (n % 3 == 0 ? 0 : random.nextInt(3) - 1), height);
					}
				}
				return mask;
			}
		},
		NOISE {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final byte[] mask = new byte[width * height];
				final double share = random.nextDouble();
				for (int i = 0; i < mask.length; i++)
					mask[i] = (byte) (random.nextDouble() < share ? 1 + random.nextInt(255) : 0);
				return mask;
			}
		},
		NEARLY_FULL {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final byte[] mask = new byte[width * height];
				java.util.Arrays.fill(mask, (byte) 2);
				for (int n = random.nextInt(4); n > 0; n--) mask[random.nextInt(mask.length)] = 0;
				return mask;
			}
		},
		NEARLY_EMPTY {
			@Override
			byte[] mask(final int width, final int height, final Random random) {
				final byte[] mask = new byte[width * height];
				for (int n = random.nextInt(4); n > 0; n--) mask[random.nextInt(mask.length)] = -1;
				return mask;
			}
		};

		abstract byte[] mask(int width, int height, Random random);

		private static void disk(final byte[] mask, final int width, final int x, final int y, final double radius) {
			for (int i = 0; i < mask.length; i++) if (Math.hypot(i % width - x, i / width - y) <= radius) mask[i] = 1;
		}
	}

	@ParameterizedTest
	@EnumSource
	void masks(final Kind kind) {
		for (int seed = 0; seed < EACH; seed++) {
			final Random random = new Random(1000L * kind.ordinal() + seed);
			final int width = 1 + random.nextInt(90);
			final int height = 1 + random.nextInt(90);
			check(kind, seed, width, height, random);
		}
	}

	@ParameterizedTest
	@EnumSource
	void rowsAndColumns(final Kind kind) {
		for (int seed = 0; seed < EACH; seed++) {
			final Random random = new Random(seed);
			final int length = 1 + random.nextInt(200);
			check(kind, seed, length, 1 + seed / 2 % 2, random);
			check(kind, seed, 1 + seed / 2 % 2, length, random);
		}
	}

	@ParameterizedTest
	@EnumSource
	void largeOnes(final Kind kind) {
		for (int seed = 0; seed < 3; seed++) check(kind, seed, 300, 200, new Random(seed));
	}

	/** Insides that are the foreground, a part of it, or anything. */
	private void check(final Kind kind, final int seed, final int width, final int height, final Random random) {
		final byte[] mask = kind.mask(width, height, random);
		equal(kind + " " + seed, mask, mask, width);
		final byte[] interior = mask.clone();
		for (int i = 0; i < mask.length; i++)
			if (i + 1 < mask.length && mask[i + 1] == 0 || i + width < mask.length && mask[i + width] == 0)
				interior[i] = 0;
		equal(kind + " with border " + seed, mask, interior, width);
		equal(kind + " cut " + seed, mask, Kind.CHAINS.mask(width, height, random), width);
	}

	private void equal(final String name, final byte[] mask, final byte[] interior, final int width) {
		assertArrayEquals(
				imageJ.split(mask, interior, width),
				own.split(mask, interior, width),
				() -> name + ", " + width + " x " + mask.length / width);
	}
}
