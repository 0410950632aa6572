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

import java.util.HashSet;
import java.util.List;

/**
 * How ROIs become masks.
 *
 * @param classes names of the classes beside background, class 1 first; empty: the ROIs' groups are the classes or,
 *     where no ROI has a group, there is the one class "foreground". "background" in the list is left out, since there
 *     always is that class
 * @param unlabeled what pixels without a ROI are
 */
public record RoiOptions(List<String> classes, Unlabeled unlabeled) {

	/** What pixels without a ROI are. */
	public enum Unlabeled {

		/** What follows from how was drawn, and from how the images look. */
		AUTO,

		/** Background. */
		BACKGROUND,

		/** They do not count. Background is what ROIs named "background" cover, else rings around outlines. */
		IGNORED
	}

	/** Begins the names of ROIs whose pixels are background. */
	public static final String BACKGROUND = "background";

	/** Begins the names of ROIs whose pixels do not count. */
	public static final String IGNORE = "ignore";

	/** Classes as the ROIs' groups say; what has no ROI is background. */
	public static final RoiOptions DEFAULT = new RoiOptions(List.of(), Unlabeled.BACKGROUND);

	/**
	 * Copies the list.
	 *
	 * @throws IllegalArgumentException if a name is blank or there twice, or is that of pixels that do not count
	 */
	public RoiOptions {
		classes = classes.stream().filter(name -> !name.equals(BACKGROUND)).toList();
		for (final String name : classes)
			if (name.isBlank() || name.equals(IGNORE))
				throw new IllegalArgumentException(
						"classes: expected names other than '" + IGNORE + "', got '" + name + "'");
		if (new HashSet<>(classes).size() < classes.size())
			throw new IllegalArgumentException("classes: expected each name once, got " + String.join(", ", classes));
	}

	/**
	 * @param names class 1 first
	 * @return the same with these classes
	 */
	public RoiOptions withClasses(final List<String> names) {
		return new RoiOptions(names, unlabeled);
	}

	/**
	 * @param rest what pixels without a ROI are
	 * @return the same with that
	 */
	public RoiOptions with(final Unlabeled rest) {
		return new RoiOptions(classes, rest);
	}
}
