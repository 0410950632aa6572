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

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.image.AxisMapping;
import fovea.image.Box;
import fovea.image.ChannelChoice;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.model.AxisType;
import fovea.selfscore.ClassicDenoiser;
import fovea.selfscore.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * Networks and filters on an image, ranked.
 *
 * @param image with the channels that denoisers get
 * @param part of it that counts
 * @param options how networks are run; channels are chosen already
 * @param listener hears of contenders that failed, may cancel
 */
record Scoring(Image image, Box part, PredictionOptions options, ProgressListener listener) {

	/** Sights whose values tell the range. */
	private static final int SEEN = 4;

	private static final int THOUSAND = 1000;

	static Scoring of(
			final Image image, final Box part, final PredictionOptions options, final ProgressListener listener) {
		return new Scoring(chosen(image, options.channels()), part, options.withChannels(ChannelChoice.NONE), listener);
	}

	/** @return the image with those channels that were chosen, or all: a view */
	static Image chosen(final Image image, final ChannelChoice choice) {
		return choice.numbers().isEmpty()
				? image
				: new Image(
						image.name(),
						channels(image.pixels(), choice.numbers()),
						image.calibration(),
						image.rgb() && choice.numbers().equals(List.of(1, 2, 3)));
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> channels(
			final RandomAccessibleInterval<? extends RealType<?>> pixels, final List<Integer> numbers) {
		@SuppressWarnings("unchecked") // the pixels are of one type
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) pixels;
		final List<RandomAccessibleInterval<T>> planes = new ArrayList<>();
		for (final int number : numbers) planes.add(Views.hyperSlice(typed, Image.C, number - 1));
		return Views.moveAxis(Views.stack(planes), 4, Image.C);
	}

	/** @return whether the model can be ranked on this image: plane by plane, with its channels */
	boolean fits(final LoadedModel model) {
		final List<AxisType> axes = model.inputPort().layout().tiledAxes();
		if (axes.contains(AxisType.Z) || axes.contains(AxisType.TIME)) return false;
		try {
			AxisMapping.of(model.spec().name(), model.input(), model.inputPort().layout(), image, List.of());
			return true;
		} catch (final ImageException e) {
			return false;
		}
	}

	/**
	 * @param models by name
	 * @param share of the pixels of one run that networks may compute, all together
	 * @param least pixels that they may compute in any case
	 * @param turns that each of them has with that, about
	 * @return the ranking of these and the classic filters, on some tiles
	 * @throws FoveaException if it was cancelled
	 */
	Ranking rank(final Map<String, LoadedModel> models, final double share, final long least, final int turns)
			throws FoveaException {
		final double all = (double) part.width() * part.height() * image.size(Image.Z) * image.size(Image.T);
		final long budget = Math.max(least, (long) (share * all));
		return rank(models, Sights.of(image, part, budget / (turns * Math.max(1, models.size()))), budget);
	}

	/** As {@link #rank(Map, double, long, int)}, on all of the image. */
	Ranking rankOnAll(final Map<String, LoadedModel> models) throws FoveaException {
		return rank(models, Sights.whole(image), Long.MAX_VALUE);
	}

	private Ranking rank(final Map<String, LoadedModel> models, final List<Sight> sights, final long budget)
			throws FoveaException {
		final List<Contender> contenders = new ArrayList<>();
		models.forEach((name, model) -> {
			if (fits(model))
				contenders.add(
						Contender.network(name, new NetworkDenoiser(model, options, image, listener::isCancelled)));
		});
		for (final ClassicDenoiser filter : ClassicDenoiser.all()) contenders.add(Contender.of(filter));
		return new Contest(image, contenders, budget, listener::warn).run(sights, range(sights));
	}

	/** @return what the ranking says, and whether it can be believed */
	Verdict verdict(final Ranking ranking, final Optional<String> used) {
		return new Verdict(ranking, NoiseSample.of(image, part), used, false, Optional.empty());
	}

	/** @return 255 for 8 bit, else from the darkest to the brightest thousandth of what the first sights see */
	private double range(final List<Sight> sights) {
		if (image.pixels().getType() instanceof UnsignedByteType) return 255;
		float[] values = {};
		for (final Sight sight : sights.subList(0, Math.min(SEEN, sights.size()))) {
			final float[] more = sight.of(image).data();
			values = Arrays.copyOf(values, values.length + more.length);
			System.arraycopy(more, 0, values, values.length - more.length, more.length);
		}
		Arrays.sort(values); // NaN last
		int n = values.length;
		while (n > 0 && !Float.isFinite(values[n - 1])) n--;
		final int tail = n / THOUSAND;
		final double range = n == 0 ? 0 : (double) values[n - 1 - tail] - values[tail];
		return range > 0 && range < Double.POSITIVE_INFINITY ? range : 1;
	}
}
