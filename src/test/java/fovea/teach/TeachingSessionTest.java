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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Samples;
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.network.InferenceException;
import fovea.job.TaughtModel;
import fovea.job.TrainingFiles;
import fovea.model.ClassSpec;
import fovea.model.library.ModelArchive;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.config.StepOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripted strokes on a real network. */
class TeachingSessionTest {

	private static final Plane FIRST = Plane.of(0);

	@TempDir
	Path folder;

	private final Image image = Discs.image("discs", 96);
	private final View whole = new View(FIRST, Box.of(image));
	private final TeachingOptions options =
			TeachingOptions.of(Discs.CLASSES).withPatches(48, 4).withSteps(20, 10, 60);
	private final Networks networks = new Networks();

	/** Counts TensorFlow's networks, and has them fail on request. */
	private static final class Networks implements TrainableNetworkFactory {

		final AtomicInteger made = new AtomicInteger();
		final AtomicInteger open = new AtomicInteger();
		final AtomicBoolean fails = new AtomicBoolean();

		@Override
		public TrainableNetwork create(
				final Architecture architecture, final WeightMap weights, final StepOptions steps)
				throws ModelException {
			final TrainableNetwork network = new TensorFlowNetworkFactory().create(architecture, weights, steps);
			made.incrementAndGet();
			open.incrementAndGet();
			return (TrainableNetwork) Proxy.newProxyInstance(
					getClass().getClassLoader(), new Class<?>[] {TrainableNetwork.class}, (proxy, method, args) -> {
						if (method.getName().equals("close")) open.decrementAndGet();
						if (method.getName().equals("step") && fails.get())
							throw new InferenceException("it is broken");
						try {
							return method.invoke(network, args);
						} catch (final InvocationTargetException e) {
							throw e.getCause();
						}
					});
		}
	}

	private TeachingSession open(final TeachingListener listener) throws FoveaException {
		return TeachingSession.open(options, List.of(image), networks, listener);
	}

	@Test
	void sixStrokesTeachWhatADiscIs() throws Exception {
		final List<TeachingState> states = Collections.synchronizedList(new ArrayList<>());
		final AtomicInteger threads = new AtomicInteger();
		final float[] before;
		try (TeachingSession session = open(state -> {
			states.add(state);
			if (!Thread.currentThread().getName().equals("fovea teaching session")) threads.incrementAndGet();
		})) {
			session.look(whole);
			assertTrue(session.state().prediction().isEmpty());
			final TeachingState settled = session.teach(Discs.six());
			assertEquals(60, settled.steps());
			assertEquals(6, settled.revision());
			assertEquals(6, settled.learned());
			assertTrue(settled.isSettled());
			assertEquals(TeachingState.Activity.IDLE, settled.activity());
			final Prediction prediction = settled.predictionOfView().orElseThrow();
			assertEquals(6, prediction.revision());
			assertTrue(Discs.overlap(prediction) > 0.6, () -> "overlap " + Discs.overlap(prediction));
			before = prediction.probabilities(1);

			session.look(new View(FIRST, new Box(30, 20, 40, 50)));
			final Prediction part = session.settle().predictionOfView().orElseThrow();
			assertEquals(new Box(30, 20, 40, 50), part.view().box());
			for (int y = 0; y < 50; y++)
				for (int x = 0; x < 40; x++)
					assertEquals(before[(y + 20) * 96 + x + 30], part.probability(1, x, y), 1e-4f, x + ", " + y);

			session.look(whole);
			session.add(Stroke.disc(FIRST, 0, 36, 36, 5));
			final float[] wrong =
					session.settle().predictionOfView().orElseThrow().probabilities(1);
			assertTrue(wrong[36 * 96 + 36] < before[36 * 96 + 36]);
			assertTrue(session.undo());
			final TeachingState undone = session.settle();
			assertEquals(6, undone.strokes().size());
			assertTrue(undone.canRedo());
			assertEquals(8, undone.revision());
			assertArrayEquals(before, undone.predictionOfView().orElseThrow().probabilities(1), 1e-6f);
			assertTrue(session.redo());
			assertArrayEquals(
					wrong, session.settle().predictionOfView().orElseThrow().probabilities(1), 1e-6f);
			assertFalse(session.redo());
		}
		assertEquals(0, networks.open.get());
		assertEquals(0, threads.get());
		for (int i = 1; i < states.size(); i++) {
			assertTrue(states.get(i).revision() >= states.get(i - 1).revision());
			assertTrue(states.get(i).steps() >= states.get(i - 1).steps());
			assertTrue(states.get(i).learned() <= states.get(i).revision());
		}
	}

