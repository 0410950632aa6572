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
package fovea.segment;

import fovea.base.FoveaException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.image.Region;
import fovea.image.Resizing;
import fovea.infer.LoadedModel;
import fovea.infer.OneChannel;
import fovea.infer.Prediction;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.ResultSize;
import fovea.infer.ResultUse;
import fovea.infer.network.NetworkMemoryException;
import fovea.memory.JavaMemoryException;
import fovea.memory.Remedy;
import fovea.segment.split.ObjectSplitter;
import fovea.segment.split.ShapeSplitter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs a segmentation model over an image and finds the objects. What the model's output means: one channel of
 * integers, or a plane of whole numbers without a channel axis, is a map of classes; one other channel is the
 * probability of the object; two channels are the probabilities of background and object; of more the largest wins.
 * Where the last of these is called {@code border}, objects are their insides, grown into the borders between them.
 * Where the model's description says so, the very last channel is no class, but tells how deep a pixel lies in its
 * object, and objects begin where that is deepest. A color image is one image of the same things, so a model of one
 * channel sees its gray, unless channels are chosen. Channels of any other image show different things, so for a model
 * of one somebody has to choose. Where the model says how large objects should be and those that are found are smaller,
 * the image is enlarged and seen again; where they are larger, it is shrunk. Objects of neighboring slices may be
 * linked in the end. Thread-safe; does not close the model.
 */
public final class Segmenter {

	private final LoadedModel model;
	private final PredictionOptions prediction;
	private final SegmentOptions options;
	private final ObjectSplitter splitter;
	private final Predictor predictor;
	private final Sights sights;

	/**
	 * @param model stays open
	 * @param prediction how to run it; the range of values is never restored, whatever this says
	 * @param options how its output becomes objects
	 */
	public Segmenter(final LoadedModel model, final PredictionOptions prediction, final SegmentOptions options) {
		this(model, prediction, options, new ShapeSplitter());
	}

	/** Touching objects are taken apart by this splitter, where the options and the model's classes ask for it. */
	Segmenter(
			final LoadedModel model,
			final PredictionOptions prediction,
			final SegmentOptions options,
			final ObjectSplitter splitter) {
		this(
				model,
				prediction,
				options,
				splitter,
				new Predictor(model, prediction.withRestoreRange(false)),
				Sights.PASSING);
	}

	/**
	 * @param predictor runs the network, the range of values not restored
	 * @param sights keeps what it says, or not
	 */
	Segmenter(
			final LoadedModel model,
			final PredictionOptions prediction,
			final SegmentOptions options,
			final ObjectSplitter splitter,
			final Predictor predictor,
			final Sights sights) {
		this.model = model;
		this.prediction = prediction.withRestoreRange(false);
		this.options = options;
		this.splitter = splitter;
		this.predictor = predictor;
		this.sights = sights;
	}

	/**
	 * @return whether a model tells where touching objects end: by a class for the border between them, or by how deep
	 *     each pixel lies in its object
	 */
	public static boolean knowsBorders(final LoadedModel model) {
		return model.spec().objectTraits().distance()
				|| Classes.of(model.spec().classes(), model.output()).endWithBorder();
	}

	/**
	 * @param image what to segment; not changed
	 * @param progress hears of progress and warnings, may cancel
	 * @return classes, labels and objects
	 * @throws FoveaException if image and model do not fit, or the run failed or was cancelled
	 */
	public Segmentation segment(final Image image, final ProgressListener progress) throws FoveaException {
		return segment(image, Region.all(image), progress);
	}

