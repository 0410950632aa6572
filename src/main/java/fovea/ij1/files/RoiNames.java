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
package fovea.ij1.files;

import ij.gui.Roi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What names of ROIs say about their class, where nobody said which classes there are. Stateless. */
final class RoiNames {

	/** Names that say no more than that there is something; "foreground" is what Fovea calls a class without a name. */
	private static final Set<String> GENERIC = Set.of("", "foreground", "object", "roi");

	/** What Fovea calls a class that only has a number. */
	private static final Pattern NUMBERED_CLASS = Pattern.compile("(class \\d+)([-_ ].*)?");

	/** More different names than this are names of objects, not of classes. */
	private static final int MOST = 8;

	private RoiNames() {}

	/**
	 * @param roi any
	 * @return its name without the number of the object: "nucleus" of "nucleus-3", "nucleus 3" and "nucleus3"; empty
	 *     for a ROI that nobody named, which ImageJ may have called by its place, such as 0012-0034
	 */
	static String stem(final Roi roi) {
		final String name = roi.getName() == null ? "" : roi.getName().strip();
		final String told = roi.getProperty("class"); // written by segmentation; whoever corrects it changes the name
		if (told != null && !told.isBlank() && RoiClasses.isOf(name, told)) return told;
		final var numbered = NUMBERED_CLASS.matcher(name);
		if (numbered.matches()) return numbered.group(1);
		return name.replaceFirst("[-_ ]*\\d[-_ \\d]*$", "");
	}

	/** @return whether a name says no more than that there is something; small and capital letters are alike */
	static boolean isGeneric(final String stem) {
		return GENERIC.contains(stem.toLowerCase(Locale.ROOT));
	}

	/** @return whether the name is that of pixels that are no object, or do not count */
	static boolean isReserved(final String stem) {
		final String small = stem.toLowerCase(Locale.ROOT);
		return RoiClasses.isOf(small, RoiOptions.BACKGROUND) || RoiClasses.isOf(small, RoiOptions.IGNORE);
	}

	/**
	 * @param rois all of them
	 * @return names of the classes that they say, in alphabetical order, so that the order of drawing makes no
	 *     difference; empty where they say none, or so many that these are names of objects
	 */
	static List<String> classes(final Stream<Roi> rois) {
		final Map<String, String> byLowerCase = new TreeMap<>();
		final Map<String, String> generic = new TreeMap<>();
		rois.map(RoiNames::stem).filter(stem -> !isReserved(stem)).forEach(stem -> {
			final Map<String, String> kind = isGeneric(stem) ? generic : byLowerCase;
			// of two spellings the same one each time
			kind.merge(stem.toLowerCase(Locale.ROOT), stem, (a, b) -> a.compareTo(b) >= 0 ? a : b);
		});
		if (!byLowerCase.isEmpty()) return byLowerCase.size() > MOST ? List.of() : List.copyOf(byLowerCase.values());
		generic.remove("");
		return generic.size() == 1 ? List.copyOf(generic.values()) : List.of();
	}
}