	@Test
	void aLessonIsAModelThatOthersBeginWith() throws Exception {
		final Path file = folder.resolve("taught.zip");
		final Prediction kept;
		try (TeachingSession session = open(TeachingListener.NONE)) {
			assertThrows(TrainingException.class, session::lesson);
			session.look(whole);
			kept = session.teach(Discs.six()).predictionOfView().orElseThrow();
			final Lesson lesson = session.lesson();
			final Samples samples = lesson.samples();
			assertEquals(1, samples.samples().size());
			assertEquals(Discs.CLASSES, samples.classes());
			new TaughtModel(lesson, TaughtModel.card(lesson, "taught"), TrainingFiles.of(file, folder)).write(networks);
		}
		try (ModelArchive archive = ModelArchive.open(file)) {
			final StartingModel start = TaughtModel.start(archive);
			assertEquals(Discs.CLASSES, start.classes());
			assertEquals(
					"Taught with Fovea: fcn-small by 6 strokes on 1 image.",
					archive.spec().orElseThrow().description());
			try (TeachingSession session = TeachingSession.open(
					TeachingOptions.of(Discs.CLASSES, start), List.of(image), networks, TeachingListener.NONE)) {
				session.look(whole);
				final Prediction first = session.settle().predictionOfView().orElseThrow();
				assertArrayEquals(kept.probabilities(1), first.probabilities(1), 1e-5f);
				assertEquals(0, session.state().steps());
			}
			final List<ClassSpec> three = ClassSpec.named(List.of("background", "bright", "dark"));
			try (TeachingSession session = TeachingSession.open(
					TeachingOptions.of(three, start).withSteps(2, 2, 2),
					List.of(image),
					networks,
					TeachingListener.NONE)) {
				session.look(whole);
				assertTrue(session.settle().prediction().isEmpty());
				final List<Stroke> strokes = Discs.six();
				strokes.add(Stroke.disc(FIRST, 2, 36, 36, 3));
				final Prediction first =
						session.teach(strokes).predictionOfView().orElseThrow();
				final float[] known = kept.probabilities(0);
				double difference = 0;
				for (int i = 0; i < known.length; i++)
					difference += Math.abs(known[i] - first.probabilities(0)[i]) / known.length;
				assertTrue(difference < 0.1, "background stays what it was, but for " + difference);
			}
		}
		assertEquals(0, networks.open.get());
	}

	@Test
	void aClassWithoutStrokesIsWaitedFor() throws Exception {
		try (TeachingSession session = open(TeachingListener.NONE)) {
			assertEquals(
					"draw at least one stroke of each class: background, disc",
					session.settle().message());
			final TeachingState waiting = session.teach(List.of(Discs.onDisc(1, 1)));
			assertEquals("draw at least one stroke of each class: background", waiting.message());
			assertEquals(0, waiting.steps());
			session.addAll(List.of(Discs.between(1, 1), Stroke.disc(FIRST, Stroke.ERASE, 36, 36, 30)));
			assertEquals(
					"draw at least one stroke of each class: background, disc",
					session.settle().message());
			assertTrue(session.undo());
			assertEquals("", session.settle().message());
			assertTrue(session.state().steps() > 0);
		}
		assertEquals(0, networks.open.get());
	}

	@Test
	void whatDoesNotFitIsRefused() throws Exception {
		try (TeachingSession session = open(TeachingListener.NONE)) {
			final Stroke beside = Stroke.disc(FIRST, 1, 300, 5, 3);
			assertEquals(
					"discs: expected a stroke on the image of 96 x 96 pixels, got one at x 297, y 2",
					assertThrows(TrainingException.class, () -> session.add(beside))
							.getMessage());
			assertEquals(
					"class of a stroke: expected 0 to 1 (background, disc), got 2",
					assertThrows(TrainingException.class, () -> session.add(Stroke.disc(FIRST, 2, 5, 5, 3)))
							.getMessage());
			assertThrows(TrainingException.class, () -> session.add(Stroke.disc(Plane.of(1), 1, 5, 5, 3)));
			assertThrows(TrainingException.class, () -> session.add(Stroke.disc(new Plane(0, 1, 0), 1, 5, 5, 3)));
			assertThrows(TrainingException.class, () -> session.look(new View(Plane.of(2), whole.box())));
			assertThrows(TrainingException.class, () -> session.addAll(List.of(Discs.onDisc(0, 0), beside)));
			assertEquals(0, session.state().revision());
			assertEquals(1, session.addImage(Discs.image("second", 64)));
			session.add(Stroke.disc(Plane.of(1), 1, 5, 5, 3));
			assertEquals(1, session.state().strokes(1).size());
			assertEquals(0, session.state().strokes(0).size());
		}
		assertThrows(
				TrainingException.class,
				() -> TeachingSession.open(options, List.of(), networks, TeachingListener.NONE));
		assertThrows(
				ModelException.class,
				() -> TeachingSession.open(
						options.withNetwork("cae-strided"), List.of(image), networks, TeachingListener.NONE));
		assertThrows(IllegalArgumentException.class, () -> TeachingOptions.of(Discs.CLASSES.subList(0, 1)));
		assertEquals(0, networks.made.get());
	}

	@Test
	void aFailureIsToldAndTheNextStrokeTriesAnew() throws Exception {
		try (TeachingSession session = open(TeachingListener.NONE)) {
			networks.fails.set(true);
			assertEquals(
					"it is broken",
					assertThrows(InferenceException.class, () -> session.teach(Discs.six()))
							.getMessage());
			assertEquals(TeachingState.Activity.FAILED, session.state().activity());
			assertEquals("it is broken", session.state().message());
			assertEquals(0, networks.open.get());
			networks.fails.set(false);
			assertTrue(session.teach(List.of(Discs.onDisc(0, 1))).steps() > 0);
		}
		assertEquals(2, networks.made.get());
		assertEquals(0, networks.open.get());
	}

