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
import fovea.ij1.AsksInputs;
import fovea.ij1.Host;
import fovea.ij1.SettlesInputs;
import fovea.ij1.macro.MacroCall;
import fovea.ij1.macro.MacroOptions;
import fovea.ij1.macro.Recording;
import fovea.ij1.macro.TextInputs;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.Cancelable;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** One run of a module: image, options or dialog, recorder, work, results. */
final class ModuleRun {

	private final Module module;
	private final MacroOptions proposed;
	private final String title;
	private boolean recorded;

	/**
	 * @param module new, not initialized
	 * @param proposed what its dialog has at first, in place of defaults
	 */
	ModuleRun(final Module module, final MacroOptions proposed) {
		this.module = module;
		this.proposed = proposed;
		title = module.getInfo().getTitle().replace("...", "");
	}

	/**
	 * Runs it. Ends without a word if the user cancelled the dialog.
	 *
	 * @throws FoveaException if options were wrong or the module cancelled itself, with the line for the user
	 * @throws MethodCallException if the module could not be initialized
	 */
	void run() throws FoveaException, MethodCallException {
		final boolean automatic = isAutomatic();
		final Map<String, String> values = new LinkedHashMap<>();
		try {
			final MacroCall call = MacroCall.of(module, automatic ? Macro.getOptions() : null);
			call.setImage(true);
			values.putAll(call.values());
		} catch (final FoveaException e) {
			throw named(e);
		}
		module.initialize();
		requireNotCancelled();
		final TextInputs inputs = new TextInputs(module);
		for (final Map.Entry<String, String> entry : proposed.values().entrySet())
			inputs.propose(entry.getKey(), entry.getValue());
		final boolean asks = !automatic && !inputs.unresolved().isEmpty();
		if (asks) {
			final Optional<Map<String, String>> answers = ((AsksInputs) module.getDelegateObject()).ask(inputs);
			if (answers.isEmpty()) return;
			values.putAll(answers.get());
		}
		try {
			if (asks)
				for (final Map.Entry<String, String> entry : values.entrySet())
					entry.setValue(inputs.typed(entry.getKey(), entry.getValue()));
			inputs.setAll(values);
		} catch (final FoveaException e) {
			throw named(e);
		}
		final boolean recording = !automatic && Recording.isOn();
		if (recording && module instanceof final SettlesInputs settling) settling.whenSettled(() -> record(inputs));
		else if (recording) record(inputs);
		module.run();
		if (recording && !recorded) record(inputs); // it has failed before
		if (!automatic && isCancelledByUser()) {
			Host.status(title + ": cancelled");
			return;
		}
		requireNotCancelled();
		showResults();
	}

	/**
	 * @return whether nobody is to be asked: a macro runs this, or a plugin that gives options, or there is no screen
	 */
	private static boolean isAutomatic() {
		final boolean called = Thread.currentThread().getName().startsWith("Run$_");
		return Macro.getOptions() != null || called && IJ.isMacro() || Host.isHeadless();
	}

	/**
	 * As soon as may be, not when ImageJ does, at the end: what a person does during a training would take the
	 * command's place.
	 */
	private void record(final TextInputs inputs) {
		recorded = true;
		Recording.save(inputs.toMacro()).ifPresent(line -> Host.log(title + ": not recorded: " + line));
	}

	private boolean isCancelled() {
		return module instanceof final Cancelable cancelable && cancelable.isCanceled();
	}

	private String reason() {
		final String reason = ((Cancelable) module).getCancelReason();
		return reason == null ? "" : reason;
	}

	private boolean isCancelledByUser() {
		return isCancelled() && reason().isEmpty();
	}

	private void requireNotCancelled() throws FoveaException {
		if (isCancelled()) throw new FoveaException(reason().isEmpty() ? title + ": cancelled" : reason());
	}

	private FoveaException named(final FoveaException e) {
		return new FoveaException(title + ": " + e.getMessage(), e);
	}

	/** In a macro the command itself has shown them. */
	private void showResults() {
		if (IJ.isMacro()) return;
		for (final ModuleItem<?> item : module.getInfo().outputs())
			if (item.getValue(module) instanceof final ImagePlus image) image.show();
	}
}
