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

import fovea.data.MaskReading;
import fovea.ij1.files.RoiOptions;
import fovea.model.ClassSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What masks mean, in a user's words.
 *
 * @param names of the options, for messages
 * @param masks whether a place of masks is named
 * @param kind empty: binary
 * @param classes names, with colors where the kind has them; may be empty
 * @param ignore value or color of pixels that do not count; empty: all count
 * @param unlabeled whether pixels without a ROI are background or ignored; empty: automatic
 */
public record MaskText(
		OptionNames names,
		boolean masks,
		Optional<String> kind,
		List<String> classes,
		Optional<String> ignore,
		Optional<String> unlabeled) {

	/** What follows from what is drawn. */
	public static final String AUTO = "auto";
	/** What does not count. */
	public static final String IGNORE = "ignore";
	/** What counts as the first class. */
	public static final String BACKGROUND = "background";

	private static final String KIND = "mask-kind";

	/** Copies the list. */
	public MaskText {
		classes = List.copyOf(classes);
	}

	/**
	 * @return the kind
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public MaskKind ofKind() {
		return kind.map(text -> MaskKind.of(names.of(KIND), text, true)).orElse(MaskKind.BINARY);
	}

	/**
	 * @return whether there are masks; these may be in the images themselves
	 * @throws IllegalArgumentException if the kind is none
	 */
	public boolean areGiven() {
		return masks || ofKind().isOfRois();
	}

	/**
	 * @return whether somebody else must know the names of the classes
	 * @throws IllegalArgumentException if the kind is none
	 */
	public boolean lackNames() {
		return ofKind() == MaskKind.INDEX && classes.isEmpty();
	}

	/**
	 * @param known classes, background first, for masks where no names are given: those of a model that is judged or
	 *     trained further; may be empty
	 * @return what the masks mean, empty where there are none
	 * @throws IllegalArgumentException if the words mean nothing, or do not go with each other
	 */
	public Optional<MaskMeaning> meaning(final List<ClassSpec> known) {
		final MaskKind wanted = ofKind();
		final boolean given = areGiven();
		final String option = names.of(KIND);
		final String place = names.of("masks");
		final String which = names.of("classes");
		final String left = names.of(IGNORE);
		final String rest = names.of("unlabelled");
		require(given || kind.isEmpty(), option + " " + wanted + " needs " + place);
		require(given || classes.isEmpty(), which + " needs " + place);
		require(given || ignore.isEmpty(), left + " needs " + place);
		require(
				classes.isEmpty() || wanted.hasNames(),
				which + ": goes with " + option
						+ " index, colour, instances, border, distance, rois, rois-instances, rois-border or "
						+ "rois-distance, not with " + wanted);
		require(
				ignore.isEmpty() || wanted.hasIgnored(),
				left + ": goes with " + option + " index or colour, not with " + wanted);
		require(
				unlabeled.isEmpty() || wanted.isOfRois(),
				rest + ": goes with " + option + " rois, rois-instances, rois-border or rois-distance, not with "
						+ wanted);
		return given ? Optional.of(meaning(wanted, known, new ClassNames(names))) : Optional.empty();
	}

	private MaskMeaning meaning(final MaskKind wanted, final List<ClassSpec> known, final ClassNames reader) {
		return switch (wanted) {
			case BINARY ->
				new MaskMeaning.Pixels(
						known.size() == 2 ? new MaskReading.Binary(known.get(1)) : new MaskReading.Binary());
			case INSTANCES, BORDER, DISTANCE -> new MaskMeaning.Pixels(objects(wanted, known, reader));
			case INDEX -> {
				final List<ClassSpec> byIndex =
						classes.isEmpty() && known.size() >= 2 ? known : reader.parse(classes, wanted, false);
				yield new MaskMeaning.Pixels(new MaskReading.ClassIndex(byIndex, ignoredValue(byIndex)));
			}
			case COLOR -> {
				final List<ClassSpec> byColor = reader.parse(classes, wanted, true);
				yield new MaskMeaning.Pixels(new MaskReading.Color(byColor, ignoredColor(byColor, reader)));
			}
			case ROIS, ROI_INSTANCES, ROI_BORDER, ROI_DISTANCE ->
				new MaskMeaning.Rois(wanted, false, roiOptions(known, reader), names);
		};
	}

	/** Their one class is the one that is named, or that is known. */
	private MaskReading objects(final MaskKind wanted, final List<ClassSpec> known, final ClassNames reader) {
		final boolean border = wanted.hasBorder();
		final MaskReading.Instances objects = new MaskReading.Instances(border).withDistance(wanted.hasDistance());
		final Optional<ClassSpec> named = classes.isEmpty()
				? Optional.of(ofObjects(known)).filter(all -> all.size() == 1).map(all -> all.get(0))
				: Optional.of(reader.only(classes, border));
		return named.map(one -> (MaskReading) objects.named(one.name(), one.rgb()))
				.orElse(objects);
	}

	/** @return neither background nor border */
	private static List<ClassSpec> ofObjects(final List<ClassSpec> known) {
		if (known.isEmpty()) return known;
		return known.subList(1, ClassSpec.endWithBorder(known) ? known.size() - 1 : known.size());
	}

	private RoiOptions roiOptions(final List<ClassSpec> known, final ClassNames reader) {
		final RoiOptions.Unlabeled rest = switch (unlabeled.orElse(AUTO).toLowerCase(Locale.ROOT)) {
			case AUTO -> RoiOptions.Unlabeled.AUTO;
			case BACKGROUND -> RoiOptions.Unlabeled.BACKGROUND;
			case IGNORE -> RoiOptions.Unlabeled.IGNORED;
			default ->
				throw new IllegalArgumentException(names.of("unlabelled")
						+ ": expected auto, background or ignore, got '" + unlabeled.orElse("") + "'");
		};
		final List<String> named = classes.isEmpty()
				? ofObjects(known).stream().map(ClassSpec::name).toList()
				: reader.withoutColors(classes);
		return new RoiOptions(named, rest);
	}

	private OptionalInt ignoredValue(final List<ClassSpec> known) {
		if (ignore.isEmpty()) return OptionalInt.empty();
		final String text = ignore.get();
		require(
				text.matches("\\d{1,9}"),
				names.of(IGNORE) + ": expected a value of pixels such as 255, got '" + text + "'");
		final int value = Integer.parseInt(text);
		require(
				value >= known.size(),
				names.of(IGNORE) + ": " + value + " is the value of class '"
						+ (value < known.size() ? known.get(value).name() : "") + "'");
		return OptionalInt.of(value);
	}

	private OptionalInt ignoredColor(final List<ClassSpec> known, final ClassNames reader) {
		if (ignore.isEmpty()) return OptionalInt.empty();
		final int rgb = reader.rgb(IGNORE, ignore.get());
		for (final ClassSpec other : known)
			require(
					other.rgb() != rgb,
					names.of(IGNORE) + ": " + ignore.get() + " is the color of class '" + other.name() + "'");
		return OptionalInt.of(rgb);
	}
}
