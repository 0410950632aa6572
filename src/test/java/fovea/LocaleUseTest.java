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
package fovea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rule against the host's language sees what it is to see. */
class LocaleUseTest {

	/**
	 * One method for each way to forget a locale, named as it; those in which nothing is forgotten begin with "right".
	 */
	static final class Ways {

		private Ways() {}

		static String format(final int n) {
			return String.format("%d", n);
		}

		static String formatted(final int n) {
			return "%d".formatted(n);
		}

		static String lower(final String text) {
			return text.toLowerCase();
		}

		static UnaryOperator<String> reference() {
			return String::toUpperCase;
		}

		static void printed(final PrintStream out) {
			out.printf("%d", 1);
		}

		static String decimal(final double x) {
			return new DecimalFormat("0.0").format(x);
		}

		static String number(final double x) {
			return NumberFormat.getInstance().format(x);
		}

		static Locale host() {
			return Locale.getDefault();
		}

		static String right(final int n) {
			return String.format(Locale.ROOT, "%d", n) + "x".toLowerCase(Locale.ROOT) + Integer.toString(n);
		}

		static String rightFormats(final double x) {
			return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(x)
					+ NumberFormat.getInstance(Locale.ROOT).format(x);
		}
	}

	@Test
	void itSeesCallsAndReferences() {
		final JavaClass ways = new ClassFileImporter().importClass(Ways.class);
		assertEquals(
				new TreeSet<>(
						List.of("format", "formatted", "lower", "reference", "printed", "decimal", "number", "host")),
				ways.getAccessesFromSelf().stream()
						.filter(new LocaleUse())
						.map(access -> access.getOwner().getName())
						.collect(Collectors.toCollection(TreeSet::new)));
	}
}
