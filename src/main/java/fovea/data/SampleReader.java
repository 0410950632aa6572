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
package fovea.data;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Image;
import fovea.image.Normalizer;
import fovea.image.Raster;
import fovea.model.Processing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes samples of images: each slice and frame is one, with all channels. Values are normalized as they will be when
 * the trained network is used, by steps fitted on the whole image. All samples are in memory, four bytes for a value.
 */
public final class SampleReader {

	/** What two readers have in common that make the same samples of the same images. */
	public sealed interface Way permits ImagePlanes {}

	private final ImagePlanes planes;
	private final SampleListener listener;

	/**
	 * @param preprocessing of the network's input; a target that is an image gets the same steps with the numbers
	 *     fitted on its input
	 * @param channels that the network takes: of a color image it gets the mean of red, green and blue for 1, of an
	 *     image of one channel three copies for 3; empty: as they come
	 * @param listener is warned
	 */
	public SampleReader(
			final List<Processing> preprocessing, final OptionalInt channels, final SampleListener listener) {
		this(new ImagePlanes(preprocessing, channels), listener);
	}

	private SampleReader(final ImagePlanes planes, final SampleListener listener) {
		this.planes = planes;
		this.listener = listener;
	}

	/** @return the same that brings noise of photons to one that is the same everywhere before the preprocessing */
	public SampleReader stabilizing() {
		return new SampleReader(new ImagePlanes(planes.preprocessing(), planes.channels(), true), listener);
	}

	/** @return how it reads */
	public Way way() {
		return planes;
	}

	/**
	 * @param images to be reconstructed, or denoised where training adds the noise
	 * @return samples whose target is their input
	 * @throws FoveaException if there are none, or one cannot be read
	 */
	public Samples images(final ImageSource images) throws FoveaException {
		final List<Sample> samples = new ArrayList<>();
		final List<String> names = names(images);
		for (int i = 0; i < names.size(); i++) {
			final Image image = images.read(i);
			final List<Raster> inputs = planes.normalized(image, planes.normalizer(image));
			for (int p = 0; p < inputs.size(); p++)
				samples.add(Sample.itself(planeName(names.get(i), p, inputs.size()), names.get(i), inputs.get(p)));
		}
		images.warnings().forEach(listener::warn);
		return Samples.ofImages(samples);
	}

	/**
	 * Both planes of a pair are normalized by the same steps, fitted on their whole stack.
	 *
	 * @param stacks noisy, whose planes show the same
	 * @param neighbor which planes are pairs
	 * @return samples whose target is the neighbor of their input; of each pair two, one in either direction. Pairs of
	 *     the very same pixels are left out
	 * @throws FoveaException if there are none, a stack has one such plane only or nothing but the same pixels again,
	 *     or one cannot be read
	 */
	public Samples neighbors(final ImageSource stacks, final Neighbor neighbor) throws FoveaException {
		final List<Sample> samples = new ArrayList<>();
		final List<String> names = names(stacks);
		for (int i = 0; i < names.size(); i++) {
			final Image image = stacks.read(i);
			neighbor.requireSeveral(image, names.get(i));
			final List<Raster> all = planes.normalized(image, planes.normalizer(image));
			final List<Sample> own = neighbor.pairs(names.get(i), all, image.size(Image.Z));
			final int same = neighbor.count(all.size(), image.size(Image.Z)) - own.size() / 2;
			if (own.isEmpty())
				throw new TrainingException(names.get(i) + ": expected " + neighbor.kind()
						+ "s with noise of their own, got the same pixels in all of them");
			if (same > 0)
				listener.warn(names.get(i) + ": the next " + neighbor.kind() + " has the same pixels, noise included, "
						+ (same == 1 ? "once" : same + " times") + ": nothing is learned from that");
			samples.addAll(own);
		}
		stacks.warnings().forEach(listener::warn);
		return Samples.ofImages(samples);
	}

	private static List<String> names(final ImageSource images) throws FoveaException {
		final List<String> names = images.names();
		if (names.isEmpty()) throw new TrainingException(images.name() + ": expected images, found none");
		return names;
	}

