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
package fovea.ij1;

import fovea.base.ImageException;
import fovea.text.Printable;
import fovea.text.Wrapping;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What a command needs of the ImageJ it runs in. The state is ImageJ's own; calls are as thread-safe as ImageJ is. */
public final class Host {

	private static final String RESULTS = "Results";

	private Host() {}

	/** @return whether a macro or a script of ImageJ is running */
	public static boolean isMacro() {
		return IJ.isMacro();
	}

	/** @return whether there is no screen */
	public static boolean isHeadless() {
		return GraphicsEnvironment.isHeadless();
	}

	/** @return whether it is certain that no image is open; without windows it never is */
	public static boolean isNoImageOpen() {
		return !isHeadless() && WindowManager.getImageCount() == 0;
	}

	/**
	 * Shows a result to a running macro, as its current image. Outside macros it does nothing: who runs the command
	 * decides what becomes of its results.
	 *
	 * @param image new image
	 * @param caller the thread that the macro runs on, or null if it is the current one
	 */
	public static void show(final ImagePlus image, final Thread caller) {
		if (!isMacro()) return;
		image.show();
		// Without a window, show() makes the image current for this thread only. A thread of a pool would
		// keep it and hand it to a later command, while the macro would not see it.
		if (caller == null || WindowManager.getTempCurrentImage() == null) return;
		WindowManager.setTempCurrentImage(null);
		WindowManager.setTempCurrentImage(caller, image);
	}

	/**
	 * Shows an image at once, while its command still runs: to a macro as its current image, to a person in a window.
	 *
	 * @param image new image
	 * @param caller as for {@link #show}
	 */
	public static void showNow(final ImagePlus image, final Thread caller) {
		if (isMacro()) show(image, caller);
		else if (!isHeadless()) image.show();
	}

	/**
	 * Makes a table the Results table, so that macros can read it whether there is a window or not. A user is asked
	 * first whether earlier measurements are to be saved, as ImageJ does.
	 *
	 * @param table to show
	 * @return false if the user would not have it
	 */
	public static boolean showTable(final ResultsTable table) {
		if (!Analyzer.resetCounter()) return false;
		showResults(table);
		return true;
	}

	private static void showResults(final ResultsTable table) {
		if (hasTables()) table.show(RESULTS);
		else Analyzer.setResultsTable(table);
	}

	/**
	 * @return false without its main window, as in ImageJ -batch: tables are not shown, and macros would not find them
	 */
	static boolean hasTables() {
		return !isHeadless() && (IJ.getInstance() != null || !Interpreter.isBatchMode());
	}

	/**
	 * Adds rows to the Results table, as ImageJ's own commands do.
	 *
	 * @param rows adds them
	 * @param areSome whether there are any: else the table gets headings only
	 */
	public static void addToResults(final Consumer<ResultsTable> rows, final boolean areSome) {
		final ResultsTable table = Analyzer.getResultsTable();
		if (table.size() == 0 && areSome) {
			// So ImageJ's Measure adds to it. It empties a table whose columns are not in its own places.
			table.reset();
			table.setDefaultHeadings();
		}
		rows.accept(table);
		showResults(table);
	}

	/**
	 * Adds rows to a table in a window, which is opened if need be.
	 *
	 * @param name of the window
	 * @param rows adds them
	 * @throws ImageException if another window has this name, or this ImageJ shows no tables
	 */
	public static void addToTable(final String name, final Consumer<ResultsTable> rows) throws ImageException {
		if (!hasTables())
			throw new ImageException("table: expected true or false where ImageJ has no window, got '" + name
					+ "'; true is the Results table");
		final ResultsTable open = ResultsTable.getResultsTable(name);
		if (open == null && WindowManager.getFrame(name) != null)
			throw new ImageException("table: expected the name of a table, the window '" + name + "' is none");
		final ResultsTable table = open == null ? new ResultsTable() : open;
		rows.accept(table);
		table.show(name);
	}

	/** @return ImageJ's version, such as 1.54p */
	public static String version() {
		return IJ.getVersion();
	}

	/** @return ImageJ's own folder, which has plugins and, in Fiji, jars in it; empty where it has none */
	public static Optional<Path> folder() {
		final String folder = IJ.getDirectory("imagej");
		return folder == null ? Optional.empty() : Optional.of(Path.of(folder));
	}

	/**
	 * @param line to be written to the Log window, which takes one that begins with a backslash for a command; without
	 *     a window, to the standard output
	 */
	public static void log(final String line) {
		final String shown = Printable.escaped(line);
		IJ.log(shown.startsWith("\\") ? " " + shown : shown);
	}

	/** @param line to be shown in the status bar */
	public static void status(final String line) {
		IJ.showStatus(Printable.escaped(line));
	}

	/**
	 * Shows an error, and stops a macro.
	 *
	 * @param line for people; ImageJ takes one that begins with a tag for HTML, this never begins with one
	 */
	public static void error(final String line) {
		final String shown = Printable.line(line);
		// Where nobody sees the dialog that ImageJ would show, it would wait for ever.
		if (IJ.getInstance() == null && Interpreter.getInstance() != null && !isHeadless()) {
			stopMacro("Macro Error: " + shown);
			return;
		}
		final String plain = shown.startsWith("<") ? " " + shown : shown;
		IJ.error(isHeadless() ? plain : Wrapping.forDialog(plain));
	}

	/** @param done part of what runs, 0 to 1; 1 empties the progress bar */
	public static void progress(final double done) {
		IJ.showProgress(done);
	}

	/** Forgets an earlier Escape. */
	public static void resetEscape() {
		IJ.resetEscape();
	}

	/** @return whether the Escape key was pressed since */
	public static boolean isEscapePressed() {
		return IJ.escapePressed();
	}

	/**
	 * Stops the running macro: none of its statements after the current one is executed. For commands that run on a
	 * thread of their own, which {@code IJ.error} does not stop cleanly.
	 *
	 * @param line why, written to the log; a macro ends without a word else
	 */
	public static void stopMacro(final String line) {
		log(line);
		stopMacro();
	}

	/** The same without a word. */
	public static void stopMacro() {
		final Interpreter macro = Interpreter.getInstance();
		if (macro == null) return;
		// abortMacro() waits for the macro to end, and the macro waits for the command on this thread: so it
		// is called beside it, as the Escape key does. The macro must have taken note before the command ends.
		final Thread abort = new Thread(macro::abortMacro, "Fovea-abort-macro");
		abort.setDaemon(true);
		abort.start();
		while (abort.isAlive() && !macro.done()) Thread.onSpinWait();
	}
}
