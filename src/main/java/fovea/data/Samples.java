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

import fovea.base.TrainingException;
import fovea.image.Raster;
import fovea.io.Digests;
import fovea.model.ClassSpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is learned from. Immutable; {@link SampleReader} makes it of images.
 *
 * @param samples for training, and for validation where no others are given
 * @param validation samples that are for validation only; may be empty
 * @param classes where targets are classes, one for each of their channels, background first; empty where they are
 *     images
 * @param distance whether targets have one channel more than there are classes, the last: how deep each pixel lies in
 *     its object, see {@link Depths}
 */
public record Samples(List<Sample> samples, List<Sample> validation, List<ClassSpec> classes, boolean distance) {

	/** Copies the lists. */
	public Samples {
		samples = List.copyOf(samples);
		validation = List.copyOf(validation);
		classes = List.copyOf(classes);
	}

	/** Without distances. */
	public Samples(final List<Sample> samples, final List<Sample> validation, final List<ClassSpec> classes) {
		this(samples, validation, classes, false);
	}

	/**
	 * @param target of a sample, or what a network gives for it
	 * @return the channels that are classes; itself where all are, or it is an image
	 */
	public Raster classesOf(final Raster target) {
		return distance ? target.firstChannels(classes.size()) : target;
	}

	/**
	 * @param samples whose targets are images
	 * @return data without samples for validation only
	 */
	public static Samples ofImages(final List<Sample> samples) {
		return new Samples(samples, List.of(), List.of());
	}

	/**
	 * @param others for validation, of the same kind
	 * @return the same with these, so that none is taken from the samples for training
	 */
	public Samples withValidation(final Samples others) {
		return new Samples(samples, others.samples, classes, distance);
	}

	/**
	 * @param more class that no pixel is of, for a network that tells it apart
	 * @return the same with this one as the last class
	 */
	public Samples withClass(final ClassSpec more) {
		final List<ClassSpec> all = new ArrayList<>(classes);
		all.add(more);
		return new Samples(widened(samples), widened(validation), all, distance);
	}

	private List<Sample> widened(final List<Sample> narrow) {
		return narrow.stream()
				.map(sample -> new Sample(
						sample.name(),
						sample.image(),
						sample.input(),
						sample.target().withChannel(classes.size()),
						sample.whole()))
				.toList();
	}

	/**
	 * @param others as many as there are
	 * @return the same with classes of other names or colors
	 */
	public Samples named(final List<ClassSpec> others) {
		if (others.size() != classes.size())
			throw new IllegalArgumentException("expected " + classes.size() + " classes, got " + others.size());
		return new Samples(samples, validation, others, distance);
	}

	/** @return true if targets are images, false if they are classes */
	public boolean areImages() {
		return classes.isEmpty();
	}

	/** @return by what outputs are judged in validation, see {@code TrainingResult.metric} */
	public String metric() {
		if (areImages()) return "psnr";
		return areLabels() ? "accuracy" : "iou";
	}

	/** @return true if each target is one class for the whole image, 1 x 1 x classes */
	public boolean areLabels() {
		return !classes.isEmpty()
				&& samples.stream()
						.allMatch(s -> s.target().height() == 1 && s.target().width() == 1);
	}

	/**
	 * What is trained with, and what is not.
	 *
	 * @param training at least one sample
	 * @param validation may be empty
	 */
	public record Split(List<Sample> training, List<Sample> validation) {

		/** Copies the lists. */
		public Split {
			training = List.copyOf(training);
			validation = List.copyOf(validation);
		}

		/** @return names of the training samples' images */
		public Set<String> trainingImages() {
			return images(training);
		}

		/** @return names of the validation samples' images */
		public Set<String> validationImages() {
			return images(validation);
		}
	}

