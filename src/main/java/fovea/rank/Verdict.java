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

import fovea.selfscore.NoiseCorrelation;
import fovea.selfscore.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a ranking says of an image.
 *
 * @param ranking of methods
 * @param noise whether it can be believed
 * @param used name of the method that the result comes from; empty: there is no result
 * @param chosen whether that method was taken because of the ranking
 * @param left how far the result is off, where that can be told
 */
public record Verdict(
		Ranking ranking, NoiseCorrelation noise, Optional<String> used, boolean chosen, Optional<LeftError> left) {

	/** Of a result of which nothing more is known. */
	Verdict(final Ranking ranking, final NoiseCorrelation noise, final Optional<String> used, final boolean chosen) {
		this(ranking, noise, used, chosen, Optional.empty());
	}

	/** @return the same, that knows how far the result is off */
	Verdict with(final Optional<LeftError> error) {
		return new Verdict(ranking, noise, used, chosen, error);
	}

	private static final String DOUBT = "not trustworthy here: the noise is correlated";

	/** @return whether the scores mean something */
	public boolean isTrustworthy() {
		return !noise.isCorrelated();
	}

	/** @return what is better: the network or the best filter; empty where that is not sure */
	public Optional<Ranking.Kind> winner() {
		final Optional<Ranking.Ranked> filter = filter();
		final Optional<Ranking.Ranked> network = network();
		if (filter.isEmpty() || network.isEmpty()) return Optional.empty();
		if (ranking.isSurely(network.get(), filter.get())) return Optional.of(Ranking.Kind.NETWORK);
		return ranking.isSurely(filter.get(), network.get())
				? Optional.of(filter.get().kind())
				: Optional.empty();
	}

	private Optional<Ranking.Ranked> network() {
		final Optional<Ranking.Ranked> taken =
				used.flatMap(ranking::of).filter(method -> method.kind() == Ranking.Kind.NETWORK);
		return taken.isPresent() ? taken : ranking.best(Ranking.Kind.NETWORK);
	}

	private Optional<Ranking.Ranked> filter() {
		return ranking.methods().stream().filter(Verdict::isFilter).findFirst();
	}

	private static boolean isFilter(final Ranking.Ranked method) {
		return method.kind() == Ranking.Kind.GAUSSIAN || method.kind() == Ranking.Kind.MEDIAN;
	}

	/**
	 * @return one line, for example "Score without truth: denoise 20.31 dB, best Gaussian (sigma 1.4) 20.22 dB, ..."
	 */
	public String line() {
		return "Score without truth: "
				+ ranking.shown().stream().map(this::text).collect(Collectors.joining(", "))
				+ ": " + conclusion();
	}

	private String text(final Ranking.Ranked method) {
		return (isFilter(method) ? "best " : "") + method.name() + " "
				+ String.format(Locale.ROOT, "%.2f dB", ranking.psnr(method));
	}

	private String conclusion() {
		if (!isTrustworthy()) return DOUBT;
		final Optional<Ranking.Kind> winner = winner();
		if (winner.isEmpty()) return "no sure difference between network and filter here";
		if (winner.get() == Ranking.Kind.NETWORK) return "the network is better here";
		return "a " + (winner.get() == Ranking.Kind.GAUSSIAN ? "Gaussian" : "median") + " is better here";
	}

	/** @return headings and a line of cells for each method that people want to see, best first */
	public List<List<String>> table() {
		final List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("method", "score"));
		for (final Ranking.Ranked method : ranking.shown())
			rows.add(List.of(method.name(), String.format(Locale.ROOT, "%.2f dB", ranking.psnr(method))));
		return rows;
	}

	/** @return what is told of a result: one or two lines or, where the method was chosen, the table and the choice */
	public List<String> told() {
		final List<String> told = new ArrayList<>(chosen ? lines() : List.of(line()));
		left.map(LeftError::line).ifPresent(told::add);
		return told;
	}

	/** @return the table as lines, and what is chosen by it */
	public List<String> lines() {
		final List<String> lines = new ArrayList<>();
		final int width = ranking.shown().stream()
				.mapToInt(method -> method.name().length())
				.max()
				.orElse(0);
		for (final List<String> row : table().subList(1, table().size()))
			lines.add("  " + row.get(0) + " ".repeat(width - row.get(0).length() + 2) + row.get(1));
		lines.add(choice());
		return lines;
	}

	/** @return what is best for this image, in one line */
	public String choice() {
		final Ranking.Ranked taken = ranking.taken();
		final String doubt = isTrustworthy() ? "" : "; " + DOUBT;
		if (taken.kind() == Ranking.Kind.NETWORK) return "for this image " + taken.name() + " is best" + doubt;
		final Optional<Ranking.Ranked> network = ranking.best(Ranking.Kind.NETWORK);
		return "for this image a " + taken.name()
				+ (network.isEmpty() || ranking.isSurely(taken, network.get())
						? " is better than any network"
						: " is as good as any network")
				+ doubt;
	}
}
