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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNumbersTest {

	@ParameterizedTest
	@CsvSource(
			delimiter = ';',
			value = {
				"de; 0,5; 0.5",
				"de; 0.5; 0.5",
				"de; 12; 12",
				"de; -1,5e-3; -1.5e-3",
				"en; 0.5; 0.5",
				"en; 0,5; 0,5",
				"fr; 1,25; 1.25",
				"de; 0,02-0,2; 0.02-0.2",
				"de; 1e-3-0,2; 1e-3-0.2",
				"en; 0.02-0.2; 0.02-0.2",
				"ar-EG; \u0660\u066B\u0665; 0.5",
				"ar-EG; 0.5; 0.5",
				"fa-IR; \u06F1\u06F2; 12",
				"sv; \u22121,5; -1.5",
				"de; auto; auto",
				"de; 1,2,3; 1,2,3",
				"de; '';''",
				"de; 1 000,5; 1 000,5"
			})
	void whatPeopleTypeGetsAPoint(final String language, final String text, final String expected) {
		assertEquals(expected, new HostNumbers(Locale.forLanguageTag(language)).toPoint(text, false));
	}

	/** 1.000 is a thousand in German, and one for a macro. */
	@Test
	void aPointThatMaySeparateThousandsIsAskedFor() {
		final HostNumbers german = new HostNumbers(Locale.GERMANY);
		assertEquals(
				"expected a whole number without separators, got '1.000'",
				assertThrows(NumberFormatException.class, () -> german.toPoint("1.000", true))
						.getMessage());
		assertEquals("1.0", german.toPoint("1.0", true));
		assertEquals("0.001", german.toPoint("0.001", false));
		assertEquals("1.000", new HostNumbers(Locale.US).toPoint("1.000", true));
	}
}
