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
package fovea.ui.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.UIManager;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that is HTML is shown, not obeyed: Swing keeps what it renders as a property of the part. */
class PlainTest {

	private static final String HTML = "<html><b>x</b><img src='http://127.0.0.1:9/x'>";

	private static void assertPlain(final Object part) {
		assertNull(((JComponent) part).getClientProperty(BasicHTML.propertyKey), part.toString());
	}

	@Test
	void swingWouldRenderIt() {
		assertNotNull(new JLabel("<html><b>x</b>").getClientProperty(BasicHTML.propertyKey));
		assertNotNull(
				new JTable(1, 1)
										.getDefaultRenderer(Object.class)
										.getTableCellRendererComponent(new JTable(1, 1), "<html>x", false, false, 0, 0)
								instanceof final JComponent cell
						? cell.getClientProperty(BasicHTML.propertyKey)
						: null);
	}

	@Test
	void labelsAndButtonsAreText() {
		final JLabel label = Plain.label(HTML);
		assertPlain(label);
		label.setText(HTML + "2");
		assertPlain(label);
		assertPlain(Plain.label(HTML, null));
		assertPlain(Plain.button(HTML));
		assertPlain(Plain.toggle(HTML, false));
		for (final JLabel line : Ask.labels(HTML + "\n" + HTML)) assertPlain(line);
		assertEquals(2, Ask.labels("a\nb").length);
	}

	@ParameterizedTest
	@ValueSource(strings = {"javax.swing.plaf.metal.MetalLookAndFeel", "javax.swing.plaf.nimbus.NimbusLookAndFeel"})
	void listsAreTextInEveryLook(final String look) throws Exception {
		final JList<String> list = Plain.list();
		final JComboBox<String> choice = Plain.choice(new String[] {HTML});
		final JTable table = Plain.table(new DefaultTableModel(new Object[][] {{HTML}}, new Object[] {HTML}));
		final String before = UIManager.getLookAndFeel().getClass().getName();
		UIManager.setLookAndFeel(look);
		try {
			for (final JComponent part : new JComponent[] {list, choice, table}) part.updateUI();
			table.getTableHeader().updateUI();
			assertPlain(list.getCellRenderer().getListCellRendererComponent(list, HTML, 0, false, false));
			assertPlain(choice.getRenderer().getListCellRendererComponent(new JList<>(), HTML, 0, false, false));
			assertPlain(table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0));
		} finally {
			UIManager.setLookAndFeel(before);
		}
	}

	@Test
	void tipsAndTabsAreText() {
		final JLabel label = Plain.label("a");
		Plain.tip(label, HTML);
		final JToolTip tip = label.createToolTip();
		tip.setTipText(label.getToolTipText());
		assertPlain(tip);
		final JTabbedPane tabs = new JTabbedPane();
		Plain.tab(tabs, HTML, label);
		assertFalse(BasicHTML.isHTMLString(tabs.getTitleAt(0)));
		assertEquals("nucleus <1>", Plain.text("nucleus <1>"));
	}
}
