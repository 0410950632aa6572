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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.chart.ScatterChart.View;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.latent.Interpolation;
import fovea.latent.LatentProjection;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window's parts with a real network, without a display; everything runs at once. */
class ExplorerPaneTest {

	private static NucleiSpace nuclei;

	private final RecordingHost host = new RecordingHost();
	private ExplorerPane pane;

	@BeforeAll
	static void open() throws Exception {
		nuclei = NucleiSpace.of(8);
	}

	@AfterAll
	static void close() {
		nuclei.close();
	}

	@BeforeEach
	void build() throws Exception {
		onSwing(() -> {
			pane = new ExplorerPane(
					nuclei.space(),
					host,
					Places.of(nuclei.encodings(), nuclei.space().projection()),
					Runnable::run,
					Runnable::run);
			pane.setSize(pane.getPreferredSize());
			layOut(pane);
			paint();
		});
	}

	private static void onSwing(final Runnable task) throws Exception {
		final AtomicReference<Throwable> failure = new AtomicReference<>();
		SwingUtilities.invokeAndWait(() -> {
			try {
				task.run();
			} catch (final Throwable e) {
				failure.set(e);
			}
		});
		if (failure.get() != null) throw new AssertionError(failure.get().getMessage(), failure.get());
	}

	private static void layOut(final Container container) {
		container.doLayout();
		for (final Component part : container.getComponents()) if (part instanceof final Container inner) layOut(inner);
	}

