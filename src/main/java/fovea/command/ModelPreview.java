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
package fovea.command;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.preview.View;
import fovea.ij1.preview.ViewWatch;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ProgressListener;
import fovea.memory.Remedy;
import fovea.segment.LiveSegmenter;
import fovea.task.ImageTask;
import fovea.task.Running;
import fovea.text.Printable;
import fovea.ui.form.LivePreview;
import ij.ImagePlus;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs a command's model on the part of the image that is seen, on a thread of its own: always for what was asked for
 * last. What is under way is cancelled when it has become useless: another part is seen, the image has changed, or
 * another model is chosen.
 */
abstract class ModelPreview implements LivePreview {

	private static final int MILLION = 1_000_000;
	private static final int IDLE_SECONDS = 5;

	private final FoveaCommand command;
	private final ImagePlus image;
	private final HostCommand.Typed typed;
	private final Consumer<String> status;

	/** Goes up with each change of the image. */
	private final AtomicInteger changes = new AtomicInteger();

	/** Null while nothing is. */
	private volatile Request wanted;

	/**
	 * One for as long as there is a preview, so that a model is never closed beside a run. Its thread ends when idle.
	 */
	private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
			1,
			1,
			IDLE_SECONDS,
			TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(1),
			ModelPreview::thread,
			new ThreadPoolExecutor.DiscardOldestPolicy());

	/** Null while nothing is shown. */
	private ViewWatch watch;

	/** Of the worker's thread, as is the request that it was opened for. */
	private LoadedModel model;

	private Request opened;

	/**
	 * What is to be shown.
	 *
	 * @param task with what was typed
	 * @param values as macros write them
	 * @param view of the image
	 * @param change of the image
	 */
	record Request(ImageTask task, Map<String, String> values, View view, int change) {

		private String device() {
			return values.getOrDefault(Running.DEVICE.key(), "");
		}

		/** @return whether the same model is meant, opened in the same way */
		boolean isOfModelOf(final Request other) {
			return task.model().equals(other.task.model())
					&& task.hints().equals(other.task.hints())
					&& device().equals(other.device());
		}

		/** @return whether the network gives the same for the same part */
		boolean isOfNetworkOf(final Request other) {
			return isOfModelOf(other)
					&& task.prediction().equals(other.task.prediction())
					&& change == other.change
					&& view.isOfPlaneOf(other.view);
		}
	}

	/**
	 * What a preview is made from.
	 *
	 * @param request that leads to it
	 * @param model open
	 * @param image all of it
	 * @param listener hears of progress, may cancel
	 */
	record Work(Request request, LoadedModel model, Image image, ProgressListener listener) {}

	/** A preview that is ready. */
	@FunctionalInterface
	interface Picture {

		/**
		 * Shows it.
		 *
		 * @return what the dialog says of it
		 */
		String show();
	}

	ModelPreview(
			final FoveaCommand command,
			final ImagePlus image,
			final HostCommand.Typed typed,
			final Consumer<String> status) {
		this.command = command;
		this.image = image;
		this.typed = typed;
		this.status = status;
		worker.allowCoreThreadTimeOut(true);
	}

	/**
	 * Called on the worker's thread.
	 *
	 * @param work to be done
	 * @return not shown yet
	 * @throws FoveaException if it cannot be made, or was cancelled
	 */
	abstract Picture make(Work work) throws FoveaException;

	/** Takes away what was shown. */
	abstract void remove();

	/** Called on the worker's thread: what was kept for the next time is of another model. */
	abstract void forget();

	/** @return whether what is under way for one request is of use for another, too */
	abstract boolean isOfUse(Request running, Request next);

	@Override
	public final void show(final Map<String, String> values) {
		if (image == null || image.getCanvas() == null) {
			status.accept("The image has no window to show a preview in");
			return;
		}
		try {
			final Map<String, String> written = typed.read(values);
			final ImageTask task = command.task(written);
			if (watch == null) start();
			request(new Request(task, written, View.of(image), changes.get()));
		} catch (final FoveaException e) {
			status.accept(Printable.line(String.valueOf(e.getMessage())));
		}
	}

	private static Thread thread(final Runnable task) {
		final Thread thread = new Thread(task, "Fovea preview");
		thread.setDaemon(true);
		return thread;
	}

	private void start() {
		watch = new ViewWatch(image, new ViewWatch.Listener() {

			@Override
			public void moved() {
				again();
			}

			@Override
			public void changed() {
				changes.incrementAndGet();
				again();
			}

			@Override
			public void closed() {
				hide();
			}
		});
	}

	private synchronized void again() {
		final Request last = wanted;
		if (last != null) request(new Request(last.task, last.values, View.of(image), changes.get()));
	}

	private synchronized void request(final Request request) {
		wanted = request;
		worker.execute(this::work);
	}

	@Override
	public final synchronized void hide() {
		wanted = null;
		remove();
		if (watch == null) return;
		watch.close();
		watch = null;
		worker.execute(this::end);
	}

	private void end() {
		forget();
		if (model != null) model.close();
		model = null;
	}

	private void work() {
		final Request request = wanted;
		if (request == null) return;
		try {
			requireSize(request.view);
			final LoadedModel meant = model(request);
			final Picture picture = make(new Work(request, meant, ImagePlusImages.wrap(image), listener(request)));
			synchronized (this) {
				if (wanted != null) status.accept(picture.show());
			}
		} catch (final CancelledException e) { // another request is waiting
			command.log().debug(e);
		} catch (final FoveaException e) {
			failed(Printable.line(String.valueOf(e.getMessage())), e);
		} catch (final OutOfMemoryError e) {
			failed(Remedy.ranOut("the preview"), e);
		} catch (final RuntimeException e) {
			failed("No preview: " + Printable.line(e.toString()), e);
		}
	}

	/** What was shown before is not what these answers lead to. */
	private synchronized void failed(final String line, final Throwable cause) {
		command.log().debug(cause);
		remove();
		status.accept(line);
	}

	private static void requireSize(final View view) throws FoveaException {
		final long pixels = (long) view.box().width() * view.box().height();
		if (pixels > LiveSegmenter.MOST_PIXELS)
			throw new FoveaException("Zoom in to see a preview: of " + pixels / MILLION
					+ " megapixels there is none, at most of " + LiveSegmenter.MOST_PIXELS / MILLION);
	}

	private ProgressListener listener(final Request request) {
		return new ProgressListener() {

			@Override
			public void tile(final int done, final int total) {
				if (total > 1) status.accept("Computing: " + 100 * done / total + " %");
			}

			@Override
			public boolean isCancelled() {
				final Request next = wanted;
				return next == null || !isOfUse(request, next);
			}
		};
	}

	/** @return the model that is meant; it stays open until another one is */
	private LoadedModel model(final Request request) throws FoveaException {
		if (model != null && opened.isOfModelOf(request)) return model;
		status.accept("Opening the model...");
		end();
		model = command.open(request.task, request.values);
		opened = request;
		status.accept("Computing...");
		return model;
	}
}
