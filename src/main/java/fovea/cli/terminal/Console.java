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

import fovea.base.FoveaException;
import fovea.device.Device;
import fovea.ij1.files.JobResult;
import fovea.io.FileNames;
import fovea.memory.Remedy;
import fovea.text.Printable;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user reads: results on one stream, errors and progress on the other. Nothing in it is obeyed by a terminal,
 * whatever files and models are called; see {@link Printable}.
 *
 * @param out for results
 * @param err for one line per error or warning, and for progress
 * @param terminal whether somebody is watching, so that progress is of use
 * @param verbose whether a stack trace follows an error
 * @param device what results are computed on; empty: not told
 * @param quiet whether only errors are told
 */
public record Console(
		PrintWriter out, PrintWriter err, boolean terminal, boolean verbose, Optional<Device> device, boolean quiet) {

	public Console(final PrintWriter out, final PrintWriter err, final boolean terminal, final boolean verbose) {
		this(out, err, terminal, verbose, Optional.empty(), false);
	}

	/** @return the same that says with each result on what it was computed */
	public Console on(final Device value) {
		return new Console(out, err, terminal, verbose, Optional.of(value), quiet);
	}

	/** @return the same that tells people nothing but errors; programs are told by {@link #json} */
	public Console quietly() {
		return new Console(out, err, false, verbose, device, true);
	}

	/** @param after is said of it at the end of its line */
	public void result(final String image, final JobResult result, final String after) {
		if (quiet) return;
		final StringBuilder line = new StringBuilder(Printable.escaped(image)).append(": ");
		result.objects().ifPresent(n -> line.append(count(n, "object")).append(", "));
		result.meanSquaredError()
				.ifPresent(e -> line.append(String.format(Locale.ROOT, "mean squared error %.4g, ", e)));
		out.println(line.append(String.format(Locale.ROOT, "%.1f s", result.seconds()))
				.append(device.map(d -> " on " + d.label()).orElse(""))
				.append(after));
		result.verdict()
				.ifPresent(verdict -> verdict.told().forEach(told -> out.println("  " + Printable.escaped(told))));
		for (final Path file : result.files()) out.println("  " + Printable.escaped(file.toString()));
		out.flush();
	}

	public void summary(final int done, final int failed, final Path folder) {
		if (quiet) return;
		out.println(count(done + failed, "image") + ": " + done + " done, " + failed + " failed; results are in "
				+ Printable.escaped(folder.toString()));
		out.flush();
	}

	/** @param line whose line breaks are those of names in it, and end no line */
	public void print(final String line) {
		if (quiet) return;
		out.println(Printable.escaped(line));
		out.flush();
	}

	/** @param object on a line, for programs */
	public void json(final String object) {
		out.println(object);
		out.flush();
	}

	/** @param text of several lines, in which no name has line breaks */
	public void printAll(final String text) {
		out.print(Printable.lines(text));
		out.flush();
	}

	/**
	 * Shows something on a line that comes and goes.
	 *
	 * @param text for those who watch
	 * @param before length of what is there
	 * @return length of what is there now
	 */
	int show(final String text, final int before) {
		final String shown = Printable.escaped(text);
		err.print('\r' + shown + " ".repeat(Math.max(0, before - shown.length())));
		err.flush();
		return shown.length();
	}

	/** Wipes what is shown, which has a length, and goes back to the line's beginning. */
	void wipe(final int before) {
		if (before > 0) err.print('\r' + " ".repeat(before) + '\r');
		err.flush();
	}

	public void warning(final String image, final String message) {
		if (!quiet) line(about(image, "warning: " + message));
	}

	public void warning(final String message) {
		if (!quiet) error("warning: " + message);
	}

	/** @param message that explains what is done with an image */
	void note(final String image, final String message) {
		if (!quiet) line(about(image, "note: " + message));
	}

	/** @param message that explains what is done */
	public void note(final String message) {
		if (!quiet) error("note: " + message);
	}

	public void error(final Path image, final Throwable cause) {
		error(image.toString(), cause);
	}

	/** @param image its path or address */
	public void error(final String image, final Throwable cause) {
		line(about(image, message(cause)));
		trace(cause);
	}

	public void error(final Throwable cause) {
		line(message(cause));
		trace(cause);
	}

	public void error(final String message) {
		line(message);
	}

	public void usageError(final ParameterException e) {
		final StringBuilder line = new StringBuilder(e.getMessage());
		if (e instanceof UnmatchedArgumentException unmatched
				&& !unmatched.getSuggestions().isEmpty())
			line.append(", did you mean ")
					.append(String.join(" or ", unmatched.getSuggestions()))
					.append('?');
		line(line + " (see '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help')");
		trace(e);
	}

	private static String about(final String image, final String message) {
		// Most messages name the file themselves.
		return message.contains(lastName(image)) ? message : image + ": " + message;
	}

	/** @return what a file, or what is at an address, is called in its folder */
	static String lastName(final String image) {
		final String whole = image.replaceFirst("[/\\\\]+$", "");
		return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf(File.separatorChar)) + 1);
	}

	/** For who may open few files. */
	public static final String OUT_OF_FILES =
			"Java may not open more files at a time: raise the limit of this shell (ulimit -n 1024)";

	/** @return what is said of it; not escaped */
	public static String message(final Throwable cause) {
		if (cause instanceof FoveaException) return cause.getMessage();
		if (cause instanceof final InvalidPathException invalid) return FileNames.refusal(invalid);
		if (cause instanceof OutOfMemoryError) return Remedy.ranOut();
		if (isOutOfFiles(cause)) return OUT_OF_FILES;
		if (cause instanceof StackOverflowError) return "Java's stack is too small for it: give Java more (-Xss8m)";
		return "Internal error, please report it with the output of --verbose: " + cause;
	}

	/** By the system's own words, which Java hands on. */
	private static boolean isOutOfFiles(final Throwable error) {
		int depth = 0;
		for (Throwable cause = error; cause != null && depth < 20; cause = cause.getCause(), depth++)
			if (String.valueOf(cause.getMessage()).contains("Too many open files")) return true;
		return false;
	}

	private void line(final String message) {
		err.println("fovea: " + Printable.line(message));
		err.flush();
	}

	private void trace(final Throwable cause) {
		if (!verbose) return;
		final StringWriter text = new StringWriter();
		cause.printStackTrace(new PrintWriter(text, true));
		err.print(Printable.lines(text.toString()));
		err.flush();
	}

	private static String count(final int n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}
}
