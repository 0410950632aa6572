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

import fovea.JavaProcess;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import org.opentest4j.AssertionFailedError;

/**
 * A plain ImageJ without a window, as {@link HeadlessImageJ}, that stays open as a user's does and runs one macro after
 * the other, so that it starts once, and TensorFlow in it. What stops a macro does not keep the next from running.
 * Images and results of a macro are closed behind it; what is in the home folder, which is the one that was given,
 * stays.
 */
public final class OpenImageJ implements AutoCloseable {

	private static final String END = "-----";
	private static final long MILLIS = 300_000;

	private final Path folder;
	private final JavaProcess.Running running;
	private final Writer macros;
	private int runs;

	/**
	 * @param folder empty; for the plugin, the macros and the home folder
	 * @param imageJ2 whether commands run as in ImageJ2, else as in plain ImageJ
	 */
	public OpenImageJ(final Path folder, final boolean imageJ2) throws IOException, URISyntaxException {
		this.folder = folder;
		final List<String> arguments = new ArrayList<>(new HeadlessImageJ(folder).java());
		arguments.addAll(List.of(Main.class.getName(), Boolean.toString(imageJ2)));
		running = JavaProcess.start(folder, arguments);
		macros = running.process().outputWriter(StandardCharsets.UTF_8);
	}

	/**
	 * @param macro ImageJ macro language
	 * @return what became of it; the exit code is 0
	 */
	public JavaProcess.Outcome run(final String macro) throws IOException, InterruptedException {
		macros.write(Files.writeString(Files.createTempFile(folder, "macro", ".ijm"), macro) + "\n");
		macros.flush();
		runs++; // what is said before the first end was said before the first macro
		final long end = System.currentTimeMillis() + MILLIS;
		while (ends(running.output()) <= runs || ends(running.errors()) <= runs) {
			if (!isOpen() || System.currentTimeMillis() > end) {
				close();
				throw new AssertionFailedError(
						"no end of " + macro + Files.readString(running.output()) + Files.readString(running.errors()));
			}
			Thread.sleep(5);
		}
		return new JavaProcess.Outcome(0, said(running.output()), said(running.errors()));
	}

	private static int ends(final Path file) throws IOException {
		return (int) Files.readAllLines(file).stream().filter(END::equals).count();
	}

	/** @return what was said in the last run */
	private List<String> said(final Path file) throws IOException {
		final List<List<String>> all = new ArrayList<>(List.of(new ArrayList<>()));
		for (final String line : Files.readAllLines(file))
			if (line.equals(END)) all.add(new ArrayList<>());
			else all.get(all.size() - 1).add(line);
		return all.get(runs);
	}

	/** @return false once it has ended, or a macro in it has not */
	public boolean isOpen() {
		return running.process().isAlive();
	}

	/** @return its home folder */
	public Path home() {
		return folder;
	}

	/** Ends it without a warning. */
	@Override
	public void close() {
		running.process().destroyForcibly().onExit().join();
	}

	/** Runs the macros whose files are named on standard input. */
	static final class Main {

		private Main() {}

		public static void main(final String... args) throws IOException, InterruptedException {
			if (Boolean.parseBoolean(args[0])) ImageJ2Hooks.install();
			Preferences.userRoot(); // which tells that it makes its folder
			end();
			final BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String file = files.readLine(); file != null; file = files.readLine()) {
				IJ.runMacro(Files.readString(Path.of(file)));
				// What stops a macro waits until none runs, for it would stop the next one.
				for (final Thread thread : Thread.getAllStackTraces().keySet())
					if (thread.getName().equals("Fovea-abort-macro")) thread.join();
				clear();
				end();
			}
			System.exit(0);
		}

		private static void clear() {
			while (WindowManager.getImageCount() > 0) {
				final ImagePlus image = WindowManager.getImage(WindowManager.getNthImageID(1));
				image.changes = false;
				image.close();
			}
			ResultsTable.getResultsTable().reset();
		}

		private static void end() {
			System.out.println(END);
			System.err.println(END);
		}
	}
}
