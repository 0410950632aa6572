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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.HeadlessException;
import java.awt.Window;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The window itself. With a display: {@code xvfb-run -a mvn test -Pslow -Dfovea.headless=false
 * -Dtest=LatentExplorerTest}.
 */
class LatentExplorerTest {

	@Test
	@Tag("slow")
	void itOpensAndTakesEverythingWithItWhenItIsClosed() throws Exception {
		assumeTrue(LatentExplorer.isPossible(), "there is no display");
		final NucleiSpace nuclei = NucleiSpace.of(4);
		final RecordingHost host = new RecordingHost();
		LatentExplorer.open(nuclei.space(), host);
		final JFrame[] frame = new JFrame[1];
		SwingUtilities.invokeAndWait(() -> {
			for (final Window each : Window.getWindows())
				if (each instanceof JFrame && each.isDisplayable()) frame[0] = (JFrame) each;
		});
		assertEquals("Latent Space: blobs, nuclei-cae", frame[0].getTitle());
		assertTrue(frame[0].isVisible());
		SwingUtilities.invokeAndWait(
				() -> frame[0].dispatchEvent(new WindowEvent(frame[0], WindowEvent.WINDOW_CLOSING)));
		for (int i = 0; i < 100 && host.asked.isEmpty(); i++) Thread.sleep(50);
		assertEquals("close", host.asked.get(0));
		boolean closed = false;
		for (int i = 0; i < 200 && !closed; i++) {
			Thread.sleep(50);
			closed = isClosed(nuclei);
		}
		assertTrue(closed, "the network is still there");
	}

	private static boolean isClosed(final NucleiSpace nuclei) {
		try {
			nuclei.space().decode(new float[16]);
			return false;
		} catch (final Exception e) {
			return true;
		}
	}

	@Test
	void withoutADisplayThereIsNoWindow() {
		assumeFalse(LatentExplorer.isPossible(), "there is a display");
		assertThrows(HeadlessException.class, LatentExplorerTest::openNothing);
	}

	private static void openNothing() throws Exception {
		try (NucleiSpace nuclei = NucleiSpace.of(1)) {
			LatentExplorer.open(nuclei.space(), new RecordingHost());
		}
	}
}