	/**
	 * Splits by image: all planes of one are on the same side, since neighboring planes are too alike for one to judge
	 * what was learned from the other. Where all samples are planes of one image, its last planes are for validation;
	 * of a single plane, or a single pair, there is none. Images of which much less counts than of the others are for
	 * learning: they could not tell how good a network is.
	 *
	 * @param fraction of the images for validation, at least one where it is above 0; not used where there are samples
	 *     for validation only
	 * @param seed which images
	 * @param listener is warned
	 * @return the two parts, in the order of the samples
	 * @throws TrainingException if there are no samples
	 */
	public Split split(final double fraction, final long seed, final SampleListener listener) throws TrainingException {
		if (samples.isEmpty()) throw new TrainingException("No samples: expected at least one image to learn from");
		if (!validation.isEmpty() || fraction == 0) return new Split(samples, validation);
		final List<String> images = new ArrayList<>(images(samples));
		if (images.size() == 1) return splitPlanes(fraction, listener);
		final int count = count(fraction, images.size());
		Collections.shuffle(
				images, new Random(Seeds.random(seed, Seeds.Purpose.SPLIT).nextLong()));
		final Set<String> sparse = sparse();
		images.sort(Comparator.comparing(sparse::contains));
		final Set<String> chosen = new HashSet<>(images.subList(0, count));
		return new Split(
				samples.stream().filter(s -> !chosen.contains(s.image())).toList(),
				samples.stream().filter(s -> chosen.contains(s.image())).toList());
	}

	/** @return images of which not half as much counts as of the middle one */
	private Set<String> sparse() {
		if (areImages()) return Set.of();
		final Map<String, double[]> shares = new LinkedHashMap<>();
		for (final Sample sample : samples) {
			final double[] share = shares.computeIfAbsent(sample.image(), name -> new double[2]);
			share[1] += sample.target().height() * sample.target().width();
			for (final float value : classesOf(sample.target()).data()) if (value > 0) share[0]++;
		}
		final double[] sorted = shares.values().stream()
				.mapToDouble(share -> share[0] / share[1])
				.sorted()
				.toArray();
		final double least = sorted[sorted.length / 2] / 2;
		return shares.entrySet().stream()
				.filter(share -> share.getValue()[0] / share.getValue()[1] < least)
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
	}

	/** Where planes are the targets of others, those that are validated on are neither input nor target in training. */
	private Split splitPlanes(final double fraction, final SampleListener listener) {
		final List<Raster> planes = planes();
		if (planes.size() == 1) return new Split(samples, List.of());
		final int held = count(fraction, planes.size());
		final Set<Raster> all = same(planes);
		final Set<Raster> last = same(planes.subList(planes.size() - held, planes.size()));
		final List<Sample> training = samples.stream()
				.filter(s -> !last.contains(s.input()) && !last.contains(s.target()))
				.toList();
		if (training.isEmpty()) return new Split(samples, List.of());
		listener.warn(samples.get(0).image() + ": one image: its last " + held + " of " + planes.size()
				+ " planes are for validation, which are more alike than other images would be");
		return new Split(
				training,
				samples.stream()
						.filter(s -> last.contains(all.contains(s.target()) ? s.target() : s.input()))
						.toList());
	}

	/** @return the inputs, each once, in their order */
	public List<Raster> planes() {
		final Set<Raster> seen = same(List.of());
		return samples.stream().map(Sample::input).filter(seen::add).toList();
	}

	/** @return whether the targets are other planes of the same images, as noisy as the inputs; see {@link Neighbor} */
	public boolean areNeighbors() {
		return samples.size() > 1 && samples.get(0).target() == samples.get(1).input();
	}

	/** By identity: planes of equal values are still two. */
	private static Set<Raster> same(final List<Raster> planes) {
		final Set<Raster> set = Collections.newSetFromMap(new IdentityHashMap<>());
		set.addAll(planes);
		return set;
	}

	private static int count(final double fraction, final int of) {
		return Math.min(of - 1, Math.max(1, (int) Math.round(fraction * of)));
	}

	private static Set<String> images(final List<Sample> samples) {
		final Set<String> names = new LinkedHashSet<>();
		for (final Sample sample : samples) names.add(sample.image());
		return names;
	}

	/** @return SHA-256 in lower-case hex over names, sizes and values of all samples: other data has another one */
	public String sha256() {
		final MessageDigest digest = Digests.sha256();
		for (final List<Sample> part : List.of(samples, validation)) {
			digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.size()).array());
			for (final Sample sample : part) {
				digest.update((sample.name() + '\n' + sample.image() + '\n').getBytes(StandardCharsets.UTF_8));
				update(digest, sample.input());
				if (!sample.isItself()) update(digest, sample.target());
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static void update(final MessageDigest digest, final Raster raster) {
		final float[] data = raster.data();
		final ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
		bytes.putInt(raster.height()).putInt(raster.width()).putInt(raster.channels());
		for (final float v : data) {
			if (bytes.remaining() < Float.BYTES) {
				digest.update(bytes.array(), 0, bytes.position());
				bytes.clear();
			}
			bytes.putFloat(v);
		}
		digest.update(bytes.array(), 0, bytes.position());
	}
}
