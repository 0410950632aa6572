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

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.io.DataType;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;

class CropReaderTest {

	private static final CropOptions WHOLE = new CropOptions(1, 0, true, 1, 99, false);

	private final List<String> warnings = new ArrayList<>();

	private static Image image(
			final String name, final boolean rgb, final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		return new Image(name, pixels, Calibration.PIXELS, rgb);
	}

	/** X Y C Z T, x fastest. */
	private static Image floats(final String name, final long[] size, final float... values) {
		return image(name, false, ArrayImgs.floats(values, size));
	}

	private CropReader reader(final List<Image> images, final Image... masks) throws FoveaException {
		return new CropReader(
				ImageSource.of("images", images),
				ImageSource.of("masks", List.of(masks)),
				(mask, name) -> {
					final int[] objects = new int[mask.data().length];
					for (int i = 0; i < objects.length; i++) objects[i] = (int) mask.data()[i];
					if (objects[0] < 0) throw new TrainingException(name + ": expected 0 or more");
					return objects;
				},
				WHOLE,
				warnings::add);
	}

	@Test
	void typesAreTold() throws FoveaException {
		final long[] one = {1, 1, 1, 1, 1};
		final CropReader reader = reader(
				List.of(
						image("a", false, ArrayImgs.unsignedBytes(new byte[] {(byte) 200}, one)),
						image("b", false, ArrayImgs.unsignedShorts(new short[] {(short) 60000}, one)),
						floats("c", one, 0.25f)),
				floats("a", one, 1),
				floats("b", one, 2),
				floats("c", one, 3));
		assertEquals(List.of("a", "b", "c"), reader.names());
		assertEquals(new CropReader.ImageCrops(DataType.UINT8, List.of(crop("a", 1, 200)), 1), reader.read(0));
		assertEquals(new CropReader.ImageCrops(DataType.UINT16, List.of(crop("b", 2, 60000)), 1), reader.read(1));
		assertEquals(new CropReader.ImageCrops(DataType.FLOAT32, List.of(crop("c", 3, 0.25f)), 1), reader.read(2));
	}

	private static ObjectCrop crop(final String image, final int label, final float value) {
		return new ObjectCrop(image, label, 0, 0, 1, 1, new Raster(1, 1, 1, new float[] {value}));
	}

	@Test
	void ofColorsTheMeanIsTaken() throws FoveaException {
		final Image rgb = image("rgb", true, ArrayImgs.unsignedBytes(new byte[] {10, 40, (byte) 250}, 1, 1, 3, 1, 1));
		final CropReader.ImageCrops crops = reader(List.of(rgb), floats("rgb", new long[] {1, 1, 1, 1, 1}, 1))
				.read(0);
		assertEquals(DataType.UINT8, crops.type());
		assertArrayEquals(new float[] {100}, crops.crops().get(0).pixels().data());
	}

	@Test
	void otherChannelsAreRefused() throws FoveaException {
		final CropReader reader = reader(
				List.of(floats("two", new long[] {1, 1, 2, 1, 1}, 1, 2)), floats("two", new long[] {1, 1, 1, 1, 1}, 1));
		assertEquals(
				"two: expected 1 channel, got 2",
				assertThrows(TrainingException.class, () -> reader.read(0)).getMessage());
	}

	@Test
	void eachPlaneIsCutByItsMask() throws FoveaException {
		final long[] size = {2, 1, 1, 2, 1};
		final CropReader.ImageCrops crops = reader(
						List.of(floats("stack", size, 1, 2, 3, 4)), floats("stack", size, 0, 5, 6, 5))
				.read(0);
		assertEquals(3, crops.objects());
		assertEquals(
				List.of("stack plane 1 5", "stack plane 2 5", "stack plane 2 6"),
				crops.crops().stream().map(c -> c.image() + " " + c.label()).toList());
		assertEquals(
				List.of(2f, 4f, 3f),
				crops.crops().stream().map(c -> c.pixels().data()[0]).toList());
	}

	@Test
	void sizesMustAgreeAndErrorsNameTheMask() throws FoveaException {
		final Image a = floats("a.png", new long[] {2, 1, 1, 1, 1}, 1, 2);
		final CropReader other = reader(List.of(a), floats("m.tif", new long[] {1, 2, 1, 1, 1}, 1, 2));
		assertEquals(
				"m.tif: expected the size of a.png, 2 x 1, got 1 x 2",
				assertThrows(TrainingException.class, () -> other.read(0)).getMessage());
		final CropReader bad = reader(List.of(a), floats("m.tif", new long[] {2, 1, 1, 1, 1}, -1, 2));
		assertEquals(
				"m.tif: expected 0 or more",
				assertThrows(TrainingException.class, () -> bad.read(0)).getMessage());
	}

	@Test
	void pairsAreMadeByNameElseByOrderWithAWarning() throws FoveaException {
		final long[] one = {1, 1, 1, 1, 1};
		final List<Image> images = List.of(floats("a.png", one, 1), floats("b.png", one, 2));
		assertEquals(
				9,
				reader(images, floats("b.tif", one, 8), floats("a.tif", one, 9))
						.read(0)
						.crops()
						.get(0)
						.label());
		assertEquals(List.of(), warnings);
		assertEquals(
				8,
				reader(images, floats("c.tif", one, 8), floats("a.tif", one, 9))
						.read(0)
						.crops()
						.get(0)
						.label());
		assertEquals(1, warnings.size());
		assertEquals(
				"masks: expected 2 images, one for each in images, got 1; 'b' has no partner",
				assertThrows(TrainingException.class, () -> reader(images, floats("a.tif", one, 8)))
						.getMessage());
	}
}
