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
package fovea.data;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which image of one source belongs to which of another. Stateless. */
public final class SourcePairs {

	private SourcePairs() {}

	/**
	 * By name without extension, where the names are the same in both; else by order.
	 *
	 * @param first images
	 * @param second their masks or clean versions
	 * @param warnings takes one line where names differ
	 * @return for each image of the first source its partner in the second
	 * @throws FoveaException if one is empty or cannot be listed, or there are more of one than of the other
	 */
	public static int[] match(final ImageSource first, final ImageSource second, final Consumer<String> warnings)
			throws FoveaException {
		final List<String> a = stems(first);
		final List<String> b = stems(second);
		if (a.size() != b.size())
			throw new TrainingException(second.name() + ": expected " + a.size() + " images, one for each in "
					+ first.name() + ", got " + b.size() + lonely(a, b));
		final Map<String, Integer> places = new HashMap<>();
		for (int i = 0; i < b.size(); i++) places.put(b.get(i), i);
		final int[] partners = new int[a.size()];
		final boolean byName = places.size() == b.size() && new HashSet<>(a).equals(places.keySet());
		for (int i = 0; i < partners.length; i++) partners[i] = byName ? places.get(a.get(i)) : i;
		if (!byName && a.size() > 1)
			warnings.accept(second.name() + ": the names differ from those in " + first.name()
					+ "; pairs are made by order, beginning with "
					+ first.names().get(0) + " and " + second.names().get(0));
		return partners;
	}

	private static List<String> stems(final ImageSource source) throws FoveaException {
		final List<String> stems = new ArrayList<>();
		for (final String name : source.names()) {
			final int dot = name.lastIndexOf('.');
			stems.add(dot > 0 ? name.substring(0, dot) : name);
		}
		if (stems.isEmpty()) throw new TrainingException(source.name() + ": expected images, found none");
		return stems;
	}

	private static String lonely(final List<String> a, final List<String> b) {
		for (final String name : a) if (!b.contains(name)) return "; '" + name + "' has no partner";
		for (final String name : b) if (!a.contains(name)) return "; '" + name + "' has no partner";
		return "";
	}
}
