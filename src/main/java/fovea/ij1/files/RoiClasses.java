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

import fovea.base.TrainingException;
import fovea.data.MaskReading;
import fovea.model.ClassColors;
import fovea.model.ClassSpec;
import ij.gui.Roi;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which class a ROI is of: by its name, else by its group, else there is one class only, which those without a name are
 * of.
 */
final class RoiClasses {

	private static final String ONE = "foreground";

	private final List<String> names;
	private final boolean named;
	private final boolean grouped;
	private final Map<String, Integer> byName = new HashMap<>();

	/** @param images whose ROIs' groups are the classes if the options name none */
	RoiClasses(final List<AnnotatedImage> images, final RoiOptions options) {
		final int groups = images.stream()
				.flatMap(image -> image.rois().stream())
				.mapToInt(Roi::getGroup)
				.max()
				.orElse(0);
		named = !options.classes().isEmpty();
		grouped = !named && groups > 0;
		names = new ArrayList<>(List.of(RoiOptions.BACKGROUND));
		if (named) names.addAll(options.classes());
		else if (!grouped) names.add(ONE);
		else for (int group = 1; group <= groups; group++) names.add("class " + group);
		if (named) for (int i = 1; i < names.size(); i++) byName.put(names.get(i), i);
		byName.put(RoiOptions.BACKGROUND, 0);
		byName.put(RoiOptions.IGNORE, MaskReading.IGNORED);
	}

	/**
	 * @param image it was drawn on
	 * @return index of its class, or {@link MaskReading#IGNORED}
	 * @throws TrainingException if it is of none
	 */
	int indexOf(final Roi roi, final AnnotatedImage image) throws TrainingException {
		final Integer index = indexOf(roi.getName() == null ? "" : roi.getName());
		if (index != null) return index;
		final int group = roi.getGroup();
		if (group > 0 && group < names.size() && (named || grouped)) return group;
		if (named && names.size() == 2 && group == 0 && isUnnamed(roi)) return 1;
		if (named)
			throw new TrainingException(image.place(roi) + " expected a name that begins with one of " + known()
					+ ", or a group from 1 to " + (names.size() - 1) + (group > 0 ? ", got group " + group : ""));
		if (grouped)
			throw new TrainingException(image.place(roi) + " expected a group from 1 to " + (names.size() - 1)
					+ " as other ROIs have, or one of the names " + known());
		return 1;
	}

	/** Drawn and put into the overlay a ROI has no name; the ROI Manager calls it by its place, such as 0012-0034. */
	private static boolean isUnnamed(final Roi roi) {
		return roi.getName() == null || roi.getName().isEmpty() || roi.getName().matches("\\d+(-\\d+)+");
	}

	/** @return that of the longest name it begins with, so that "cell wall" is no "cell"; null if it is none's */
	private Integer indexOf(final String roi) {
		String longest = null;
		for (final String name : byName.keySet())
			if (isOf(roi, name) && (longest == null || name.length() > longest.length())) longest = name;
		return byName.get(longest);
	}

	/** ImageJ appends -1, -2... to names that are there already. */
	private static boolean isOf(final String roi, final String name) {
		if (!roi.startsWith(name)) return false;
		return roi.length() == name.length() || "-_ 0123456789".indexOf(roi.charAt(name.length())) >= 0;
	}

	private String known() {
		final List<String> known = new ArrayList<>(named ? names.subList(1, names.size()) : List.of());
		known.add(RoiOptions.BACKGROUND);
		known.add(RoiOptions.IGNORE);
		return String.join(", ", known);
	}

	/**
	 * @param images with the classes' ROIs
	 * @return a name and a color for each class, background first: the color of the first of its ROIs that has one, if
	 *     no other class has it; a group's colors are ImageJ's and not looked at
	 * @throws TrainingException if a ROI is of no class
	 */
	List<ClassSpec> specs(final List<AnnotatedImage> images) throws TrainingException {
		final Map<Integer, Integer> drawn = new HashMap<>();
		for (final AnnotatedImage image : images)
			for (final Roi roi : image.rois()) {
				final Color color = roi.getStrokeColor() != null ? roi.getStrokeColor() : roi.getFillColor();
				if (color != null && roi.getGroup() == 0)
					drawn.putIfAbsent(indexOf(roi, image), color.getRGB() & 0xFFFFFF);
			}
		final Set<Integer> used = new HashSet<>(Set.of(0));
		final List<ClassSpec> specs = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			final Integer own = i == 0 ? null : drawn.get(i);
			final int color = own != null && !used.contains(own) ? own : unused(i, used);
			used.add(color);
			specs.add(new ClassSpec(names.get(i), color));
		}
		return specs;
	}

	/** @return a color that no class has, if there are as many */
	private int unused(final int index, final Set<Integer> used) {
		for (int i = index; i > 0 && i < index + names.size(); i++)
			if (!used.contains(ClassColors.of(i, names.size()))) return ClassColors.of(i, names.size());
		return ClassColors.of(index, names.size());
	}
}
