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
package fovea.image;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The values of an image's channels, of which statistics are taken: read when somebody first asks for them, or counted
 * part by part before. Counts of parts that cover an image, put together in any order, are those of the image read at
 * once, value by value. Thread-safe.
 *
 * <pre>{@code
 * ChannelValues all = ChannelValues.count(channels, left).plus(ChannelValues.count(channels, right));
 * }</pre>
 */
public final class ChannelValues {

	private final List<RandomAccessibleInterval<? extends RealType<?>>> pixels;
	private List<Distribution> distributions;

	private ChannelValues(
			final List<RandomAccessibleInterval<? extends RealType<?>>> pixels,
			final List<Distribution> distributions) {
		this.pixels = pixels;
		this.distributions = distributions;
	}

	/**
	 * @param channels each any number of axes, zero-min; read once, and only if somebody asks
	 * @return their values
	 */
	public static ChannelValues of(final List<RandomAccessibleInterval<? extends RealType<?>>> channels) {
		return new ChannelValues(List.copyOf(channels), null);
	}

	/**
	 * @param channels each of the same axes, zero-min; x is the first
	 * @param part of them that is read now
	 * @return what the part has of those values that are looked at where all is read at once: every one, or of a large
	 *     image those at every k-th place
	 */
	public static ChannelValues count(
			final List<RandomAccessibleInterval<? extends RealType<?>>> channels, final Interval part) {
		final List<Distribution> counted = new ArrayList<>();
		for (final RandomAccessibleInterval<? extends RealType<?>> channel : channels)
			counted.add(DistributionReader.read(channel, part));
		return new ChannelValues(List.of(), List.copyOf(counted));
	}

	/**
	 * @param channels each of the same axes, zero-min; x is the first; not read
	 * @param part of them that is all of one value
	 * @param value of it
	 * @return what {@link #count} would
	 */
	public static ChannelValues constant(
			final List<RandomAccessibleInterval<? extends RealType<?>>> channels,
			final Interval part,
			final double value) {
		final List<Distribution> counted = new ArrayList<>();
		for (final RandomAccessibleInterval<? extends RealType<?>> channel : channels)
			counted.add(DistributionReader.constant(channel, part, value));
		return new ChannelValues(List.of(), List.copyOf(counted));
	}

	/**
	 * @param other counts of another part of the same channels
	 * @return both together
	 */
	public ChannelValues plus(final ChannelValues other) {
		final List<Distribution> mine = distributions();
		final List<Distribution> others = other.distributions();
		if (mine.size() != others.size())
			throw new IllegalArgumentException(mine.size() + " channels and " + others.size());
		final List<Distribution> sums = new ArrayList<>();
		for (int c = 0; c < mine.size(); c++) sums.add(mine.get(c).merged(others.get(c)));
		return new ChannelValues(List.of(), List.copyOf(sums));
	}

	/**
	 * @param to takes the counts
	 * @throws IOException if it does not
	 */
	public void write(final DataOutput to) throws IOException {
		to.writeInt(distributions().size());
		for (final Distribution distribution : distributions()) distribution.write(to);
	}

	/**
	 * @param from what {@link #write} wrote
	 * @return the counts
	 * @throws IOException if it cannot be read
	 */
	public static ChannelValues read(final DataInput from) throws IOException {
		final int channels = from.readInt();
		final List<Distribution> counted = new ArrayList<>();
		for (int c = 0; c < channels; c++) counted.add(Distribution.read(from));
		return new ChannelValues(List.of(), List.copyOf(counted));
	}

	/** @return how many there are */
	synchronized int channels() {
		return distributions == null ? pixels.size() : distributions.size();
	}

	/** @return of each channel */
	synchronized List<Distribution> distributions() {
		if (distributions == null) {
			final List<Distribution> read = new ArrayList<>();
			for (final RandomAccessibleInterval<? extends RealType<?>> channel : pixels)
				read.add(DistributionReader.read(channel));
			distributions = List.copyOf(read);
		}
		return distributions;
	}
}
