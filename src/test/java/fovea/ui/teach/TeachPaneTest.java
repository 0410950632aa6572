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

import fovea.model.ClassSpec;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JSlider;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window's parts without a display. */
class TeachPaneTest {

	private final List<String> heard = new ArrayList<>();
	private Teaching teaching;
	private TeachPane pane;

	private final TeachHost host = new TeachHost() {

		@Override
		public void chosen(final Choices before, final Choices now) {
			heard.add(now.tool() + " " + now.current() + " of " + now.classes().size() + ", " + now.brush() + " px");
		}

		@Override
		public void addSelection() {
			heard.add("selection");
		}

		@Override
		public void undo() {
			heard.add("undo");
		}

		@Override
		public void redo() {
			heard.add("redo");
		}

		@Override
		public List<String> otherImages() {
			return List.of();
		}

		@Override
		public void addImage(final String title) {
			heard.add("image " + title);
		}

		@Override
		public void begin(final String start) {
			heard.add("begin '" + start + "'");
		}

		@Override
		public String proposedName() {
			return "mine";
		}

		@Override
		public boolean exists(final String name) {
			return false;
		}

		@Override
		public void keep(final String name) {
			heard.add("keep " + name);
		}

		@Override
		public void help() {
			heard.add("help");
		}

		@Override
		public void close() {
			heard.add("close");
		}
	};

	@BeforeEach
	void build() throws Exception {
		onSwing(() -> {
			teaching = new Teaching(Choices.of(ClassSpec.named(List.of("background", "nucleus"))));
			pane = new TeachPane(teaching, host, List.of("nuclei"), "");
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

	private <T extends Component> List<T> parts(final Container in, final Class<T> type) {
		final List<T> found = new ArrayList<>();
		for (final Component part : in.getComponents()) {
			if (type.isInstance(part)) found.add(type.cast(part));
			if (part instanceof final Container more) found.addAll(parts(more, type));
		}
		return found;
	}

	private AbstractButton button(final String text) {
		return parts(pane, AbstractButton.class).stream()
				.filter(button -> text.equals(button.getText()))
				.findFirst()
				.orElseThrow(() -> new AssertionError("there is no " + text));
	}

	@Test
	void toolsAndClassesAreChosen() throws Exception {
		onSwing(() -> {
			button("Eraser").doClick();
			button("ImageJ").doClick();
			button("Brush").doClick();
			parts(pane, JList.class).get(0).setSelectedIndex(0);
			assertEquals(
					List.of("ERASER 1 of 2, 8 px", "HOST 1 of 2, 8 px", "BRUSH 1 of 2, 8 px", "BRUSH 0 of 2, 8 px"),
					heard);
		});
	}

	@Test
	void theBrushGrowsByKeysAndBySlider() throws Exception {
		onSwing(() -> {
			teaching.change(choices -> choices.withNextBrush(1));
			assertEquals(10, teaching.choices().brush());
			teaching.change(choices -> choices.withBrush(1).withNextBrush(-1));
			assertEquals(1, teaching.choices().brush());
			final JSlider slider = parts(pane, JSlider.class).get(0);
			assertEquals(0, slider.getValue());
			slider.setValue(slider.getMaximum());
			assertEquals(Choices.LARGEST, teaching.choices().brush());
			for (int pixels = 1; pixels <= Choices.LARGEST; pixels++) {
				final int wanted = pixels;
				teaching.change(choices -> choices.withBrush(wanted));
				assertEquals(pixels, teaching.choices().brush(), "the slider has fewer places than there are sizes");
			}
		});
	}

	@Test
	void whatIsLearnedIsSaidAndOpensButtons() throws Exception {
		onSwing(() -> {
			assertFalse(button("Keep...").isEnabled());
			assertFalse(button("Undo").isEnabled());
			pane.show(new Learning("Learning: 3 strokes, step 20", false, true, false, true));
			assertEquals(
					"Learning: 3 strokes, step 20",
					parts(pane, JTextArea.class).get(0).getText());
			assertTrue(button("Keep...").isEnabled());
			assertFalse(button("Redo").isEnabled());
			button("Undo").doClick();
			button("Add selection (T)").doClick();
			button("Help").doClick();
			assertEquals(List.of("undo", "selection", "help"), heard);
		});
	}

	@Test
	void itBeginsWithWhatIsChosen() throws Exception {
		onSwing(() -> {
			final JComboBox<?> starts = parts(pane, JComboBox.class).get(0);
			starts.setSelectedIndex(1);
			starts.setSelectedIndex(0);
			assertEquals(List.of("begin 'nuclei'", "begin ''"), heard);
		});
	}

	@Test
	void aNewClassIsDrawnInAColorOfItsOwn() throws Exception {
		onSwing(() -> {
			teaching.change(choices -> choices.plus("wall").plus("spot"));
			final Choices now = teaching.choices();
			assertEquals("spot", now.drawn().name());
			assertEquals(
					4, now.classes().stream().map(ClassSpec::rgb).distinct().count());
			assertEquals(4, parts(pane, JList.class).get(0).getModel().getSize());
		});
	}
}