	/**
	 * @param inputs for example noisy
	 * @param targets for example clean, of the same sizes
	 * @return samples
	 * @throws FoveaException if there are none, counts or sizes differ, or one cannot be read
	 */
	public Samples pairs(final ImageSource inputs, final ImageSource targets) throws FoveaException {
		final List<Sample> samples = new ArrayList<>();
		final int[] partners = SourcePairs.match(inputs, targets, listener::warn);
		final List<String> names = inputs.names();
		for (int i = 0; i < partners.length; i++) {
			final Image image = inputs.read(i);
			final Normalizer normalizer = planes.normalizer(image);
			final List<Raster> noisy = planes.normalized(image, normalizer);
			final Image partner = targets.read(partners[i]);
			if (partner.size(Image.C) != image.size(Image.C))
				throw new TrainingException(targets.names().get(partners[i]) + ": expected the channels of "
						+ names.get(i) + ", " + image.size(Image.C) + ", got " + partner.size(Image.C));
			final List<Raster> clean = planes.normalized(partner, normalizer);
			requireSize(noisy, names.get(i), clean, targets.names().get(partners[i]));
			for (int p = 0; p < noisy.size(); p++)
				samples.add(
						new Sample(planeName(names.get(i), p, noisy.size()), names.get(i), noisy.get(p), clean.get(p)));
		}
		inputs.warnings().forEach(listener::warn);
		targets.warnings().forEach(listener::warn);
		return Samples.ofImages(samples);
	}

	/**
	 * @param images to be segmented
	 * @param masks of the same sizes
	 * @param reading what the masks mean
	 * @return samples whose targets have one channel for each class
	 * @throws FoveaException if there are none, counts or sizes differ, a pixel is of no class, or one cannot be read
	 */
	public Samples masks(final ImageSource images, final ImageSource masks, final MaskReading reading)
			throws FoveaException {
		return masks(images, masks, reading, Optional.empty());
	}

	/**
	 * As {@link #masks(ImageSource, ImageSource, MaskReading)}, of masks that do not say what all pixels are. Planes of
	 * which nothing counts are left out.
	 *
	 * @param images to be segmented
	 * @param masks of the same sizes, maybe with {@link MaskReading#UNLABELED} pixels
	 * @param reading what the masks mean
	 * @param rest is asked what these are, once, when all is read
	 * @return samples whose targets have one channel for each class
	 * @throws FoveaException if there are none, counts or sizes differ, a pixel is of no class, or one cannot be read
	 */
	public Samples masks(
			final ImageSource images, final ImageSource masks, final MaskReading reading, final RestRule rest)
			throws FoveaException {
		return masks(images, masks, reading, Optional.of(rest));
	}

	private Samples masks(
			final ImageSource images, final ImageSource masks, final MaskReading reading, final Optional<RestRule> rest)
			throws FoveaException {
		final List<Raster> inputs = new ArrayList<>();
		final List<int[]> classes = new ArrayList<>();
		final List<float[]> depths = new ArrayList<>();
		final List<String> names = new ArrayList<>();
		final List<String> owners = new ArrayList<>();
		final int[] partners = SourcePairs.match(images, masks, listener::warn);
		for (int i = 0; i < partners.length; i++) {
			final Image image = images.read(i);
			final List<Raster> own = planes.normalized(image, planes.normalizer(image));
			final List<Raster> wanted = Raster.planesOf(masks.read(partners[i]));
			final String maskName = masks.names().get(partners[i]);
			requireSize(own, images.names().get(i), wanted, maskName);
			for (int p = 0; p < own.size(); p++) {
				inputs.add(own.get(p));
				final String place = planeName(maskName, p, own.size());
				classes.add(
						rest.isPresent()
								? readOpen(wanted.get(p), reading, place)
								: reading.read(wanted.get(p), place));
				depths.add(reading.hasDistance() ? reading.depths(settled(wanted.get(p))) : null);
				names.add(planeName(images.names().get(i), p, own.size()));
				owners.add(images.names().get(i));
			}
		}
		images.warnings().forEach(listener::warn);
		masks.warnings().forEach(listener::warn);
		final List<Rest> said = rest.isPresent()
				? rest.get()
						.decide(
								Collections.unmodifiableList(inputs),
								Collections.unmodifiableList(classes),
								Collections.unmodifiableList(names))
				: Collections.nCopies(inputs.size(), Rest.IGNORED);
		final List<Sample> samples = new ArrayList<>();
		final Set<Integer> found = new TreeSet<>();
		for (int i = 0; i < inputs.size(); i++) {
			final Raster input = inputs.get(i);
			final int[] own = classes.set(i, null); // its memory is needed
			final boolean open = isOpen(own);
			said.get(i).settle(own, input.width());
			boolean counts = false;
			for (final int c : own) counts |= c != MaskReading.IGNORED && (found.contains(c) || found.add(c));
			if (!counts && open) continue;
			final Raster told = Masks.oneHot(
					own, input.height(), input.width(), reading.classes().size());
			final float[] deep = depths.set(i, null); // its memory is needed, too
			samples.add(
					new Sample(names.get(i), owners.get(i), input, deep == null ? told : Masks.withDepths(told, deep)));
		}
		if (found.isEmpty())
			throw new TrainingException(masks.name() + ": expected pixels of "
					+ reading.classes().size() + " classes, all are to be ignored");
		if (found.size() == 1)
			listener.warn(masks.name() + ": all pixels are of one class, '"
					+ reading.classes().get(found.iterator().next()).name()
					+ "': the network will learn to say that everywhere");
		return new Samples(samples, List.of(), reading.classes(), reading.hasDistance());
	}

