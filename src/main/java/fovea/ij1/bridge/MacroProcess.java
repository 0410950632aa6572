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
package fovea.ij1.bridge;

import fovea.base.FoveaException;
import fovea.ij1.Host;
import fovea.ij1.macro.EarlierNames;
import ij.IJ;
import ij.Macro;
import ij.Menus;
import ij.Prefs;
import ij.macro.Interpreter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain ImageJ in a process that has none, without its windows, for one macro: its commands are those of ImageJ's own
 * list and Fovea's. Commands that make a dialog, though the macro answers it, need a screen.
 */
public final class MacroProcess {

	/** A command and what it runs, in ImageJ's properties. */
	private static final Pattern ENTRY =
			Pattern.compile("(?:\\w+=|[^\"#]*, *)?\"([^\"]+)\", *([\\w.$]+(?:\\(\"[^\"]*\"\\))?).*");

	private static final Pattern SHORTCUT = Pattern.compile("\\[.{1,3}\\]$");

	/** Of ImageJ's menus, in no list of its own. */
	private static final String OTHERS = """
			"Open...",ij.plugin.Commands("open")
			"Open Next",ij.plugin.NextImageOpener
			"Close",ij.plugin.Commands("close")
			"Close All",ij.plugin.Commands("close-all")
			"Save",ij.plugin.Commands("save")
			"Revert",ij.plugin.Commands("revert")
			"Undo",ij.plugin.Commands("undo")
			"Cut",ij.plugin.Clipboard("cut")
			"Copy",ij.plugin.Clipboard("copy")
			"Copy to System",ij.plugin.Clipboard("scopy")
			"Paste",ij.plugin.Clipboard("paste")
			"Clear",ij.plugin.filter.Filler("clear")
			"Clear Outside",ij.plugin.filter.Filler("outside")
			"Fill",ij.plugin.filter.Filler("fill")
			"Draw",ij.plugin.filter.Filler("draw")
			"Invert",ij.plugin.filter.Filters("invert")
			"8-bit",ij.plugin.Converter("8-bit")
			"16-bit",ij.plugin.Converter("16-bit")
			"32-bit",ij.plugin.Converter("32-bit")
			"8-bit Color",ij.plugin.Converter("8-bit Color")
			"RGB Color",ij.plugin.Converter("RGB Color")
			"RGB Stack",ij.plugin.Converter("RGB Stack")
			"HSB Stack",ij.plugin.Converter("HSB Stack")
			"HSB (32-bit)",ij.plugin.Converter("HSB (32-bit)")
			"Lab Stack",ij.plugin.Converter("Lab Stack")
			"Show Info...",ij.plugin.ImageInfo
			"Properties...",ij.plugin.filter.ImageProperties
			"Crop",ij.plugin.Resizer("crop")
			"Duplicate...",ij.plugin.Duplicator
			"Rename...",ij.plugin.SimpleCommands("rename")
			"Scale...",ij.plugin.Scaler
			"Smooth",ij.plugin.filter.Filters("smooth")
			"Sharpen",ij.plugin.filter.Filters("sharpen")
			"Find Edges",ij.plugin.filter.Filters("edge")
			"Find Maxima...",ij.plugin.filter.MaximumFinder
			"Enhance Contrast...",ij.plugin.ContrastEnhancer
			"Image Calculator...",ij.plugin.ImageCalculator
			"Subtract Background...",ij.plugin.filter.BackgroundSubtracter
			"Measure",ij.plugin.filter.Analyzer
			"Analyze Particles...",ij.plugin.filter.ParticleAnalyzer
			"Summarize",ij.plugin.filter.Analyzer("sum")
			"Distribution...",ij.plugin.Distribution
			"Label",ij.plugin.filter.Filler("label")
			"Clear Results",ij.plugin.filter.Analyzer("clear")
			"Set Measurements...",ij.plugin.filter.Analyzer("set")
			"Set Scale...",ij.plugin.filter.ScaleDialog
			"Calibrate...",ij.plugin.filter.Calibrator
			"Histogram",ij.plugin.Histogram
			"Plot Profile",ij.plugin.Profiler("plot")
			"Surface Plot...",ij.plugin.SurfacePlotter
			"Quit",ij.plugin.Commands("quit")
			""";

