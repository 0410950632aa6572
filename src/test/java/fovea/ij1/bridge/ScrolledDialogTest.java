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
package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.gui.GUI;
import java.awt.GraphicsEnvironment;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.ScrollPane;
import java.awt.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a display: {@code xvfb-run -a mvn test -Pslow -Dfovea.headless=false -Dtest=ScrolledDialogTest}. */
@Tag("slow")
class ScrolledDialogTest {

	private static ScrolledDialog dialog(final int fields) {
		assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display");
		final ScrolledDialog dialog = new ScrolledDialog("many");
		for (int i = 0; i < fields; i++) dialog.addStringField("field " + i, "value " + i);
		dialog.addPanel(new Panel()); // in place of the buttons, which come last
		dialog.pack();
		dialog.setup();
		return dialog;
	}

	@Test
	void aDialogThatIsTooTallIsScrolledAndItsButtonsAreInSight() {
		final ScrolledDialog dialog = dialog(80);
		try {
			final Rectangle screen = GUI.getMaxWindowBounds();
			assertTrue(dialog.getHeight() <= screen.height, dialog.getBounds() + " of " + screen);
			assertTrue(dialog.getComponent(0) instanceof ScrollPane);
			assertEquals(
					dialog.getComponent(0).getY() + dialog.getComponent(0).getHeight(),
					dialog.getComponent(1).getY());
			assertEquals("value 79", ((TextField) dialog.getStringFields().get(79)).getText());
		} finally {
			dialog.dispose();
		}
	}

	@Test
	void othersStayAsTheyAre() {
		final ScrolledDialog dialog = dialog(3);
		try {
			for (int i = 0; i < dialog.getComponentCount(); i++)
				assertTrue(!(dialog.getComponent(i) instanceof ScrollPane));
		} finally {
			dialog.dispose();
		}
	}
}
