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
import fovea.image.Image;
import fovea.memory.Remedy;
import fovea.model.ClassSpec;
import fovea.net.WeightMap;
import fovea.teach.TeachingState.Activity;
import fovea.train.TrainableNetworkFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network that learns while somebody draws. Strokes go in, predictions of what is in view come out, by states that a
 * listener hears. All methods but {@link #settle}, {@link #teach} and {@link #close} return at once: what is to be done
 * is done on one thread of the session's own, always for the newest state. It learns some steps, predicts what is in
 * view, and goes on until each edit has had its steps. Thread-safe. Images must not change while it is open.
 *
 * <pre>{@code
 * try (TeachingSession session = TeachingSession.open(options, List.of(image), networks, listener)) {
 * 	session.look(new View(Plane.of(0), Box.of(image)));
 * 	session.add(Stroke.line(Plane.of(0), 1, points, 2));
 * 	session.settle();
 * 	Lesson lesson = session.lesson();
 * }
 * }</pre>
 */
public final class TeachingSession implements AutoCloseable {

	private final TeachingOptions options;
	private final TrainableNetworkFactory networks;
	private final TeachingListener listener;
	private final Beginning beginning;
	private final Thread thread;

	/** Guards all that follows; nothing that takes time is done under it. */
	private final Object lock = new Object();

	private final List<Image> images;
	private List<Stroke> strokes = List.of();
	private final Deque<Stroke> undone = new ArrayDeque<>();
	private Optional<View> view = Optional.empty();
	private long revision;
	private boolean paused;
	private boolean ended;
	private int owed;
	private long learned;
	private long steps;
	private double loss = Double.NaN;
	private Activity activity = Activity.IDLE;
	private Optional<FoveaException> failure = Optional.empty();
	private Optional<Prediction> prediction = Optional.empty();
	private boolean isPredictionDue;
	private Optional<WeightMap> taught = Optional.empty();
	private final List<Lesson.Update> updates = new ArrayList<>();
	private List<Integer> missing;

	/** The revision of the last stroke, and that of those that the thread knows. */
	private long drawn;

	private long annotated;
	private TeachingState heard;

	private TeachingSession(
			final TeachingOptions options,
			final List<Image> images,
			final Beginning beginning,
			final TrainableNetworkFactory networks,
			final TeachingListener listener) {
		this.options = options;
		this.images = new ArrayList<>(images);
		this.beginning = beginning;
		this.networks = networks;
		this.listener = listener;
		missing = new Annotation(strokes, options.classes().size()).missing();
		thread = new Thread(new Work(), "fovea teaching session");
		thread.setDaemon(true);
	}

	/**
	 * Begins a session. Nothing is computed yet.
	 *
	 * @param options how it is taught
	 * @param images at least one, all with channels that one network takes; must not change
	 * @param networks makes the network
	 * @param listener hears of each new state
	 * @return a session that the caller closes
	 * @throws FoveaException if images, classes and network do not fit
	 */
	public static TeachingSession open(
			final TeachingOptions options,
			final List<Image> images,
			final TrainableNetworkFactory networks,
			final TeachingListener listener)
			throws FoveaException {
		if (images.isEmpty()) throw new TrainingException("No images: expected at least one to draw on");
		final Beginning beginning = Beginning.of(options, images.get(0).size(Image.C));
		for (final Image image : images) requireFit(image, beginning);
		final TeachingSession session = new TeachingSession(options, images, beginning, networks, listener);
		session.thread.start();
		return session;
	}

	private static void requireFit(final Image image, final Beginning beginning) throws TrainingException {
		if (!SeenImage.fits(image, beginning.channels()))
			throw new TrainingException(image.name() + ": expected " + beginning.channels()
					+ (beginning.channels() == 1 ? " channel" : " channels") + ", which the network takes, got "
					+ image.channels());
	}

	/**
	 * Something was drawn. What lies beyond the image does not count.
	 *
	 * @param stroke on one of the session's images
	 * @throws TrainingException if there is no such image, plane or class, or all of it lies beyond the image
	 */
	public void add(final Stroke stroke) throws TrainingException {
		addAll(List.of(stroke));
	}

	/**
	 * Several strokes at once, in the order they were drawn; each is taken back alone.
	 *
	 * @param added on the session's images
	 * @throws TrainingException if one of them does not fit; then none is added
	 */
	public void addAll(final List<Stroke> added) throws TrainingException {
		synchronized (lock) {
			final List<Stroke> all = new ArrayList<>(strokes);
			for (final Stroke stroke : added) all.add(fitted(stroke));
			if (added.isEmpty()) return;
			undone.clear();
			edited(all, added.size());
		}
	}

	/** Under the lock. */
	private Stroke fitted(final Stroke stroke) throws TrainingException {
		final Image image = imageOf(stroke.plane());
		if (stroke.classIndex() >= options.classes().size())
			throw new TrainingException("class of a stroke: expected 0 to "
					+ (options.classes().size() - 1) + " ("
					+ options.classes().stream().map(ClassSpec::name).collect(Collectors.joining(", ")) + "), got "
					+ stroke.classIndex());
		return stroke.within(image.size(Image.X), image.size(Image.Y))
				.orElseThrow(() -> new TrainingException(image.name() + ": expected a stroke on the image of "
						+ image.size(Image.X) + " x " + image.size(Image.Y) + " pixels, got one at x "
						+ stroke.box().x() + ", y " + stroke.box().y()));
	}

	/** Under the lock. */
	private Image imageOf(final Plane plane) throws TrainingException {
		if (plane.image() >= images.size())
			throw new TrainingException(
					"image of a stroke or view: expected 0 to " + (images.size() - 1) + ", got " + plane.image());
		final Image image = images.get(plane.image());
		if (plane.z() >= image.size(Image.Z) || plane.t() >= image.size(Image.T))
			throw new TrainingException(image.name() + ": expected a plane of " + image.dimensions() + ", got slice "
					+ (plane.z() + 1) + ", frame " + (plane.t() + 1));
		return image;
	}

	/** Under the lock: there is something new to learn. */
	private void edited(final List<Stroke> now, final int edits) {
		strokes = List.copyOf(now);
		revision += edits;
		drawn = revision;
		owed = (int) Math.min(options.mostSteps(), owed + (long) edits * options.stepsPerEdit());
		changed();
	}

	/** Under the lock. */
	private void changed() {
		failure = Optional.empty();
		lock.notifyAll();
	}

	/**
	 * Takes the last stroke back.
	 *
	 * @return whether there was one
	 */
	public boolean undo() {
		synchronized (lock) {
			if (strokes.isEmpty()) return false;
			undone.push(strokes.get(strokes.size() - 1));
			edited(strokes.subList(0, strokes.size() - 1), 1);
			return true;
		}
	}

	/**
	 * Brings back the stroke that was taken back last; there is none after a new one.
	 *
	 * @return whether there was one
	 */
	public boolean redo() {
		synchronized (lock) {
			if (undone.isEmpty()) return false;
			final List<Stroke> all = new ArrayList<>(strokes);
			all.add(undone.pop());
			edited(all, 1);
			return true;
		}
	}

	/**
	 * @param image another one to draw on, with channels that the network takes; must not change
	 * @return its index
	 * @throws TrainingException if it has other channels
	 */
	public int addImage(final Image image) throws TrainingException {
		requireFit(image, beginning);
		synchronized (lock) {
			images.add(image);
			revision++;
			changed();
			return images.size() - 1;
		}
	}

	/**
	 * Says what somebody looks at: it is predicted first, and again after each update.
	 *
	 * @param wanted rectangle of a plane; of one larger than {@link View#MOST} the middle is taken, and only what lies
	 *     in the image
	 * @throws TrainingException if there is no such image or plane
	 */
	public void look(final View wanted) throws TrainingException {
		synchronized (lock) {
			final Image image = imageOf(wanted.plane());
			final View visible = wanted.within(image.size(Image.X), image.size(Image.Y));
			if (view.isPresent() && view.get().equals(visible)) return;
			view = Optional.of(visible);
			isPredictionDue = true;
			lock.notifyAll();
		}
	}

	/** Nothing is looked at any more, so nothing is predicted. */
	public void lookAway() {
		synchronized (lock) {
			view = Optional.empty();
			isPredictionDue = false;
			lock.notifyAll();
		}
	}

	/** Holds learning up after the present step; what is in view is still predicted. */
	public void pause() {
		synchronized (lock) {
			paused = true;
			lock.notifyAll();
		}
	}

	/** Goes on learning. */
	public void resume() {
		synchronized (lock) {
			paused = false;
			lock.notifyAll();
		}
	}

	/** @return the newest state */
	public TeachingState state() {
		synchronized (lock) {
			return snapshot();
		}
	}

	/** Under the lock. */
	private TeachingState snapshot() {
		final boolean isDone = isDone();
		return new TeachingState(
				revision,
				images.size(),
				strokes,
				!strokes.isEmpty(),
				!undone.isEmpty(),
				options.classes(),
				learned,
				steps,
				loss,
				failure.isPresent() ? Activity.FAILED : activity,
				message(),
				paused,
				isDone,
				view,
				prediction);
	}

	/** Under the lock. */
	private String message() {
		if (failure.isPresent()) return failure.get().getMessage();
		if (!missing.isEmpty())
			return "draw at least one stroke of each class: "
					+ missing.stream().map(c -> options.classes().get(c).name()).collect(Collectors.joining(", "));
		return paused && owed > 0 ? "paused" : "";
	}

	/** Under the lock. */
	private boolean isDone() {
		return activity == Activity.IDLE && (failure.isPresent() || next() == Task.WAIT);
	}

	/**
	 * Waits until all that was drawn is learned, as far as it can be, and what is in view is predicted.
	 *
	 * @return the state then
	 * @throws FoveaException if something failed
	 * @throws InterruptedException if the thread was interrupted
	 * @throws IllegalStateException if called by the listener, or the session was closed
	 */
	public TeachingState settle() throws FoveaException, InterruptedException {
		if (Thread.currentThread() == thread) throw new IllegalStateException("the listener would wait for itself");
		synchronized (lock) {
			while (!ended && !isDone()) lock.wait();
			if (ended) throw new IllegalStateException("the session is closed");
			if (failure.isPresent()) throw failure.get();
			return snapshot();
		}
	}

	/**
	 * Draws all strokes, and waits until they are learned: for scripts. The same strokes give the same network.
	 *
	 * @param added on the session's images
	 * @return the state then
	 * @throws FoveaException if one does not fit, or something failed
	 * @throws InterruptedException if the thread was interrupted
	 */
	public TeachingState teach(final List<Stroke> added) throws FoveaException, InterruptedException {
		addAll(added);
		return settle();
	}

	/**
	 * @return what was taught so far, as of the last update
	 * @throws TrainingException if nothing was learned yet
	 */
	public Lesson lesson() throws TrainingException {
		synchronized (lock) {
			if (taught.isEmpty() || updates.isEmpty() || strokes.isEmpty())
				throw new TrainingException(
						"Nothing was learned yet: " + (message().isEmpty() ? "wait" : message()));
			return new Lesson(
					beginning.architecture(),
					taught.get(),
					beginning.preprocessing(),
					networkClasses(),
					beginning.objectTraits(),
					options.start().map(StartingModel::name),
					options,
					images,
					strokes,
					updates);
		}
	}

	private List<ClassSpec> networkClasses() {
		if (!beginning.outputs().bordered()) return options.classes();
		final List<ClassSpec> all = new ArrayList<>(options.classes());
		final List<ClassSpec> known = options.start().orElseThrow().classes();
		all.add(known.get(known.size() - 1));
		return all;
	}

	/** Ends the session soon, without waiting: for a thread that must not wait. */
	public void end() {
		synchronized (lock) {
			ended = true;
			lock.notifyAll();
		}
	}

	/** Ends the session, after the present step, and waits until the network is free. */
	@Override
	public void close() {
		end();
		if (Thread.currentThread() == thread) return;
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				thread.join();
			} catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}

	/** What the thread does next. */
	private enum Task {
		END,
		ANNOTATE,
		PREDICT,
		LEARN,
		WAIT
	}

	/** Under the lock. */
	private Task next() {
		if (ended) return Task.END;
		if (failure.isPresent()) return Task.WAIT;
		if (annotated != drawn) return Task.ANNOTATE;
		if (isPredictionDue && view.isPresent() && (beginning.isKnowing() || steps > 0)) return Task.PREDICT;
		return !paused && owed > 0 && missing.isEmpty() ? Task.LEARN : Task.WAIT;
	}

	/** All that the session's thread does, and all that no other thread sees. */
	private final class Work implements Runnable {

		private final Map<Integer, SeenImage> seen = new HashMap<>();
		private final Memory memory = new Memory();
		private Learner learner;
		private Annotation annotation =
				new Annotation(List.of(), options.classes().size());

		@Override
		public void run() {
			try {
				if (beginning.isKnowing()) memory.keep(List.of(), beginning.weights());
				for (Task task = await(); task != Task.END; task = await()) tryTo(task);
			} finally {
				free();
				synchronized (lock) {
					ended = true;
					lock.notifyAll();
				}
			}
		}

		/** @return what to do now; those who listen have heard what was new before it waits */
		private Task await() {
			while (true) {
				hear();
				synchronized (lock) {
					final Task task = next();
					if (task != Task.WAIT || activity != Activity.IDLE) {
						activity = activityOf(task);
						lock.notifyAll();
						if (task != Task.WAIT) return task;
						continue;
					}
					doze();
				}
			}
		}

		private Activity activityOf(final Task task) {
			if (task == Task.PREDICT) return Activity.PREDICTING;
			return task == Task.LEARN ? Activity.LEARNING : Activity.IDLE;
		}

		/** Under the lock. */
		private void doze() {
			try {
				lock.notifyAll();
				while (next() == Task.WAIT && isHeard()) lock.wait();
			} catch (final InterruptedException e) {
				ended = true; // nobody but the host's end interrupts it
			}
		}

		/** Under the lock. */
		private boolean isHeard() {
			return snapshot().equals(heard);
		}

		private void hear() {
			final TeachingState state;
			synchronized (lock) {
				if (isHeard()) return;
				state = snapshot();
				heard = state;
			}
			listener.changed(state);
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
			synchronized (lock) {
				failure = Optional.of(why);
				activity = Activity.IDLE;
				lock.notifyAll();
			}
		}

		private void free() {
			if (learner != null) learner.close();
			learner = null;
		}

		private Learner learner() throws FoveaException {
			if (learner == null)
				learner = new Learner(options, beginning, taught.orElse(beginning.weights()), steps, networks);
			return learner;
		}

		private SeenImage image(final int index) throws FoveaException {
			final SeenImage known = seen.get(index);
			if (known != null) return known;
			final Image image;
			synchronized (lock) {
				image = images.get(index);
			}
			final SeenImage fitted = new SeenImage(image, beginning.channels(), beginning.preprocessing());
			seen.put(index, fitted);
			return fitted;
		}

		/** Where the same strokes were learned before, and one was taken back since, the network is as it was. */
		private void annotate() throws FoveaException {
			final List<Stroke> now;
			final long of;
			synchronized (lock) {
				now = strokes;
				of = drawn;
			}
			annotation = new Annotation(now, options.classes().size());
			final Optional<WeightMap> known = memory.recall(now);
			if (known.isPresent() && learner != null) learner.restore(known.get());
			synchronized (lock) {
				annotated = of;
				missing = annotation.missing();
				if (known.isEmpty()) return;
				taught = known;
				learned = of;
				isPredictionDue = true;
				if (annotated == drawn) owed = 0;
			}
		}

		private void predict() throws FoveaException {
			final View of;
			final long shown;
			synchronized (lock) {
				if (view.isEmpty()) return;
				of = view.get();
				shown = learned;
				isPredictionDue = false;
			}
			final Prediction made = learner().predict(of, image(of.plane().image()), shown);
			synchronized (lock) {
				prediction = Optional.of(made);
			}
		}

		/** Some steps; fewer, where something else is in view now; none, where all is known already. */
		private void learn() throws FoveaException {
			final long begin = System.nanoTime();
			final Learner teacher = learner();
			if (options.learnedLoss() > 0) {
				final double known = teacher.loss(annotation, this::image);
				if (known <= options.learnedLoss()) {
					learned(teacher, new Lesson.Update(0, known, (System.nanoTime() - begin) * 1e-9));
					return;
				}
			}
			double sum = 0;
			int done = 0;
			while (done < options.stepsPerUpdate() && goesOn(done)) {
				sum += teacher.step(annotation, this::image);
				done++;
				synchronized (lock) {
					owed--;
					steps = teacher.steps();
				}
				hear();
			}
			if (done > 0) learned(teacher, new Lesson.Update(done, sum / done, (System.nanoTime() - begin) * 1e-9));
		}

		private void learned(final Learner teacher, final Lesson.Update update) throws FoveaException {
			final WeightMap weights = teacher.weights();
			final Optional<List<Stroke>> known;
			synchronized (lock) {
				loss = update.loss();
				learned = annotated;
				taught = Optional.of(weights);
				updates.add(update);
				isPredictionDue = true;
				if (update.steps() == 0 && annotated == drawn) owed = 0;
				known = owed == 0 && annotated == drawn ? Optional.of(strokes) : Optional.empty();
			}
			known.ifPresent(all -> memory.keep(all, weights));
		}

		/** @return whether the update is to make another step; strokes that came meanwhile are learned along */
		private boolean goesOn(final int done) throws FoveaException {
			final boolean isStale;
			synchronized (lock) {
				if (ended || paused || owed == 0 || isPredictionDue && done > 0) return false;
				isStale = annotated != drawn;
			}
			if (isStale) annotate();
			synchronized (lock) {
				return missing.isEmpty() && owed > 0;
			}
		}
	}
}