	@Test
	void itIsHeldUpAndGoesOn() throws Exception {
		try (TeachingSession session = open(TeachingListener.NONE)) {
			session.pause();
			final TeachingState held = session.teach(Discs.six());
			assertEquals(0, held.steps());
			assertEquals("paused", held.message());
			session.resume();
			assertEquals(60, session.settle().steps());
		}
	}

	/** Names and colors are for people: the network, its steps and its outlines stay. */
	@Test
	void otherNamesDoNotBeginAnew() throws Exception {
		try (TeachingSession session = open(TeachingListener.NONE)) {
			session.look(whole);
			final Prediction before =
					session.teach(Discs.six()).predictionOfView().orElseThrow();
			session.name(List.of(Discs.CLASSES.get(0), new ClassSpec("cell", 0xff0000)));
			final TeachingState after = session.settle();
			assertEquals(60, after.steps());
			assertArrayEquals(
					before.probabilities(1),
					after.predictionOfView().orElseThrow().probabilities(1));
			assertEquals("cell", session.lesson().networkClasses().get(1).name());
			session.add(Stroke.disc(FIRST, 0, 36, 36, 5));
			assertEquals(
					"cell",
					session.settle()
							.predictionOfView()
							.orElseThrow()
							.classes()
							.get(1)
							.name());
		}
		assertEquals(1, networks.made.get());
	}

	@Test
	void whoWaitsMayHaveEnough() throws Exception {
		final AtomicBoolean enough = new AtomicBoolean();
		try (TeachingSession session =
				TeachingSession.open(options.withSteps(5, 100_000, 100_000), List.of(image), networks, state -> {
					if (state.steps() > 2) enough.set(true);
				})) {
			session.addAll(Discs.six());
			assertThrows(CancelledException.class, () -> session.settle(enough::get));
			assertFalse(session.state().isSettled());
		}
		assertEquals(0, networks.open.get());
	}

	@Test
	void itIsClosedWhileItLearns() throws Exception {
		final AtomicInteger heard = new AtomicInteger();
		final TeachingSession session =
				TeachingSession.open(options.withSteps(5, 100_000, 100_000), List.of(image), networks, state -> {
					if (state.steps() > 2) heard.incrementAndGet();
				});
		session.addAll(Discs.six());
		while (heard.get() == 0) Thread.onSpinWait();
		session.close();
		session.close();
		assertEquals(0, networks.open.get());
		assertThrows(IllegalStateException.class, session::settle);
	}

	/** The listener may end what it hears of; a session that nobody drew in has no network. */
	@Test
	void itIsClosedByItsListener() throws Exception {
		final List<TeachingSession> sessions = new ArrayList<>();
		final TeachingSession session = TeachingSession.open(options, List.of(image), networks, state -> {
			if (state.steps() > 0) sessions.forEach(TeachingSession::close);
		});
		sessions.add(session);
		assertThrows(IllegalStateException.class, () -> session.teach(Discs.six()));
		session.close();
		assertEquals(0, networks.open.get());
		open(TeachingListener.NONE).close();
		assertEquals(1, networks.made.get());
	}

	@Test
	void manyThreadsDrawAndTakeBack() throws Exception {
		final int each = 40;
		final ExecutorService pool = Executors.newFixedThreadPool(4);
		final AtomicInteger edits = new AtomicInteger();
		final List<Long> revisions = Collections.synchronizedList(new ArrayList<>());
		try (TeachingSession session = TeachingSession.open(
				options.withSteps(1, 1, 3), List.of(image), networks, state -> revisions.add(state.revision()))) {
			final List<Future<?>> all = new ArrayList<>();
			for (int k = 0; k < 4; k++) {
				final int own = k;
				all.add(pool.submit(() -> {
					for (int i = 0; i < each; i++) {
						session.add(i % 2 == 0 ? Discs.onDisc(own % 3, i % 3) : Discs.between(own % 3, i % 3));
						edits.incrementAndGet();
						if (i % 5 == 0 && session.undo()) edits.incrementAndGet();
						if (i % 10 == 0 && session.redo()) edits.incrementAndGet();
						session.look(new View(FIRST, new Box(i, own, 20, 20)));
					}
					return null;
				}));
			}
			for (final Future<?> one : all) one.get();
			final TeachingState settled = session.settle();
			assertEquals(edits.get(), settled.revision());
			assertEquals(edits.get(), settled.learned());
			assertEquals(
					settled.view().orElseThrow(),
					settled.prediction().orElseThrow().view());
			while (session.undo()) edits.incrementAndGet();
			assertEquals(edits.get(), session.settle().revision());
			assertTrue(session.state().strokes().isEmpty());
		} finally {
			pool.shutdown();
		}
		for (int i = 1; i < revisions.size(); i++) assertTrue(revisions.get(i) >= revisions.get(i - 1));
		assertEquals(0, networks.open.get());
	}
}
