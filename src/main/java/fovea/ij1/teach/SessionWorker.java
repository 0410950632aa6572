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
package fovea.ij1.teach;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Image;
import fovea.memory.Remedy;
import fovea.model.ClassSpec;
import fovea.teach.Stroke;
import fovea.teach.TeachingOptions;
import fovea.teach.TeachingSession;
import fovea.teach.TeachingState;
import fovea.teach.View;
import fovea.text.Counted;
import fovea.text.Printable;
import fovea.ui.teach.Learning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A session and the thread that talks to it: whatever is asked for is done in its order, and who asks does not wait.
 * Thread-safe.
 */
final class SessionWorker {

	private final TeachServices services;
	private final Runnable changed;

	/** What is asked for after the end is let go. */
	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
			1,
			1,
			0,
			TimeUnit.MILLISECONDS,
			new LinkedBlockingQueue<>(),
			task -> {
				final Thread made = new Thread(task, "Fovea teach");
				made.setDaemon(true);
				return made;
			},
			new ThreadPoolExecutor.DiscardPolicy());

	/** All of the thread, but that the others may be asked for what they say. */
	private final List<Image> images = new ArrayList<>();

	private volatile TeachingSession session;
	private volatile List<Stroke> before = List.of();
	private volatile String doing = "";
	private volatile String trouble = "";
	private volatile String note = "";

	/** What may go wrong. */
	@FunctionalInterface
	interface Work {

		/** Does it. */
		void run() throws FoveaException;
	}

	/**
	 * @param services models and networks
	 * @param changed is called, on any thread, whenever there is something new to be shown
	 */
	SessionWorker(final TeachServices services, final Runnable changed) {
		this.services = services;
		this.changed = changed;
	}

	/** @param work that is done once what was asked for before is done; what is wrong with it is shown */
	void then(final Work work) {
		thread.execute(() -> {
			try {
				work.run();
			} catch (final FoveaException e) {
				trouble = Printable.line(String.valueOf(e.getMessage()));
			} catch (final OutOfMemoryError e) {
				trouble = Remedy.ranOut("teaching");
			} catch (final RuntimeException e) {
				trouble = "unexpected " + Printable.line(e.toString());
			}
			doing = "";
			changed.run();
		});
	}

	/** Quick work that makes no news of its own. */
	void draw(final Runnable work) {
		thread.execute(work);
	}

	/**
	 * @param start name of a model; empty: a new network
	 * @param classes background first
	 */
	void begin(final String start, final List<ClassSpec> classes) {
		then(() -> {
			doing = start.isEmpty() ? "Making a new network..." : "Opening the model '" + start + "'...";
			note = "";
			trouble = "";
			changed.run();
			before = strokes();
			if (session != null) session.close();
			session = null;
			final TeachingOptions options =
					start.isEmpty() ? TeachingOptions.of(classes) : TeachingOptions.of(classes, services.start(start));
			final TeachingSession opened =
					TeachingSession.open(options, images, services.networks(), state -> changed.run());
			final List<Stroke> known = before.stream()
					.filter(stroke -> stroke.classIndex() < classes.size())
					.toList();
			opened.addAll(known);
			session = opened;
			before = List.of();
		});
	}

	/** @param classes as many as before: some have other names or colors, and the network goes on */
	void name(final List<ClassSpec> classes) {
		then(() -> {
			if (session != null) session.name(classes);
		});
	}

	/** @return those of the session or, while there is none, of the one before */
	List<Stroke> strokes() {
		final TeachingSession open = session;
		return open == null ? before : open.state().strokes();
	}

	/** @return of the session, if one is open */
	Optional<TeachingState> state() {
		return Optional.ofNullable(session).map(TeachingSession::state);
	}

	/**
	 * @param image that is learned from as well
	 * @param taken strokes on it
	 * @param refused is called if it is not
	 */
	void add(final Image image, final List<Stroke> taken, final Runnable refused) {
		then(() -> {
			try {
				if (session != null) session.addImage(image);
				images.add(image);
			} catch (final FoveaException e) {
				refused.run();
				throw e;
			}
			if (session == null) before = joined(before, taken);
			else session.addAll(taken);
		});
	}

	private static List<Stroke> joined(final List<Stroke> first, final List<Stroke> last) {
		final List<Stroke> all = new ArrayList<>(first);
		all.addAll(last);
		return List.copyOf(all);
	}

	/** @param stroke something new */
	void add(final Stroke stroke) throws FoveaException {
		trouble = "";
		note = "";
		if (session == null) before = joined(before, List.of(stroke));
		else session.add(stroke);
	}

	/** Takes the last stroke back. */
	void undo() {
		then(() -> {
			note = "";
			trouble = "";
			if (session != null) session.undo();
		});
	}

	/** Draws it again. */
	void redo() {
		then(() -> {
			note = "";
			trouble = "";
			if (session != null) session.redo();
		});
	}

	/** @param view what is looked at */
	void look(final View view) {
		then(() -> {
			if (session != null) session.look(view);
		});
	}

	/** @param name of the model that it becomes; @param done is called when it has */
	void keep(final String name, final Runnable done) {
		then(() -> {
			if (session == null) throw new TrainingException("Nothing was learned yet");
			note = "";
			trouble = "";
			doing = "Keeping '" + name + "'...";
			changed.run();
			note = services.keep(session.lesson(), name);
			done.run();
		});
	}

	/** @param line what a person should know */
	void tell(final String line) {
		note = line;
		changed.run();
	}

	/** @return what the window says now */
	Learning learning() {
		final Optional<TeachingState> state = state();
		final boolean canUndo = state.map(TeachingState::canUndo).orElse(false);
		final boolean canRedo = state.map(TeachingState::canRedo).orElse(false);
		final boolean canKeep =
				state.map(now -> now.steps() > 0 && !now.strokes().isEmpty()).orElse(false);
		final boolean failed = state.map(now -> now.activity() == TeachingState.Activity.FAILED)
				.orElse(false);
		final String line;
		if (!trouble.isEmpty()) line = trouble;
		else if (!doing.isEmpty()) line = doing;
		else line = state.map(SessionWorker::line).orElse("Getting ready...");
		return new Learning(
				note.isEmpty() ? line : note + "\n" + line, !trouble.isEmpty() || failed, canUndo, canRedo, canKeep);
	}

	private static String line(final TeachingState state) {
		final long drawn =
				state.strokes().stream().filter(stroke -> !stroke.erases()).count();
		final String strokes = Counted.of(drawn, "stroke");
		if (!state.message().isEmpty()) {
			final String message = state.message();
			return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
		}
		if (!state.isSettled() && drawn > 0) return "Learning: " + strokes + ", step " + state.steps();
		if (!state.isSettled()) return "Looking at the image...";
		if (drawn == 0) return "Draw strokes on the image: some on what you look for, some on the background";
		return state.steps() == 0
				? "The model knew " + strokes + " already: it can be used as it is. Draw where it is wrong"
				: "Learned: " + strokes + ", " + Counted.of(state.steps(), "step")
						+ ". Draw where it is wrong, or keep it";
	}

	/** Ends the session, in its own time. */
	void end() {
		thread.execute(() -> {
			if (session != null) session.close();
		});
		thread.shutdown();
	}
}
