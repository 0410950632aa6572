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
import fovea.model.ClassSpec;
import fovea.net.WeightMap;
import fovea.teach.TeachingState.Activity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a session has been told and has learned, and what is to be done next; it computes nothing and has no thread.
 * Those who draw change it on their threads, and one that learns takes tasks from it. All methods but the two that wait
 * return at once. Thread-safe: it is its own lock, and tells those who wait on it of each change.
 */
final class SessionState {

	/** Of a millisecond. */
	private static final long NANOSECONDS = 1_000_000;

	private final TeachingOptions options;
	private final Beginning beginning;
	private final List<Image> images;
	private List<ClassSpec> classes;
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

	/** The revision of the last stroke, and that of those that are annotated. */
	private long drawn;

	private long annotated;

	/** What is to be done. */
	enum Task {
		/** Nothing more. */
		END,
		/** Strokes are drawn into an annotation. */
		ANNOTATE,
		/** What is in view is predicted. */
		PREDICT,
		/** An update. */
		LEARN,
		/** Nothing, until there is news. */
		WAIT
	}

	/**
	 * What was drawn.
	 *
	 * @param strokes all
	 * @param revision of the last one
	 */
	record Drawn(List<Stroke> strokes, long revision) {}

	/**
	 * What is to be predicted.
	 *
	 * @param view what is looked at
	 * @param learned revision that the network knows
	 */
	record Wanted(View view, long learned) {}

	/**
	 * @param options of the session
	 * @param images at least one, that fit
	 * @param beginning network
	 */
	SessionState(final TeachingOptions options, final List<Image> images, final Beginning beginning) {
		this.options = options;
		this.beginning = beginning;
		this.images = new ArrayList<>(images);
		classes = options.classes();
		missing = new Annotation(strokes, classes.size()).missing();
	}

	// What those who draw say

	/** See {@link TeachingSession#addAll}. */
	synchronized void addAll(final List<Stroke> added) throws TrainingException {
		final List<Stroke> all = new ArrayList<>(strokes);
		for (final Stroke stroke : added) all.add(fitted(stroke));
		if (added.isEmpty()) return;
		undone.clear();
		edited(all, added.size());
	}

	private Stroke fitted(final Stroke stroke) throws TrainingException {
		final Image image = imageOf(stroke.plane());
		if (stroke.classIndex() >= classes.size())
			throw new TrainingException("class of a stroke: expected 0 to " + (classes.size() - 1) + " ("
					+ classes.stream().map(ClassSpec::name).collect(Collectors.joining(", ")) + "), got "
					+ stroke.classIndex());
		return stroke.within(image.size(Image.X), image.size(Image.Y))
				.orElseThrow(() -> new TrainingException(image.name() + ": expected a stroke on the image of "
						+ image.size(Image.X) + " x " + image.size(Image.Y) + " pixels, got one at x "
						+ stroke.box().x() + ", y " + stroke.box().y()));
	}

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

	/** There is something new to learn. */
	private void edited(final List<Stroke> now, final int edits) {
		strokes = List.copyOf(now);
		revision += edits;
		drawn = revision;
		owed = (int) Math.min(options.mostSteps(), owed + (long) edits * options.stepsPerEdit());
		failure = Optional.empty();
		notifyAll();
	}

	/** See {@link TeachingSession#undo}. */
	synchronized boolean undo() {
		if (strokes.isEmpty()) return false;
		undone.push(strokes.get(strokes.size() - 1));
		edited(strokes.subList(0, strokes.size() - 1), 1);
		return true;
	}

	/** See {@link TeachingSession#redo}. */
	synchronized boolean redo() {
		if (undone.isEmpty()) return false;
		final List<Stroke> all = new ArrayList<>(strokes);
		all.add(undone.pop());
		edited(all, 1);
		return true;
	}

	/**
	 * @param image that fits
	 * @return its index
	 */
	synchronized int addImage(final Image image) {
		images.add(image);
		revision++;
		failure = Optional.empty();
		notifyAll();
		return images.size() - 1;
	}

	/** See {@link TeachingSession#name}. */
	synchronized void name(final List<ClassSpec> others) throws TrainingException {
		if (others.size() != classes.size())
			throw new TrainingException("classes: expected other names or colors of the " + classes.size()
					+ " that there are, got " + others.size());
		classes = List.copyOf(others);
		prediction = prediction.map(made -> made.named(classes));
		notifyAll();
	}

	/** See {@link TeachingSession#look}. */
	synchronized void look(final View wanted) throws TrainingException {
		final Image image = imageOf(wanted.plane());
		final View visible = wanted.within(image.size(Image.X), image.size(Image.Y));
		if (view.isPresent() && view.get().equals(visible)) return;
		view = Optional.of(visible);
		isPredictionDue = true;
		notifyAll();
	}

	/** See {@link TeachingSession#lookAway}. */
	synchronized void lookAway() {
		view = Optional.empty();
		isPredictionDue = false;
		notifyAll();
	}

	/** @param whether nothing is learned for the time being */
	synchronized void pause(final boolean whether) {
		paused = whether;
		notifyAll();
	}

	/** The last task is to end. */
	synchronized void end() {
		ended = true;
		notifyAll();
	}

	// What they are told

	/** @return as it is now */
	synchronized TeachingState snapshot() {
		return new TeachingState(
				revision,
				images.size(),
				strokes,
				!strokes.isEmpty(),
				!undone.isEmpty(),
				classes,
				learned,
				steps,
				loss,
				failure.isPresent() ? Activity.FAILED : activity,
				message(),
				paused,
				isDone(),
				view,
				prediction);
	}

