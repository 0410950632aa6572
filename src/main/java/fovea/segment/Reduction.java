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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.image.Image;
import fovea.image.Resizing;
import fovea.infer.Prediction;
import fovea.infer.ProgressListener;
import fovea.infer.network.InferenceException;
import fovea.io.DataType;
import fovea.memory.Remedy;
import fovea.model.AxisType;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import fovea.model.TensorSpec;
import fovea.segment.split.ObjectSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * From a network's output to a segmentation, one plane at a time. The output is used up: unless it is to be kept as
 * probabilities, the decided class's probabilities are written over it.
 *
 * @param image what was segmented; the network may have seen it with more or fewer pixels
 * @param output description of the output
 * @param classes how they are called
 * @param traits what the model says of its objects
 * @param channels 1-based channels of the image that the model was given; empty: all
 * @param options how the output becomes objects; their scale is that which the network saw the image at
 * @param splitter takes touching objects apart, where the options and the classes ask for it
 * @param sights knows what can be kept for the next time
 */
record Reduction(
		Image image,
		TensorSpec output,
		Classes classes,
		ObjectTraits traits,
		List<Integer> channels,
		SegmentOptions options,
		ObjectSplitter splitter,
		Sights sights) {

	/** Class indices are bytes. */
	private static final int MAX_CLASSES = 256;

	/** Of an output that is not kept. */
	Reduction(
			final Image image,
			final TensorSpec output,
			final Classes classes,
			final ObjectTraits traits,
			final List<Integer> channels,
			final SegmentOptions options,
			final ObjectSplitter splitter) {
		this(image, output, classes, traits, channels, options, splitter, Sights.PASSING);
	}

	/**
	 * @param prediction the network's output
	 * @param listener hears of warnings, may cancel
	 * @return classes, labels and objects
	 * @throws FoveaException if the output is no segmentation of the image, or on cancel
	 */
	Segmentation reduce(final Prediction prediction, final ProgressListener listener) throws FoveaException {
		check(prediction);
		final ClassDecision decision = decision(prediction);
		final int runs = prediction.image().size(Image.C) / prediction.channelsPerRun();
		final long[] size = image.pixels().dimensionsAsLongArray();
		size[Image.C] = runs;
		final PlanarImg<UnsignedByteType, ByteArray> classMap;
		final PlanarImg<IntType, IntArray> labels;
		final ProbabilityPlanes planes;
		final Optional<Image> probabilities;
		try {
			classMap = PlanarImgs.unsignedBytes(size);
			labels = PlanarImgs.ints(size);
			probabilities = options.keepProbabilities()
					? Probabilities.of(prediction, decision, traits.classChannels(prediction.channelsPerRun()))
					: Optional.empty();
			planes = ProbabilityPlanes.of(
					prediction, decision, sights.areKept() ? Optional.of(prediction.image()) : probabilities);
		} catch (final OutOfMemoryError e) {
			throw new ImageException(
					Remedy.ranOut("the segmentation of '" + image.name() + "' (" + image.dimensions() + ")")
							+ ", or segment a part",
					e);
		}
		final PlaneClassifier classifier = sights.classifier(prediction, decision, options.threshold(), traits);
		final Labeling labeling = labeling(decision, prediction.channelsPerRun(), classifier::depths);
		final ObjectFinder finder = new ObjectFinder(
				image.size(Image.X),
				options.minSize(traits),
				options.confidence(decision == ClassDecision.BORDERED),
				labeling);
		final Rescaling rescaled = isRescaled(prediction)
				? Rescaling.of(
						new Rescaling.Axis(prediction.image().size(Image.X), image.size(Image.X)),
						new Rescaling.Axis(prediction.image().size(Image.Y), image.size(Image.Y)),
						options.threshold())
				: null;
		int plane = 0;
		for (int t = 0; t < image.size(Image.T); t++)
			for (int z = 0; z < image.size(Image.Z); z++)
				for (int run = 0; run < runs; run++, plane++) {
					if (listener.isCancelled()) throw new CancelledException();
					final byte[] classPlane = classMap.getPlane(plane).getCurrentStorageArray();
					final float[] probability = planes.get(run, z, t);
					final int[] labelPlane = labels.getPlane(plane).getCurrentStorageArray();
					final Place place = new Place(run, z, t);
					final Rescaling.Target target = new Rescaling.Target(
							classPlane,
							rescaled == null || probability == null ? probability : new float[classPlane.length],
							labelPlane);
					final int found = sights.labels(
							new Sights.Decided(prediction.image(), place, options.threshold(), options.splitting()),
							target,
							() -> label(classifier, place, rescaled, probability, labeling, target));
					finder.measure(channelOf(run, runs), z, t, found, classPlane, target.probability(), labelPlane);
				}
		classifier.warnings().forEach(listener::warn);
		final List<String> warnings = new ArrayList<>(prediction.warnings());
		warnings.addAll(classifier.warnings());
		final List<ClassSpec> named = named(decision, prediction.channelsPerRun(), classifier.maxClass());
		return new Segmentation(
				image,
				ofObjects(decision, prediction.channelsPerRun(), named),
				classMap,
				labels,
				finder.objects(),
				probabilities.map(this::sizedAsImage),
				named,
				isPerChannel(runs),
				options.scale(),
				warnings);
	}

	/**
	 * A plane of the output.
	 *
	 * @param run of the network over the image's channels
	 * @param z 0-based slice
	 * @param t 0-based frame
	 */
	record Place(int run, int z, int t) {}

	private int label(
			final PlaneClassifier classifier,
			final Place place,
			final Rescaling rescaled,
			final float[] probability,
			final Labeling labeling,
			final Rescaling.Target target)
			throws InferenceException {
		if (rescaled != null)
			return rescaled.reduce(classifier, place.run, place.z, place.t, probability, labeling, target);
		classifier.classify(place.run, place.z, place.t, target.classes(), probability);
		return labeling.label(target.classes(), image.size(Image.X), target.labels());
	}

	/**
	 * @param depths gives how deep the pixels lie that are labeled; not asked where the model does not say
	 * @return how objects are told apart, of an output of so many channels per run
	 */
	Labeling labeling(final ClassDecision decision, final int channelsPerRun, final Supplier<float[]> depths) {
		final int border = border(decision, channelsPerRun);
		if (traits.distance() && options.splitting() != Splitting.NEVER) return Labeling.deep(depths, border);
		if (border != Labeling.NO_BORDER)
			return options.splitting() == Splitting.NEVER ? Labeling.joined(border) : Labeling.split(splitter, border);
		return options.splitting() == Splitting.ALWAYS ? Labeling.split(splitter, border) : Labeling.TOUCHING;
	}

	/**
	 * @return index of the class of the border between objects, of a map of classes as described, or
	 *     {@link Labeling#NO_BORDER}
	 */
	int border(final ClassDecision decision, final int channelsPerRun) {
		return switch (decision) {
			case BORDERED -> traits.classChannels(channelsPerRun) - 1;
			case CLASS_MAP ->
				ClassSpec.endWithBorder(classes.described())
						? classes.described().size() - 1
						: Labeling.NO_BORDER;
			case SINGLE, PAIR, LARGEST -> Labeling.NO_BORDER;
		};
	}

	private boolean isRescaled(final Prediction prediction) {
		return prediction.image().size(Image.X) != image.size(Image.X)
				|| prediction.image().size(Image.Y) != image.size(Image.Y);
	}

	private Image sizedAsImage(final Image values) {
		if (values.size(Image.X) == image.size(Image.X) && values.size(Image.Y) == image.size(Image.Y)) return values;
		return Resizing.resize(values, image.size(Image.X), image.size(Image.Y));
	}

	private void check(final Prediction prediction) throws InferenceException {
		final Image result = prediction.image();
		for (final int axis : new int[] {Image.X, Image.Y, Image.Z, Image.T})
			if (result.size(axis)
					!= (axis <= Image.Y ? WorkingScale.length(image.size(axis), options.scale()) : image.size(axis)))
				throw new InferenceException("The model gives " + result.dimensions()
						+ " for '" + image.name() + "' (" + image.dimensions()
						+ "): expected a pixel for each pixel, to segment it");
		final int channels = classChannels(prediction);
		if (channels > MAX_CLASSES)
			throw new InferenceException("The model's output has " + channels
					+ " channels: expected one for each class, at most " + MAX_CLASSES);
		if (channels < 1)
			throw new InferenceException("The model's output has 1 channel: expected one for each class, "
					+ "and one more for the distance to an object's border, as its description says");
	}

	/** @return what the output means */
	ClassDecision decision(final Prediction prediction) {
		final int channels = classChannels(prediction);
		if (channels == 2) return ClassDecision.PAIR;
		if (channels > 2) return isBordered(prediction) ? ClassDecision.BORDERED : ClassDecision.LARGEST;
		if (output.type().isInteger() || output.type() == DataType.BOOL) return ClassDecision.CLASS_MAP;
		final boolean isMap = output.indexOf(AxisType.CHANNEL) < 0 && Probabilities.areWhole(prediction.image());
		return isMap ? ClassDecision.CLASS_MAP : ClassDecision.SINGLE;
	}

	/** @return whether the output's last class is the border between objects */
	boolean isBordered(final Prediction prediction) {
		return isBordered(prediction.channelsPerRun());
	}

	/** @return the same for an output of so many channels per run */
	boolean isBordered(final int channels) {
		final int told = traits.classChannels(channels);
		return told > 2 && ClassSpec.endWithBorder(classes.ofCount(told));
	}

	private int classChannels(final Prediction prediction) {
		return traits.classChannels(prediction.channelsPerRun());
	}

	/** @return those of the named classes that objects may have */
	List<ClassSpec> ofObjects(final ClassDecision decision, final int channelsPerRun, final List<ClassSpec> named) {
		return border(decision, channelsPerRun) < named.size() ? named.subList(0, named.size() - 1) : named;
	}

	/** @return names of the output's classes */
	List<ClassSpec> named(final ClassDecision decision, final int channelsPerRun, final int maxClass) {
		return switch (decision) {
			case CLASS_MAP -> classes.ofClassMap(maxClass);
			case SINGLE -> classes.ofCount(2);
			case PAIR, LARGEST, BORDERED -> classes.ofCount(traits.classChannels(channelsPerRun));
		};
	}

	boolean isPerChannel(final int runs) {
		final int given = channels.isEmpty() ? image.size(Image.C) : channels.size();
		return runs == given && image.size(Image.C) > 1;
	}

	int channelOf(final int run, final int runs) {
		if (!isPerChannel(runs)) return 0;
		return channels.isEmpty() ? run : channels.get(run) - 1;
	}
}
