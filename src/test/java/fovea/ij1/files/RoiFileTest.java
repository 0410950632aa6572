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
package fovea.ij1.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** ROIs of all kinds, whole and damaged. */
@Tag("thorough")
class RoiFileTest {

	private static final float[] XS = {1.5f, 20, 30.25f, 8};
	private static final float[] YS = {2, 3.5f, 25, 30};

	@TempDir
	private Path folder;

	private static List<Roi> kinds() {
		final Roi rectangle = new Roi(3, 4, 20, 10);
		rectangle.setName("a name");
		rectangle.setProperty("key", "value");
		final ShapeRoi shape = new ShapeRoi(new Roi(0, 0, 20, 20)).not(new ShapeRoi(new OvalRoi(5, 5, 8, 8)));
		return List.of(
				rectangle,
				new OvalRoi(2, 2, 30, 20),
				new PolygonRoi(new int[] {1, 20, 30}, new int[] {1, 5, 25}, 3, Roi.POLYGON),
				new PolygonRoi(XS, YS, Roi.FREEROI),
				new PolygonRoi(XS, YS, Roi.POLYLINE),
				new PointRoi(XS, YS, 4),
				new Line(1, 2, 30, 20),
				new EllipseRoi(2, 3, 30, 20, 0.5),
				shape,
				new TextRoi(3, 4, "words"));
	}

	@Test
	void whatWasWrittenIsRead() throws IOException, ImageException {
		for (final Roi roi : kinds()) {
			final Path file = Files.write(folder.resolve("one.roi"), RoiEncoder.saveAsByteArray(roi));
			final List<Roi> read = new RoiFile(file).read();
			assertEquals(1, read.size());
			assertEquals(roi.getBounds(), read.get(0).getBounds(), roi.getTypeAsString());
			assertEquals(roi.getTypeAsString(), read.get(0).getTypeAsString());
		}
	}

	/** Each is read, or refused in a line: no other exception, and no memory for what a header claims. */
	@Test
	@Timeout(60)
	void damageIsToldInOneLine() throws IOException {
		final Random random = new Random(4);
		for (final Roi roi : kinds()) {
			final byte[] whole = RoiEncoder.saveAsByteArray(roi);
			for (int i = 0; i < 200; i++) {
				final byte[] bytes = i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
				if (i % 4 > 0) bytes[random.nextInt(bytes.length)] ^= 1 << random.nextInt(8);
				final Path file = Files.write(folder.resolve("damaged.roi"), bytes);
				try {
					new RoiFile(file).read();
				} catch (final ImageException e) {
					assertTrue(
							e.getMessage().startsWith("Cannot read ROIs from '" + file)
									&& !e.getMessage().contains("\n"),
							e.getMessage());
				}
			}
		}
	}

	/** ImageJ's decoder allocates some 8 GB for it, or 4 GB for a shape, a name, a text. */
	@Test
	void countsAreHeldAgainstTheBytesThereAre() throws IOException {
		final byte[] polygon = RoiEncoder.saveAsByteArray(kinds().get(2));
		final ByteBuffer many = ByteBuffer.wrap(polygon.clone());
		many.putShort(RoiDecoder.N_COORDINATES, (short) 0).putInt(RoiDecoder.SIZE, Integer.MAX_VALUE);
		assertDamaged("claim 2147483647 coordinates", many);
		final ByteBuffer shape = ByteBuffer.wrap(RoiEncoder.saveAsByteArray(kinds().get(8)));
		assertDamaged("claim 1073741824 values of its shape", shape.putInt(RoiDecoder.SHAPE_ROI_SIZE, 1 << 30));
		final ByteBuffer named = ByteBuffer.wrap(RoiEncoder.saveAsByteArray(kinds().get(0)));
		assertDamaged(
				"claim 1073741824 letters of its name",
				named.putInt(named.getInt(RoiDecoder.HEADER2_OFFSET) + 20, 1 << 30));
		final ByteBuffer text = ByteBuffer.wrap(RoiEncoder.saveAsByteArray(kinds().get(9)));
		assertDamaged("claim 1073741824 letters of its text", text.putInt(RoiDecoder.COORDINATES + 12, 1 << 30));
	}

	private void assertDamaged(final String what, final ByteBuffer roi) throws IOException {
		final Path file = Files.write(folder.resolve("asks.roi"), roi.array());
		final String message = assertThrows(ImageException.class, () -> new RoiFile(file).read())
				.getMessage();
		assertTrue(message.contains("damaged") && message.contains(what), message);
	}
}
