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
package fovea.ui.form;

import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.SwingWorker;

/** A line on what a field's answer is, found out beside Swing's thread, on which all methods are called. */
final class NoteLine {

	private final UnaryOperator<String> note;
	private final Consumer<String> place;
	private String asked = "";

	NoteLine(final UnaryOperator<String> note, final Consumer<String> place) {
		this.note = note;
		this.place = place;
	}

	/** Shows it as soon as it is known, unless there is another answer by then. */
	void show(final String answer) {
		if (answer.equals(asked)) return;
		asked = answer;
		new SwingWorker<String, Void>() {

			@Override
			protected String doInBackground() {
				return note.apply(answer);
			}

			@Override
			protected void done() {
				if (answer.equals(asked)) place.accept(line());
			}

			/** A note is not worth an error. */
			private String line() {
				try {
					return get();
				} catch (final InterruptedException | ExecutionException e) {
					return "";
				}
			}
		}.execute();
	}
}
