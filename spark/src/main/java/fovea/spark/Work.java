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

import fovea.base.FoveaException;
import fovea.block.Pass;
import fovea.block.Stage;
import fovea.infer.ProgressListener;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.util.LongAccumulator;

/** Does some tasks of a pass, in an executor. Those that are done already are passed over. */
final class Work implements VoidFunction<Iterator<Integer>> {

	private static final long serialVersionUID = 1;

	private final ArrayList<String> args;
	private final Pass pass;
	private final LongAccumulator done;

	Work(final List<String> args, final Pass pass, final LongAccumulator done) {
		this.args = new ArrayList<>(args);
		this.pass = pass;
		this.done = done;
	}

	@Override
	public void call(final Iterator<Integer> tasks) {
		final TaskContext spark = TaskContext.get();
		try {
			final Stage stage = ExecutorJobs.here().stage(SparkEnv.get().conf().getAppId(), args, pass);
			while (tasks.hasNext()) {
				final int task = tasks.next();
				if (!stage.isDone(task)) stage.run(task, listener(spark));
				done.add(1);
			}
		} catch (final FoveaException e) {
			throw new TaskFailure(e.getMessage(), e);
		}
	}

	private static ProgressListener listener(final TaskContext spark) {
		return new ProgressListener() {

			@Override
			public boolean isCancelled() {
				return spark.isInterrupted();
			}
		};
	}
}
