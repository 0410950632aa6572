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
package fovea.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import fovea.model.ClassSpec;
import fovea.train.MaskReading;
import picocli.CommandLine.Option;

/** Where masks are, and what their pixels mean. */
final class MaskOptions {

	@Option(names = "--masks", paramLabel = "PATH", description = "Masks of the images, matched by name.")
	private Path masks;

	@Option(names = "--mask-kind", paramLabel = "KIND", //
		description = "binary (0 or not), instances (a number for each object), border (instances, with the border between " + //
			"touching objects as a class of its own), index (the value is the class, 0 for the first of --classes) or colour (the " + //
			"colour tells the class). Default: binary.")
	private String kind;

	@Option(names = "--classes", split = ",", paramLabel = "NAME[=#RRGGBB]", //
		description = "For index and colour: the classes, background first, such as background,cell=#00ff00,debris=#ff0000. For " + //
			"index a colour is how the class will be shown, and may be left out.")
	private List<String> classes = List.of();

	@Option(names = "--ignore", paramLabel = "VALUE", //
		description = "Pixels that do not count: for index a value such as 255, for colour a colour such as #ffffff.")
	private String ignore;

	/** @return null where there are no masks */
	Path path() {
		return masks;
	}

	/** @return what the masks mean, empty where there are none */
	Optional<MaskReading> reading(final Usage usage) {
		if (masks == null) {
			usage.require(kind == null, "--mask-kind needs --masks");
			usage.require(classes.isEmpty(), "--classes needs --masks");
			usage.require(ignore == null, "--ignore needs --masks");
			return Optional.empty();
		}
		return Optional.of(reading(kind == null ? "binary" : kind.toLowerCase(Locale.ROOT), new ClassNames(usage), usage));
	}

	private MaskReading reading(final String wanted, final ClassNames names, final Usage usage) {
		switch (wanted) {
			case "index":
				final List<ClassSpec> byIndex = names.parse(classes, wanted, false);
				return new MaskReading.ClassIndex(byIndex, ignoredValue(byIndex, usage));
			case "colour", "color":
				final List<ClassSpec> byColour = names.parse(classes, wanted, true);
				return new MaskReading.Colour(byColour, ignoredColour(byColour, names, usage));
			default:
				final MaskReading reading = withoutNames(wanted, usage);
				usage.require(classes.isEmpty() && ignore == null, (ignore == null ? "--classes" : "--ignore") +
					": goes with --mask-kind index or colour, not with " + wanted);
				return reading;
		}
	}

	private static MaskReading withoutNames(final String wanted, final Usage usage) {
		return switch (wanted) {
			case "binary" -> new MaskReading.Binary();
			case "instances" -> new MaskReading.Instances(false);
			case "border" -> new MaskReading.Instances(true);
			default -> throw usage.error("--mask-kind: expected binary, instances, border, index or colour, got '" + wanted +
				"'");
		};
	}

	private OptionalInt ignoredValue(final List<ClassSpec> known, final Usage usage) {
		if (ignore == null) return OptionalInt.empty();
		usage.require(ignore.matches("\\d{1,9}"), "--ignore: expected a value of pixels such as 255, got '" + ignore + "'");
		final int value = Integer.parseInt(ignore);
		usage.require(value >= known.size(), "--ignore: " + value + " is the value of class '" + (value < known.size() ? known
			.get(value).name() : "") + "'");
		return OptionalInt.of(value);
	}

	private OptionalInt ignoredColour(final List<ClassSpec> known, final ClassNames names, final Usage usage) {
		if (ignore == null) return OptionalInt.empty();
		final int rgb = names.rgb("--ignore", ignore);
		for (final ClassSpec other : known)
			usage.require(other.rgb() != rgb, "--ignore: " + ignore + " is the colour of class '" + other.name() + "'");
		return OptionalInt.of(rgb);
	}
}
