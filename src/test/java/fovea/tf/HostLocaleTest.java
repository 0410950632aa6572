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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLocaleTest {

	@ParameterizedTest
	@ValueSource(strings = {"ar-EG", "fa-IR", "bn", "mr", "th-TH-u-nu-thai"})
	void digitsOfTheirOwnAreRefusedWithTheWayOut(final String language) {
		final String message = assertThrows(
						ModelException.class,
						() -> new HostLocale(Locale.forLanguageTag(language)).requireAsciiDigits())
				.getMessage();
		assertTrue(
				message.contains(language)
						&& message.contains("-Dfovea.engine=inprocess")
						&& message.contains("-Duser.language.format=en"),
				message);
	}

	@ParameterizedTest
	@ValueSource(strings = {"en", "de", "tr", "ja", "th-TH", "und"})
	void othersAreNot(final String language) {
		assertDoesNotThrow(() -> new HostLocale(Locale.forLanguageTag(language)).requireAsciiDigits());
	}

	/** Loading is what all networks begin with; the language of this JVM is put back. */
	@Test
	void nothingIsLoadedInSuchALanguage() {
		final Locale before = Locale.getDefault(Locale.Category.FORMAT);
		Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));
		try {
			assertThrows(ModelException.class, TensorFlowLibrary::load);
		} finally {
			Locale.setDefault(Locale.Category.FORMAT, before);
		}
		assertEquals(before, Locale.getDefault(Locale.Category.FORMAT));
	}
}