	/**
	 * Finds those objects that have more than half of their pixels in a selection. They are the same as in the whole
	 * image: the network sees what is around the selection, statistics are those of the whole image. Of a large image
	 * only a part is computed, the selection and enough around it for its objects to be whole; where it is chosen by
	 * objects, the scale is chosen by those of that part.
	 *
	 * @param image what to segment; not changed
	 * @param region the selection
	 * @param progress hears of progress and warnings, may cancel
	 * @return classes, labels and objects of the selection, as a segmentation of the whole image; probabilities are NaN
	 *     outside of the selection's box
	 * @throws FoveaException if image and model do not fit, or the run failed or was cancelled
	 */
	public Segmentation segment(final Image image, final Region region, final ProgressListener progress)
			throws FoveaException {
		OneChannel.require(model, image, prediction.channels());
		final ProgressListener listener = new WarnOnce(progress);
		final Segmentation found = planes(image, region, listener);
		if (options.linking() == Linking.NONE) return found;
		if (image.size(Image.Z) > 1) return SliceLinks.link(found);
		final int frames = image.size(Image.T);
		final String warning = "link=z: '" + image.name() + "' has one slice"
				+ (frames == 1
						? ": nothing to link through z"
						: " and " + frames + " frames: nothing to link through z; if the frames are slices, "
								+ "swap them (Image > Properties...)");
		listener.warn(warning);
		return found.withWarning(warning);
	}

	/** @return objects of planes */
	private Segmentation planes(final Image image, final Region region, final ProgressListener listener)
			throws FoveaException {
		if (region.isAllOf(image)) return part(image, Box.of(image), listener).found();
		Window window = Window.around(region.box(), image);
		Part part = part(image, window.box(), listener);
		SelectedObjects selected = new SelectedObjects(part.found(), part.box(), region);
		while (!selected.areWhole(image)) {
			window = window.larger();
			part = part(image, window.box(), listener);
			selected = new SelectedObjects(part.found(), part.box(), region);
		}
		return selected.in(image);
	}

	/**
	 * A part of an image.
	 *
	 * @param found in it
	 * @param box where it lies
	 */
	record Part(Segmentation found, Box box) {}

	/** @return at least the part that is wanted: all, where the scale does not go with its edges */
	Part part(final Image whole, final Box box, final ProgressListener listener) throws FoveaException {
		final OptionalDouble chosen = options.scale() == SegmentOptions.AUTO_SCALE
				? OptionalDouble.empty()
				: OptionalDouble.of(options.scale());
		if (chosen.isPresent()) {
			final Box fitting = Window.fits(box, whole, chosen.getAsDouble()) ? box : Box.of(whole);
			return new Part(
					reduction(whole.crop(fitting), chosen.getAsDouble())
							.reduce(predict(whole, fitting, chosen.getAsDouble(), listener), listener),
					fitting);
		}
		final Look look = look(whole, box, listener);
		final double scale = WorkingScale.of(model.spec().objectTraits(), look.found);
		if (!Window.fits(box, whole, scale < 1 ? WorkingScale.LEAST : scale))
			return part(whole, Box.of(whole), listener);
		return new Part(again(whole, box, look, scale, listener), box);
	}

	/** Where the first look tells that the objects are too small or too large for the network. */
	private Segmentation again(
			final Image whole, final Box box, final Look look, final double scale, final ProgressListener listener)
			throws FoveaException {
		final Segmentation first = look.found;
		if (scale == 1) return first;
		if (scale < 1) return shrunk(whole, box, listener);
		if (look.mixes && look.sight.isEmpty()) return tooLarge(first, scale, listener);
		try {
			final Prediction enlarged = sights.see(new Sights.Sight(box, scale, true), () -> {
				final Prediction alone = run(whole, box, scale, listener);
				look.sight.ifPresent(sight ->
						sight.mixInto(alone, model.spec().objectTraits().classChannels(alone.channelsPerRun())));
				return alone;
			});
			return reduction(whole.crop(box), scale).reduce(enlarged, listener);
		} catch (final OutOfMemoryError | FoveaException exc) {
			if (!isOfMemory(exc)) throw exc;
			return tooLarge(first, scale, listener);
		}
	}

