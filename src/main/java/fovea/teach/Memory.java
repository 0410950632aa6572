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
package fovea.teach;

import fovea.net.WeightMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a network's weights were when it had learned some strokes, so that a stroke that is taken back is forgotten. */
final class Memory {

	/** As many strokes can be taken back at once without learning anew. */
	private static final int ROOM = 12;

	/** Strokes, and weights that they were learned with. */
	private record Known(List<Stroke> strokes, WeightMap weights) {}

	private final Deque<Known> all = new ArrayDeque<>();

	/**
	 * @param strokes that are learned
	 * @param weights that know them; not changed
	 */
	void keep(final List<Stroke> strokes, final WeightMap weights) {
		all.removeIf(known -> known.strokes.equals(strokes));
		all.push(new Known(strokes, weights));
		if (all.size() > ROOM) all.removeLast();
	}

	/**
	 * @param strokes in the order they were drawn
	 * @return weights that know these and no others, if there are some
	 */
	Optional<WeightMap> recall(final List<Stroke> strokes) {
		return all.stream()
				.filter(known -> known.strokes.equals(strokes))
				.map(Known::weights)
				.findFirst();
	}
}