	private String message() {
		if (failure.isPresent()) return failure.get().getMessage();
		if (!missing.isEmpty())
			return "draw at least one stroke of each class: "
					+ missing.stream().map(c -> classes.get(c).name()).collect(Collectors.joining(", "));
		return paused && owed > 0 ? "paused" : "";
	}

	private boolean isDone() {
		return activity == Activity.IDLE && (failure.isPresent() || next() == Task.WAIT);
	}

	/**
	 * Waits until nothing is left to do, but no longer than that.
	 *
	 * @param milliseconds at least 1
	 * @return as it is then; empty if something is left
	 * @throws FoveaException if something failed
	 * @throws IllegalStateException if it has ended
	 */
	synchronized Optional<TeachingState> awaitSettled(final long milliseconds)
			throws FoveaException, InterruptedException {
		final long end = System.nanoTime() + milliseconds * NANOSECONDS;
		for (long left = milliseconds; left > 0 && !ended && !isDone(); left = (end - System.nanoTime()) / NANOSECONDS)
			wait(left);
		if (ended) throw new IllegalStateException("the session is closed");
		if (!isDone()) return Optional.empty();
		if (failure.isPresent()) throw failure.get();
		return Optional.of(snapshot());
	}

	/** See {@link TeachingSession#lesson}. */
	synchronized Lesson lesson() throws TrainingException {
		if (taught.isEmpty() || updates.isEmpty() || strokes.isEmpty())
			throw new TrainingException("Nothing was learned yet: " + (message().isEmpty() ? "wait" : message()));
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

	private List<ClassSpec> networkClasses() {
		if (!beginning.outputs().bordered()) return classes;
		final List<ClassSpec> all = new ArrayList<>(classes);
		final List<ClassSpec> known = options.start().orElseThrow().classes();
		all.add(known.get(known.size() - 1));
		return all;
	}

	// What the one that learns asks and tells

	/** @return what is to be done now, which counts as begun */
	synchronized Task begin() {
		final Task task = next();
		final Activity before = activity;
		activity = task == Task.PREDICT ? Activity.PREDICTING : task == Task.LEARN ? Activity.LEARNING : Activity.IDLE;
		if (activity != before) notifyAll();
		return task;
	}

	private Task next() {
		if (ended) return Task.END;
		if (failure.isPresent()) return Task.WAIT;
		if (annotated != drawn) return Task.ANNOTATE;
		if (isPredictionDue && view.isPresent() && (beginning.isKnowing() || steps > 0)) return Task.PREDICT;
		return !paused && canLearn() ? Task.LEARN : Task.WAIT;
	}

	/**
	 * Waits until there is something to do, or to tell.
	 *
	 * @param told state that was told last
	 */
	synchronized void awaitNews(final TeachingState told) throws InterruptedException {
		while (next() == Task.WAIT && snapshot().equals(told)) wait();
	}

	/** @return one of the images */
	synchronized Image image(final int index) {
		return images.get(index);
	}

	/** @return what was drawn so far */
	synchronized Drawn drawn() {
		return new Drawn(strokes, drawn);
	}

	/** @return weights after the last update; empty before the first */
	synchronized Optional<WeightMap> taught() {
		return taught;
	}

	/** @return steps made so far */
	synchronized long steps() {
		return steps;
	}

	/**
	 * Strokes are annotated.
	 *
	 * @param of their revision
	 * @param lacking classes without a stroke
	 * @param known weights that have learned these very strokes; empty: they are to be learned
	 */
	synchronized void annotated(final long of, final List<Integer> lacking, final Optional<WeightMap> known) {
		annotated = of;
		missing = List.copyOf(lacking);
		if (known.isPresent()) {
			taught = known;
			learned = of;
			isPredictionDue = true;
			if (annotated == drawn) owed = 0;
		}
		notifyAll();
	}

	/** @return what is to be predicted; empty where nothing is looked at any more */
	synchronized Optional<Wanted> beginPrediction() {
		if (view.isEmpty()) return Optional.empty();
		isPredictionDue = false;
		return Optional.of(new Wanted(view.get(), learned));
	}

	/** What was wanted is predicted. */
	synchronized void predicted(final Prediction made) {
		prediction = Optional.of(made.named(classes));
		notifyAll();
	}

	/** @param done steps that the network has made, one more than before */
	synchronized void stepped(final long done) {
		owed--;
		steps = done;
		notifyAll();
	}

	/** @return whether an update that has made so many steps is to go on, as far as those who draw are concerned */
	synchronized boolean goesOn(final int done) {
		return !ended && !paused && owed > 0 && !(isPredictionDue && done > 0);
	}

	/** @return whether strokes came that are not annotated yet */
	synchronized boolean isStale() {
		return annotated != drawn;
	}

	/** @return whether there is something to learn, and of each class */
	synchronized boolean canLearn() {
		return owed > 0 && missing.isEmpty();
	}

	/**
	 * An update is made.
	 *
	 * @param update its steps; none: all was known already
	 * @param weights after it
	 * @return the strokes, if these are what the weights have learned to the end
	 */
	synchronized Optional<List<Stroke>> learned(final Lesson.Update update, final WeightMap weights) {
		loss = update.loss();
		learned = annotated;
		taught = Optional.of(weights);
		updates.add(update);
		isPredictionDue = true;
		if (update.steps() == 0 && annotated == drawn) owed = 0;
		notifyAll();
		return owed == 0 && annotated == drawn ? Optional.of(strokes) : Optional.empty();
	}

	/** The next edit tries anew. */
	synchronized void failed(final FoveaException why) {
		failure = Optional.of(why);
		activity = Activity.IDLE;
		notifyAll();
	}
}
