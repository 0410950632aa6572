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
import fovea.text.Counted;
import ij.gui.Roi;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which class a ROI is of. Classes are those that the options name; else the groups of the ROIs, where some have one;
 * else the names that were drawn. Where there is one class only, all ROIs are of it that are neither background nor
 * ignored.
 */
final class RoiClasses {

	private static final String ONE = "foreground";
	private static final String NUMBERED = "class ";

	private final List<String> names;
	private final boolean given;
	private final boolean grouped;
	private final boolean anonymous;
	private final Map<String, Integer> byName = new HashMap<>();

	/** @param images whose ROIs' groups or names are the classes if the options name none */
	RoiClasses(final List<AnnotatedImage> images, final RoiOptions options) {
		final List<Roi> rois =
				images.stream().flatMap(image -> image.rois().stream()).toList();
		final int groups = rois.stream().mapToInt(Roi::getGroup).max().orElse(0);
		given = !options.classes().isEmpty();
		grouped = !given && groups > 0;
		final List<String> found =
				given ? options.classes() : grouped ? ofGroups(rois, groups) : RoiNames.classes(rois.stream());
		anonymous = found.isEmpty();
		names = new ArrayList<>(List.of(RoiOptions.BACKGROUND));
		names.addAll(anonymous ? List.of(ONE) : found);
		for (int i = 1; i < names.size(); i++) byName.put(names.get(i), i);
		byName.put(RoiOptions.BACKGROUND, 0);
		byName.put(RoiOptions.IGNORE, MaskReading.IGNORED);
	}

	/**
	 * What the group is called in ImageJ, else what all its ROIs are called and those of no other group, else "class
	 * n".
	 */
	private static List<String> ofGroups(final List<Roi> rois, final int groups) {
		final List<Set<String>> stems = new ArrayList<>();
		for (int group = 1; group <= groups; group++) {
			final Set<String> own = new TreeSet<>();
			for (final Roi roi : rois)
				if (roi.getGroup() == group && !RoiNames.isReserved(RoiNames.stem(roi))) own.add(RoiNames.stem(roi));
			stems.add(own);
		}
		final List<String> names = new ArrayList<>();
		for (int group = 1; group <= groups; group++) {
			final String called = Roi.getGroupName(group);
			final Set<String> own = stems.get(group - 1);
			final boolean alone = own.size() == 1
					&& !RoiNames.isGeneric(own.iterator().next())
					&& stems.stream()
									.filter(other -> !other.isEmpty() && other.containsAll(own))
									.count()
							== 1;
			String name = NUMBERED + group;
			if (called != null && !called.isBlank()) name = called.strip();
			else if (alone) name = own.iterator().next();
			names.add(names.contains(name) || RoiNames.isReserved(name) ? NUMBERED + group : name);
		}
		return names;
	}

	/**
	 * @param image it was drawn on
	 * @return index of its class, or {@link MaskReading#IGNORED}
	 * @throws TrainingException if it is of none
	 */
	int indexOf(final Roi roi, final AnnotatedImage image) throws TrainingException {
		final String name = roi.getName() == null ? "" : roi.getName();
		final int group = roi.getGroup();
		final Optional<Integer> named = indexOf(name);
		final boolean reserved = named.isPresent() && named.get() <= 0;
		if (grouped && group > 0 && !reserved) return group;
		if (named.isPresent()) return named.get();
		if (!given) {
			final Optional<Integer> alike = indexOfStem(RoiNames.stem(roi));
			if (alike.isPresent()) return alike.get();
		}
		if (group > 0 && group < names.size()) return group;
		if (names.size() == 2 && group <= 1) return 1;
		if (grouped)
			throw new TrainingException(image.place(roi) + " expected a group from 1 to " + (names.size() - 1)
					+ " as other ROIs have, or one of the names " + known());
		throw new TrainingException(image.place(roi) + " expected a name that begins with one of " + known()
				+ ", or a group from 1 to " + (names.size() - 1) + (group > 0 ? ", got group " + group : ""));
	}

	private static boolean isReserved(final String name) {
		return name.equals(RoiOptions.BACKGROUND) || name.equals(RoiOptions.IGNORE);
	}

	/** Of the longest name it begins with, so that "cell wall" is no "cell". */
	private Optional<Integer> indexOf(final String roi) {
		return byName.keySet().stream()
				.filter(name -> isOf(roi, name) || isReserved(name) && isOf(roi.toLowerCase(Locale.ROOT), name))
				.max((a, b) -> Integer.compare(a.length(), b.length()))
				.map(byName::get);
	}

	/** Where nobody wrote the classes down, small and capital letters are alike. */
	private Optional<Integer> indexOfStem(final String stem) {
		for (int i = 1; i < names.size(); i++) if (names.get(i).equalsIgnoreCase(stem)) return Optional.of(i);
		return Optional.empty();
	}

	/**
	 * @param roi name of a ROI
	 * @param name of a class
	 * @return whether it is the name, alone or followed by '-', '_', a space or a digit; ImageJ appends -1, -2... to
	 *     names that are there already
	 */
	static boolean isOf(final String roi, final String name) {
		if (!roi.startsWith(name)) return false;
		return roi.length() == name.length() || "-_ 0123456789".indexOf(roi.charAt(name.length())) >= 0;
	}

	private String known() {
		final List<String> known = new ArrayList<>(grouped ? List.of() : names.subList(1, names.size()));
		known.add(RoiOptions.BACKGROUND);
		known.add(RoiOptions.IGNORE);
		return String.join(", ", known);
	}

	/** @return the name of the one class of objects, if there is only one and somebody said its name */
	Optional<String> only() {
		return names.size() == 2 && !anonymous ? Optional.of(names.get(1)) : Optional.empty();
	}

	/** @return whether the options, groups or names of ROIs say what the classes are called, not only that there are */
	boolean areNamed() {
		return given
				|| names.size() > 2
				|| !RoiNames.isGeneric(names.get(1)) && !names.get(1).equals(NUMBERED + 1);
	}

	/**
	 * @param images with the classes' ROIs
	 * @return what looks like a mistake: ROIs of other names that are of the one class that there is; one line
	 */
	Optional<String> doubt(final List<AnnotatedImage> images) {
		if (names.size() != 2 || grouped) return Optional.empty();
		final String one = names.get(1);
		final Map<String, String> foreign = new LinkedHashMap<>();
		boolean own = false;
		for (final AnnotatedImage image : images)
			for (final Roi roi : image.rois()) {
				final String stem = RoiNames.stem(roi);
				if (RoiNames.isReserved(stem)) continue;
				if (stem.equalsIgnoreCase(one) || isOf(stem, one)) own = true;
				else if (!RoiNames.isGeneric(stem)) foreign.putIfAbsent(stem, image.place(roi));
			}
		// Of one other name alone it may be another word for the same.
		if (foreign.isEmpty() || foreign.size() == 1 && !own) return Optional.empty();
		final Map.Entry<String, String> first = foreign.entrySet().iterator().next();
		return Optional.of(first.getValue() + " is taken for '" + one + "', the one class"
				+ (foreign.size() == 1 ? "" : ", and so are ROIs of " + Counted.of(foreign.size() - 1L, "other name"))
				+ "; classes " + (anonymous ? "" : one + ",") + first.getKey() + " would tell them apart");
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
