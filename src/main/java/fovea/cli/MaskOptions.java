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

import fovea.ij1.files.RoiOptions;
import fovea.model.ClassSpec;
import fovea.train.MaskReading;
import picocli.CommandLine.Option;

/** Where masks are, and what they mean. */
final class MaskOptions {

	private static final String IGNORE = "ignore";
	private static final String BACKGROUND = "background";

	@Option(names = "--masks", paramLabel = "PATH", order = 20, //
		description = "Masks of the images, matched by name. For the kinds of ROIs: TIFFs with overlays, or files of " + //
			"the ROI Manager; may be left out where they are in or beside the images themselves.")
	private Path masks;

	@Option(names = "--mask-kind", paramLabel = "KIND", order = 21, //
		description = "binary (0 or not), instances (a number for each object), border (instances, with the border " + //
			"between touching objects as a class of its own), index (the value is the class, 0 for the first of " + //
			"--classes), colour (the colour tells the class), rois (drawn in ImageJ; a ROI's name or group tells its " + //
			"class), rois-instances (each ROI is an object) or rois-border. Default: binary.")
	private String kind;

	@Option(names = "--classes", split = ",", paramLabel = "NAME[=#RRGGBB]", order = 22, //
		description = "For index and colour: the classes, background first, such as " + //
			"background,cell=#00ff00,debris=#ff0000. For index a colour is how the class will be shown, and may be " + //
			"left out. For ROIs: names only, which names of ROIs begin with, such as cell,debris.")
	private List<String> classes = List.of();

	@Option(names = "--ignore", paramLabel = "VALUE", order = 23, //
		description = "Pixels that do not count: for index a value such as 255, for colour a colour such as #ffffff. " + //
			"A ROI does not count if it is named ignore.")
	private String ignore;

	@Option(names = "--unlabelled", paramLabel = "WHAT", order = 24, //
		description = "For ROIs: whether pixels without one are background, or ignore, so that they do not count and " + //
			"background is drawn as well. Default: background.")
	private String unlabelled;

	/** @return null where none is named */
	Path path() {
		return masks;
	}

	/** @return whether there are masks; these may be in the images themselves */
	boolean areGiven(final Usage usage) {
		return masks != null || kind(usage).isOfRois();
	}

	MaskKind kind(final Usage usage) {
		return kind == null ? MaskKind.BINARY : MaskKind.of("--mask-kind", kind, true, usage);
	}

	/** @return whether somebody else must know the names of the classes */
	boolean lackNames(final Usage usage) {
		return kind(usage) == MaskKind.INDEX && classes.isEmpty();
	}

	/** @return what the masks mean, empty where there are none */
	Optional<MaskMeaning> meaning(final Usage usage) {
		return meaning(List.of(), usage);
	}

	/**
	 * @param known classes, background first, for masks of indices where no names are given; may be empty
	 * @return what the masks mean, empty where there are none
	 */
	Optional<MaskMeaning> meaning(final List<ClassSpec> known, final Usage usage) {
		final MaskKind wanted = kind(usage);
		final boolean given = areGiven(usage);
		usage.require(given || kind == null, "--mask-kind " + wanted + " needs --masks");
		usage.require(given || classes.isEmpty(), "--classes needs --masks");
		usage.require(given || ignore == null, "--ignore needs --masks");
		usage.require(classes.isEmpty() || wanted.hasNames(),
			"--classes: goes with --mask-kind index, colour, rois, rois-instances or rois-border, not with " + wanted);
		usage.require(ignore == null || wanted.hasIgnored(), "--ignore: goes with --mask-kind index or colour, not with " +
			wanted);
		usage.require(unlabelled == null || wanted.isOfRois(),
			"--unlabelled: goes with --mask-kind rois, rois-instances or rois-border, not with " + wanted);
		return given ? Optional.of(meaning(wanted, known, new ClassNames(usage), usage)) : Optional.empty();
	}

	private MaskMeaning meaning(final MaskKind wanted, final List<ClassSpec> known, final ClassNames names,
		final Usage usage)
	{
		return switch (wanted) {
			case BINARY -> new MaskMeaning.Pixels(new MaskReading.Binary());
			case INSTANCES -> new MaskMeaning.Pixels(new MaskReading.Instances(false));
			case BORDER -> new MaskMeaning.Pixels(new MaskReading.Instances(true));
			case INDEX -> {
				final List<ClassSpec> byIndex = classes.isEmpty() && known.size() >= 2 ? known : names.parse(classes, wanted, false);
				yield new MaskMeaning.Pixels(new MaskReading.ClassIndex(byIndex, ignoredValue(byIndex, usage)));
			}
			case COLOUR -> {
				final List<ClassSpec> byColour = names.parse(classes, wanted, true);
				yield new MaskMeaning.Pixels(new MaskReading.Colour(byColour, ignoredColour(byColour, names, usage)));
			}
			case ROIS, ROI_INSTANCES, ROI_BORDER -> new MaskMeaning.Rois(wanted, roiOptions(names, usage));
		};
	}

	private RoiOptions roiOptions(final ClassNames names, final Usage usage) {
		final String rest = unlabelled == null ? BACKGROUND : unlabelled.toLowerCase(Locale.ROOT);
		usage.require(rest.equals(IGNORE) || rest.equals(BACKGROUND), "--unlabelled: expected ignore or background, got '" +
			unlabelled + "'");
		return usage.inRange(() -> new RoiOptions(names.withoutColours(classes), rest.equals(IGNORE)));
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
