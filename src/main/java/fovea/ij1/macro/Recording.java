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

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * ImageJ's recorder of macros; the only class that knows it. A command one of whose values a macro cannot hold is not
 * recorded at all: without the value the macro would do something else. The state is ImageJ's own.
 */
public final class Recording {

	private Recording() {}

	/** @return whether commands that a person gives are written down */
	public static boolean isOn() {
		return Recorder.record && !IJ.isMacro();
	}

	/**
	 * Writes the present command down, at once.
	 *
	 * @param options of it
	 * @return why not, as one line for users; empty if it was
	 */
	public static Optional<String> save(final MacroOptions options) {
		final Optional<String> refusal = options.record();
		if (refusal.isPresent()) Recorder.disableCommandRecording();
		Recorder.saveCommand();
		return refusal;
	}

	/** The present command is not written down: what it leads to will be, with {@link #write}. */
	public static void none() {
		if (isOn()) Recorder.disableCommandRecording();
	}

	/**
	 * Writes down what was done in a window as the command that does the same.
	 *
	 * @param label of the command in the menu
	 * @param options of it
	 * @return why not, as one line for users; empty if it was, or nothing is written down
	 */
	public static Optional<String> write(final String label, final MacroOptions options) {
		if (!isOn()) return Optional.empty();
		Recorder.setCommand(label);
		return save(options);
	}

	/**
	 * For ImageJ2, which writes commands down itself, once they have run: value by value, as they are. Keeps it from
	 * doing so where a macro cannot hold one of them.
	 *
	 * @param module that has run
	 * @param label of the command in the menu
	 * @param values is given what ImageJ2 is to take for inputs instead: null for those that it must not write
	 * @return why the command is not written down, as one line for users; empty if it may be
	 */
	public static Optional<String> guard(final Module module, final String label, final Map<String, Object> values) {
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (module.getInput(item.getName()) instanceof final ImagePlus image
					&& image.getTitle() != null
					&& MacroValue.refusal(item.getName(), image.getTitle()).isPresent())
				values.put(item.getName(), null);
		final TextInputs inputs = new TextInputs(module);
		final MacroOptions options = inputs.toMacro();
		for (final String name : inputs.items().keySet())
			if (!options.values().containsKey(name)) values.put(name, null);
		final Map<String, Object> texts = new LinkedHashMap<>();
		options.values().forEach((key, value) -> {
			if (MacroValue.refusal(key, value).isPresent()) texts.put(key, null);
			else if (!value.equals(MacroValue.inString(value))) texts.put(key, MacroValue.inString(value));
		});
		values.putAll(texts);
		final Optional<String> refusal = options.refusal();
		// A person may have given another command meanwhile.
		if (refusal.isPresent() && label.equals(Recorder.getCommand())) Recorder.disableCommandRecording();
		return refusal;
	}
}
