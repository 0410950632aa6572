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
package fovea.ui.teach;

import fovea.model.ClassColors;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person has chosen in the window. Immutable.
 *
 * @param classes background first
 * @param current 0-based index of the class that is drawn
 * @param tool what the mouse does
 * @param brush diameter in pixels of the image, 1 to {@link #LARGEST}
 * @param outlines whether what the network finds is shown
 * @param unsure whether a heat map shows where the network is unsure
 * @param strokes whether what was drawn is shown
 */
public record Choices(
		List<ClassSpec> classes, int current, Tool tool, int brush, boolean outlines, boolean unsure, boolean strokes) {

	/** Pixels of the largest brush. */
	public static final int LARGEST = 200;

	/** A larger brush grows by this part of it. */
	private static final int PART = 4;

	/** The background in windows, which is black elsewhere and would not be seen. */
	private static final int BLUE = 0x4080ff;

	private static final int BRUSH = 8;

	/** Copies the list. */
	public Choices {
		classes = List.copyOf(classes);
	}

	/**
	 * @param classes background first
	 * @return the first object's class and a brush
	 */
	public static Choices of(final List<ClassSpec> classes) {
		final List<ClassSpec> seen = new ArrayList<>(classes);
		if (seen.get(0).rgb() == 0) seen.set(0, new ClassSpec(seen.get(0).name(), BLUE));
		return new Choices(seen, Math.min(1, seen.size() - 1), Tool.BRUSH, BRUSH, true, false, true);
	}

	/** @return with other classes; the one that is drawn stays if there still is one at its place */
	public Choices withClasses(final List<ClassSpec> others) {
		return new Choices(others, Math.min(current, others.size() - 1), tool, brush, outlines, unsure, strokes);
	}

	/** @return with one more class, which is drawn from now on */
	Choices plus(final String name) {
		final List<ClassSpec> more = new ArrayList<>(classes);
		more.add(new ClassSpec(name, unused()));
		return withClasses(more).withCurrent(more.size() - 1);
	}

	private int unused() {
		final int count = Math.max(3, classes.size() + 1);
		for (int i = 1; i <= 7; i++) {
			final int color = ClassColors.of(i, count);
			if (classes.stream().noneMatch(known -> known.rgb() == color)) return color;
		}
		return ClassColors.of(classes.size(), count);
	}

	/** @return with another name or color of a class */
	Choices with(final int index, final ClassSpec other) {
		final List<ClassSpec> others = new ArrayList<>(classes);
		others.set(index, other);
		return withClasses(others);
	}

	/** @return drawing that class */
	public Choices withCurrent(final int index) {
		return new Choices(classes, index, tool, brush, outlines, unsure, strokes);
	}

	/** @return with another tool */
	public Choices withTool(final Tool other) {
		return new Choices(classes, current, other, brush, outlines, unsure, strokes);
	}

	/** @return with a brush of that diameter, or the nearest that there is */
	public Choices withBrush(final int pixels) {
		return new Choices(classes, current, tool, Math.max(1, Math.min(LARGEST, pixels)), outlines, unsure, strokes);
	}

	/** @return with a smaller (-1) or a larger (1) brush */
	public Choices withNextBrush(final int direction) {
		return withBrush(brush + direction * Math.max(1, brush / PART));
	}

	/** @return showing other things */
	Choices showing(final boolean found, final boolean heat, final boolean drawn) {
		return new Choices(classes, current, tool, brush, found, heat, drawn);
	}

	/** @return name of the class that is drawn */
	public ClassSpec drawn() {
		return classes.get(current);
	}
}
