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
package fovea.infer;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.AxisMapping;
import fovea.image.AxisMapping.Run;
import fovea.image.Box;
import fovea.image.ChannelValues;
import fovea.image.Image;
import fovea.image.ImageNoise;
import fovea.image.Normalizer;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.tile.Tile;
import fovea.model.Processing;
import fovea.noise.NoiseFit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Runs a model over images of any size, tile by tile. A tile that memory does not suffice for is halved, and so are
 * those to come; what is finished is kept. Thread-safe; does not close the model.
 */
public final class Predictor {

	private final LoadedModel model;
	private final PredictionOptions options;
	private final Optional<Image> stack;
	private final Optional<Orientation> only;

	/** By the index of the run; empty: those of the image. */
	private final List<ChannelValues> known;

	/** Of the stack, by the index of the run. */
	private final Map<Integer, FittedRange> ranges = new ConcurrentHashMap<>();

	/**
	 * @param model stays open
	 * @param options how to run it
	 */
	public Predictor(final LoadedModel model, final PredictionOptions options) {
		this(model, options, Optional.empty(), Optional.empty(), List.of());
	}

	private Predictor(
			final LoadedModel model,
			final PredictionOptions options,
			final Optional<Image> stack,
			final Optional<Orientation> only,
			final List<ChannelValues> known) {
		this.known = List.copyOf(known);
		this.model = model;
		this.options = options;
		this.stack = stack;
		this.only = only;
	}

	/**
	 * @param image that those to come are planes of, of the same channels
	 * @return the same, that takes statistics of the whole image from this one, once, so that planes are normalized as
	 *     if all were run
	 */
	public Predictor within(final Image image) {
		return new Predictor(model, options, Optional.of(image), only, known);
	}

	/**
	 * @param values that statistics are taken from, whatever the images to come have and their scope is: for each run
	 *     over the image's channels those of the channels that go in together
	 * @return the same, for images that are parts of one whose values are known
	 */
	public Predictor knowing(final List<ChannelValues> values) {
		return new Predictor(model, options, stack, only, values);
	}

	/**
	 * @param image of which the rest of the axes count, too
	 * @return the channels that go in together, for each run over the image's channels: each with all axes but that of
	 *     channels
	 * @throws FoveaException if image and model do not fit
	 */
	public List<List<RandomAccessibleInterval<? extends RealType<?>>>> channels(final Image image)
			throws FoveaException {
		final AxisMapping mapping = mapping(image);
		final List<List<RandomAccessibleInterval<? extends RealType<?>>>> groups = new ArrayList<>();
		for (final Run run : mapping.runs().subList(0, mapping.groups())) groups.add(mapping.wholePixels(run));
		return groups;
	}

	/**
	 * A tile along x and y.
	 *
	 * @param core what is kept of it; cores cover the image without overlap
	 * @param sight what the network is shown, as far as it is of the image; further out there is what is mirrored
	 */
	public record TileBox(Box core, Box sight) {}

	/**
	 * @param image that will be run in parts, each by {@link ResultUse#in} of one of these cores
	 * @return its tiles, in raster order
	 * @throws FoveaException if image and model do not fit
	 */
	public List<TileBox> tiles(final Image image) throws FoveaException {
		final AxisMapping mapping = mapping(image);
		final Set<TileBox> boxes = new LinkedHashSet<>();
		for (final Tile tile : Planner.of(model, geometry(mapping), mapping.lengths(), options)
				.plan()
				.tiles()) boxes.add(new TileBox(core(tile), sight(tile, image)));
		return List.copyOf(boxes);
	}

	private static Box core(final Tile tile) {
		return new Box(
				Math.toIntExact(tile.origin()[0]), Math.toIntExact(tile.origin()[1]), tile.core()[0], tile.core()[1]);
	}

	private static Box sight(final Tile tile, final Image image) {
		final long[] from = tile.paddedOrigin();
		final int left = (int) Math.max(0, from[0]);
		final int top = (int) Math.max(0, from[1]);
		return new Box(
				left,
				top,
				(int) Math.min(image.size(Image.X), from[0] + tile.padded()[0]) - left,
				(int) Math.min(image.size(Image.Y), from[1] + tile.padded()[1]) - top);
	}

	private AxisMapping mapping(final Image image) throws FoveaException {
		final AxisMapping mapping = AxisMapping.of(
				model.spec().name(),
				model.input(),
				model.inputPort().layout(),
				image,
				options.channels().numbers());
		model.requireSize(image.name(), mapping.lengths());
		return mapping;
	}

	private TileGeometry geometry(final AxisMapping mapping) throws FoveaException {
		final TileGeometry measured =
				model.geometry(mapping.runs().get(0).channels().size());
		return options.areExchanged() ? measured.withEqualHalo() : measured;
	}

	/**
	 * @param orientation one of those of the options
	 * @return the same, whose network sees each tile in this one alone; the tiles are those of all
	 */
	Predictor only(final Orientation orientation) {
		return new Predictor(model, options, stack, Optional.of(orientation), known);
	}

	/** As {@link #predict(Image, ResultUse, ProgressListener)}, for values as they are. */
	public Prediction predict(final Image image, final ProgressListener listener) throws FoveaException {
		return predict(image, ResultUse.FLOAT, listener);
	}

