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
package fovea.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructionSheetTest {

	/** Where the first cell begins, and how far the next is away from its end. */
	private static final int LEFT = 82;

	private static final int GAP = 8;

	private static Raster plane(final int width, final float... values) {
		return new Raster(values.length / width, width, 1, values);
	}

	private static int at(final BufferedImage image, final int x, final int y) {
		return image.getRGB(x, y) & 0xFFFFFF;
	}

	@Test
	void allThreeHaveTheTargetsRange() {
		final ReconstructionSheet.Example a = new ReconstructionSheet.Example(
				plane(2, -5, 0, 10, Float.NaN), plane(2, 2, 4, 6, 99), plane(2, 0, 10, 5, 2));
		final ReconstructionSheet.Example b =
				new ReconstructionSheet.Example(plane(2, 0, 1, 2, 3), plane(2, 0, 1, 2, 3), plane(2, 0, 1, 2, 3));
		final BufferedImage sheet = new ReconstructionSheet(List.of(a, b)).image();
		assertEquals(LEFT + 2 * 112 + 2 * GAP, sheet.getWidth());
		assertEquals(GAP + 3 * (112 + GAP), sheet.getHeight());
		final int[][] expected = {{0, 0, 255, 0}, {51, 102, 153, 255}, {0, 255, 128, 51}, {0, 85, 170, 255}};
		for (int row = 0; row < 3; row++)
			for (int i = 0; i < 4; i++) {
				final int x = LEFT + i % 2 * 56;
				final int y = GAP + row * (112 + GAP) + i / 2 * 56;
				final String where = "row " + row + " pixel " + i;
				for (final int inside : new int[] {0, 55}) { // every pixel is a square
					assertEquals(expected[row][i] * 0x010101, at(sheet, x + inside, y + inside), where);
					assertEquals(expected[3][i] * 0x010101, at(sheet, x + 112 + GAP + inside, y + inside), where);
				}
			}
		assertEquals(0xFFFFFF, at(sheet, LEFT + 112, 20));
		assertEquals(0xFFFFFF, at(sheet, 1, 1));
	}

	@Test
	void threeChannelsAreColorsOfOthersTheFirstIsShown() {
		final Raster color = new Raster(1, 1, 3, new float[] {0, 1, 0.4f});
		final Raster two = new Raster(1, 2, 2, new float[] {0, 500, 1, -500});
		final BufferedImage sheet = new ReconstructionSheet(List.of(
						new ReconstructionSheet.Example(color, color, color),
						new ReconstructionSheet.Example(plane(1, 1), two, two)))
				.image();
		assertEquals(0x00FF66, at(sheet, LEFT, GAP));
		assertEquals(0xFFFFFF, at(sheet, LEFT + 112 + GAP + 56, GAP + 112 + GAP));
		assertEquals(0x000000, at(sheet, LEFT + 112 + GAP, GAP + 112 + GAP));
	}

	@Test
	void classesAreColorsAndTheInputHasItsOwnRange() {
		final List<ClassSpec> classes = List.of(new ClassSpec("none", 0x102030), new ClassSpec("cell", 0x0080FF));
		final BufferedImage sheet = new ReconstructionSheet(List.of(ReconstructionSheet.Example.ofClasses(
						plane(2, -3, 5),
						new Raster(1, 2, 2, new float[] {-9, -8, 0.6f, 0.4f}),
						new Raster(1, 2, 2, new float[] {0, 1, 0, 0}),
						classes)))
				.image();
		final int[][] expected = {{0x000000, 0xFFFFFF}, {0x0080FF, 0x102030}, {0x0080FF, 0x808080}};
		for (int row = 0; row < 3; row++)
			for (int i = 0; i < 2; i++)
				assertEquals(
						expected[row][i],
						at(sheet, LEFT + 56 * i, GAP + row * (56 + GAP)),
						"row " + row + " pixel " + i);
		assertThrows(
				IllegalArgumentException.class,
				() -> ReconstructionSheet.Example.ofClasses(plane(1, 1), plane(1, 1), plane(1, 1), classes));
	}

	@Test
	void largeImagesAreReducedToMeans() {
		final float[] values = new float[600 * 300];
		for (int i = 0; i < values.length; i++) values[i] = (i % 600 + i / 600) % 3; // any 3 x 3 have the mean 1
		final Raster large = plane(600, values);
		final BufferedImage sheet =
				new ReconstructionSheet(List.of(new ReconstructionSheet.Example(large, large, large))).image();
		assertEquals(LEFT + 200 + GAP, sheet.getWidth());
		assertEquals(GAP + 3 * (100 + GAP), sheet.getHeight());
		assertEquals(0x808080, at(sheet, LEFT, GAP));
		assertEquals(0x808080, at(sheet, LEFT + 199, GAP + 99));
	}

	@Test
	void flatTargetsAreShownToo() {
		final float[] nothing = new float[4];
		Arrays.fill(nothing, Float.NaN);
		final BufferedImage sheet = new ReconstructionSheet(List.of(
						new ReconstructionSheet.Example(
								plane(2, 7, 8, 7, 7), plane(2, 7, 7, 7, 7), plane(2, 7, 7, 7, 7)),
						new ReconstructionSheet.Example(plane(2, nothing), plane(2, nothing), plane(2, nothing))))
				.image();
		assertEquals(0x000000, at(sheet, LEFT, GAP));
		assertEquals(0xFFFFFF, at(sheet, LEFT + 56, GAP));
		assertEquals(0x000000, at(sheet, LEFT + 112 + GAP, GAP));
	}

	@Test
	void sizesMustFit() {
		assertThrows(
				IllegalArgumentException.class,
				() -> new ReconstructionSheet.Example(plane(2, 1, 2), plane(2, 1, 2), plane(1, 1, 2)));
		assertThrows(IllegalArgumentException.class, () -> new ReconstructionSheet(List.of()));
	}

	@Test
	void aSheetIsAPng(@TempDir final Path folder) throws ImageException, IOException {
		final Path file = folder.resolve("sheet.png");
		final ReconstructionSheet sheet = new ReconstructionSheet(
				List.of(new ReconstructionSheet.Example(plane(1, 0), plane(1, 0), plane(1, 0))));
		sheet.writePng(file);
		final BufferedImage read = ImageIO.read(file.toFile());
		assertEquals(sheet.image().getWidth(), read.getWidth());
		assertTrue(read.getHeight() > 3 * 112);
	}
}
