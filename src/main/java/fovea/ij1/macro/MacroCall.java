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
package fovea.ij1.macro;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * What a macro says when it calls a command: each key is an input's name, each value can be read, an image's title is
 * that of an open one, or the macro stops. One rule for all hosts. Not thread-safe.
 */
public final class MacroCall {

	/** How ImageJ names threads that run commands for macros. */
	private static final String RUNS_COMMANDS = "Run$_";

	private final Module module;
	private final Map<String, String> values;

	private MacroCall(final Module module, final MacroOptions options) {
		this.module = module;
		values = new LinkedHashMap<>(options.values());
	}

	/**
	 * @param module that a macro calls
	 * @param options as ImageJ passes them; null: none
	 * @return the call
	 * @throws FoveaException if they are no list of key=value
	 */
	public static MacroCall of(final Module module, final String options) throws FoveaException {
		return new MacroCall(module, MacroOptions.parse(options));
	}

	/**
	 * A call in ImageJ2, which reads options itself, but makes 0 of what is no number, passes over keys that it does
	 * not know, and finds keys inside of values. It gives a command on a thread of its own the options of the macro
	 * that waits for it, also where that has called a script, which has called this command: then they are the
	 * script's.
	 *
	 * @param module that is about to be run; ImageJ2 has read the options
	 * @param caller the thread that waits for it; null: none does
	 * @return the call; empty if no macro calls this very command with options
	 * @throws FoveaException if the options are no list of key=value
	 */
	public static Optional<MacroCall> inImageJ2(final Module module, final Thread caller) throws FoveaException {
		if (!IJ.isMacro() || caller == null || !caller.getName().startsWith(RUNS_COMMANDS)) return Optional.empty();
		final String options = Macro.getOptions();
		if (options == null) return Optional.empty();
		final Map<String, ModuleItem<?>> items = new TextInputs(module).items();
		for (final String name : items.keySet())
			if (module.isInputResolved(name) && Macro.getValue(options, name, null) == null)
				return Optional.empty(); // by a script
		return Optional.of(of(module, options));
	}

	/**
	 * Gives the module the image that is named, else the one it has.
	 *
	 * @param otherwise whether the active image is to be given where none is named
	 * @throws ImageException if no image of that title is open
	 */
	public void setImage(final boolean otherwise) throws ImageException {
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getType() != ImagePlus.class) continue;
			final String wanted = values.remove(item.getName());
			if (wanted == null && !otherwise) continue;
			final ImagePlus image = wanted == null ? WindowManager.getCurrentImage() : WindowManager.getImage(wanted);
			if (wanted != null && image == null)
				throw new ImageException(item.getName() + ": no image '" + wanted + "' is open");
			module.setInput(item.getName(), image);
			module.resolveInput(item.getName());
		}
	}

	/** @return what else is said, by name */
	public Map<String, String> values() {
		return Collections.unmodifiableMap(values);
	}

	/**
	 * Sets all inputs but the image; what is not named has its default.
	 *
	 * @throws FoveaException if there is no such input, or the text is no value of its type
	 */
	public void setInputs() throws FoveaException {
		final TextInputs inputs = new TextInputs(module);
		inputs.setAll(values);
		final Module untouched = inputs.untouched();
		for (final String name : inputs.items().keySet())
			if (module.isInputResolved(name) && !values.containsKey(name))
				module.setInput(name, untouched.getInput(name));
	}
}
