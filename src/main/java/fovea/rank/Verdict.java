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
import java.util.stream.Stream;

/**
 * What a ranking says of an image.
 *
 * @param ranking of methods
 * @param noise whether it can be believed
 * @param used name of the method that the result comes from; empty: there is no result
 * @param chosen whether that method was taken because of the ranking
 * @param left how far the result is off, where that can be told
 * @param trained network among the methods that was trained on what is denoised; empty: there is none
 */
public record Verdict(
		Ranking ranking,
		NoiseCorrelation noise,
		Optional<String> used,
		boolean chosen,
		Optional<LeftError> left,
		Optional<TrainedHere> trained) {

	/** Of a result of which nothing more is known. */
	Verdict(
			final Ranking ranking,
			final NoiseCorrelation noise,
			final Optional<String> used,
			final boolean chosen,
			final Optional<TrainedHere> trained) {
		this(ranking, noise, used, chosen, Optional.empty(), trained);
	}

	/** @return the same, that knows how far the result is off */
	Verdict with(final Optional<LeftError> error) {
		return new Verdict(ranking, noise, used, chosen, error, trained);
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
		return Stream.concat(rows().stream(), Stream.of(choice())).toList();
	}

	/** @return the table as lines, without headings */
	public List<String> rows() {
		final int width = ranking.shown().stream()
				.mapToInt(method -> method.name().length())
				.max()
				.orElse(0);
		return table().subList(1, table().size()).stream()
				.map(row -> "  " + row.get(0) + " ".repeat(width - row.get(0).length() + 2) + row.get(1))
				.toList();
	}

	/** @return what is best for this image, in one line; where a network was trained for it, whether that helped */
	public String choice() {
		return trained.map(this::outcome).orElseGet(this::best);
	}

	private String outcome(final TrainedHere own) {
		if (!isTrustworthy()) return "the scores are " + DOUBT + "; the result is that of the network trained here";
		final Optional<Ranking.Ranked> network = ranking.of(own.name());
		if (network.isEmpty()) return "the network trained here could not be ranked; its result is taken";
		final Optional<Ranking.Ranked> start = own.start().flatMap(ranking::of);
		if (used.filter(own.name()::equals).isPresent())
			return better(network.get(), start) + ", and its result is taken";
		final Ranking.Ranked taken = ranking.best();
		return "the training did not help here: "
				+ (taken.kind() == Ranking.Kind.NETWORK
						? "'" + taken.name() + "' leaves "
								+ (ranking.isSurely(taken, network.get()) ? "less noise" : "as little noise")
						: "a " + taken.name() + comparison(taken))
				+ ", and its result is taken";
	}

	private String better(final Ranking.Ranked own, final Optional<Ranking.Ranked> start) {
		if (start.isEmpty())
			return filter().filter(best -> !ranking.isSurely(own, best)).isPresent()
					? "the network trained here leaves a little less noise than any filter, which is no sure difference"
					: "the network trained here leaves less noise than any filter";
		return ranking.isSurely(own, start.get())
				? "the training helped: the network trained here leaves less noise than '"
						+ start.get().name() + "' and any filter"
				: "the network trained here leaves a little less noise than '"
						+ start.get().name() + "', which is no sure difference";
	}

	private String comparison(final Ranking.Ranked filter) {
		final Optional<Ranking.Ranked> network = ranking.best(Ranking.Kind.NETWORK);
		return network.isEmpty() || ranking.isSurely(filter, network.get())
				? " is better than any network"
				: " is as good as any network";
	}

	private String best() {
		final Ranking.Ranked taken = ranking.best();
		final String doubt = isTrustworthy() ? "" : "; " + DOUBT;
		if (taken.kind() == Ranking.Kind.NETWORK) return "for this image " + taken.name() + " is best" + doubt;
		return "for this image a " + taken.name() + comparison(taken) + doubt;
	}
}
