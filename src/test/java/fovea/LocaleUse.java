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

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.Format;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;

/** Calls of, and references to, what writes or reads in the locale of the JVM because it is given none. */
final class LocaleUse extends DescribedPredicate<JavaAccess<?>> {

	private static final Set<String> CASES = Set.of("toLowerCase", "toUpperCase", "formatted", "format");
	private static final Set<String> PRINTS = Set.of("format", "printf");
	private static final Set<String> DATES =
			Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime", "toFormatter");

	LocaleUse() {
		super("calls that take the locale of the JVM");
	}

	@Override
	public boolean test(final JavaAccess<?> access) {
		if (!(access.getTarget() instanceof final AccessTarget.CodeUnitAccessTarget target)) return false;
		final JavaClass owner = target.getOwner();
		final String name = target.getName();
		if (owner.isEquivalentTo(Locale.class)) return name.equals("getDefault");
		final List<JavaClass> parameters = target.getRawParameterTypes();
		if (parameters.stream()
				.anyMatch(type ->
						type.isEquivalentTo(Locale.class) || type.getName().equals("java.text.DecimalFormatSymbols")))
			return false;
		if (owner.isEquivalentTo(String.class)) return CASES.contains(name);
		if (owner.isAssignableTo(PrintStream.class)
				|| owner.isAssignableTo(PrintWriter.class)
				|| owner.getName().equals("java.io.Console")) return PRINTS.contains(name);
		if (owner.isEquivalentTo(DateTimeFormatter.class)
				|| owner.getName().equals("java.time.format.DateTimeFormatterBuilder")) return DATES.contains(name);
		if (owner.isEquivalentTo(Formatter.class) || owner.isEquivalentTo(Scanner.class)) return name.equals("<init>");
		return owner.isAssignableTo(Format.class)
				&& (name.equals("<init>") || name.startsWith("get") && name.endsWith("Instance"));
	}
}
