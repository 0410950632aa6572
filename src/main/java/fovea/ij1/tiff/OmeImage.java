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
package fovea.ij1.tiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An image as OME-XML describes it.
 *
 * @param uuid of the file
 * @param images how many images the file has; this is the first
 * @param order of planes: C, Z and T, the fastest first
 * @param x pixels
 * @param y pixels
 * @param c channels, counting each sample of a pixel
 * @param z slices
 * @param t frames
 * @param width of a pixel
 * @param height of a pixel
 * @param depth of a slice
 * @param interval seconds between frames; 0 if it is not said
 * @param channels maybe fewer than there are
 * @param data which directories have which planes; none: all, one after the other
 */
record OmeImage(
		String uuid,
		int images,
		String order,
		int x,
		int y,
		int c,
		int z,
		int t,
		Optional<Length> width,
		Optional<Length> height,
		Optional<Length> depth,
		double interval,
		List<Channel> channels,
		List<Data> data) {

	/** A size and its unit. */
	record Length(double size, String unit) {}

	/** A channel. */
	record Channel(String name, int samples) {}

	/** Where planes are: from one directory on, from one position on, in a file if it is not this one. */
	record Data(int directory, int c, int z, int t, int count, String uuid, String file) {}

	/** Stands for a plane that is in no directory. */
	static final int NOWHERE = -1;

	/**
	 * Which directory holds which plane.
	 *
	 * @param directories from 0, or {@link #NOWHERE}; by position: channels (of so many samples each) the fastest, then
	 *     z, then t
	 * @param elsewhere how many are in other files
	 */
	record Planes(int[] directories, int elsewhere) {

		long missing() {
			return Arrays.stream(directories)
					.filter(directory -> directory == NOWHERE)
					.count();
		}
	}

	/**
	 * @param samples of a pixel in this file, which are channels here
	 * @param available how many directories there are
	 * @param file this file's name
	 * @return where all planes are
	 * @throws OmeXml.Unreadable if it is not consistent
	 */
	Planes planes(final int samples, final int available, final String file) throws OmeXml.Unreadable {
		if (c % samples != 0)
			throw new OmeXml.Unreadable("its OME-XML has " + c + " channels, its pixels have " + samples + " samples");
		final int count = c / samples;
		if ((long) count * z * t > 1 << 26) throw new OmeXml.Unreadable("its OME-XML has more planes than any file");
		final int[] directories = new int[count * z * t];
		Arrays.fill(directories, NOWHERE);
		int elsewhere = 0;
		final List<Data> all = data.isEmpty() ? List.of(new Data(0, 0, 0, 0, Integer.MAX_VALUE, "", "")) : data;
		for (final Data some : all) {
			final boolean here = isHere(some, file);
			int at = index(some, count, samples);
			for (int i = 0; i < some.count() && at < directories.length; i++, at++) {
				if (!here) elsewhere++;
				else if (some.directory() + i < available) directories[position(at, count)] = some.directory() + i;
				if (some.count() == Integer.MAX_VALUE && some.directory() + i + 1 >= available) break;
			}
		}
		return new Planes(directories, elsewhere);
	}

	private boolean isHere(final Data some, final String file) {
		if (some.uuid().isEmpty() || some.uuid().equals(uuid)) return true;
		return uuid.isEmpty() && some.file().equals(file);
	}

	/** @return which plane it is in the order of this image */
	private int index(final Data some, final int count, final int samples) throws OmeXml.Unreadable {
		final int channel = some.c() / samples;
		if (channel < 0
				|| channel >= count
				|| some.z() < 0
				|| some.z() >= z
				|| some.t() < 0
				|| some.t() >= t
				|| some.directory() < 0) throw new OmeXml.Unreadable("its OME-XML has a plane outside of its sizes");
		int index = 0;
		for (int i = 2; i >= 0; i--)
			index = index * size(order.charAt(i), count)
					+ switch (order.charAt(i)) {
						case 'C' -> channel;
						case 'Z' -> some.z();
						default -> some.t();
					};
		return index;
	}

	/** @return where a plane in the order of this image is in the order C Z T */
	private int position(final int index, final int count) {
		int rest = index;
		int channel = 0;
		int slice = 0;
		int frame = 0;
		for (int i = 0; i < 3; i++) {
			final int size = size(order.charAt(i), count);
			switch (order.charAt(i)) {
				case 'C' -> channel = rest % size;
				case 'Z' -> slice = rest % size;
				default -> frame = rest % size;
			}
			rest /= size;
		}
		return (frame * z + slice) * count + channel;
	}

	private int size(final char axis, final int count) {
		return switch (axis) {
			case 'C' -> count;
			case 'Z' -> z;
			default -> t;
		};
	}

	/** @return the channels' names, one for each sample; empty where there is none */
	List<String> names() {
		final List<String> names = new ArrayList<>();
		for (final Channel channel : channels) for (int s = 0; s < channel.samples(); s++) names.add(channel.name());
		while (names.size() < c) names.add("");
		return names;
	}
}
