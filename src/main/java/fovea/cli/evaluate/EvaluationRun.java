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
package fovea.cli.evaluate;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.ConsoleProgress;
import fovea.evaluate.Evaluation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Scores one image after the other. A failure is reported and does not stop the others.
 *
 * @param console where to tell
 * @param cancelled whether to end now
 */
record EvaluationRun(Console console, BooleanSupplier cancelled) {

	/**
	 * The outcome.
	 *
	 * @param <S> the kind of score
	 * @param scores of each method, in order: one for each image that did not fail
	 * @param failed how many images did
	 */
	record Outcome<S>(List<List<S>> scores, int failed) {

		boolean isEmpty() {
			return scores.get(0).isEmpty();
		}
	}

	/**
	 * @param evaluation of at least one image
	 * @return scores method by method
	 * @throws CancelledException if the user asked for an end
	 */
	<S> Outcome<S> run(final Evaluation<S> evaluation) throws CancelledException {
		final List<List<S>> scores = new ArrayList<>();
		evaluation.methods().forEach(m -> scores.add(new ArrayList<>()));
		int failed = 0;
		for (int i = 0; i < evaluation.names().size(); i++) {
			final List<S> each = score(evaluation, i);
			if (each.isEmpty()) failed++;
			for (int m = 0; m < each.size(); m++) scores.get(m).add(each.get(m));
		}
		return new Outcome<>(scores, failed);
	}

	/** @return of each method, empty if the image failed */
	private <S> List<S> score(final Evaluation<S> evaluation, final int index) throws CancelledException {
		if (cancelled.getAsBoolean()) throw new CancelledException();
		final Path image = Path.of(evaluation.names().get(index));
		final ConsoleProgress progress = new ConsoleProgress(console, image, cancelled);
		try {
			final List<S> scores = evaluation.score(index, progress);
			progress.clear();
			return scores;
		} catch (final CancelledException e) {
			progress.clear();
			throw e;
		}
		// A file can be broken in ways its reader did not think of, or too large: the next may be well.
		catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			progress.clear();
			// What fails while the process ends fails for that.
			if (cancelled.getAsBoolean()) throw new CancelledException();
			console.error(image, e);
			return List.of();
		}
	}
}
