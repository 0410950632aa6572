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
package fovea.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.TrainingException;
import fovea.image.Raster;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectCropsTest {

	/** Rows of 0 to 5, 10 to 15, ..., 50 to 55. */
	private static final Raster PLANE = plane(6);

	private static Raster plane(final int side) {
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) values[i] = 10 * (i / side) + i % side;
		return new Raster(side, side, 1, values);
	}

	/** @return numbers of objects, a digit for each pixel */
	private static int[] objects(final String... rows) {
		return String.join("", rows).chars().map(c -> c - '0').toArray();
	}

	private static CropOptions options(final int size, final double margin) {
		return new CropOptions(size, margin, true, 1, Integer.MAX_VALUE, false);
	}

	private static List<ObjectCrop> cut(final CropOptions options, final int... objects) throws TrainingException {
		return new ObjectCrops(options).cut("a.png", PLANE, objects).crops();
	}

	private static List<Integer> labels(final CropOptions options, final int... objects) throws TrainingException {
		return cut(options, objects).stream().map(ObjectCrop::label).toList();
	}

	@Test
	void theSquareIsAroundTheCenterOfTheBox() throws TrainingException {
		final int[] objects = objects("000000", "000000", "003300", "000000", "000700", "000000");
		final List<ObjectCrop> crops = cut(options(4, 0.5), objects);
		assertEquals(2, crops.size());
		// 2 x 1 pixels at 2, 2; a side of 2 * (1 + 2 * 0.5)
		assertEquals(
				new ObjectCrop("a.png", 3, 1, 0, 4, 2, new Raster(4, 4, 1, new float[] {
					1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34
				})),
				crops.get(0));
		// 1 pixel at 3, 4: a side of 2 cannot have it in the middle, the square is to the left and above
		assertEquals(
				List.of(2, 3, 2, 1),
				List.of(
						crops.get(1).x(),
						crops.get(1).y(),
						crops.get(1).side(),
						crops.get(1).area()));
	}

	@Test
	void withoutMarginTheBoxIsCutTight() throws TrainingException {
		final ObjectCrop crop = cut(options(2, 0), objects("000000", "010000", "011000", "000000", "000000", "000000"))
				.get(0);
		assertEquals(new ObjectCrop("a.png", 1, 1, 1, 2, 3, new Raster(2, 2, 1, new float[] {11, 12, 21, 22})), crop);
	}

	/** Linearly between the four centers, beyond them as they are. */
	@Test
	void cropsAreResizedBilinearly() throws TrainingException {
		final int[] objects = objects("000000", "010000", "011000", "000000", "000000", "000000");
		assertArrayEquals(
				new float[] {
					11, 11.25f, 11.75f, 12, 13.5f, 13.75f, 14.25f, 14.5f, 18.5f, 18.75f, 19.25f, 19.5f, 21, 21.25f,
					21.75f, 22
				},
				cut(options(4, 0), objects).get(0).pixels().data(),
				1e-6f);
		assertArrayEquals(
				new float[] {16.5f}, cut(options(1, 0), objects).get(0).pixels().data(), 1e-6f);
	}

	@Test
	void beyondTheImageItsPixelsAreMirrored() throws TrainingException {
		final int[] objects = objects("100000", "000000", "000000", "000000", "000000", "000002");
		final List<ObjectCrop> crops = cut(options(3, 1), objects);
		assertEquals(
				List.of(-1, -1, 3),
				List.of(crops.get(0).x(), crops.get(0).y(), crops.get(0).side()));
		assertArrayEquals(
				new float[] {0, 0, 1, 0, 0, 1, 10, 10, 11},
				crops.get(0).pixels().data());
		assertArrayEquals(
				new float[] {44, 45, 45, 54, 55, 55, 54, 55, 55},
				crops.get(1).pixels().data());
	}

	/** A square that is larger than twice the image. */
	@Test
	void mirroringGoesOnAndOn() throws TrainingException {
		final Raster two = new Raster(1, 2, 1, new float[] {7, 8});
		final ObjectCrop crop = new ObjectCrops(options(10, 2))
				.cut("a", two, new int[] {1, 1})
				.crops()
				.get(0);
		assertEquals(List.of(-4, -5, 10), List.of(crop.x(), crop.y(), crop.side()));
		for (int y = 0; y < 10; y++)
			assertArrayEquals(
					new float[] {7, 8, 8, 7, 7, 8, 8, 7, 7, 8},
					crop.pixels().crop(y, 0, 1, 10).data());
	}

	@Test
	void whatTouchesTheBorderIsLeftOutUnlessItIsWanted() throws TrainingException {
		final int[] objects = objects("110000", "000004", "055500", "300000", "000000", "002200");
		assertEquals(List.of(1, 2, 3, 4, 5), labels(options(8, 0), objects));
		assertEquals(List.of(5), labels(new CropOptions(8, 0, false, 1, 99, false), objects));
		assertEquals(
				5,
				new ObjectCrops(new CropOptions(8, 0, false, 1, 99, false))
						.cut("a", PLANE, objects)
						.objects());
	}

	@Test
	void sizesIncludeTheirBounds() throws TrainingException {
		final int[] objects = objects("000000", "010220", "000000", "033300", "044440", "000000");
		assertEquals(List.of(2, 3), labels(new CropOptions(8, 0, false, 2, 3, false), objects));
		assertEquals(List.of(3, 4), labels(new CropOptions(8, 0, false, 3, 4, false), objects));
	}

	@Test
	void onlyOtherObjectsAreCleared() throws TrainingException {
		final int[] objects = objects("222222", "222222", "011022", "022022", "222222", "222222");
		// without an object: 20, 23, 30, 33
		final List<ObjectCrop> crops = cut(new CropOptions(4, 0.5, false, 1, 2, true), objects);
		assertEquals(1, crops.size());
		assertArrayEquals(
				new float[] {
					26.5f, 26.5f, 26.5f, 26.5f, 26.5f, 26.5f, 26.5f, 26.5f, 20, 21, 22, 23, 30, 26.5f, 26.5f, 33
				},
				crops.get(0).pixels().data());
		assertArrayEquals(
				new float[] {0, 1, 2, 3},
				cut(new CropOptions(4, 0.5, false, 1, 2, false), objects)
						.get(0)
						.pixels()
						.crop(0, 0, 1, 4)
						.data());
	}

	@Test
	void toClearOthersThereMustBeBackground() throws TrainingException {
		final CropOptions clearing = new CropOptions(2, 0, true, 1, 99, true);
		final String message = assertThrows(
						TrainingException.class,
						() -> cut(clearing, objects("111111", "111111", "111111", "222222", "222222", "222222")))
				.getMessage();
		assertEquals(
				"a.png: expected pixels of no object, whose median is put where other objects are, found none",
				message);
		assertEquals(
				1,
				cut(clearing, objects("111111", "111111", "111111", "111111", "111111", "111111"))
						.size());
	}

	@Test
	void withoutObjectsThereIsNothing() throws TrainingException {
		assertEquals(new ObjectCrops.Cut(List.of(), 0), new ObjectCrops(options(8, 0)).cut("a", PLANE, new int[36]));
	}

	@Test
	void optionsHaveRanges() {
		assertRefused("size: expected 1 to 4096 pixels, got 0", 0, 0, 1, 1);
		assertRefused("size: expected 1 to 4096 pixels, got 4097", 4097, 0, 1, 1);
		assertRefused("margin: expected 0 to 2, got -0.1", 8, -0.1, 1, 1);
		assertRefused("margin: expected 0 to 2, got NaN", 8, Double.NaN, 1, 1);
		assertRefused("minimum size of objects: expected 1 pixel or more, got 0", 8, 0, 0, 1);
		assertRefused("greatest size of objects: expected 5 pixels or more, got 4", 8, 0, 5, 4);
	}

	private static void assertRefused(
			final String message, final int size, final double margin, final int min, final int max) {
		assertEquals(
				message,
				assertThrows(
								IllegalArgumentException.class,
								() -> new CropOptions(size, margin, false, min, max, false))
						.getMessage());
	}
}
