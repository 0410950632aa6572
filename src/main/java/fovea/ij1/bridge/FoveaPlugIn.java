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
import fovea.ij1.macro.MacroOptions;
import ij.plugin.PlugIn;
import java.util.Map;
import org.scijava.module.ModuleException;

/** Runs one of Fovea's commands in plain ImageJ. The command runs on the calling thread, so that macros wait for it. */
public final class FoveaPlugIn implements PlugIn {

	/** @param command class name of the command, from plugins.config */
	@Override
	public void run(final String command) {
		run(command, new MacroOptions(Map.of()));
	}

	/**
	 * @param command class name
	 * @return what runs it, as ImageJ's list of commands has it
	 */
	static String of(final String command) {
		return FoveaPlugIn.class.getName() + "(\"" + command + "\")";
	}

	/**
	 * Opens a command's dialog, on a thread of its own.
	 *
	 * @param command class name
	 * @param key of an input
	 * @param value that it has at first
	 */
	public static void ask(final String command, final String key, final String value) {
		new Thread(() -> new FoveaPlugIn().run(command, new MacroOptions(Map.of(key, value))), "Fovea-" + command)
				.start();
	}

	private void run(final String command, final MacroOptions proposed) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// Where SciJava looks for commands, and libraries for their parts: beside this class, in plugins/.
		thread.setContextClassLoader(FoveaPlugIn.class.getClassLoader());
		String failure = "";
		try {
			new ModuleRun(Modules.create(command), proposed).run();
		} catch (final FoveaException | ModuleException e) {
			failure = e.getMessage();
		} finally {
			thread.setContextClassLoader(before);
		}
		// Outside of the try, for ImageJ stops a macro by an exception.
		if (!failure.isEmpty()) Host.error(failure);
	}
}
