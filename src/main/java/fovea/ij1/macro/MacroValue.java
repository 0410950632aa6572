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

import fovea.text.Printable;
import java.util.Optional;

/**
 * What can be a value in a macro's options. ImageJ has no way to write some characters there: a value ends at a square
 * bracket or a quote, and what follows would be read as more options. A value with one of them is never written:
 * neither recorded nor printed as a macro. All values go through here. Stateless and thread-safe.
 */
public final class MacroValue {

	private MacroValue() {}

	/**
	 * @param key of the value
	 * @param value from anybody
	 * @return why it cannot be written, as one line for users; empty if it can
	 */
	public static Optional<String> refusal(final String key, final String value) {
		final String wrong = wrong(value);
		return wrong.isEmpty()
				? Optional.empty()
				: Optional.of(Printable.line(key + ": expected a value without " + wrong
						+ ", which a macro cannot hold, got '" + value + "': rename the file or folder"));
	}

	private static String wrong(final String value) {
		if (value.indexOf('[') >= 0 || value.indexOf(']') >= 0) return "square brackets";
		if (value.indexOf('"') >= 0 || value.startsWith("'")) return "quotes";
		return Printable.isPlain(value) ? "" : "line breaks and other characters that are not seen";
	}

	/**
	 * @param value that is not {@linkplain #refusal refused}
	 * @return it as it stands between the quotes of a macro's string, without brackets
	 */
	public static String inString(final String value) {
		return value.replace("\\", "\\\\");
	}

	/**
	 * @param value that is not {@linkplain #refusal refused}
	 * @return it as it stands in options: in brackets where need be
	 */
	public static String word(final String value) {
		return value.matches("[^\\s\\[\\]'\"]+") ? value : "[" + value + "]";
	}
}
