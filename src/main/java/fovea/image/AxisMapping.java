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

import fovea.base.ImageException;
import fovea.model.AxisSize;
import fovea.model.AxisType;
import fovea.model.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * How an image of five axes is given to a model that has fewer: which channels it takes at once, and which slices and
 * frames are runs of their own. Nothing is dropped silently: what a model has no axis for becomes independent runs,
 * what fits nothing is an error that says what to choose. Immutable.
 *
 * @param image whose axes are mapped
 * @param tiledAxes image axes ({@link Image#X} ...) that the model sees whole, in image order
 * @param runs independent runs, in the order channel, slice, frame, the channel fastest
 * @param perChannel whether the model takes one channel of several, so that each is a run of its own
 */
public record AxisMapping(Image image, List<Integer> tiledAxes, List<Run> runs, boolean perChannel) {

	/**
	 * One run of the model over what it takes of the image.
	 *
	 * @param index 0-based place along C of the result, in multiples of the model's output channels
	 * @param channels 0-based channels of the image that go in together
	 * @param slice 0-based z, 0 where the model has a z axis
	 * @param frame 0-based t, 0 where the model has a time axis
	 */
	public record Run(int index, List<Integer> channels, int slice, int frame) {}

	/** Copies the lists. */
	public AxisMapping {
		tiledAxes = List.copyOf(tiledAxes);
		runs = List.copyOf(runs);
	}

	/**
	 * @param model name of the model, for messages
	 * @param input what it takes
	 * @param layout of the input
	 * @param image what it is given
	 * @param choice 1-based channels that a user chose, repeats allowed; empty: all
	 * @return the mapping
	 * @throws ImageException if the image is empty, or its channels do not fit
	 */
	public static AxisMapping of(
			final String model,
			final TensorSpec input,
			final TensorLayout layout,
			final Image image,
			final List<Integer> choice)
			throws ImageException {
		if (image.size(Image.X) < 1 || image.size(Image.Y) < 1)
			throw new ImageException("Image '" + image.name() + "' is empty: " + image.dimensions());
		final List<Integer> channels = new ArrayList<>();
		for (final int c : choice) {
			if (c < 1 || c > image.size(Image.C))
				throw new ImageException(
						"There is no channel " + c + " in image '" + image.name() + "': it has " + image.dimensions());
			channels.add(c - 1);
		}
		if (choice.isEmpty()) IntStream.range(0, image.size(Image.C)).forEach(channels::add);

		final List<List<Integer>> groups = groups(model, input, layout, image, channels, !choice.isEmpty());
		final List<Integer> tiled = new ArrayList<>(List.of(Image.X, Image.Y));
		if (layout.tiledAxes().contains(AxisType.Z)) tiled.add(Image.Z);
		if (layout.tiledAxes().contains(AxisType.TIME)) tiled.add(Image.T);
		final int slices = tiled.contains(Image.Z) ? 1 : image.size(Image.Z);
		final int frames = tiled.contains(Image.T) ? 1 : image.size(Image.T);
		final List<Run> runs = new ArrayList<>();
		for (int t = 0; t < frames; t++)
			for (int z = 0; z < slices; z++)
				for (int g = 0; g < groups.size(); g++) runs.add(new Run(g, groups.get(g), z, t));
		return new AxisMapping(image, tiled, runs, layout.channels().orElse(0) == 1 && image.size(Image.C) > 1);
	}

	private static List<List<Integer>> groups(
			final String model,
			final TensorSpec input,
			final TensorLayout layout,
			final Image image,
			final List<Integer> channels,
			final boolean chosen)
			throws ImageException {
		if (layout.channels().isPresent()) {
			final int wanted = layout.channels().getAsInt();
			if (wanted == channels.size()) return List.of(channels);
			if (wanted == 1) return channels.stream().map(List::of).toList();
			throw new ImageException(
					"Model '" + model + "' takes " + wanted + " channels, but image '" + image.name() + "' gives "
							+ channels.size() + " of its " + image.channels() + " (" + image.dimensions()
							+ "): say which with channels= " + "(on the command line --channels), "
							+ wanted + " numbers such as " + example(wanted));
		}
		final boolean any = !(input.axes().get(input.indexOf(AxisType.CHANNEL)).size() instanceof AxisSize.Steps);
		if (any && (chosen || channels.size() == 1)) return List.of(channels);
		if (input.axes().get(input.indexOf(AxisType.CHANNEL)).size() instanceof AxisSize.Steps steps
				&& channels.size() >= steps.min()
				&& (channels.size() - steps.min()) % steps.step() == 0) return List.of(channels);
		throw new ImageException("Model '" + model + "' does not say how many channels it takes, and image '"
				+ image.name() + "' has " + image.channels() + " (" + image.dimensions()
				+ "): say which to give it with channels= (on the command line " + "--channels), such as channels=1");
	}

	private static String example(final int channels) {
		return "channels=" + "1,".repeat(channels - 1) + "1";
	}

	/** @return lengths of the tiled axes */
	public long[] lengths() {
		return tiledAxes.stream().mapToLong(image::size).toArray();
	}

	/** @return number of runs that differ in the channels they take */
	public int groups() {
		return runs.stream().mapToInt(Run::index).max().orElse(0) + 1;
	}

	/**
	 * @param run one of {@link #runs()}
	 * @return the channels it takes, each with the tiled axes only
	 */
	public List<RandomAccessibleInterval<? extends RealType<?>>> pixels(final Run run) {
		return views(run, false);
	}

	/**
	 * @param run one of {@link #runs()}
	 * @return the channels it takes, each with all slices and frames of the image
	 */
	public List<RandomAccessibleInterval<? extends RealType<?>>> wholePixels(final Run run) {
		return views(run, true);
	}

	private List<RandomAccessibleInterval<? extends RealType<?>>> views(final Run run, final boolean whole) {
		final List<RandomAccessibleInterval<? extends RealType<?>>> views = new ArrayList<>();
		for (final int c : run.channels()) {
			RandomAccessibleInterval<? extends RealType<?>> view = image.pixels();
			if (!whole && !tiledAxes.contains(Image.T)) view = Views.hyperSlice(view, Image.T, run.frame());
			if (!whole && !tiledAxes.contains(Image.Z)) view = Views.hyperSlice(view, Image.Z, run.slice());
			views.add(Views.hyperSlice(view, Image.C, c));
		}
		return views;
	}
}
