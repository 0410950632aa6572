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
package fovea.rank;

import fovea.selfscore.Ranking;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sums up the verdicts of many images. Thread-safe. */
public final class VerdictTally {

	private final Map<String, Integer> counts = new LinkedHashMap<>();
	private boolean chosen;
	private int all;
	private int doubtful;

	/** @param verdict of one more image */
	public synchronized void add(final Verdict verdict) {
		all++;
		chosen |= verdict.chosen();
		if (!verdict.isTrustworthy()) doubtful++;
		if (verdict.chosen()) counts.merge(verdict.used().orElse(""), 1, Integer::sum);
		else if (verdict.isTrustworthy()) counts.merge(words(verdict.winner()), 1, Integer::sum);
	}

	private static String words(final Optional<Ranking.Kind> winner) {
		if (winner.isEmpty()) return "not surely different";
		return winner.get() == Ranking.Kind.NETWORK ? "better than the best filter" : "worse than the best filter";
	}

	/** @return one line; empty where there were no verdicts */
	public synchronized Optional<String> line() {
		if (all == 0) return Optional.empty();
		final String sums = counts.entrySet().stream()
				.map(count -> chosen
						? count.getKey() + " for " + count.getValue()
						: count.getKey() + " on " + count.getValue())
				.collect(Collectors.joining(", "));
		final String doubt = doubtful == 0
				? ""
				: (sums.isEmpty() ? "" : "; ") + "not trustworthy on " + doubtful + ", where noise is correlated";
		return Optional.of((chosen ? "Best for each image, of " : "Score without truth, network on ")
				+ all
				+ (all == 1 ? " image: " : " images: ")
				+ sums
				+ doubt);
	}
}
