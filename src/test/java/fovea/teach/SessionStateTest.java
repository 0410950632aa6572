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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.net.WeightMap;
import fovea.teach.SessionState.Task;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is to be done next, and what is told, without a thread and without a network. */
class SessionStateTest {

	private static final int PER_EDIT = 3;
	private static final int MOST = 5;
	private static final WeightMap WEIGHTS = new WeightMap(Map.of());
	private static final Lesson.Update UPDATE = new Lesson.Update(PER_EDIT, 0.5, 1);

	private final Image image = Discs.image("discs", 96);
	private final View whole = new View(Plane.of(0), Box.of(image));
	private final SessionState state;

	SessionStateTest() throws FoveaException {
		final TeachingOptions options = TeachingOptions.of(Discs.CLASSES).withSteps(2, PER_EDIT, MOST);
		state = new SessionState(options, List.of(image), Beginning.of(options, 1));
	}

	private void annotate(final Integer... missing) {
		assertEquals(Task.ANNOTATE, state.begin());
		state.annotated(state.drawn().revision(), List.of(missing), Optional.empty());
	}

	private void step(final int times) {
		for (int i = 0; i < times; i++) state.stepped(state.steps() + 1);
	}

	private Prediction prediction() {
		return new Prediction(whole, 1, 1, Discs.CLASSES, new float[2][96 * 96], new BitSet());
	}

	@Test
	void strokesAreAnnotatedLearnedAndPredicted() throws Exception {
		assertEquals(Task.WAIT, state.begin());
		state.look(whole);
		assertEquals(Task.WAIT, state.begin(), "a network that knows nothing has nothing to say");
		state.addAll(List.of(Discs.onDisc(0, 0)));
		annotate(0);
		assertEquals(Task.WAIT, state.begin());
		assertEquals(
				"draw at least one stroke of each class: background",
				state.snapshot().message());
		state.addAll(List.of(Discs.between(0, 0)));
		annotate();
		assertEquals(Task.LEARN, state.begin());
		assertEquals(TeachingState.Activity.LEARNING, state.snapshot().activity());
		assertFalse(state.snapshot().isSettled());
		assertTrue(state.goesOn(0));
		step(1);
		assertFalse(state.goesOn(1), "what is in view is predicted first");
		assertTrue(state.learned(UPDATE, WEIGHTS).isEmpty());
		assertEquals(2, state.snapshot().learned());
		assertEquals(Task.PREDICT, state.begin());
		assertEquals(new SessionState.Wanted(whole, 2), state.beginPrediction().orElseThrow());
		state.predicted(prediction());
		assertEquals(Task.LEARN, state.begin());
		step(MOST - 1);
		assertFalse(state.canLearn());
		assertEquals(state.snapshot().strokes(), state.learned(UPDATE, WEIGHTS).orElseThrow());
		assertEquals(Task.PREDICT, state.begin());
		state.beginPrediction();
		state.predicted(prediction());
		assertEquals(Task.WAIT, state.begin());
		assertTrue(state.snapshot().isSettled());
		assertTrue(state.awaitSettled(1).isPresent());
	}

	@Test
	void namesChangeAndNothingElse() throws Exception {
		state.look(whole);
		state.addAll(List.of(Discs.onDisc(0, 0), Discs.between(0, 0)));
		annotate();
		step(MOST);
		state.learned(UPDATE, WEIGHTS);
		state.begin();
		state.beginPrediction();
		state.predicted(prediction());
		final TeachingState before = state.snapshot();
		final List<ClassSpec> others = List.of(new ClassSpec("ground", 0x808080), new ClassSpec("cell", 0xff0000));
		state.name(others);
		final TeachingState after = state.snapshot();
		assertEquals(others, after.classes());
		assertEquals(others, after.prediction().orElseThrow().classes());
		assertEquals(others, state.lesson().networkClasses());
		assertEquals(before.revision(), after.revision());
		assertEquals(before.steps(), after.steps());
		assertEquals(before.strokes(), after.strokes());
		assertEquals(Task.WAIT, state.begin());
		assertEquals(
				"classes: expected other names or colors of the 2 that there are, got 1",
				assertThrows(TrainingException.class, () -> state.name(others.subList(0, 1)))
						.getMessage());
		assertEquals(
				"class of a stroke: expected 0 to 1 (ground, cell), got 2",
				assertThrows(TrainingException.class, () -> state.addAll(List.of(Stroke.disc(Plane.of(0), 2, 5, 5, 3))))
						.getMessage());
	}

	/** The weights are those of before the stroke, so there is nothing to learn. */
	@Test
	void whatIsTakenBackIsKnown() throws Exception {
		state.addAll(List.of(Discs.onDisc(0, 0), Discs.between(0, 0)));
		annotate();
		step(MOST);
		state.learned(UPDATE, WEIGHTS);
		state.addAll(List.of(Discs.onDisc(1, 1)));
		assertTrue(state.isStale());
		assertTrue(state.undo());
		assertEquals(Task.ANNOTATE, state.begin());
		state.annotated(state.drawn().revision(), List.of(), Optional.of(WEIGHTS));
		assertEquals(Task.WAIT, state.begin());
		assertEquals(4, state.snapshot().learned());
		assertTrue(state.snapshot().canRedo());
		state.addAll(List.of(Discs.onDisc(1, 1)));
		assertFalse(state.redo());
	}

	@Test
	void nothingIsDoneWhileItIsHeldUpOrHasFailed() throws Exception {
		state.addAll(List.of(Discs.onDisc(0, 0), Discs.between(0, 0)));
		annotate();
		state.pause(true);
		assertEquals(Task.WAIT, state.begin());
		assertEquals("paused", state.snapshot().message());
		assertFalse(state.goesOn(0));
		state.pause(false);
		assertEquals(Task.LEARN, state.begin());
		state.failed(new TrainingException("it is broken"));
		assertEquals(Task.WAIT, state.begin());
		assertEquals(TeachingState.Activity.FAILED, state.snapshot().activity());
		assertEquals(
				"it is broken",
				assertThrows(TrainingException.class, () -> state.awaitSettled(1))
						.getMessage());
		state.undo();
		assertEquals(Task.ANNOTATE, state.begin());
		state.end();
		assertEquals(Task.END, state.begin());
		assertThrows(IllegalStateException.class, () -> state.awaitSettled(1));
	}

	@Test
	void whoWaitsIsToldThatSomethingIsLeft() throws Exception {
		state.addAll(List.of(Discs.onDisc(0, 0)));
		assertTrue(state.awaitSettled(1).isEmpty());
		final TeachingState told = state.snapshot();
		state.undo();
		annotate(0, 1);
		state.awaitNews(told); // there are some, so that it does not wait
		assertTrue(state.awaitSettled(1).isPresent());
	}

	@Test
	void whatIsNotLookedAtIsNotPredicted() throws Exception {
		state.addAll(List.of(Discs.onDisc(0, 0), Discs.between(0, 0)));
		annotate();
		step(MOST);
		state.learned(UPDATE, WEIGHTS);
		state.look(whole);
		state.lookAway();
		assertEquals(Task.WAIT, state.begin());
		assertTrue(state.beginPrediction().isEmpty());
		state.look(whole);
		assertEquals(Task.PREDICT, state.begin());
	}
}