	/** The rest does not count for the reading, and is marked again afterwards. */
	private static int[] readOpen(final Raster mask, final MaskReading reading, final String name)
			throws TrainingException {
		final int[] classes = reading.read(settled(mask), name);
		for (int i = 0; i < classes.length; i++)
			if (mask.data()[i] == MaskReading.UNLABELED) classes[i] = MaskReading.UNLABELED;
		return classes;
	}

	private static Raster settled(final Raster mask) {
		final float[] settled = mask.data().clone();
		for (int i = 0; i < settled.length; i++)
			if (settled[i] == MaskReading.UNLABELED) settled[i] = MaskReading.IGNORED;
		return mask.withData(settled);
	}

	private static boolean isOpen(final int[] classes) {
		for (final int c : classes) if (c == MaskReading.UNLABELED) return true;
		return false;
	}

	/**
	 * @param labeled images to be told apart
	 * @return samples whose targets are 1 x 1 with one channel for each class; planes of one image are of its class
	 * @throws FoveaException if there are none, or one cannot be read
	 */
	public Samples labels(final LabeledImages labeled) throws FoveaException {
		final List<Sample> samples = new ArrayList<>();
		final ImageSource images = labeled.images();
		final List<String> names = names(images);
		for (int i = 0; i < names.size(); i++) {
			final Image image = images.read(i);
			final List<Raster> inputs = planes.normalized(image, planes.normalizer(image));
			final Raster target = Masks.oneHot(
					new int[] {labeled.labels().get(i)}, 1, 1, labeled.classes().size());
			for (int p = 0; p < inputs.size(); p++)
				samples.add(new Sample(planeName(names.get(i), p, inputs.size()), names.get(i), inputs.get(p), target));
		}
		images.warnings().forEach(listener::warn);
		if (labeled.labels().stream().distinct().count() == 1)
			listener.warn(images.name() + ": all images are of one class, '"
					+ labeled.classes().get(labeled.labels().get(0)).name()
					+ "': the network will learn to say that of every image");
		return new Samples(samples, List.of(), labeled.classes());
	}

	static void requireSize(
			final List<Raster> planes, final String name, final List<Raster> partners, final String partnerName)
			throws TrainingException {
		if (partners.size() != planes.size() || !partners.get(0).hasSizeOf(planes.get(0)))
			throw new TrainingException(
					partnerName + ": expected the size of " + name + ", " + size(planes) + ", got " + size(partners));
	}

	private static String size(final List<Raster> planes) {
		final Raster first = planes.get(0);
		return first.width() + " x " + first.height()
				+ (planes.size() == 1 ? "" : " with " + planes.size() + " planes");
	}

	static String planeName(final String name, final int plane, final int planes) {
		return planes == 1 ? name : name + " plane " + (plane + 1);
	}
}
