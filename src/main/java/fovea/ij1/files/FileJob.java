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
package fovea.ij1.files;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.ij1.ImageFiles;
import fovea.infer.ProgressListener;
import fovea.rank.Verdict;
import fovea.task.ImageTask;
import fovea.task.Output;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What all jobs have in common: how images are read, how long it takes, in which order results are written. */
abstract class FileJob implements ImageJob {

	private final ImageTask task;

	FileJob(final ImageTask task) {
		this.task = task;
	}

	@Override
	public final List<Output> outputs() {
		return task.outputs();
	}

	/** What a model made of an image. */
	interface Results {

		/**
		 * @param output one of the job's
		 * @param file where
		 * @throws FoveaException if it could not be written, in which case nothing is left of it
		 */
		void write(Output output, Path file) throws FoveaException;

		/** @return how many objects there are, where they are looked for */
		default OptionalInt objects() {
			return OptionalInt.empty();
		}

		/** @return between image and result, where they are compared */
		default OptionalDouble meanSquaredError() {
			return OptionalDouble.empty();
		}

		/** @return how good the result is, where that is reported */
		default Optional<Verdict> verdict() {
			return Optional.empty();
		}

		/** @return lines that the user should see */
		List<String> warnings();
	}

	/**
	 * @param source the image
	 * @param listener hears of progress and warnings, may cancel
	 */
	abstract Results results(ImagePlus source, ProgressListener listener) throws FoveaException;

	/** @return the outputs in the order in which they are written: first those that a model may not have */
	List<Output> order() {
		return outputs();
	}

	@Override
	public final Opened open(final ImagePlace image, final BooleanSupplier cancelled) throws FoveaException {
		final Stopwatch reading = new Stopwatch();
		final ImagePlus source = image.path().isPresent()
				? ImageFiles.open(image.path().get(), cancelled)
				: ImageFiles.openAddress(image.text(), cancelled);
		final double read = reading.seconds();
		return listener -> {
			final Stopwatch computing = new Stopwatch();
			final Results results = results(source, listener);
			if (listener.isCancelled()) throw new CancelledException();
			final double before = read + computing.seconds();
			return destination -> write(results, ImageFiles.warnings(source), destination, before);
		};
	}

	private JobResult write(
			final Results results, final List<String> reading, final Destination destination, final double before)
			throws FoveaException {
		final Stopwatch writing = new Stopwatch();
		for (final Output output : order()) results.write(output, destination.file(output));
		return new JobResult(
				outputs().stream().map(destination::file).toList(),
				results.objects(),
				results.meanSquaredError(),
				before + writing.seconds(),
				Stream.concat(reading.stream(), results.warnings().stream()).toList(),
				results.verdict());
	}
}
