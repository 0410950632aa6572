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
package fovea.command;

import fovea.base.FoveaException;
import fovea.ij1.macro.TextInputs;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Checks of inputs that no host makes: a macro may pass anything. Stateless. */
final class InputChecks {

	private InputChecks() {}

	/**
	 * @param module all of whose inputs are set
	 * @throws FoveaException if a number is out of the range, or a text not among the choices, that the input declares
	 */
	static void check(final Module module) throws FoveaException {
		for (final ModuleItem<?> item : module.getInfo().inputs()) check(item, module);
	}

	private static <T> void check(final ModuleItem<T> item, final Module module) throws FoveaException {
		final T value = item.getValue(module);
		final List<T> choices = item.getChoices();
		if (choices != null && !choices.isEmpty() && !choices.contains(value))
			throw new FoveaException(item.getName() + ": expected one of "
					+ choices.stream().map(Object::toString).collect(Collectors.joining(", ")) + "; got '" + value
					+ "'");
		if (value instanceof final Number number) TextInputs.requireInRange(item, number);
	}

	/**
	 * @param name of the input, for messages
	 * @param text a path
	 * @return it
	 * @throws FoveaException if it cannot be a path on this system
	 */
	static Path path(final String name, final String text) throws FoveaException {
		try {
			return Path.of(text);
		} catch (final InvalidPathException e) {
			throw new FoveaException(name + ": expected a path, got '" + text + "'", e);
		}
	}
}
