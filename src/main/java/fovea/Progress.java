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
package fovea;

import java.util.function.Consumer;

/**
 * Hears how far a run is and what there is to know about its result, and may end it. All methods do nothing unless you
 * override them.
 *
 * <pre>{@code
 * model.segment(image, SegmentSettings.DEFAULT, new Progress() {
 *
 *     public void progress(int done, int total) { bar.set(done, total); }
 *
 *     public boolean isCancelled() { return stopped.get(); }
 *
 *     public void warning(String line) { log.warn(line); }
 * });
 * }</pre>
 *
 * <p>Called from the threads that compute, from one at a time, which wait meanwhile.
 */
public interface Progress {

	/**
	 * @param done tiles (or epochs, images) that are finished
	 * @param total of them; grows where memory ran out and tiles were halved
	 */
	default void progress(final int done, final int total) {}

	/** @param line something that you should know about the result, or about the model; said once for each run */
	default void warning(final String line) {}

	/**
	 * @return true to end the run before its next tile; it then throws a {@link fovea.base.CancelledException}. Where
	 *     one tile takes more than three seconds and TensorFlow runs in a second JVM, that is ended
	 */
	default boolean isCancelled() {
		return false;
	}

	/**
	 * @param lines takes the warnings
	 * @return one that passes on warnings and never cancels
	 */
	static Progress warnings(final Consumer<String> lines) {
		return new Progress() {

			@Override
			public void warning(final String line) {
				lines.accept(line);
			}
		};
	}
}
