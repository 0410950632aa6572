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
import fovea.base.ModelException;
import fovea.image.Box;
import fovea.image.ChannelValues;
import fovea.image.Image;
import fovea.image.LazyImage;
import fovea.image.PixelFormat;
import fovea.image.Resizing;
import fovea.infer.LoadedModel;
import fovea.infer.OneChannel;
import fovea.infer.Prediction;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.ResultUse;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import fovea.segment.plane.ConnectedComponents;
import fovea.segment.split.ObjectSplitter;
import fovea.segment.split.PartSplitter;
import fovea.segment.split.ShapeSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The steps of a {@link Segmenter}, each of which can be done for a part of a plane: for images that do not fit into
 * memory. What comes out is the same, pixel by pixel: the network runs over the tiles of the whole image, and an object
 * is told apart where all that touches it is in sight.
 *
 * <ol>
 *   <li>{@link #scaled}: the image as the network sees it; its values are counted ({@link Predictor#channels}).
 *   <li>{@link #decide}: each tile becomes {@link Decided} pixels.
 *   <li>{@link #highest}: of models that know borders, for each part of a plane; the most of these is the plane's.
 *   <li>{@link #find}: objects of a part.
 *   <li>{@link #scaleAfter}: whether to do it again at another scale, by the objects that were found.
 * </ol>
 *
 * Thread-safe; does not close the model.
 */
public final class PartialSegmenter {

	/** Pixels beyond a part that its own pixels may need where the scale is not 1. */
	private static final int BESIDE = 2;

	/** Edge of what is computed at once of a rescaled image. */
	private static final int CELL = 512;

	private static final int KEPT = 128;

	private final LoadedModel model;
	private final PredictionOptions prediction;
	private final SegmentOptions options;
	private final Predictor predictor;

	/**
	 * @param model stays open
	 * @param prediction how to run it; the range of values is never restored, whatever this says
	 * @param options how its output becomes objects; probabilities are not kept, slices not linked, whatever these say
	 * @throws ModelException if the model gives what can be told only of whole images
	 */
	public PartialSegmenter(final LoadedModel model, final PredictionOptions prediction, final SegmentOptions options)
			throws ModelException {
		this.model = model;
		this.prediction = prediction.withRestoreRange(false);
		this.options = options.withProbabilities(false).withLinking(Linking.NONE);
		this.predictor = new Predictor(model, this.prediction);
	}

	/** @return the scale of the first look at an image */
	public double firstScale() {
		return options.scale() == SegmentOptions.AUTO_SCALE ? 1 : options.scale();
	}

	/** @return whether another scale may follow on the first look */
	public boolean choosesScale() {
		return options.scale() == SegmentOptions.AUTO_SCALE
				&& (model.spec().objectTraits().diameter().isPresent()
						|| model.spec().objectTraits().maxDiameter().isPresent());
	}

	/**
	 * @param image all of it, or of some planes
	 * @param scale at which the network is to see it
	 * @return what the network is given, computed where it is looked at
	 * @throws FoveaException if image and model do not fit
	 */
	public Image scaled(final Image image, final double scale) throws FoveaException {
		OneChannel.require(model, image, prediction.channels());
		final Image seen = prediction.channels().numbers().isEmpty() ? image.asSeenBy(model.channels()) : image;
		return scale == 1
				? seen
				: LazyImage.resized(
						seen,
						WorkingScale.length(seen.size(Image.X), scale),
						WorkingScale.length(seen.size(Image.Y), scale),
						CELL,
						KEPT);
	}

	/** @return runs the network; gives tiles and channels of what {@link #scaled} returns */
	public Predictor predictor() {
		return predictor;
	}

	/**
	 * Pixels as the network sees them, decided. What it is of, those who keep it know.
	 *
	 * @param meaning of the output, the same for all parts of an image
	 * @param channels of the output
	 * @param maxClass largest index of a class
	 * @param classes index of the class of each pixel, row by row
	 * @param probability of it; empty for a map of classes
	 * @param background probability that the network gave it; empty where nobody will ask
	 * @param depths how deep it lies in its object, 0 in none; empty where the model does not say
	 * @param warnings lines that the user should see
	 */
	public record Decided(
			String meaning,
			int channels,
			int maxClass,
			byte[] classes,
			Optional<float[]> probability,
			Optional<float[]> background,
			Optional<float[]> depths,
			List<String> warnings) {

		/** Copies the list, not the arrays. */
		public Decided {
			warnings = List.copyOf(warnings);
		}

		private ClassDecision decision() {
			return ClassDecision.valueOf(meaning);
		}
	}

	/** @return whether an image that is seen enlarged is taken together with how it is seen as it is */
	private boolean mixes(final Reduction reduction, final Prediction output, final double scale) {
		return choosesScale()
				&& scale >= 1
				&& model.spec().objectTraits().diameter().isPresent()
				&& reduction.isBordered(output);
	}

	/** Gives a plane, or the part of one that the network saw as it is, of the first look. */
	public interface Backgrounds {

		/** @return the probability of background, C is the runs over the image's channels, in the image's pixels */
		Image get() throws FoveaException;
	}

	/**
	 * @param scaled one slice and frame of what {@link #scaled} returns
	 * @param scale of it
	 * @param tile core of one of {@link Predictor#tiles}
	 * @param values of the whole image, of each run over its channels
	 * @param firstLook where the scale was chosen to be larger than 1; not asked otherwise
	 * @param listener hears of progress, may cancel
	 * @return the tile's pixels, for each run over the image's channels
	 * @throws FoveaException if image and model do not fit, or the run failed or was cancelled
	 */
	public List<Decided> decide(
			final Image scaled,
			final double scale,
			final Box tile,
			final List<ChannelValues> values,
			final Backgrounds firstLook,
			final ProgressListener listener)
			throws FoveaException {
		final Prediction output = predictor
				.knowing(values)
				.predict(scaled, new ResultUse(PixelFormat.FLOAT32, size -> 0).in(tile), listener);
		final Reduction reduction = reduction(scaled.crop(tile), scale);
		final int runs = output.image().size(Image.C) / output.channelsPerRun();
		final boolean mixes = mixes(reduction, output, scale);
		if (mixes && scale > 1) {
			final Image before = firstLook.get();
			UnscaledBackground.mix(
					output,
					runs,
					model.spec().objectTraits().classChannels(output.channelsPerRun()),
					(run, z, t) -> Resizing.plane(before, run, z, t, scaled.size(Image.X), scaled.size(Image.Y), tile));
		}
		final ClassDecision decision = partDecision(reduction, output);
		final List<Decided> decided = new ArrayList<>();
		for (int run = 0; run < runs; run++) {
			final byte[] classes = new byte[tile.width() * tile.height()];
			final Optional<float[]> probability =
					decision == ClassDecision.CLASS_MAP ? Optional.empty() : Optional.of(new float[classes.length]);
			final PixelClassifier classifier = new PixelClassifier(
					output, decision, options.threshold(), model.spec().objectTraits());
			classifier.classify(run, 0, 0, classes, probability.orElse(null));
			final List<String> warnings = new ArrayList<>(output.warnings());
			warnings.addAll(classifier.warnings());
			decided.add(new Decided(
					decision.name(),
					output.channelsPerRun(),
					classifier.maxClass(),
					classes,
					probability,
					mixes && scale == 1 ? Optional.of(background(output, run, classes.length)) : Optional.empty(),
					depths(classifier, classes),
					warnings));
		}
		return decided;
	}

	/** Of pixels that are in no object nobody asks. */
	private static Optional<float[]> depths(final PixelClassifier classifier, final byte[] classes) {
		final float[] depths = classifier.depths();
		if (depths != null) for (int p = 0; p < classes.length; p++) if (classes[p] == 0) depths[p] = 0;
		return Optional.ofNullable(depths);
	}

	/** Whether a single channel of whole numbers has classes or probabilities shows in the whole image only. */
	private ClassDecision partDecision(final Reduction reduction, final Prediction output) throws ModelException {
		final ClassDecision decision = reduction.decision(output);
		if (decision != ClassDecision.CLASS_MAP || model.output().type().isInteger()) return decision;
		throw new ModelException("Model '" + model.spec().name()
				+ "' gives whole numbers as 32-bit float: in parts nobody can tell whether they are classes or "
				+ "probabilities; segment the image as one piece, or export the model with an integer output");
	}

	private static float[] background(final Prediction output, final int run, final int pixels) {
		final float[] background = new float[pixels];
		new fovea.image.PlaneReader(output.image())
				.read(run * output.channelsPerRun(), 0, 0, 0, output.image().size(Image.Y), background);
		return background;
	}

	private Reduction reduction(final Image image, final double scale) {
		return reduction(image, scale, new ShapeSplitter());
	}

	private Reduction reduction(final Image image, final double scale, final ObjectSplitter splitter) {
		return new Reduction(
				image,
				model.output(),
				Classes.of(model.spec().classes(), model.output()),
				model.spec().objectTraits(),
				prediction.channels().numbers(),
				options.withScale(scale),
				splitter);
	}

	/**
	 * A part of a plane of an image, and what is around it.
	 *
	 * @param image of all planes
	 * @param core whose pixels are wanted
	 * @param window around it, where objects of the core are to be whole
	 * @param scale at which the network saw the image
	 */
	public record Part(Image image, Box core, Box window, double scale) {

		/** @return of the window the pixels that the network saw, as a box of the scaled plane */
		public Box seen() {
			return beside(window);
		}

		private Box beside(final Box box) {
			if (scale == 1) return box;
			final double x = (double) width() / image.size(Image.X);
			final double y = (double) height() / image.size(Image.Y);
			final int left = Math.max(0, (int) Math.floor(box.x() * x) - BESIDE);
			final int top = Math.max(0, (int) Math.floor(box.y() * y) - BESIDE);
			final int right = Math.min(width(), (int) Math.ceil(box.endX() * x) + BESIDE);
			final int bottom = Math.min(height(), (int) Math.ceil(box.endY() * y) + BESIDE);
			return new Box(left, top, right - left, bottom - top);
		}

		private int width() {
			return WorkingScale.length(image.size(Image.X), scale);
		}

		private int height() {
			return WorkingScale.length(image.size(Image.Y), scale);
		}
	}

	/** What is connected in a part, and of that what belongs to the core. */
	private record Together(int[] components, boolean[] own, boolean isWhole) {

		boolean isOwn(final int pixel) {
			return own[components[pixel]];
		}
	}

	private Together together(final Part part, final Decided seen) {
		final Box box = part.seen();
		final int[] components = new int[seen.classes.length];
		final int count = isSplit(seen) || isDeep() || isJoined(seen)
				? ConnectedComponents.labelMask(seen.classes, box.width(), components)
				: ConnectedComponents.label(seen.classes, box.width(), components);
		final int margin = isSplit(seen) ? PartSplitter.MARGIN : 1;
		final int left = box.x() == 0 ? 0 : margin;
		final int top = box.y() == 0 ? 0 : margin;
		final int right = box.width() - (box.endX() == part.width() ? 0 : margin);
		final int bottom = box.height() - (box.endY() == part.height() ? 0 : margin);
		final Box core = part.beside(part.core);
		final boolean[] own = new boolean[count + 1];
		final boolean[] cut = new boolean[count + 1];
		for (int y = 0, p = 0; y < box.height(); y++)
			for (int x = 0; x < box.width(); x++, p++) {
				if (components[p] == 0) continue;
				if (core.contains(box.x() + x, box.y() + y)) own[components[p]] = true;
				if (x < left || y < top || x >= right || y >= bottom) cut[components[p]] = true;
			}
		boolean whole = true;
		for (int i = 1; i <= count; i++) whole &= !(own[i] && cut[i]);
		return new Together(components, own, whole);
	}

	/**
	 * @param seen any pixels of the image
	 * @return whether touching objects are taken apart by their shapes, for which {@link #highest} is needed
	 */
	public boolean isSplit(final Decided seen) {
		if (isDeep()) return false;
		return options.splitting() == Splitting.ALWAYS
				|| options.splitting() == Splitting.AUTO && border(seen) != Labeling.NO_BORDER;
	}

	/** Whether they are taken apart by what the network says of their depths. */
	private boolean isDeep() {
		return model.spec().objectTraits().distance() && options.splitting() != Splitting.NEVER;
	}

	private boolean isJoined(final Decided seen) {
		return options.splitting() == Splitting.NEVER && border(seen) != Labeling.NO_BORDER;
	}

	private int border(final Decided seen) {
		return reduction(null, 1).border(seen.decision(), seen.channels);
	}

	/**
	 * @param part of a plane
	 * @param seen what the network said of the pixels of {@link Part#seen}
	 * @return the highest height of what belongs to the core; 0 where nobody will ask; empty if not all of it is in the
	 *     window
	 */
	public Optional<Float> highest(final Part part, final Decided seen) {
		if (!isSplit(seen)) return Optional.of(0f);
		final Together together = together(part, seen);
		if (!together.isWhole) return Optional.empty();
		return Optional.of(PartSplitter.highest(
				seen.classes,
				Labeling.interior(seen.classes, border(seen)),
				part.seen().width(),
				together::isOwn));
	}

	/**
	 * What was found in a part.
	 *
	 * @param segmentation of the window as if it were an image: one plane, with those objects that have pixels in the
	 *     core; labels count from 1
	 * @param part that it is of
	 */
	public record Found(Segmentation segmentation, Part part) {}

	/**
	 * @param part of a plane
	 * @param run of the network over the image's channels
	 * @param runs how many there are
	 * @param z 0-based slice, for the objects
	 * @param t 0-based frame, for the objects
	 * @param seen what the network said of the pixels of {@link Part#seen}
	 * @param highest of the whole plane
	 * @return the objects of the core, each of them whole; empty if not all of what touches them is in the window
	 * @throws FoveaException if memory does not suffice
	 */
	public Optional<Found> find(
			final Part part,
			final int run,
			final int runs,
			final int z,
			final int t,
			final Decided seen,
			final float highest)
			throws FoveaException {
		final Together together = together(part, seen);
		if (!together.isWhole) return Optional.empty();
		final Image window = part.image.at(z, t).crop(part.window);
		final Reduction reduction = reduction(window, part.scale, new PartSplitter(together::isOwn, highest));
		final Labeling all = reduction.labeling(seen.decision(), seen.channels, () -> seen.depths.orElseThrow());
		final Labeling own = (classes, width, labels) -> {
			if (!isSplit(seen)) for (int p = 0; p < classes.length; p++) if (!together.isOwn(p)) classes[p] = 0;
			return all.label(classes, width, labels);
		};
		final Planes planes = planes(part, seen, own);
		final ObjectFinder finder = new ObjectFinder(
				part.window.width(),
				options.minSize(model.spec().objectTraits()),
				options.confidence(seen.decision() == ClassDecision.BORDERED),
				own);
		finder.measure(
				reduction.channelOf(run, runs), 0, 0, planes.found, planes.classes, planes.probability, planes.labels);
		final List<ClassSpec> named = reduction.named(seen.decision(), seen.channels, seen.maxClass);
		final long[] size = {part.window.width(), part.window.height(), 1, 1, 1};
		return Optional.of(new Found(
				new Segmentation(
						window,
						reduction.ofObjects(seen.decision(), seen.channels, named),
						bytes(planes.classes, size),
						ints(planes.labels, size),
						finder.objects(),
						Optional.empty(),
						named,
						reduction.isPerChannel(runs),
						part.scale,
						List.of()),
				part));
	}

	/** Of the window, in the image's pixels. */
	private record Planes(byte[] classes, float[] probability, int[] labels, int found) {}

	private Planes planes(final Part part, final Decided seen, final Labeling labeling) throws FoveaException {
		final Box box = part.seen();
		if (part.scale == 1) {
			final byte[] classes = seen.classes.clone();
			final int[] labels = new int[classes.length];
			final int found = labeling.label(classes, box.width(), labels);
			return new Planes(classes, seen.probability.orElse(null), labels, found);
		}
		final int pixels = part.window.width() * part.window.height();
		final Rescaling rescaling = Rescaling.of(
				new Rescaling.Axis(
						part.width(),
						part.image.size(Image.X),
						box.x(),
						box.width(),
						part.window.x(),
						part.window.width()),
				new Rescaling.Axis(
						part.height(),
						part.image.size(Image.Y),
						box.y(),
						box.height(),
						part.window.y(),
						part.window.height()),
				options.threshold());
		final Rescaling.Target target = new Rescaling.Target(
				new byte[pixels], seen.probability.isPresent() ? new float[pixels] : null, new int[pixels]);
		final int found = rescaling.reduce(
				new Known(seen),
				0,
				0,
				0,
				seen.probability.isPresent() ? new float[seen.classes.length] : null,
				labeling,
				target);
		return new Planes(target.classes(), target.probability(), target.labels(), found);
	}

	/** Pixels that are decided already. */
	private record Known(Decided seen) implements PlaneClassifier {

		@Override
		public void classify(final int run, final int z, final int t, final byte[] classes, final float[] probability) {
			System.arraycopy(seen.classes, 0, classes, 0, classes.length);
			if (probability != null)
				System.arraycopy(seen.probability.orElseThrow(), 0, probability, 0, probability.length);
		}

		@Override
		public boolean tellsForeground() {
			return seen.decision() == ClassDecision.SINGLE
					|| seen.decision() == ClassDecision.PAIR
					|| seen.decision() == ClassDecision.BORDERED;
		}

		@Override
		public float[] depths() {
			return seen.depths.orElse(null);
		}

		@Override
		public int maxClass() {
			return seen.maxClass;
		}

		@Override
		public List<String> warnings() {
			return seen.warnings;
		}
	}

	private static PlanarImg<UnsignedByteType, ByteArray> bytes(final byte[] plane, final long... size) {
		final PlanarImg<UnsignedByteType, ByteArray> img = PlanarImgs.unsignedBytes(size);
		System.arraycopy(plane, 0, img.getPlane(0).getCurrentStorageArray(), 0, plane.length);
		return img;
	}

	private static PlanarImg<IntType, IntArray> ints(final int[] plane, final long... size) {
		final PlanarImg<IntType, IntArray> img = PlanarImgs.ints(size);
		System.arraycopy(plane, 0, img.getPlane(0).getCurrentStorageArray(), 0, plane.length);
		return img;
	}

	/**
	 * How wide the foreground of some planes is.
	 *
	 * @param sum of distances to the outside
	 * @param count of pixels
	 */
	public record Width(double sum, long count) {

		/** Of no plane. */
		public static final Width NONE = new Width(0, 0);

		/**
		 * @param image that the planes are of
		 * @return every so-manieth row and column of a plane is looked at
		 */
		public static int step(final Image image) {
			return ForegroundWidth.step(image.size(Image.X), image.size(Image.Y));
		}

		/**
		 * @param foreground every {@link #step}-th row and column of a plane, from the first on, row by row
		 * @param width how many columns these are
		 * @return of this plane
		 */
		public static Width of(final boolean[] foreground, final int width) {
			final ForegroundWidth.Sum sum = ForegroundWidth.of(foreground, width);
			return new Width(sum.sum(), sum.count());
		}

		/** @return of these planes together */
		public Width plus(final Width other) {
			return new Width(sum + other.sum, count + other.count);
		}
	}

	/** Says how wide the foreground is. */
	public interface Widths {

		/** @return of all planes */
		Width get() throws FoveaException;
	}

	/**
	 * @param image all of it
	 * @param scale that the network saw the image at
	 * @param sizes how many objects of so many pixels were found
	 * @param widths asked where it counts
	 * @return the scale to see it at instead; empty if what was found stays
	 * @throws FoveaException from whoever is asked
	 */
	public OptionalDouble scaleAfter(
			final Image image, final double scale, final SortedMap<Long, Long> sizes, final Widths widths)
			throws FoveaException {
		if (!choosesScale() || scale == WorkingScale.ENLARGED || scale == WorkingScale.LEAST || sizes.isEmpty())
			return OptionalDouble.empty();
		final ObjectTraits traits = model.spec().objectTraits();
		if (scale == 1 && WorkingScale.isSmall(traits.diameter(), sizes))
			return OptionalDouble.of(WorkingScale.ENLARGED);
		if (traits.maxDiameter().isEmpty()) return OptionalDouble.empty();
		final Width width = widths.get();
		final double diameter = new ForegroundWidth.Sum(width.sum, width.count).diameter(Width.step(image));
		if (!WorkingScale.isLarge(traits, () -> diameter, scale)) return OptionalDouble.empty();
		return OptionalDouble.of(scale == 1 ? WorkingScale.SHRUNK : WorkingScale.LEAST);
	}
}
