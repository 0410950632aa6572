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
package fovea.spark;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.block.Pass;
import fovea.block.Stage;
import fovea.block.StageRunner;
import fovea.infer.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Does the tasks of a stage on Spark. The driver sends numbers of tasks and the command line, and hears that they are
 * done; what they make is in files.
 *
 * @param contexts starts Spark when it is first needed
 * @param args of {@code fovea}, of which executors make the same job
 */
record SparkRunner(Contexts contexts, List<String> args) implements StageRunner {

	private static final long PATIENCE_MILLIS = 500;

	/** The driver remembers each task of Spark's. */
	private static final int MOST_PARTS = 20_000;

	/** Tasks of ours in one of Spark's: some seconds of work. */
	private static int together(final Pass pass) {
		return switch (pass.kind()) {
			case DECIDE -> 2;
			case FIND, RELIEF -> 8;
			default -> 32;
		};
	}

	/** Spark is started once a command is known to be well. */
	static final class Contexts implements AutoCloseable {

		private final SparkConf conf;
		private JavaSparkContext context;

		Contexts(final SparkConf conf) {
			this.conf = conf;
		}

		synchronized JavaSparkContext get() throws FoveaException {
			try {
				if (context == null) context = SparkFovea.open(conf);
				return context;
			} catch (final SparkException e) {
				throw new ImageException(e.getMessage(), e);
			}
		}

		@Override
		public synchronized void close() {
			if (context != null) context.close();
			context = null;
		}
	}

	@Override
	public void run(final Pass pass, final Stage stage, final ProgressListener listener) throws FoveaException {
		final JavaSparkContext spark = contexts.get();
		final int tasks = stage.tasks();
		final int most = Math.max(spark.defaultParallelism() * 4, (tasks + together(pass) - 1) / together(pass));
		final int parts = Math.max(1, Math.min(Math.min(tasks, MOST_PARTS), most));
		final LongAccumulator done = spark.sc().longAccumulator();
		final List<String> command = new ArrayList<>(args);
		spark.setJobDescription(stage.label());
		// Neighbors lie in one part: what they read of the same files they read once.
		final List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
		final JavaFutureAction<Void> running =
				spark.parallelize(numbers, parts).foreachPartitionAsync(new Work(command, pass, done));
		try {
			await(running, stage, done, listener);
		} catch (final ImageException | CancelledException e) {
			if (!spark.sc().isStopped() || listener.isCancelled()) throw e;
			Thread.interrupted(); // Spark wakes who waits for it when it gives up
			throw new ImageException(
					"Spark on " + spark.master() + " cannot be reached, or has ended this application", e);
		}
	}

	private static void await(
			final JavaFutureAction<Void> running,
			final Stage stage,
			final LongAccumulator done,
			final ProgressListener listener)
			throws FoveaException {
		try {
			while (true) {
				listener.part(stage.label(), (int) Math.min(stage.tasks(), done.value()), stage.tasks());
				if (listener.isCancelled()) {
					running.cancel(true);
					throw new CancelledException();
				}
				try {
					running.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
					return;
				} catch (final TimeoutException e) {
					continue;
				}
			}
		} catch (final ExecutionException e) {
			throw failure(e);
		} catch (final InterruptedException e) {
			running.cancel(true);
			Thread.currentThread().interrupt();
			throw new CancelledException();
		}
	}

	/** Spark gives the trace of what failed elsewhere as text. */
	private static FoveaException failure(final ExecutionException e) {
		for (Throwable cause = e; cause != null; cause = cause.getCause())
			if (cause instanceof final TaskFailure failed) return new ImageException(failed.getMessage(), e);
		final String text =
				String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
		final int at = text.indexOf(TaskFailure.class.getName() + ": ");
		if (at < 0)
			return new ImageException(
					"Spark failed: " + text.lines().findFirst().orElse(""), e);
		final String line = text.substring(at + TaskFailure.class.getName().length() + 2);
		return new ImageException(line.lines().findFirst().orElse(line), e);
	}
}
