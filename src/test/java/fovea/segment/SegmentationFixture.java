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
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.Prediction;
import fovea.infer.ProgressListener;
import fovea.io.DataType;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.ObjectTraits;
import fovea.model.TensorSpec;
import fovea.segment.split.ObjectSplitter;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;

/** Segmentations as a model that gives maps of classes would lead to, without one. */
public final class SegmentationFixture {

	private static final ObjectSplitter UNSPLIT = (foreground, interior, width) -> foreground.clone();

	private SegmentationFixture() {}

	/** @return of one plane of a gray image */
	public static Segmentation of(final int width, final int height, final byte[] classes) {
		return of(new long[] {width, height, 1, 1, 1}, 1, classes);
	}

	/**
	 * @param source size of the image, X Y C Z T
	 * @param runs 1: all channels at once; else one for each channel
	 * @param classes of the planes, runs fastest, then z, then t
	 */
	public static Segmentation of(final long[] source, final int runs, final byte[] classes) {
		return of(
				new Image("source.tif", PlanarImgs.unsignedBytes(source), Calibration.PIXELS, false),
				runs,
				List.of(),
				classes);
	}

	/** @return of a color image of which each channel was run on */
	public static Segmentation ofColor(final long[] source, final byte[] classes) {
		return of(
				new Image("source.tif", PlanarImgs.unsignedBytes(source), Calibration.PIXELS, true),
				3,
				List.of(),
				classes);
	}

	/** @return of some channels (1-based), each of which was run on */
	public static Segmentation ofChannels(final long[] source, final List<Integer> channels, final byte[] classes) {
		return of(
				new Image("source.tif", PlanarImgs.unsignedBytes(source), Calibration.PIXELS, false),
				channels.size(),
				channels,
				classes);
	}

	private static Segmentation of(
			final Image source, final int runs, final List<Integer> channels, final byte[] classes) {
		final float[] values = new float[classes.length];
		for (int i = 0; i < values.length; i++) values[i] = classes[i] & 0xff;
		final long[] size = source.pixels().dimensionsAsLongArray();
		size[Image.C] = runs;
		final TensorSpec output = new TensorSpec(
				"y",
				"",
				DataType.INT64,
				List.of(
						AxisSpec.of(AxisType.Y, new AxisSize.Unknown()),
						AxisSpec.of(AxisType.X, new AxisSize.Unknown())),
				List.of(),
				Optional.empty());
		final Prediction prediction =
				new Prediction(new Image("p", ArrayImgs.floats(values, size), Calibration.PIXELS, false), 1, List.of());
		try {
			return new Reduction(
							source,
							output,
							new Classes(List.of(), List.of()),
							ObjectTraits.UNKNOWN,
							channels,
							SegmentOptions.DEFAULT.withScale(1),
							UNSPLIT)
					.reduce(prediction, ProgressListener.NONE);
		} catch (final FoveaException e) {
			throw new AssertionError(e);
		}
	}

	/**
	 * @param source whose name, size and calibration the segmentation gets
	 * @param probabilities of the object, one plane for each of the source's slices and frames
	 * @return with all probabilities kept
	 */
	public static Segmentation ofProbabilities(final Image source, final float[] probabilities) {
		final long[] size = source.pixels().dimensionsAsLongArray();
		size[Image.C] = 1;
		final TensorSpec output = new TensorSpec(
				"y",
				"",
				DataType.FLOAT32,
				List.of(AxisSpec.of(AxisType.CHANNEL, new AxisSize.Unknown())),
				List.of(),
				Optional.empty());
		final Prediction prediction = new Prediction(
				new Image("p", ArrayImgs.floats(probabilities, size), Calibration.PIXELS, false), 1, List.of());
		try {
			return new Reduction(
							source,
							output,
							new Classes(List.of(), List.of()),
							ObjectTraits.UNKNOWN,
							List.of(),
							SegmentOptions.DEFAULT.withScale(1).withProbabilities(true),
							UNSPLIT)
					.reduce(prediction, ProgressListener.NONE);
		} catch (final FoveaException e) {
			throw new AssertionError(e);
		}
	}

	/** @return the same with objects linked through z; its label image is written anew */
	public static Segmentation linked(final Segmentation planes) {
		return SliceLinks.link(planes);
	}
}
