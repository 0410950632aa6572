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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import fovea.model.ClassSpec;
import fovea.train.MaskReading;

/** What a command line calls the kinds of masks. */
final class MaskKinds {

	/** For messages. */
	static final String NAMES = "binary, instances, border or classes";

	/** What does not count in masks of class indices, as in those of PASCAL VOC. */
	private static final int IGNORED = 255;

	private static final int MAX_CLASSES = 255;

	private MaskKinds() {}

	/**
	 * @param kind as typed
	 * @param classes how many there are, for the kind that does not tell
	 * @param truth whether 255 is for pixels that do not count, in masks of class indices
	 * @return what the pixels mean; empty if there is no such kind, or its number of classes is missing or out of range
	 */
	static Optional<MaskReading> parse(final String kind, final OptionalInt classes, final boolean truth) {
		return switch (kind.toLowerCase(Locale.ROOT)) {
			case "binary" -> Optional.of(new MaskReading.Binary());
			case "instances" -> Optional.of(new MaskReading.Instances(false));
			case "border" -> Optional.of(new MaskReading.Instances(true));
			case "classes" -> classes.stream().filter(n -> n >= 2 && n <= MAX_CLASSES).mapToObj(n -> classIndex(n, truth))
				.findAny();
			default -> Optional.empty();
		};
	}

	private static MaskReading classIndex(final int n, final boolean truth) {
		final List<ClassSpec> classes = new ArrayList<>();
		for (int i = 0; i < n; i++)
			classes.add(new ClassSpec(i == 0 ? "background" : "class " + i, 0));
		return new MaskReading.ClassIndex(classes, truth ? OptionalInt.of(IGNORED) : OptionalInt.empty());
	}
}