	/** Each sight counts alone; the last one in which foreground is still too wide leads to the next. */
	private Segmentation shrunk(final Image whole, final Box box, final ProgressListener listener)
			throws FoveaException {
		final Reduction half = reduction(whole.crop(box), WorkingScale.SHRUNK);
		final Segmentation found = half.reduce(predict(whole, box, WorkingScale.SHRUNK, listener), listener);
		if (!WorkingScale.isLarge(model.spec().objectTraits(), found, WorkingScale.SHRUNK)) return found;
		return reduction(whole.crop(box), WorkingScale.LEAST)
				.reduce(predict(whole, box, WorkingScale.LEAST, listener), listener);
	}

	/**
	 * What was seen of an image as it is.
	 *
	 * @param found in it
	 * @param mixes whether its sight counts where it is seen enlarged
	 * @param sight empty if it does not, or memory does not suffice
	 */
	private record Look(Segmentation found, boolean mixes, Optional<UnscaledBackground> sight) {}

	/** A method of its own, so that the network's output is free before the image is seen again. */
	private Look look(final Image whole, final Box box, final ProgressListener listener) throws FoveaException {
		final Prediction asItIs = predict(whole, box, 1, listener);
		final Reduction reduction = reduction(whole.crop(box), 1);
		final boolean mixes = model.spec().objectTraits().diameter().isPresent() && reduction.isBordered(asItIs);
		final Optional<UnscaledBackground> sight =
				mixes ? sight(asItIs) : Optional.empty(); // before the reduction uses it up
		return new Look(reduction.reduce(asItIs, listener), mixes, sight);
	}

	/** @return empty where memory does not suffice; much less does it then for the enlarged image */
	private static Optional<UnscaledBackground> sight(final Prediction prediction) {
		try {
			return Optional.of(UnscaledBackground.of(prediction));
		} catch (final OutOfMemoryError e) {
			return Optional.empty();
		}
	}

	private Segmentation tooLarge(final Segmentation first, final double scale, final ProgressListener listener) {
		final String warning = String.format(
				Locale.ROOT,
				"The objects in '%s' are small for model '%s', and memory does not "
						+ "suffice to enlarge it %.1f times: some may be missed (%s, or segment a part)",
				first.source().name(),
				model.spec().name(),
				scale,
				Remedy.more());
		listener.warn(warning);
		return first.withWarning(warning);
	}

	/** Those who allocate say what there was no memory for, and keep the error as the cause. */
	static boolean isOfMemory(final Throwable failure) {
		for (Throwable t = failure; t != null; t = t.getCause()) if (t instanceof NetworkMemoryException) return true;
		return JavaMemoryException.isCauseOf(failure);
	}

	private Prediction predict(final Image image, final Box box, final double scale, final ProgressListener listener)
			throws FoveaException {
		return sights.see(new Sights.Sight(box, scale, false), () -> run(image, box, scale, listener));
	}

	private Prediction run(final Image image, final Box box, final double scale, final ProgressListener listener)
			throws FoveaException {
		final Image seen = prediction.channels().numbers().isEmpty() ? image.asSeenBy(model.channels()) : image;
		final Image given = scale == 1
				? seen
				: Resizing.resize(
						seen,
						WorkingScale.length(seen.size(Image.X), scale),
						WorkingScale.length(seen.size(Image.Y), scale));
		final ResultUse use =
				new ResultUse(PixelFormat.FLOAT32, output -> memory(output).bytes(seen.crop(box), output));
		return predictor.predict(given, box.isAllOf(image) ? use : use.in(box.scaled(scale, scale)), listener);
	}

	private ReductionMemory memory(final ResultSize output) {
		final boolean bordered = reduction(null, 1).isBordered(output.channelsPerRun());
		return new ReductionMemory(
				bordered || options.splitting() == Splitting.ALWAYS,
				model.spec().objectTraits(),
				options.keepProbabilities(),
				bordered
						&& options.scale() == SegmentOptions.AUTO_SCALE
						&& model.spec().objectTraits().diameter().isPresent());
	}

	private Reduction reduction(final Image image, final double scale) {
		return new Reduction(
				image,
				model.output(),
				Classes.of(model.spec().classes(), model.output()),
				model.spec().objectTraits(),
				prediction.channels().numbers(),
				options.withScale(scale),
				splitter,
				sights);
	}
}
