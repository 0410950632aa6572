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
package fovea.ij1;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What the channels of an ImageJ image are called, which only labels of planes tell. Stateless. */
final class ChannelNames {

	private ChannelNames() {}

	/**
	 * @param imp any image
	 * @return a name for each channel, from the label of its first plane; empty where some have none, or two the same,
	 *     which is then no name of theirs
	 */
	static List<String> of(final ImagePlus imp) {
		final List<String> names = new ArrayList<>();
		for (int c = 1; c <= imp.getNChannels(); c++) {
			final String label = imp.getStack().getSliceLabel(imp.getStackIndex(c, 1, 1));
			names.add(label == null ? "" : name(label));
		}
		final boolean are = names.size() > 1 && !names.contains("") && new HashSet<>(names).size() == names.size();
		return are ? names : List.of();
	}

	/** Of the first line, without the place in the stack that readers put before it, as in "c:1/3 z:1/5 - DAPI". */
	private static String name(final String label) {
		return label.lines()
				.findFirst()
				.orElse("")
				.replaceFirst("^(\\s*[czt]:\\d+(/\\d+)?)+(\\s*-)?", "")
				.strip();
	}
}
