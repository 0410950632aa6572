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

import fovea.base.TrainingException;
import fovea.data.LookAlikes;
import fovea.data.MaskReading;
import fovea.data.Rest;
import fovea.data.RestRule;
import fovea.ij1.files.RoiAnnotation;
import fovea.image.Raster;
import fovea.text.Counted;
import fovea.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What pixels without a ROI are, as the user or the kind of ROIs says; else as each image looks: one may be outlined as
 * a whole, another in part. A line tells which it is, and how to say otherwise. It is decided once, however often the
 * images are read. Not thread-safe.
 */
final class DrawnRest implements RestRule {

	private final RoiAnnotation drawn;
	private final OptionNames names;
	private final TrainingListener listener;
	private List<Rest> decided = List.of();

	private static final String RING = ", but for a ring around each outline, which is background";

	/**
	 * @param drawn what was drawn
	 * @param names of the options, for messages
	 * @param listener hears it
	 */
	DrawnRest(final RoiAnnotation drawn, final OptionNames names, final TrainingListener listener) {
		this.drawn = drawn;
		this.names = names;
		this.listener = listener;
	}

	@Override
	public List<Rest> decide(final List<Raster> images, final List<int[]> classes, final List<String> called)
			throws TrainingException {
		if (decided.size() != images.size()) decided = found(images, classes, called);
		return decided;
	}

	private List<Rest> found(final List<Raster> images, final List<int[]> classes, final List<String> called)
			throws TrainingException {
		long all = 0;
		long labeled = 0;
		for (final int[] image : classes) {
			all += image.length;
			for (final int index : image) if (index != MaskReading.UNLABELED) labeled++;
		}
		if (labeled == 0)
			throw new TrainingException(
					drawn.masks().name() + ": expected ROIs on the images, all are outside of them");
		final Optional<Rest> said = drawn.rest();
		final String annotated = percent(labeled, all) + " of the pixels are annotated";
		if (said.isPresent()) {
			if (labeled < all) listener.tell(annotated + "; " + line(said.get()));
			return Collections.nCopies(images.size(), said.get());
		}
		final LookAlikes together = LookAlikes.of(images, classes);
		final List<Rest> each = each(images, classes, together);
		if (labeled < all) listener.tell(annotated + line(each, together, called));
		return each;
	}

	/** Where an image tells nothing of itself, all of them together do; where nothing is outlined, so do the others. */
	private static List<Rest> each(final List<Raster> images, final List<int[]> classes, final LookAlikes together) {
		final Rest usual = rest(together);
		final List<Rest> each = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			final LookAlikes own =
					images.size() == 1 ? together : LookAlikes.of(List.of(images.get(i)), List.of(classes.get(i)));
			each.add(own.areTold() ? rest(own) : usual);
		}
		if (each.contains(Rest.RINGS))
			for (int i = 0; i < images.size(); i++) if (isBlank(classes.get(i))) each.set(i, Rest.RINGS);
		return List.copyOf(each);
	}

	private static Rest rest(final LookAlikes found) {
		return found.areMany() ? Rest.RINGS : Rest.BACKGROUND;
	}

	private static boolean isBlank(final int[] classes) {
		return Arrays.stream(classes).noneMatch(c -> c > 0);
	}

	/** Where nobody needs to measure anything. */
	private String line(final Rest rest) {
		final String ring = rest == Rest.RINGS ? RING : "";
		if (drawn.isRestGiven())
			return rest == Rest.BACKGROUND
					? "the rest is background, as " + option(MaskText.BACKGROUND) + " says"
					: "the rest does not count, as " + option(MaskText.IGNORE) + " says" + ring;
		return "the rest does not count" + ring + " (" + option(MaskText.BACKGROUND) + ": it is background)";
	}

	private String line(final List<Rest> each, final LookAlikes together, final List<String> called) {
		final List<String> partly = IntStream.range(0, each.size())
				.filter(i -> each.get(i) == Rest.RINGS)
				.mapToObj(called::get)
				.toList();
		if (partly.size() == each.size())
			return ", and much of the rest looks like them: it does not count" + RING + " ("
					+ option(MaskText.BACKGROUND) + ": all of it is background)";
		if (!partly.isEmpty())
			return ". In " + (partly.size() == 1 ? "one" : "" + partly.size()) + " of " + each.size() + " images ("
					+ Counted.listed(partly) + ") much of the rest looks like them: there it does not count" + RING
					+ "; in the others it is background (" + option(MaskText.BACKGROUND)
					+ ": all of it is background, " + option(MaskText.IGNORE) + ": none of it counts)";
		return (together.areTold() ? ", and little of the rest looks like them: it" : "; the rest") + " is background ("
				+ option(MaskText.IGNORE) + ": it does not count)";
	}

	private String option(final String word) {
		return names.said("unlabelled", word);
	}

	/** @return "0.4 %" or "4 %" */
	static String percent(final long part, final long all) {
		final double percent = 100.0 * part / all;
		return percent < 0.95 ? String.format(Locale.ROOT, "%.1g %%", percent) : Math.round(percent) + " %";
	}
}
