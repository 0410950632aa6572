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
import fovea.ij1.Host;
import fovea.job.TrainingPlan;
import fovea.memory.Remedy;
import fovea.train.TrainingListener;
import fovea.ui.TrainingWindow;
import java.util.function.BooleanSupplier;

/**
 * Where a person sees how a training in ImageJ goes, and says that it is to end. Called from the thread that trains.
 */
interface TrainingView extends TrainingListener {

	/**
	 * Called once, before the first step.
	 *
	 * @param model name that the model will have
	 * @param plan what is to be trained
	 */
	void start(String model, TrainingPlan plan);

	/** {@inheritDoc} Also what is learned from, and the result. */
	@Override
	void tell(String line);

	/** @param line what came of the training, and where its model is if one is kept; before the start, too */
	default void finished(final String line) {
		tell(line);
	}

	/** @param line where the model is, for who looks later than at the last line of a log */
	default void kept(final String line) {}

	/** @param line why nothing came of it; it is shown elsewhere, too */
	default void failed(final String line) {}

	/** Called once on every path, after all else: whatever came of the training, nothing more is heard. */
	void end();

	/** A training, and what is done with its network. */
	@FunctionalInterface
	interface Work {

		/** @throws FoveaException if nothing comes of it */
		void run() throws FoveaException;
	}

	/**
	 * Does it, and tells how it ended, however that is.
	 *
	 * @param work to be done
	 * @param nothing what is said where it is cancelled
	 * @throws FoveaException as the work does
	 */
	default void watch(final Work work, final String nothing) throws FoveaException {
		try {
			work.run();
		} catch (final CancelledException e) {
			finished(nothing);
			throw e;
		} catch (final FoveaException e) {
			failed(e.getMessage());
			throw e;
		}
		// Else a window would wait for the next step for ever.
		catch (final RuntimeException | LinkageError | OutOfMemoryError e) {
			failed(e instanceof OutOfMemoryError ? Remedy.ranOut() : "unexpected " + e);
			throw e;
		} finally {
			end();
		}
	}

	/**
	 * The one place where it is chosen.
	 *
	 * @param task what runs, for example "Train Denoising (CAE)"
	 * @param cancelled whether somebody else asked for the end
	 * @return a window where a person works with one; status bar and log in a macro and without a screen
	 */
	static TrainingView of(final String task, final BooleanSupplier cancelled) {
		final StatusView status = new StatusView(task, cancelled);
		return Host.isHeadless() || Host.isMacro() || !TrainingWindow.isPossible() ? status : new WindowView(status);
	}
}
