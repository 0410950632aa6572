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
package fovea.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Box;
import fovea.image.Image;
import fovea.tf.TensorFlowNetworkFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripted strokes on a real network. */
class TeachingSessionTest {

	private final Image image = Discs.image("discs", 128);
	private final TeachingOptions options = TeachingOptions.of(Discs.CLASSES).withSteps(20, 10, 60);

	@Test
	void sixStrokesTeachWhatADiscIs() throws Exception {
		final List<TeachingState> states = Collections.synchronizedList(new ArrayList<>());
		try (TeachingSession session =
				TeachingSession.open(options, List.of(image), new TensorFlowNetworkFactory(), states::add)) {
			session.look(new View(Plane.of(0), Box.of(image)));
			assertTrue(session.state().prediction().isEmpty());
			final TeachingState settled = session.teach(Discs.six());
			assertEquals(60, settled.steps());
			assertEquals(6, settled.revision());
			assertEquals(6, settled.learned());
			assertTrue(settled.isSettled());
			assertEquals(TeachingState.Activity.IDLE, settled.activity());
			assertTrue(
					Discs.overlap(settled.predictionOfView().orElseThrow()) > 0.6,
					() -> "overlap " + Discs.overlap(settled.predictionOfView().orElseThrow()));
			assertFalse(states.isEmpty());
		}
		for (int i = 1; i < states.size(); i++) {
			assertTrue(states.get(i).revision() >= states.get(i - 1).revision());
			assertTrue(states.get(i).steps() >= states.get(i - 1).steps());
		}
	}
}