	private BufferedImage paint() {
		final BufferedImage picture = new BufferedImage(pane.getWidth(), pane.getHeight(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = picture.createGraphics();
		pane.print(graphics);
		graphics.dispose();
		return picture;
	}

	private ExplorerState state() {
		return pane.explorer().state();
	}

	private PlotFrame frame() {
		paint();
		return pane.canvas().frame().orElseThrow();
	}

	private Point at(final int index) {
		return pane.canvas().place(index).orElseThrow();
	}

	private void mouse(final int id, final Point at, final int modifiers) {
		final boolean right = (modifiers & InputEvent.BUTTON3_DOWN_MASK) != 0;
		pane.canvas()
				.dispatchEvent(new MouseEvent(
						pane.canvas(),
						id,
						0,
						modifiers,
						at.x,
						at.y,
						1,
						false,
						id == MouseEvent.MOUSE_MOVED
								? MouseEvent.NOBUTTON
								: right ? MouseEvent.BUTTON3 : MouseEvent.BUTTON1));
	}

	private void drag(final int modifiers, final Point... way) {
		mouse(MouseEvent.MOUSE_PRESSED, way[0], modifiers);
		for (final Point point : way) mouse(MouseEvent.MOUSE_DRAGGED, point, modifiers);
		mouse(MouseEvent.MOUSE_RELEASED, way[way.length - 1], modifiers);
	}

	private void choose(final String title) {
		final List<AbstractButton> found = new ArrayList<>();
		collect(pane, AbstractButton.class, found);
		found.stream()
				.filter(button -> title.equals(button.getText()))
				.findFirst()
				.orElseThrow()
				.doClick();
	}

	private static <T> void collect(final Container from, final Class<T> type, final List<T> found) {
		for (final Component part : from.getComponents()) {
			if (type.isInstance(part)) found.add(type.cast(part));
			if (part instanceof final Container inner) collect(inner, type, found);
		}
	}

	/** @return a place in the plot that no point is near to */
	private Point free() {
		final PlotFrame frame = frame();
		for (int x = (int) frame.area().getX() + 20; x < frame.area().getMaxX(); x += 10) {
			final Point at = new Point(x, (int) frame.area().getCenterY());
			if (pane.canvas().hit(at).isEmpty()) return at;
		}
		throw new AssertionError("no place is free");
	}

	@Test
	void aClickOnAPointLooksAtItsItemAndSelectsItInImageJ() throws Exception {
		onSwing(() -> {
			drag(InputEvent.BUTTON1_DOWN_MASK, at(5));
			assertEquals(OptionalInt.of(5), state().current());
			assertEquals(List.of("select 5"), host.asked);
			assertArrayEquals(
					nuclei.encodings().all().get(5).z(), state().point().orElseThrow());
		});
	}

	@Test
	void whatIsSelectedInImageJIsHighlightedAndNotSelectedThereAgain() throws Exception {
		onSwing(() -> {
			host.listener.accept(2);
			assertEquals(OptionalInt.of(2), state().current());
			assertEquals(List.of(), host.asked);
		});
	}

	@Test
	void whereThereIsNoPointThePlaceIsDecoded() throws Exception {
		onSwing(() -> {
			final LatentProjection projection = nuclei.space().projection();
			final Point first = free();
			final Point last = new Point(first.x + 60, first.y + 25);
			final PlotFrame frame = frame();
			drag(InputEvent.BUTTON1_DOWN_MASK, first, last);
			assertArrayEquals(
					projection.inverse(frame.x(last.x), frame.y(last.y)),
					state().point().orElseThrow(),
					1e-5f);
			assertTrue(state().current().isEmpty());
			assertEquals(1, pane.decoded().shown().size());
			final BufferedImage there = pane.decoded().shown().get(0).picture();
			host.listener.accept(0);
			assertNotEquals(sum(there), sum(pane.decoded().shown().get(0).picture()));
		});
	}

	private static long sum(final BufferedImage picture) {
		return IntStream.of(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
				.asLongStream()
				.sum();
	}

	@Test
	void numbersAreThoseWithoutAWindow() throws Exception {
		final List<Raster> expected = new Interpolation(nuclei.autoencoder())
				.between(nuclei.source().read(1).get(0), nuclei.source().read(6).get(0), 16, ProgressListener.NONE);
		onSwing(() -> {
			pane.explorer().change(state -> state.withEnds(OptionalInt.of(1), OptionalInt.of(6)));
			choose("Make Stack");
		});
		assertEquals(expected, host.stack);
		assertEquals(nuclei.autoencoder().reconstruct(nuclei.source().read(1).get(0)), host.stack.get(0));
		assertEquals(nuclei.autoencoder().reconstruct(nuclei.source().read(6).get(0)), host.stack.get(15));
		for (int i = 0; i < 8; i++)
			assertEquals(
					nuclei.autoencoder().encode(nuclei.source().read(i).get(0)),
					nuclei.space().encodings().all().get(i));
		final float[] point = nuclei.space().projection().inverse(0.3, -0.2);
		assertEquals(nuclei.autoencoder().decode(point), nuclei.space().decode(point));
		assertEquals(
				nuclei.autoencoder().reconstruct(nuclei.source().read(3).get(0)),
				nuclei.space().reconstruction(3));
	}

	@Test
	void aLassoSelectsAndWithShiftSelectsMore() throws Exception {
		onSwing(() -> {
			choose("Lasso");
			lasso(at(1), InputEvent.BUTTON1_DOWN_MASK);
			assertTrue(state().selected().contains(1));
			final List<Integer> first = state().selected();
			lasso(at(7), InputEvent.BUTTON1_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK);
			assertTrue(
					state().selected().containsAll(first) && state().selected().contains(7),
					state().selected().toString());
			choose("To ROI Manager");
			choose("To Stack");
			assertEquals("collect " + state().selected(), host.asked.get(0));
			assertTrue(host.asked.get(1).startsWith("show selected items [blob "), host.asked.get(1));
			assertEquals(state().selected().size(), host.stack.size());
			lasso(new Point(3, 3), InputEvent.BUTTON1_DOWN_MASK);
			assertEquals(List.of(), state().selected());
		});
	}

	private void lasso(final Point at, final int modifiers) {
		drag(
				modifiers,
				new Point(at.x - 8, at.y - 8),
				new Point(at.x + 8, at.y - 8),
				new Point(at.x + 8, at.y + 8),
				new Point(at.x - 8, at.y + 8));
	}

	@Test
	void theWheelZoomsTheRightButtonPansAndFitShowsAllAgain() throws Exception {
		onSwing(() -> {
			final Point at = at(4);
			pane.canvas()
					.dispatchEvent(new MouseWheelEvent(
							pane.canvas(),
							MouseEvent.MOUSE_WHEEL,
							0,
							0,
							at.x,
							at.y,
							0,
							false,
							MouseWheelEvent.WHEEL_UNIT_SCROLL,
							1,
							-3));
			final View zoomed = state().view().orElseThrow();
			assertTrue(zoomed.x1() - zoomed.x0()
					< 0.6 * (pane.canvas().whole().x1() - pane.canvas().whole().x0()));
			paint();
			assertTrue(at.distance(at(4)) < 4, at + " " + at(4)); // axes' numbers have other widths now
			final Point before = at(4);
			drag(InputEvent.BUTTON3_DOWN_MASK, before, new Point(before.x + 40, before.y));
			paint();
			assertTrue(Math.abs(at(4).x - before.x - 40) <= 4, before + " " + at(4));
			assertTrue(state().point().isEmpty(), "nothing is decoded by that");
			choose("Fit");
			assertTrue(state().view().isEmpty());
			choose("Zoom");
			drag(
					InputEvent.BUTTON1_DOWN_MASK,
					new Point(before.x - 30, before.y - 30),
					new Point(before.x + 30, before.y + 30));
			assertFalse(state().view().isEmpty());
		});
	}

	@Test
	void theListOfErrorsLeadsToTheItem() throws Exception {
		onSwing(() -> {
			final List<JTable> tables = new ArrayList<>();
			collect(pane, JTable.class, tables);
			tables.get(0).setRowSelectionInterval(0, 0);
			final int worst = state().current().orElseThrow();
			assertEquals(
					nuclei.encodings().worstFirst().get(0),
					nuclei.encodings().all().get(worst));
			host.listener.accept((worst + 1) % 8);
			assertEquals(
					nuclei.encodings().all().get((worst + 1) % 8).id(),
					tables.get(0).getValueAt(tables.get(0).getSelectedRow(), 0));
			assertEquals(List.of("select " + worst), host.asked);
		});
	}

	@Test
	void whatIsClosedHearsNothing() throws Exception {
		onSwing(() -> {
			pane.close();
			host.listener.accept(3);
			assertTrue(state().current().isEmpty());
			assertEquals(List.of("close"), host.asked);
		});
	}
}
