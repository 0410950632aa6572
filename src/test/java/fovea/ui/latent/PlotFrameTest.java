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
package fovea.ui.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.chart.ScatterChart.View;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlotFrameTest {

	private static final View WHOLE = new View(-2, 6, 10, 30);
	private static final PlotFrame FRAME = new PlotFrame(WHOLE, new Rectangle2D.Double(50, 20, 400, 200));

	@Test
	void yGoesUpwards() {
		assertEquals(-2, FRAME.x(50), 1e-12);
		assertEquals(6, FRAME.x(450), 1e-12);
		assertEquals(30, FRAME.y(20), 1e-12);
		assertEquals(10, FRAME.y(220), 1e-12);
	}

	@Property
	void pixelsAndPlacesAreEachOthersInverse(
			@ForAll @DoubleRange(min = -100, max = 100) final double x,
			@ForAll @DoubleRange(min = -100, max = 100) final double y) {
		assertEquals(x, FRAME.x(FRAME.pixelX(x)), 1e-9);
		assertEquals(y, FRAME.y(FRAME.pixelY(y)), 1e-9);
	}

	@Property
	void whatIsBelowTheMouseStaysThereWhileItIsZoomed(
			@ForAll @DoubleRange(min = 50, max = 450) final double px,
			@ForAll @DoubleRange(min = 20, max = 220) final double py,
			@ForAll @DoubleRange(min = 0.2, max = 5) final double factor) {
		final View zoomed = FRAME.zoomed(px, py, factor, WHOLE);
		final PlotFrame after = new PlotFrame(zoomed, FRAME.area());
		assertEquals(FRAME.x(px), after.x(px), 1e-9);
		assertEquals(FRAME.y(py), after.y(py), 1e-9);
		assertEquals(factor * 8, zoomed.x1() - zoomed.x0(), 1e-9);
		assertEquals(factor * 20, zoomed.y1() - zoomed.y0(), 1e-9);
	}

	@Test
	void zoomingEndsSomewhere() {
		PlotFrame frame = FRAME;
		for (int i = 0; i < 500; i++) frame = new PlotFrame(frame.zoomed(60, 30, 0.5, WHOLE), frame.area());
		assertEquals(8e-6, frame.view().x1() - frame.view().x0(), 1e-9);
		for (int i = 0; i < 500; i++) frame = new PlotFrame(frame.zoomed(60, 30, 2, WHOLE), frame.area());
		assertEquals(8e6, frame.view().x1() - frame.view().x0(), 1);
	}

	@Test
	void whatIsDraggedFollowsTheMouse() {
		final PlotFrame after = new PlotFrame(FRAME.panned(30, -12), FRAME.area());
		assertEquals(FRAME.pixelX(1) + 30, after.pixelX(1), 1e-9);
		assertEquals(FRAME.pixelY(15) - 12, after.pixelY(15), 1e-9);
	}

	@Test
	void aRectangleFillsTheAreaThen() {
		final View part = FRAME.within(new Rectangle2D.Double(150, 70, 100, 50));
		assertEquals(FRAME.x(150), part.x0(), 1e-12);
		assertEquals(FRAME.x(250), part.x1(), 1e-12);
		assertEquals(FRAME.y(120), part.y0(), 1e-12);
		assertEquals(FRAME.y(70), part.y1(), 1e-12);
	}

	@Test
	void theNearestPointIsHitAndOnlyWithinItsRadius() {
		final double[] x = {0, 0.05, 4};
		final double[] y = {20, 20, 25};
		final double py = FRAME.pixelY(20);
		assertEquals(0, PointHits.nearest(x, y, FRAME, FRAME.pixelX(0) + 1, py, 6));
		assertEquals(1, PointHits.nearest(x, y, FRAME, FRAME.pixelX(0.05) + 5.9, py, 6));
		assertEquals(-1, PointHits.nearest(x, y, FRAME, FRAME.pixelX(0.05) + 6.1, py, 6));
		assertEquals(2, PointHits.nearest(x, y, FRAME, FRAME.pixelX(4), FRAME.pixelY(25) + 5, 6));
		assertEquals(
				1,
				PointHits.nearest(
						new double[] {1, 1}, new double[] {15, 15}, FRAME, FRAME.pixelX(1), FRAME.pixelY(15), 6),
				"the one above");
	}

	@Test
	void aLassoHasWhatIsInItAndNothingOfItsHollow() {
		final double[] x = {0, 2, 4};
		final double[] y = {20, 20, 20};
		final Path2D around = new Path2D.Double();
		// A U around the first and the third, below the second.
		final double[][] corners = {{-1, 26}, {-1, 14}, {5, 14}, {5, 26}, {3, 26}, {3, 17}, {1, 17}, {1, 26}};
		for (final double[] corner : corners) {
			final double px = FRAME.pixelX(corner[0]);
			final double py = FRAME.pixelY(corner[1]);
			if (around.getCurrentPoint() == null) around.moveTo(px, py);
			else around.lineTo(px, py);
		}
		around.closePath();
		assertEquals(List.of(0, 2), PointHits.inside(x, y, FRAME, around));
		assertTrue(PointHits.inside(x, y, FRAME, new Rectangle2D.Double(0, 0, 10, 10))
				.isEmpty());
	}
}
