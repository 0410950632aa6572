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

import fovea.ui.plain.Ask;
import java.awt.Component;
import java.util.List;
import java.util.Optional;

/** Asks a person. Stateless; Swing's thread only. */
final class Questions {

	private static final String TITLE = "Teach";

	private Questions() {}

	/** @return a name for a class; empty if there is to be none */
	static Optional<String> className(final Component over, final String title, final String proposed) {
		final Optional<String> name = Ask.text(over, title, "Name of the class, such as nucleus:", proposed)
				.filter(text -> !text.isEmpty());
		if (name.isEmpty()
				|| name.get().matches("[^,=\\[\\]\"']+") && !name.get().equals("ignore")) return name;
		complain(over, "A class is called something without commas, quotes, brackets and =, and not 'ignore'");
		return Optional.empty();
	}

	/** @return a name for a model; empty if there is to be none */
	static Optional<String> modelName(final Component over, final String proposed) {
		return Ask.text(over, "Keep", "Name of the model, for Segment (FCN)... and Models...:", proposed)
				.filter(text -> !text.isEmpty());
	}

	/** @return one of some images; empty if there is to be none */
	static Optional<String> image(final Component over, final List<String> titles) {
		return Ask.choice(over, "Add image", "Learn from this image, too:", titles);
	}

	/** @return whether a model of that name is to be replaced */
	static boolean mayReplace(final Component over, final String name) {
		return Ask.confirms(over, "Keep", "There is a model '" + name + "'. Replace it?", "Replace");
	}

	static void complain(final Component over, final String line) {
		Ask.complain(over, TITLE, line);
	}
}
