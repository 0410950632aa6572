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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.ImageException;
import fovea.data.ImageSource;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.image.SquareCrop;
import fovea.infer.PredictionOptions.Scope;
import java.util.List;
import java.util.OptionalInt;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;

/** How images are taken apart. */
class ItemSourceTest {

	/** Each pixel tells where it is: x + 10 y + 50 c + 100 z. */
	private static Image image(
			final int width, final int height, final int channels, final int slices, final boolean rgb) {
		final ArrayImg<UnsignedByteType, ?> img = ArrayImgs.unsignedBytes(width, height, channels, slices, 1);
		final var cursor = img.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			cursor.get()
					.set(cursor.getIntPosition(0)
							+ 10 * cursor.getIntPosition(1)
							+ 50 * cursor.getIntPosition(2)
							+ 100 * cursor.getIntPosition(3));
		}
		return new Image("i", img, Calibration.PIXELS, rgb);
	}

	private static PlaneItems planes(final Image image, final Scope scope, final Integer... channels) {
		final ImageSource source = ImageSource.of("s", List.of(image));
		return new PlaneItems(
				source,
				new PlaneCutter(OptionalInt.of(1), List.of(channels), scope),
				ItemNames.of(List.of("i"), List.of("x")));
	}

	private static Raster raster(final Item item) {
		return Raster.planesOf(item.image()).get(0);
	}

	@Test
	void slicesShareTheStackTheyAreNormalizedBy() throws Exception {
		final PlaneItems planes = planes(image(4, 3, 1, 2, false), Scope.IMAGE);
		final List<Item> items = planes.read(0);
		assertEquals(List.of("i:1", "i:2"), items.stream().map(Item::id).toList());
		assertEquals("x", items.get(0).label());
		assertEquals(new ItemLocation(0, 1, 2, 0, 0, 4, 3, 0), items.get(1).place());
		assertSame(items.get(0).statistics(), items.get(1).statistics());
		assertEquals(2, items.get(0).statistics().size(Image.Z));
		assertEquals(123, raster(items.get(1)).at(2, 3, 0));
		assertEquals("i:2", planes.read(items.get(1).place()).id());
		final Item alone = planes(image(4, 3, 1, 2, false), Scope.SLICE).read(0).get(1);
		assertSame(alone.image(), alone.statistics());
	}

	@Test
	void channelsAreChosen() throws Exception {
		assertEquals(
				50 + 13,
				raster(planes(image(4, 3, 2, 1, false), Scope.IMAGE, 2).read(0).get(0))
						.at(1, 3, 0));
		assertEquals(
				50 + 13,
				raster(planes(image(4, 3, 3, 1, true), Scope.IMAGE).read(0).get(0))
						.at(1, 3, 0)); // the mean of 0, 50, 100
		assertEquals(
				"There is no channel 3 in image 'i': it has 4 x 3, 2 channels, 1 slice, 1 frame",
				assertThrows(
								ImageException.class,
								() -> planes(image(4, 3, 2, 1, false), Scope.IMAGE, 3)
										.read(0))
						.getMessage());
	}

	@Test
	void aGridCoversTheImage() throws Exception {
		final GridItems grid = new GridItems(planes(image(7, 4, 1, 1, false), Scope.IMAGE), 3, 3, 3);
		final List<Item> patches = grid.read(0);
		assertEquals(
				List.of("i@0,0", "i@3,0", "i@4,0", "i@0,1", "i@3,1", "i@4,1"),
				patches.stream().map(Item::id).toList());
		assertEquals(new ItemLocation(0, 4, 1, 3, 1, 3, 3, 0), patches.get(4).place());
		assertEquals(13, raster(patches.get(4)).at(0, 0, 0));
		assertEquals(35, raster(patches.get(4)).at(2, 2, 0));
		assertEquals(7, patches.get(4).statistics().size(Image.X));
		assertEquals(
				"'i' has 7 x 4 pixels, expected at least those of a patch, 8 x 8",
				assertThrows(
								ImageException.class,
								() -> new GridItems(planes(image(7, 4, 1, 1, false), Scope.IMAGE), 8, 8, 8).read(0))
						.getMessage());
	}

	@Test
	void aCropIsAnImageOfItsOwn() {
		final Image image = image(9, 9, 1, 1, false);
		final SquareCrop square = SquareCrop.around(3, 4, 2, 1, 0.5);
		assertEquals(new SquareCrop(2, 2, 4), square);
		final Item item = CropItem.of("a", "b", image, square, 4, 4, ItemLocation.NOWHERE);
		assertSame(item.image(), item.statistics());
		assertEquals(22, raster(item).at(0, 0, 0));
		assertEquals(55, raster(item).at(3, 3, 0));
		assertEquals(
				0,
				raster(CropItem.of("a", "b", image, new SquareCrop(-2, -2, 4), 4, 4, ItemLocation.NOWHERE))
						.at(1, 1, 0)); // mirrored
	}
}
