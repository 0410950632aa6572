package fovea.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import fovea.infer.ProgressListener;

/** Shows the progress of one image on a line that comes and goes, and every warning once. */
final class ConsoleProgress implements ProgressListener {

	private final Console console;
	private final Path image;
	private final BooleanSupplier cancelled;
	private final Set<String> warnings = new HashSet<>();
	private int shown;

	ConsoleProgress(final Console console, final Path image, final BooleanSupplier cancelled) {
		this.console = console;
		this.image = image;
		this.cancelled = cancelled;
	}

	@Override
	public void tile(final int done, final int total) {
		show(image.getFileName() + ": tile " + done + " of " + total);
	}

	@Override
	public void warn(final String message) {
		if (!warnings.add(message)) return;
		clear();
		console.warning(image, message);
	}

	@Override
	public boolean isCancelled() {
		return cancelled.getAsBoolean();
	}

	/** Warns of what was not warned of before. */
	void warnAll(final List<String> messages) {
		messages.forEach(this::warn);
	}

	/** Wipes the line. */
	void clear() {
		if (shown == 0) return;
		show("");
		shown = 0;
		console.err().print('\r');
		console.err().flush();
	}

	private void show(final String line) {
		if (!console.terminal()) return;
		console.err().print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
		console.err().flush();
		shown = line.length();
	}
}