	/**
	 * Of a part of an image the output is a part of that of the whole: the network sees what is around it, statistics
	 * are those of the whole image, and the same tiles are run, but only those that are needed.
	 *
	 * @param image what to run the model on; not changed
	 * @param use what becomes of the output
	 * @param listener hears of progress and warnings, may cancel
	 * @return the output, with the size of the image, or of the part that is used, times the model's scale
	 * @throws FoveaException if image and model do not fit, or the run failed or was cancelled; a
	 *     {@link fovea.memory.JavaMemoryException} before the first tile, if memory will not suffice
	 */
	public Prediction predict(final Image image, final ResultUse use, final ProgressListener listener)
			throws FoveaException {
		final AxisMapping mapping = mapping(image);
		final int channels = mapping.runs().get(0).channels().size();
		final TileGeometry geometry = geometry(mapping);
		final Planner planner = RunMemory.of(model, mapping, geometry, use, options)
				.plan(limited -> needed(use, Planner.of(model, geometry, mapping.lengths(), limited)));
		final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());
		if (planner.partial())
			warnings.add("Model '" + model.spec().name()
					+ "' sees the whole image at once; in tiles its result differs from that of one piece "
					+ "(raise tilesize or memory)");

		final LoadedModel runs =
				options.orientations() == 1 ? model : model.with(oriented(planner), planner.geometry());
		final TileQueue queue = new TileQueue(planner, mapping.runs().size(), listener);
		final ResultBuilder result = new ResultBuilder(
				mapping, planner.geometry(), use, model.output().processing());
		if (model.outputPort().layout().channels().isPresent())
			result.prepare(model.outputPort().layout().channels().getAsInt());
		final Map<Object, FittedRange> fitted = new HashMap<>();
		for (final Run run : mapping.runs()) {
			final Object key = options.scope() == PredictionOptions.Scope.IMAGE ? run.index() : run;
			if (!fitted.containsKey(key))
				fitted.put(key, fit(mapping, run, warnings, fitted.isEmpty() ? listener : ProgressListener.NONE));
			final FittedRange numbers = fitted.get(key);
			queue.forEach(() -> {
				final TileReader reader = new TileReader(mapping.pixels(run), numbers.before());
				final TileRunner runner = new TileRunner(runs, planner.geometry(), channels);
				return tile -> {
					result.write(run, runner.run(tile, reader, numbers.after()));
					if (!reader.notANumber().isEmpty())
						warnings.add("Image '" + image.name() + "' has pixels that are not a number (NaN) or infinite; "
								+ (options.restoreRange() ? "they are NaN in the result" : "they are in no object"));
				};
			});
		}
		result.finish(options.scope());
		warnings.forEach(listener::warn);
		return new Prediction(result.image(), result.channelsPerRun(), new ArrayList<>(warnings));
	}

	private OrientedNetwork oriented(final Planner planner) throws ModelException {
		return only.isPresent()
				? OrientedNetwork.only(only.get(), model, planner, options)
				: OrientedNetwork.of(model, planner, options);
	}

	/** A step that takes statistics of the output needs all of it. */
	private Planner needed(final ResultUse use, final Planner whole) {
		final List<Processing> after = model.output().processing();
		return use.part().isEmpty() || Normalizer.pointwisePrefix(after) < after.size()
				? whole
				: whole.touching(use.part().get());
	}

	private FittedRange fit(
			final AxisMapping mapping, final Run run, final Set<String> warnings, final ProgressListener listener)
			throws FoveaException {
		if (stack.isEmpty() || options.scope() != PredictionOptions.Scope.IMAGE)
			return fitTo(mapping, run, warnings, listener);
		final FittedRange known = ranges.get(run.index());
		if (known != null) return known;
		final AxisMapping all = AxisMapping.of(
				model.spec().name(),
				model.input(),
				model.inputPort().layout(),
				stack.get(),
				options.channels().numbers());
		final FittedRange range = fitTo(all, run, warnings, listener);
		ranges.put(run.index(), range);
		return range;
	}

	private FittedRange fitTo(
			final AxisMapping mapping, final Run run, final Set<String> warnings, final ProgressListener listener)
			throws ModelException {
		final var pixels =
				options.scope() == PredictionOptions.Scope.IMAGE ? mapping.wholePixels(run) : mapping.pixels(run);
		final ChannelValues values = known.isEmpty() ? ChannelValues.of(pixels) : known.get(run.index());
		final int given = run.channels().size();
		final boolean corresponds =
				given == 1 || model.outputPort().layout().channels().orElse(0) == given;
		final boolean restores = options.restoreRange() && corresponds;
		final List<Optional<NoiseFit>> noise =
				options.stabilized() && model.spec().evenNoise() && restores ? ImageNoise.of(pixels) : List.of();
		final FittedRange range = FittedRange.fit(
				model.input().processing(),
				model.output().processing(),
				values,
				restores,
				noise.stream().map(fit -> fit.flatMap(NoiseFit::photons)).toList());
		if (range.restored())
			noise.stream()
					.flatMap(Optional::stream)
					.filter(fit -> fit.photons().isPresent())
					.findFirst()
					.ifPresent(fit -> listener.tell("'" + mapping.image().name()
							+ "': noise of photons is stabilized before the model and restored after it: " + fit));
		IntegerInput.of(model).require(mapping.image().name(), values, range.before());
		if (options.restoreRange() && !range.own() && !range.restored())
			warnings.add("The range of '" + mapping.image().name() + "' cannot be restored from model '"
					+ model.spec().name() + "': the result has the network's own values");
		return range;
	}
}
