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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.selfscore.BlindErrors;
import fovea.selfscore.BlindGrid;
import fovea.selfscore.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tries denoisers on one sight after the other. Filters cost little and see many sights; networks see the first of
 * them, as many as there is time for, and those that are behind have no more turns, so that the time goes to those
 * between which it is not decided. Without chance: the same image and contenders, the same ranking.
 */
final class Contest {

	/** Sights before anything is decided, and between one decision and the next. */
	static final int FIRST = 2;

	/** Standard errors behind the best network, beyond which another has no more turns. */
	private static final double BEHIND = 1.5;

	/** Standard errors from the best filter, beyond which it is decided. */
	private static final double SURE = 4;

	/** Pixels that filters see, about: more would take time and tell nothing new. */
	private static final long MOST = 1_000_000;

	private final Image image;
	private final List<Contender> filters;
	private final List<Contender> networks;
	private final long budget;
	private final Consumer<String> warnings;
	private final Map<Contender, BlindErrors> all = new LinkedHashMap<>();

	/**
	 * @param image with the channels that denoisers get
	 * @param contenders at least one filter
	 * @param budget pixels that networks may compute, all together; the first two sights are taken in any case.
	 *     {@link Long#MAX_VALUE}: all of them, and nobody leaves
	 * @param warnings hears of networks that failed
	 */
	Contest(final Image image, final List<Contender> contenders, final long budget, final Consumer<String> warnings) {
		this.image = image;
		filters =
				contenders.stream().filter(contender -> !contender.isNetwork()).toList();
		networks =
				new ArrayList<>(contenders.stream().filter(Contender::isNetwork).toList());
		if (filters.isEmpty()) throw new IllegalArgumentException("no filter to compare with");
		this.budget = budget;
		this.warnings = warnings;
		contenders.forEach(contender -> all.put(contender, new BlindErrors()));
	}

	private boolean isUnlimited() {
		return budget == Long.MAX_VALUE;
	}

	/**
	 * @param sights in order
	 * @param range of values, for dB
	 * @return the ranking
	 * @throws FoveaException if it was cancelled
	 */
	Ranking run(final List<Sight> sights, final double range) throws FoveaException {
		long seen = 0;
		long spent = 0;
		for (int k = 0; k < sights.size(); k++) {
			final Sight sight = sights.get(k);
			if (!isUnlimited() && k >= FIRST) {
				if (spent + sight.pixels() * networks.size() > budget) networks.clear();
				if (networks.isEmpty() && seen + sight.pixels() > MOST) break;
			}
			seen += sight.pixels();
			spent += sight.pixels() * networks.size();
			turn(sight);
			if (!isUnlimited() && (k + 1) % FIRST == 0) leave();
		}
		return ranking(range);
	}

	private void turn(final Sight sight) throws FoveaException {
		final BlindGrid spots = sight.spots(sight.of(image));
		final Raster hidden = spots.hidden();
		for (final Contender filter : filters)
			all.get(filter).add(spots.errors(filter.filter().orElseThrow().denoise(hidden, spots)));
		for (final Contender network : List.copyOf(networks))
			try {
				all.get(network).add(spots.errors(network.denoiser().denoise(hidden, sight)));
			} catch (final CancelledException e) {
				throw e;
			} catch (final FoveaException e) {
				warnings.accept("not ranked: " + network.name() + ": " + e.getMessage());
				networks.remove(network);
				all.remove(network);
			}
	}

	private void leave() {
		if (networks.isEmpty()) return;
		final BlindErrors best = best(networks);
		networks.removeIf(network -> isAbove(all.get(network), best, BEHIND));
		final BlindErrors filter = best(filters);
		networks.removeIf(network -> isAbove(all.get(network), filter, SURE));
		if (networks.size() == 1 && isAbove(filter, all.get(networks.get(0)), SURE)) networks.clear();
	}

	/** @return whether the errors are larger than others by more than so many standard errors */
	private static boolean isAbove(final BlindErrors errors, final BlindErrors others, final double sure) {
		final BlindErrors.Difference difference = errors.less(others);
		return errors != others && !(difference.mean() <= 0) && difference.isBeyond(sure);
	}

	private BlindErrors best(final List<Contender> some) {
		BlindErrors best = all.get(some.get(0));
		for (final Contender contender : some) if (all.get(contender).mean() < best.mean()) best = all.get(contender);
		return best;
	}

	/** Those that saw less are as far from the best filter as they were where they were. */
	private Ranking ranking(final double range) {
		final BlindErrors reference = best(filters);
		final List<Ranking.Ranked> ranked = new ArrayList<>();
		all.forEach((contender, errors) -> {
			final BlindErrors.Difference away = errors.less(reference);
			ranked.add(new Ranking.Ranked(
					contender.name(),
					contender.kind(),
					reference.mean() + away.mean(),
					away.uncertainty(),
					errors.count()));
		});
		return new Ranking(ranked, range);
	}
}
