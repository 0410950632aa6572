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
package fovea.segment;

import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.ClassColors;
import fovea.model.ClassSpec;
import fovea.model.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the classes of a model are called: as it says itself, else as its output's channels are named, else by number.
 *
 * @param described from the model's description, background first; may be empty
 * @param channelNames of the output; may be empty
 */
record Classes(List<ClassSpec> described, List<String> channelNames) {

	/** What descriptions say where nobody thought of names. */
	private static final Pattern MEANINGLESS = Pattern.compile("\\s*|(?i)(channel|class|output|c)?[ _-]?\\d+");

	Classes {
		described = List.copyOf(described);
		channelNames = List.copyOf(channelNames);
	}

	/**
	 * @param described from the model's description; may be empty
	 * @param output whose channels may have names
	 */
	static Classes of(final List<ClassSpec> described, final TensorSpec output) {
		return new Classes(
				described,
				output.axis(AxisType.CHANNEL).map(AxisSpec::channelNames).orElse(List.of()));
	}

	/**
	 * @param n how many classes the output tells apart, background included
	 * @return a name and a color for each
	 */
	List<ClassSpec> ofCount(final int n) {
		if (described.size() == n) return described;
		final List<ClassSpec> classes = new ArrayList<>();
		for (int i = 0; i < n; i++) classes.add(new ClassSpec(name(i, n), ClassColors.of(i, n)));
		return classes;
	}

	/**
	 * @param max largest index in a map of classes
	 * @return a name and a color for each class there is; at least two
	 */
	List<ClassSpec> ofClassMap(final int max) {
		return described.size() > Math.max(1, max) ? described : ofCount(Math.max(2, max + 1));
	}

	/** @return whether the last of the classes that have names is the border between objects */
	boolean endWithBorder() {
		return ClassSpec.endWithBorder(described.isEmpty() ? ofCount(channelNames.size()) : described);
	}

	private String name(final int i, final int n) {
		if (channelNames.stream().noneMatch(name -> MEANINGLESS.matcher(name).matches())) {
			if (channelNames.size() == n) return channelNames.get(i);
			if (channelNames.size() == 1 && n == 2 && i == 1) return channelNames.get(0);
		}
		if (i == 0) return "background";
		return n == 2 ? "object" : "class " + i;
	}
}
