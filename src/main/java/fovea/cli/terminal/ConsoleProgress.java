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
package fovea.cli.terminal;

import fovea.infer.ProgressListener;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Shows the progress of one image on a line that comes and goes, and every warning once. */
public final class ConsoleProgress implements ProgressListener {

	private final Console console;
	private final String image;
	private final String before;
	private final BooleanSupplier cancelled;
	private final Set<String> warnings = new HashSet<>();
	private int shown;

	public ConsoleProgress(final Console console, final Path image, final BooleanSupplier cancelled) {
		this(console, image.toString(), "", cancelled);
	}

	/**
	 * @param image its path or address
	 * @param before is said before the image's name
	 */
	public ConsoleProgress(
			final Console console, final String image, final String before, final BooleanSupplier cancelled) {
		this.console = console;
		this.image = image;
		this.before = before;
		this.cancelled = cancelled;
	}

	@Override
	public void tile(final int done, final int total) {
		show(before + Console.lastName(image) + ": tile " + done + " of " + total);
	}

	@Override
	public void part(final String pass, final int done, final int total) {
		show(before + Console.lastName(image) + ": " + pass + ", " + done + " of " + total);
	}

	@Override
	public void warn(final String message) {
		if (!warnings.add(message)) return;
		clear();
		console.warning(image, message);
	}

	@Override
	public void tell(final String message) {
		if (!warnings.add(message)) return;
		clear();
		console.note(image, message);
	}

	@Override
	public boolean isCancelled() {
		return cancelled.getAsBoolean();
	}

	/** Warns of what was not warned of before. */
	public void warnAll(final List<String> messages) {
		messages.forEach(this::warn);
	}

	/** Wipes the line. */
	public void clear() {
		if (shown > 0) console.wipe(shown);
		shown = 0;
	}

	private void show(final String line) {
		if (console.terminal()) shown = console.show(line, shown);
	}
}
