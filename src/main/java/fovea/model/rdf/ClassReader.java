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
package fovea.model.rdf;

import fovea.base.ModelException;
import fovea.io.YamlNode;
import fovea.model.ClassColors;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the classes of a segmentation, which Fovea keeps under {@code config.fovea}: {@code classes} is a list of
 * names, the background first; {@code colors} a list of '#rrggbb', which may be missing, shorter, or hold nulls.
 */
final class ClassReader {

	private final YamlNode config;

	/** @param config the mapping config.fovea, may be missing */
	ClassReader(final YamlNode config) {
		this.config = config;
	}

	/** @return the classes, empty where none are named */
	List<ClassSpec> read() throws ModelException {
		final List<YamlNode> names = config.get("classes").optionalItems("a list of class names");
		final List<YamlNode> colors = config.get("colors").optionalItems("a list of colors");
		if (colors.size() > names.size())
			throw config.get("colors").error("at most one color for each of " + names.size() + " classes");
		final List<ClassSpec> classes = new ArrayList<>();
		for (int i = 0; i < names.size(); i++)
			classes.add(new ClassSpec(
					names.get(i).text("the name of a class"),
					i < colors.size() && !colors.get(i).isMissing()
							? rgb(colors.get(i))
							: ClassColors.of(i, names.size())));
		return classes;
	}

	private static int rgb(final YamlNode node) throws ModelException {
		final String expected = "a color such as '#ff8000'";
		final String color = node.text(expected);
		if (!color.matches("#[0-9a-fA-F]{6}")) throw node.error(expected);
		return Integer.parseInt(color.substring(1), 16);
	}
}
