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
package fovea.selfscore;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ways to denoise an image, the best first; of equal scores in the order in which they were given. Immutable.
 *
 * @param methods at least one, best first
 * @param range of values that the dB refer to
 */
public record Ranking(List<Ranked> methods, double range) {

	/** What a method is. */
	public enum Kind {
		/** A model. */
		NETWORK("network"),
		/** A Gaussian filter. */
		GAUSSIAN("best Gaussian"),
		/** A median filter. */
		MEDIAN("best median");

		private final String label;

		Kind(final String label) {
			this.label = label;
		}

		/** @return for people */
		public String label() {
			return label;
		}
	}

	/**
	 * A method with its score.
	 *
	 * @param name for people
	 * @param kind what it is
	 * @param error as {@link SelfScore#error}
	 * @param uncertainty of its distance from the best filter, as one standard error; 0 for that filter itself
	 * @param pixels that it was taken over
	 */
	public record Ranked(String name, Kind kind, double error, double uncertainty, long pixels) {}

	/** Sorts. */
	public Ranking {
		methods = methods.stream()
				.sorted(Comparator.comparingDouble(
						method -> Double.isNaN(method.error()) ? Double.MAX_VALUE : method.error()))
				.toList();
		if (methods.isEmpty()) throw new IllegalArgumentException("nothing to rank");
	}

	/** @return the best one */
	public Ranked best() {
		return methods.get(0);
	}

	/** @return the best of a kind, if there is one */
	public Optional<Ranked> best(final Kind kind) {
		return first(method -> method.kind() == kind);
	}

	/** @return the one of this name, if there is one */
	public Optional<Ranked> of(final String name) {
		return first(method -> method.name().equals(name));
	}

	/** @return the best of each filter and all else: what people want to see, best first */
	public List<Ranked> shown() {
		return methods.stream()
				.filter(method ->
						method.kind() == Kind.NETWORK || best(method.kind()).orElseThrow() == method)
				.toList();
	}

	/** @return whether the first is better than the second for sure, by two standard errors of their distance */
	public boolean isSurely(final Ranked better, final Ranked worse) {
		return worse.error() - better.error() > 2 * Math.max(better.uncertainty(), worse.uncertainty());
	}

	/** @return its score in dB, as {@link SelfScore#psnr} */
	public double psnr(final Ranked method) {
		return new SelfScore(method.error(), method.pixels()).psnr(range);
	}

	private Optional<Ranked> first(final Predicate<Ranked> wanted) {
		return methods.stream().filter(wanted).findFirst();
	}
}
