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

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many objects were found, in words. Stateless. */
public final class ObjectCount {

	/** Of what models find, by singular. */
	private static final Map<String, String> PLURALS = Map.ofEntries(
			Map.entry("nucleus", "nuclei"),
			Map.entry("cell", "cells"),
			Map.entry("blob", "blobs"),
			Map.entry("galaxy", "galaxies"),
			Map.entry("star", "stars"),
			Map.entry("particle", "particles"),
			Map.entry("spot", "spots"),
			Map.entry("vesicle", "vesicles"),
			Map.entry("bacterium", "bacteria"),
			Map.entry("mitochondrion", "mitochondria"),
			Map.entry("colony", "colonies"),
			Map.entry("organoid", "organoids"),
			Map.entry("gland", "glands"),
			Map.entry("neuron", "neurons"),
			Map.entry("bead", "beads"),
			Map.entry("object", "objects"));

	private ObjectCount() {}

	/**
	 * @param found in an image
	 * @return for example "74 nuclei", "1 cell", or "3 objects" where a class has a name whose plural is not known
	 */
	public static String of(final Segmentation found) {
		return of(found.count(), found);
	}

	/**
	 * @param count of objects
	 * @param found in an image, of which they are part
	 * @return the same for so many
	 */
	public static String of(final int count, final Segmentation found) {
		final String name = name(found);
		return count + " " + (count == 1 ? name : PLURALS.get(name));
	}

	private static String name(final Segmentation found) {
		final List<String> names = IntStream.range(1, found.classes().size())
				.mapToObj(i -> found.classes().get(i).name())
				.distinct()
				.toList();
		return names.size() == 1 && PLURALS.containsKey(names.get(0)) ? names.get(0) : "object";
	}
}
