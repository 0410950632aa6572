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
package fovea.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A class of a segmentation.
 *
 * @param name for people, for example "nucleus"
 * @param rgb color as 0xRRGGBB
 */
public record ClassSpec(String name, int rgb) {

	/** What the last of three or more classes is called by models that tell touching objects apart. */
	/** What the class of the border between objects is called. */
	public static final String BORDER = "border";

	/**
	 * @param names for people, the background first
	 * @return a class for each, with the color that it has where none is given
	 */
	public static List<ClassSpec> named(final List<String> names) {
		final List<ClassSpec> classes = new ArrayList<>();
		for (final String name : names) classes.add(new ClassSpec(name, ClassColors.of(classes.size(), names.size())));
		return classes;
	}

	/**
	 * @param classes background first
	 * @return whether the last one is the border between touching objects of the others: foreground, but never an
	 *     object
	 */
	public static boolean endWithBorder(final List<ClassSpec> classes) {
		return classes.size() > 2 && classes.get(classes.size() - 1).name().equalsIgnoreCase(BORDER);
	}
}
