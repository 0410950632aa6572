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
package fovea.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class FormPanelTest {

	private final FormPanel panel = new FormPanel(List.of(
			new Field("model", "Model", "Which", Field.Kind.FILE, List.of("nuclei", "mine"), "mine", "nuclei", false),
			new Field("threshold", "Threshold", "", Field.Kind.FRACTION, List.of(), "0.5", "0.5", false),
			new Field("mask", "Mask", "", Field.Kind.FLAG, List.of(), "true", "false", false),
			new Field("table", "Table", "", Field.Kind.FLAG, List.of(), "false", "false", false),
			new Field("split", "<b>Split", "", Field.Kind.CHOICE, List.of("auto", "never"), "never", "auto", false),
			new Field("halo", "Halo", "", Field.Kind.TEXT, List.of(), "-1", "-1", true),
			new Field("folder", "Folder", "", Field.Kind.FOLDER, List.of(), "/a b", "", true)));

	private <C extends Component> List<C> parts(final Class<C> type) {
		final List<C> found = new ArrayList<>();
		collect(panel, type, found);
		return found;
	}

	private static <C extends Component> void collect(final Container in, final Class<C> type, final List<C> found) {
		for (final Component part : in.getComponents()) {
			if (type.isInstance(part)) found.add(type.cast(part));
			if (part instanceof final Container more) collect(more, type, found);
		}
	}

	@Test
	void answersAreWhatIsThere() {
		assertEquals(
				Map.of(
						"model",
						"mine",
						"threshold",
						"0.5",
						"mask",
						"true",
						"table",
						"false",
						"split",
						"never",
						"halo",
						"-1",
						"folder",
						"/a b"),
				panel.values());
		parts(JCheckBox.class).get(0).doClick();
		parts(JComboBox.class).get(0).getEditor().setItem("/models/other.zip"); // typed, not chosen
		assertEquals("false", panel.values().get("mask"));
		assertEquals("/models/other.zip", panel.values().get("model"));
	}

	@Test
	void resetBringsTheDefaultsBack() {
		panel.reset();
		assertEquals(
				Map.of(
						"model",
						"nuclei",
						"threshold",
						"0.5",
						"mask",
						"false",
						"table",
						"false",
						"split",
						"auto",
						"halo",
						"-1",
						"folder",
						""),
				panel.values());
	}

	@Test
	void advancedIsHiddenAtFirst() {
		final JLabel halo = parts(JLabel.class).stream()
				.filter(label -> label.getText().equals("Halo"))
				.findFirst()
				.orElseThrow();
		assertFalse(halo.isVisible());
		assertTrue(panel.hasAdvanced());
		assertTrue(panel.usesAdvanced(), "the folder is no default");
		panel.reset();
		assertFalse(panel.usesAdvanced());
		panel.showAdvanced(true);
		assertTrue(halo.isVisible());
	}

	@Test
	void whatIsWrongStandsAtItsField() {
		assertTrue(panel.complain("threshold", "Expected 0 to 1, got 3"));
		assertEquals(
				List.of("Expected 0 to 1, got 3"),
				parts(JTextArea.class).stream()
						.filter(Component::isVisible)
						.map(JTextArea::getText)
						.toList());
		assertFalse(panel.complain("nonsense", "What?"));
		assertTrue(parts(JTextArea.class).stream().noneMatch(Component::isVisible));
	}

	@Test
	void textIsNoHtml() {
		final JLabel split = parts(JLabel.class).stream()
				.filter(label -> label.getText().startsWith("<"))
				.findFirst()
				.orElseThrow();
		assertEquals(null, split.getClientProperty("html"));
		assertEquals(
				1,
				parts(JTextField.class).stream()
						.filter(text -> text.getText().equals("0.5"))
						.count());
	}

	private static List<String> texts(final FormPanel panel) {
		return Arrays.stream(panel.getComponents())
				.filter(Component::isVisible)
				.filter(JLabel.class::isInstance)
				.map(part -> ((JLabel) part).getText())
				.toList();
	}

	private static Field field(final String key, final boolean advanced) {
		return new Field(key, key, "", Field.Kind.TEXT, List.of(), "", "", advanced);
	}

	@Test
	void whatBelongsTogetherStandsUnderOneHeading() {
		final FormPanel grouped = new FormPanel(List.of(
				field("model", false).under("Model"),
				field("threshold", false).under("Objects"),
				field("scale", true).under("Objects"),
				field("signature", true).under("Model"),
				field("size", false).under("Objects")));
		assertEquals(List.of("Model", "model", "Objects", "threshold", "size"), texts(grouped));
		grouped.showAdvanced(true);
		assertEquals(
				List.of(
						"Model",
						"model",
						"Objects",
						"threshold",
						"size",
						"Objects (more)",
						"scale",
						"Model (more)",
						"signature"),
				texts(grouped));
	}

	@Test
	void anAnswerIsExplainedUntilThereIsAnother() throws Exception {
		final CountDownLatch slow = new CountDownLatch(1);
		final FormPanel[] noted = new FormPanel[1];
		SwingUtilities.invokeAndWait(() -> noted[0] = new FormPanel(
				List.of(new Field("model", "Model", "", Field.Kind.FILE, List.of("a", "b"), "a", "a", false)
						.withNote(answer -> {
							assertFalse(SwingUtilities.isEventDispatchThread());
							if (answer.equals("a")) await(slow);
							return "Finds " + answer;
						}))));
		final JComboBox<?> choice = (JComboBox<?>) ((Container) noted[0].getComponent(1)).getComponent(0);
		SwingUtilities.invokeAndWait(() -> choice.setSelectedItem("b"));
		final JTextArea note = (JTextArea) noted[0].getComponent(2);
		assertFalse(note.isVisible());
		for (int i = 0; i < 500 && !note.getText().equals("Finds b"); i++) Thread.sleep(10);
		slow.countDown();
		Thread.sleep(200);
		assertEquals("Finds b", note.getText());
		assertTrue(note.isVisible());
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void aSliderAndItsNumberSayTheSame() {
		final JSlider slider = parts(JSlider.class).get(0);
		assertEquals(50, slider.getValue());
		final List<String> heard = new ArrayList<>();
		panel.onChange(() -> heard.add(panel.values().get("threshold")));
		slider.setValue(63);
		assertEquals("0.63", panel.values().get("threshold"));
		assertEquals("0.63", heard.get(heard.size() - 1));
		final JTextField number = (JTextField) slider.getParent().getComponent(1);
		number.setText("0.125");
		assertEquals(13, slider.getValue());
		assertEquals("0.125", panel.values().get("threshold"), "what was typed stays as it is");
		number.setText("0,7");
		assertEquals(70, slider.getValue());
		number.setText("half");
		assertEquals(70, slider.getValue());
		assertEquals("half", panel.values().get("threshold"), "the command says what is wrong with it");
	}

	@Test
	void eachChangeIsHeard() {
		final List<String> heard = new ArrayList<>();
		panel.onChange(() -> heard.add(""));
		parts(JCheckBox.class).get(0).doClick();
		final int ofBox = heard.size();
		assertTrue(ofBox > 0);
		parts(JComboBox.class).get(1).setSelectedItem("auto");
		final int ofChoice = heard.size();
		assertTrue(ofChoice > ofBox);
		((JTextField) parts(JComboBox.class).get(0).getEditor().getEditorComponent()).setText("other");
		assertTrue(heard.size() > ofChoice);
	}
}
