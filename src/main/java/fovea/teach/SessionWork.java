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

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.memory.Remedy;
import fovea.net.WeightMap;
import fovea.teach.SessionState.Task;
import fovea.train.TrainableNetworkFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a session's thread does: it takes tasks from the state, always for what is newest, and tells a listener of
 * each new state before it waits. The network is its own. Run once.
 */
final class SessionWork implements Runnable {

	private final SessionState state;
	private final TeachingOptions options;
	private final Beginning beginning;
	private final TrainableNetworkFactory networks;
	private final TeachingListener listener;
	private final Map<Integer, SeenImage> seen = new HashMap<>();
	private final Memory memory = new Memory();
	private Learner learner;
	private Annotation annotation;
	private TeachingState heard;

	/**
	 * @param state tells what is to be done
	 * @param options of the session
	 * @param beginning network
	 * @param networks makes it
	 * @param listener hears of each new state
	 */
	SessionWork(
			final SessionState state,
			final TeachingOptions options,
			final Beginning beginning,
			final TrainableNetworkFactory networks,
			final TeachingListener listener) {
		this.state = state;
		this.options = options;
		this.beginning = beginning;
		this.networks = networks;
		this.listener = listener;
		annotation = new Annotation(List.of(), options.classes().size());
	}

	@Override
	public void run() {
		try {
			if (beginning.isKnowing()) memory.keep(List.of(), beginning.weights());
			for (Task task = await(); task != Task.END; task = await()) tryTo(task);
		} finally {
			free();
			state.end();
		}
	}

	/** @return what to do now; those who listen have heard what was new before it waits */
	private Task await() {
		while (true) {
			hear();
			final Task task = state.begin();
			if (task != Task.WAIT) return task;
			try {
				state.awaitNews(heard);
			} catch (final InterruptedException e) {
				return Task.END; // nobody but the host's end interrupts it
			}
		}
	}

	private void hear() {
		final TeachingState now = state.snapshot();
		if (now.equals(heard)) return;
		heard = now;
		listener.changed(now);
	}

	private void tryTo(final Task task) {
		try {
			hear();
			if (task == Task.ANNOTATE) annotate();
			else if (task == Task.PREDICT) predict();
			else learn();
		} catch (final FoveaException e) {
			fail(e);
		} catch (final OutOfMemoryError e) {
			fail(new TrainingException(Remedy.ranOut("the patches and predictions of a teaching session"), e));
		} catch (final RuntimeException e) {
			fail(new TrainingException("Teaching failed: " + e, e));
		}
	}

	private void fail(final FoveaException why) {
		free();
		state.failed(why);
	}

	private void free() {
		if (learner != null) learner.close();
		learner = null;
	}

	private Learner learner() throws FoveaException {
		if (learner == null)
			learner = new Learner(
					options, beginning, state.taught().orElse(beginning.weights()), state.steps(), networks);
		return learner;
	}

	private SeenImage image(final int index) throws FoveaException {
		final SeenImage known = seen.get(index);
		if (known != null) return known;
		final SeenImage fitted = new SeenImage(state.image(index), beginning.channels(), beginning.preprocessing());
		seen.put(index, fitted);
		return fitted;
	}

	/** Where the same strokes were learned before, and one was taken back since, the network is as it was. */
	private void annotate() throws FoveaException {
		final SessionState.Drawn drawn = state.drawn();
		annotation = new Annotation(drawn.strokes(), options.classes().size());
		final Optional<WeightMap> known = memory.recall(drawn.strokes());
		if (known.isPresent() && learner != null) learner.restore(known.get());
		state.annotated(drawn.revision(), annotation.missing(), known);
	}

	private void predict() throws FoveaException {
		final Optional<SessionState.Wanted> wanted = state.beginPrediction();
		if (wanted.isEmpty()) return;
		final View view = wanted.get().view();
		state.predicted(learner()
				.predict(view, image(view.plane().image()), wanted.get().learned()));
	}

	/** Some steps; fewer, where something else is in view now; none, where all is known already. */
	private void learn() throws FoveaException {
		final long begin = System.nanoTime();
		final Learner teacher = learner();
		if (options.learnedLoss() > 0) {
			final double known = teacher.loss(annotation, this::image);
			if (known <= options.learnedLoss()) {
				learned(teacher, 0, known, begin);
				return;
			}
		}
		double sum = 0;
		int done = 0;
		while (done < options.stepsPerUpdate() && goesOn(done)) {
			sum += teacher.step(annotation, this::image);
			done++;
			state.stepped(teacher.steps());
			hear();
		}
		if (done > 0) learned(teacher, done, sum / done, begin);
	}

	private void learned(final Learner teacher, final int steps, final double loss, final long begin)
			throws FoveaException {
		final WeightMap weights = teacher.weights();
		final Lesson.Update update = new Lesson.Update(steps, loss, (System.nanoTime() - begin) * 1e-9);
		state.learned(update, weights).ifPresent(all -> memory.keep(all, weights));
	}

	/** @return whether the update is to make another step; strokes that came meanwhile are learned along */
	private boolean goesOn(final int done) throws FoveaException {
		if (!state.goesOn(done)) return false;
		if (state.isStale()) annotate();
		return state.canLearn();
	}
}
