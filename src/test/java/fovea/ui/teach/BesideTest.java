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
package fovea.ui.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of the image and of the window beside it. */
class BesideTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1366, 768);
	private static final Dimension WINDOW = new Dimension(300, 640);

	@ParameterizedTest
	@CsvSource({
		"598, 103, 370, 400",
		"0, 0, 1366, 768",
		"900, 500, 400, 400",
		"1000, 0, 366, 768",
		"300, 103, 1000, 660",
		"0, 0, 1000, 700"
	})
	void neitherIsOnTopOfTheOther(final int x, final int y, final int width, final int height) {
		final Beside places = Beside.of(new Rectangle(x, y, width, height), WINDOW, SCREEN);
		final Rectangle window = new Rectangle(places.window(), WINDOW);
		assertFalse(places.image().intersects(window), places.toString());
		assertTrue(SCREEN.contains(window), places.toString());
		assertTrue(places.image().x >= 0 && places.image().x + places.image().width <= 1366, places.toString());
	}

	@Test
	void anImageWithRoomAtItsRightStays() {
		final Rectangle image = new Rectangle(598, 103, 370, 400);
		assertEquals(new Beside(image, new Point(968, 103)), Beside.of(image, WINDOW, SCREEN));
	}
}