	private static final String PROPERTIES = "/IJ_Props.txt";

	private MacroProcess() {}

	/**
	 * Runs a macro; what it prints is on standard output. Once in a process.
	 *
	 * @param macro its text
	 * @param argument what {@code getArgument} gives
	 * @param out what was standard output until now
	 * @throws FoveaException if it did not come to its end, with the reason
	 */
	public static void run(final String macro, final String argument, final PrintStream out) throws FoveaException {
		register();
		final AtomicReference<String> failure = new AtomicReference<>();
		System.setOut(new Said(out, failure));
		final Interpreter interpreter = new Interpreter();
		try {
			interpreter.run(macro, argument);
		} catch (final RuntimeException | LinkageError e) {
			failure.compareAndSet(null, interpreter.wasError() ? error(interpreter) : reason(e.toString()));
		}
		if (interpreter.wasError()) failure.set(error(interpreter));
		if (failure.get() != null) throw new FoveaException(failure.get());
	}

	private static String error(final Interpreter interpreter) {
		return "line " + line(interpreter) + " of the macro: " + interpreter.getErrorMessage();
	}

	/** ImageJ reads on to the end of the line before it tells; where the error was, is in a field of its own. */
	private static int line(final Interpreter interpreter) {
		try {
			final Field line = Interpreter.class.getDeclaredField("lineNumber");
			line.setAccessible(true);
			return line.getInt(interpreter);
		} catch (final ReflectiveOperationException e) { // of another version
			return interpreter.getLineNumber();
		}
	}

	private static String reason(final String exception) {
		if (exception.contains("HeadlessException"))
			return "a command of the macro opens a dialog or a window, and there is no screen";
		return exception.contains(Macro.MACRO_CANCELED) ? "the macro was ended" : "the macro failed: " + exception;
	}

	/** ImageJ logs what a command throws, and goes on with the macro. Here it ends it. */
	private static final class Said extends PrintStream {

		private static final String TRACE = "\n\tat ";

		private final AtomicReference<String> failure;

		Said(final PrintStream out, final AtomicReference<String> failure) {
			super(out, true);
			this.failure = failure;
		}

		@Override
		public void println(final String text) {
			final int trace = String.valueOf(text).replace("\r", "").indexOf(TRACE);
			if (trace < 0) {
				super.println(text);
				return;
			}
			failure.compareAndSet(null, reason(text.substring(0, trace).strip()));
			Host.stopMacro();
		}
	}

	/** In place of ImageJ's menus, which need a screen. */
	private static void register() throws FoveaException {
		final Hashtable<String, String> commands = new Hashtable<>();
		for (final String list : List.of(OTHERS, properties()))
			list.lines().forEach(line -> entry(line).ifPresent(e -> commands.put(e.getKey(), e.getValue())));
		Modules.labels().forEach((label, command) -> commands.put(label, FoveaPlugIn.of(command)));
		EarlierNames.all().forEach((earlier, now) -> commands.put(earlier, commands.get(now)));
		try {
			Prefs.load(IJ.class, null);
			final Field table = Menus.class.getDeclaredField("pluginsTable");
			table.setAccessible(true);
			table.set(null, commands);
		} catch (final ReflectiveOperationException e) {
			throw new FoveaException("this ImageJ keeps its commands elsewhere: " + e, e);
		}
	}

	private static String properties() throws FoveaException {
		try (InputStream in = IJ.class.getResourceAsStream(PROPERTIES)) {
			if (in == null) throw new FoveaException("there is no " + PROPERTIES);
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (final IOException e) {
			throw new FoveaException(PROPERTIES + ": " + e, e);
		}
	}

	/** @return a command's name and its class; empty for other lines */
	static Optional<Map.Entry<String, String>> entry(final String line) {
		final Matcher entry = ENTRY.matcher(line.strip());
		return entry.matches()
				? Optional.of(Map.entry(SHORTCUT.matcher(entry.group(1)).replaceFirst(""), entry.group(2)))
				: Optional.empty();
	}
}
