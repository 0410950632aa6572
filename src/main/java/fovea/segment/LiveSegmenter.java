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
import fovea.image.Image;
import fovea.image.Region;
import fovea.infer.LoadedModel;
import fovea.infer.OneChannel;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.AxisType;
import fovea.segment.split.ShapeSplitter;
import java.util.List;

/**
 * Segments a part of one plane of an image again and again, as its options change: for previews. The network runs once
 * for each scale; what it said is kept, so that another threshold, minimum size, confidence or splitting takes a
 * fraction of that time. Finds what a {@link Segmenter} finds in the plane, if the whole of it is small enough to be
 * computed ({@link #MOST_PIXELS}), normalized as in the whole image. Of an image of many planes that is seen at another
 * scale, statistics are those of the image as it is. Does not close the model. Not thread-safe.
 *
 * <pre>{@code
 * LiveSegmenter live = new LiveSegmenter(model, PredictionOptions.DEFAULT, image, 0, 0);
 * Part first = live.segment(view, SegmentOptions.DEFAULT, ProgressListener.NONE); // runs the network
 * Part next = live.segment(view, SegmentOptions.DEFAULT.withThreshold(0.6), ProgressListener.NONE);
 * }</pre>
 */
public final class LiveSegmenter {

	/** A part of more pixels is not looked at: 2048 x 2048. */
	public static final int MOST_PIXELS = 1 << 22;

	private final LoadedModel model;
	private final PredictionOptions prediction;
	private final Image plane;
	private final Predictor predictor;
	private KeptSights kept = new KeptSights();
	private Box box;

	/**
	 * @param model stays open
	 * @param prediction how to run it
	 * @param image must not change
	 * @param z 0-based slice that is looked at
	 * @param t 0-based frame
	 * @throws FoveaException if image and model do not fit, or the model sees more than one plane at once
	 */
	public LiveSegmenter(
			final LoadedModel model, final PredictionOptions prediction, final Image image, final int z, final int t)
			throws FoveaException {
		OneChannel.require(model, image, prediction.channels());
		final List<AxisType> axes = model.inputPort().layout().tiledAxes();
		if (axes.contains(AxisType.Z) || axes.contains(AxisType.TIME))
			throw new ModelException("Model '" + model.spec().name()
					+ "' sees more than one plane at once: there is no preview of a plane");
		this.model = model;
		this.prediction = prediction;
		plane = image.at(z, t);
		final Predictor alone = new Predictor(model, prediction.withRestoreRange(false));
		final boolean isOne = image.size(Image.Z) == 1 && image.size(Image.T) == 1;
		final Image stack = prediction.channels().numbers().isEmpty() ? image.asSeenBy(model.channels()) : image;
		predictor = isOne ? alone : alone.within(stack);
	}

	/**
	 * Objects that are found in a part of the plane.
	 *
	 * @param found in that part; coordinates are counted from its corner
	 * @param box that part of the plane, at least what was asked for
	 */
	public record Part(Segmentation found, Box box) {}

	/**
	 * @param view of the plane, of at most {@link #MOST_PIXELS} pixels
	 * @param options how the network's output becomes objects
	 * @param listener hears of progress and warnings, may cancel
	 * @return the objects in it
	 * @throws FoveaException if the run failed or was cancelled
	 */
	public Part segment(final Box view, final SegmentOptions options, final ProgressListener listener)
			throws FoveaException {
		if (box == null || !contains(box, view)) {
			kept = new KeptSights();
			box = around(view);
		}
		final Segmenter.Part part = new Segmenter(
						model, prediction, options.withProbabilities(false), new ShapeSplitter(), predictor, kept)
				.part(plane, box, listener);
		return new Part(part.found(), part.box());
	}

	private Box around(final Box view) {
		final Box whole = Box.of(plane);
		if (pixels(whole) <= MOST_PIXELS) return whole;
		return Window.around(view, plane).box();
	}

	private static boolean contains(final Box outer, final Box inner) {
		return inner.x() >= outer.x()
				&& inner.y() >= outer.y()
				&& inner.endX() <= outer.endX()
				&& inner.endY() <= outer.endY();
	}

	private static long pixels(final Box box) {
		return (long) box.width() * box.height();
	}

	/**
	 * @param part of the plane
	 * @param region of the image
	 * @return of each label of the part, from 1 on, whether its object has more than half of its pixels in the region;
	 *     at index 0: false
	 */
	public static boolean[] within(final Part part, final Region region) {
		final int[] renumbered = new SelectedObjects(part.found, part.box, region).renumbered();
		final boolean[] within = new boolean[renumbered.length];
		for (int i = 1; i < within.length; i++) within[i] = renumbered[i] > 0;
		return within;
	}
}
