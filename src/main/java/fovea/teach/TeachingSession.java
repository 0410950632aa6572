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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.train.TrainableNetworkFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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

	/** After so many milliseconds who waits is asked whether he still does. */
	private static final long PATIENCE = 100;

	private final Beginning beginning;
	private final SessionState state;
	private final Thread thread;

	private TeachingSession(
			final TeachingOptions options,
			final List<Image> images,
			final Beginning beginning,
			final TrainableNetworkFactory networks,
			final TeachingListener listener) {
		this.beginning = beginning;
		state = new SessionState(options, images, beginning);
		thread = new Thread(new SessionWork(state, options, beginning, networks, listener), "fovea teaching session");
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
		state.addAll(added);
	}

	/**
	 * Takes the last stroke back.
	 *
	 * @return whether there was one
	 */
	public boolean undo() {
		return state.undo();
	}

	/**
	 * Brings back the stroke that was taken back last; there is none after a new one.
	 *
	 * @return whether there was one
	 */
	public boolean redo() {
		return state.redo();
	}

	/**
	 * @param image another one to draw on, with channels that the network takes; must not change
	 * @return its index
	 * @throws TrainingException if it has other channels
	 */
	public int addImage(final Image image) throws TrainingException {
		requireFit(image, beginning);
		return state.addImage(image);
	}

	/**
	 * Gives classes other names or colors. The network and what it has learned stay.
	 *
	 * @param classes as many as there are, background first
	 * @throws TrainingException if there are more or fewer
	 */
	public void name(final List<ClassSpec> classes) throws TrainingException {
		state.name(classes);
	}

	/**
	 * Says what somebody looks at: it is predicted first, and again after each update.
	 *
	 * @param wanted rectangle of a plane; of one larger than {@link View#MOST} the middle is taken, and only what lies
	 *     in the image
	 * @throws TrainingException if there is no such image or plane
	 */
	public void look(final View wanted) throws TrainingException {
		state.look(wanted);
	}

	/** Nothing is looked at any more, so nothing is predicted. */
	public void lookAway() {
		state.lookAway();
	}

	/** Holds learning up after the present step; what is in view is still predicted. */
	public void pause() {
		state.pause(true);
	}

	/** Goes on learning. */
	public void resume() {
		state.pause(false);
	}

	/** @return the newest state */
	public TeachingState state() {
		return state.snapshot();
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
		return settle(() -> false);
	}

	/**
	 * As {@link #settle()}, until somebody has enough. The session goes on then, unless it is closed.
	 *
	 * @param cancelled is asked several times a second
	 * @return the state then
	 * @throws CancelledException if it said yes
	 * @throws FoveaException if something failed
	 * @throws InterruptedException if the thread was interrupted
	 */
	public TeachingState settle(final BooleanSupplier cancelled) throws FoveaException, InterruptedException {
		if (Thread.currentThread() == thread) throw new IllegalStateException("the listener would wait for itself");
		while (true) {
			if (cancelled.getAsBoolean()) throw new CancelledException();
			final Optional<TeachingState> settled = state.awaitSettled(PATIENCE);
			if (settled.isPresent()) return settled.get();
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
		return state.lesson();
	}

	/** Ends the session soon, without waiting: for a thread that must not wait. */
	public void end() {
		state.end();
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
}
