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
import fovea.base.ModelException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.infer.network.NetworkLoader;
import fovea.io.Sha256;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.ModelSpec;
import fovea.model.Purpose;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.selfscore.Ranking;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Models that denoise, open, to be ranked on one image after the other. Close it to close them. */
public final class Contenders implements AutoCloseable {

	/** Of one run over the image, for all networks together. */
	static final double SHARE_TO_CHOOSE = 2;

	/** For all networks together, also where the image is small: less would not tell a tenth of a dB. */
	static final long LEAST_TO_CHOOSE = 1 << 20;

	private final Map<String, LoadedModel> models = new LinkedHashMap<>();
	private final Optional<TrainedHere> trained;

	private Contenders(final Optional<TrainedHere> trained) {
		this.trained = trained;
	}

	/**
	 * Opens all models of a library that denoise: those inside, but for demonstrations, and the user's own that say
	 * that images come out, take images of any size, and have no axis for slices or frames.
	 *
	 * @param library of models
	 * @param loader what loads networks
	 * @param options what the user says about models
	 * @param warnings hears of those that cannot be opened
	 * @return open models
	 * @throws ModelException if the options are those of one model
	 */
	public static Contenders of(
			final ModelLibrary library,
			final NetworkLoader loader,
			final ModelOptions options,
			final Consumer<String> warnings)
			throws ModelException {
		if (!options.signature().isEmpty()
				|| !options.output().isEmpty()
				|| !options.axes().isEmpty())
			throw new ModelException(
					"signature, tensor and axes are those of one model, and many are ranked here: " + "name the model");
		final Contenders contenders = new Contenders(Optional.empty());
		try {
			for (final LibraryModel model : library.modelsForPeople())
				if (!library.isDemonstration(model)) contenders.open(model, library, loader, options, warnings);
		} catch (final RuntimeException | Error e) {
			contenders.close();
			throw e;
		}
		return contenders;
	}

	private void open(
			final LibraryModel model,
			final ModelLibrary library,
			final NetworkLoader loader,
			final ModelOptions options,
			final Consumer<String> warnings) {
		try {
			if (library.describe(model).filter(Contenders::denoises).isEmpty()) return;
			models.put(model.name(), LoadedModel.open(library.open(model), loader, options));
		} catch (final ModelException e) {
			warnings.accept("not ranked: " + model.name() + ": " + e.getMessage());
		}
	}

	private static boolean denoises(final ModelSpec spec) {
		return spec.purpose().purpose().filter(Purpose.RESTORES::equals).isPresent()
				&& spec.inputs().size() == 1
				&& spec.inputs().get(0).axes().stream().noneMatch(Contenders::isFixed);
	}

	private static boolean isFixed(final AxisSpec axis) {
		return axis.size() instanceof final AxisSize.Fixed fixed && fixed.length() > MOST_CHANNELS;
	}

	/** An axis of this length or less may be that of channels. */
	private static final int MOST_CHANNELS = 4;

	/**
	 * A network that was trained on what is to be denoised: it is taken where it leaves least noise, and where the
	 * scores cannot be trusted. With {@link #add} comes what it is compared with.
	 *
	 * @param trained its name among the others
	 * @param archive of it; is closed with this, also if opening fails
	 * @param loader what loads networks
	 * @return open models, the trained one so far
	 * @throws ModelException if it cannot be opened
	 */
	public static Contenders of(final TrainedHere trained, final ModelArchive archive, final NetworkLoader loader)
			throws ModelException {
		final Contenders contenders = new Contenders(Optional.of(trained));
		contenders.add(trained.name(), archive, loader, ModelOptions.DEFAULT);
		return contenders;
	}

	/**
	 * Opens one more.
	 *
	 * @param name for people
	 * @param archive is closed with this
	 * @param loader what loads networks
	 * @param options what the user says about models
	 * @throws ModelException if it cannot be opened
	 */
	public void add(
			final String name, final ModelArchive archive, final NetworkLoader loader, final ModelOptions options)
			throws ModelException {
		final LoadedModel before = models.put(name, LoadedModel.open(archive, loader, options));
		if (before != null) before.close();
	}

	/**
	 * @return SHA-256 in hex over all models
	 * @throws ModelException if a file cannot be read
	 */
	public String sha256() throws ModelException {
		final StringBuilder all = new StringBuilder();
		for (final Map.Entry<String, LoadedModel> model : models.entrySet())
			all.append(model.getKey())
					.append(' ')
					.append(model.getValue().sha256())
					.append('\n');
		return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Finds out what denoises an image best, on some tiles of it: networks compute at most as many pixels, all
	 * together, as two runs over the image.
	 *
	 * @param image to be denoised
	 * @param part of it that counts
	 * @param options how networks are run
	 * @param listener hears of models that failed, may cancel
	 * @return the best one
	 * @throws FoveaException if nothing could be ranked, or it was cancelled
	 */
	public Choice choose(
			final Image image, final Box part, final PredictionOptions options, final ProgressListener listener)
			throws FoveaException {
		final Scoring scoring = Scoring.of(image, part, options, listener);
		final Ranking scored = scoring.rank(models, SHARE_TO_CHOOSE, LEAST_TO_CHOOSE, 2 * Contest.FIRST);
		final Ranking ranking = trained.map(own -> own.judged(scored)).orElse(scored);
		final Verdict verdict = scoring.verdict(ranking, Optional.empty());
		final String best = trained.map(TrainedHere::name)
				.filter(own -> !verdict.isTrustworthy() || ranking.of(own).isEmpty())
				.orElseGet(() -> ranking.best().name());
		return new Choice(
				new Verdict(ranking, verdict.noise(), Optional.of(best), true, trained),
				Optional.ofNullable(models.get(best)));
	}

	/**
	 * Ranks all on all of an image, by the four grids, however long it takes.
	 *
	 * @param image any
	 * @param options how networks are run
	 * @param listener hears of models that failed, may cancel
	 * @return the ranking
	 * @throws FoveaException if nothing could be ranked, or it was cancelled
	 */
	public Verdict rank(final Image image, final PredictionOptions options, final ProgressListener listener)
			throws FoveaException {
		final Scoring scoring = Scoring.of(image, Box.of(image), options, listener);
		return scoring.verdict(scoring.rankOnAll(models), Optional.empty());
	}

	@Override
	public void close() {
		models.values().forEach(LoadedModel::close);
	}
}
