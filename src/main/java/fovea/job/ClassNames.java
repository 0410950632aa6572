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
package fovea.job;

import static fovea.job.OptionNames.require;

import fovea.ij1.files.RoiOptions;
import fovea.model.ClassColors;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads names and colors of classes, such as {@code background}, {@code cell=#00ff00}.
 *
 * @param names of the options, for messages
 */
record ClassNames(OptionNames names) {

	private static final Pattern COLOR = Pattern.compile("#?([0-9a-fA-F]{6})");

	/**
	 * @param texts one for each class, background first
	 * @param kind of masks, for messages
	 * @param colored whether each must have a color of its own, else those without get one
	 * @return at least two, of different names
	 */
	List<ClassSpec> parse(final List<String> texts, final MaskKind kind, final boolean colored) {
		require(
				texts.size() >= 2,
				names.of("mask-kind") + " " + kind + ": expected two " + names.of("classes")
						+ " or more, background first, such as "
						+ "background=#000000,cell=#00ff00, got "
						+ (texts.isEmpty() ? "none" : String.join(",", texts)));
		final List<ClassSpec> classes = new ArrayList<>();
		for (final String text : texts) {
			final ClassSpec next = parse(text, classes.size(), texts.size(), colored);
			for (final ClassSpec other : classes) {
				require(
						!other.name().equals(next.name()),
						names.of("classes") + ": expected different names, got '" + next.name() + "' twice");
				require(
						!colored || other.rgb() != next.rgb(),
						String.format(
								Locale.ROOT,
								names.of("classes")
										+ ": expected a color of its own for each class, got #%06x for both '%s' "
										+ "and '%s'",
								next.rgb(),
								other.name(),
								next.name()));
			}
			classes.add(next);
		}
		return classes;
	}

	/**
	 * @param texts names alone; none: files tell the classes
	 * @return the same, without spaces around them
	 */
	List<String> withoutColors(final List<String> texts) {
		for (final String text : texts)
			require(
					!text.isBlank() && !text.contains("="),
					names.of("classes") + ": expected a name alone, such as cell, since ROIs have "
							+ "colors themselves, got '" + text + "'");
		final List<String> stripped = texts.stream().map(String::strip).toList();
		require(
				!stripped.equals(List.of(RoiOptions.BACKGROUND)),
				names.of("classes") + ": expected a class beside background, got none");
		return stripped;
	}

	/**
	 * @param texts one name beside those of background and border, which need not be there
	 * @param border whether there is a border between objects
	 * @return the class of all objects
	 */
	ClassSpec only(final List<String> texts, final boolean border) {
		final List<ClassSpec> objects = texts.stream()
				.map(text -> parse(text, 1, border ? 3 : 2, false))
				.filter(one -> !one.name().equals(RoiOptions.BACKGROUND))
				.filter(one -> !border || !one.name().equalsIgnoreCase(ClassSpec.BORDER))
				.toList();
		require(
				objects.size() == 1,
				names.of("classes") + ": expected one class, that of all objects, beside background, got "
						+ (objects.isEmpty() ? "none" : String.join(",", texts)));
		return objects.get(0);
	}

	private ClassSpec parse(final String text, final int index, final int count, final boolean colored) {
		final String[] parts = text.split("=", 2);
		final String name = parts[0].strip();
		require(!name.isEmpty(), names.of("classes") + ": expected a name, such as cell=#00ff00, got '" + text + "'");
		require(
				parts.length == 2 || !colored,
				names.of("classes") + ": expected a color for each class of color masks, such as " + name
						+ "=#00ff00, got '" + text + "'");
		return parts.length == 2
				? new ClassSpec(name, rgb("classes", parts[1].strip()))
				: new ClassSpec(name, ClassColors.of(index, count));
	}

	/**
	 * @param option for messages
	 * @param text six hexadecimal digits, with # or without
	 * @return 0xRRGGBB
	 */
	int rgb(final String option, final String text) {
		require(
				COLOR.matcher(text).matches(),
				names.of(option) + ": expected a color such as #00ff00, got '" + text + "'");
		return Integer.parseInt(COLOR.matcher(text).replaceFirst("$1"), 16);
	}
}
