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
package fovea.command;

import fovea.base.FoveaException;
import fovea.ij1.Selections;
import fovea.ij1.preview.OutlinePreview;
import fovea.ij1.preview.PlaneSum;
import fovea.image.Image;
import fovea.image.Region;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.segment.LiveSegmenter;
import fovea.segment.LiveSegmenter.Part;
import fovea.segment.ObjectCount;
import fovea.task.Running;
import fovea.task.Segment;
import ij.ImagePlus;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** Outlines of the objects that a segmentation will find. */
final class SegmentPreview extends ModelPreview {

	private final SegmentCommand command;
	private final ImagePlus image;
	private final OutlinePreview outlines;

	/** Of the worker's thread: what the network has said, and of what. */
	private LiveSegmenter live;

	private Request seen;
	private PredictionOptions seenBy;
	private long sum;

	SegmentPreview(
			final SegmentCommand command,
			final ImagePlus image,
			final HostCommand.Typed typed,
			final Consumer<String> status) {
		super(command, image, typed, status);
		this.command = command;
		this.image = image;
		outlines = new OutlinePreview(image);
	}

	@Override
	Picture make(final Work work) throws FoveaException {
		final Request request = work.request();
		final Segment task = (Segment) request.task();
		final Image pixels = work.image();
		final Region region = task.values().get(Running.REGION) ? Selections.of(image, pixels) : Region.all(pixels);
		final Part part = segmenter(work).segment(request.view().box(), task.options(), work.listener());
		final boolean[] meant = new boolean[part.found().objects().size() + 1];
		Arrays.fill(meant, true);
		final boolean[] shown = region.isAllOf(pixels) ? meant : LiveSegmenter.within(part, region);
		return () -> {
			final int count = outlines.show(part, shown, request.view());
			final String line = ObjectCount.of(count, part.found()) + " in view";
			return part.found().scale() == 1
					? line
					: line
							+ String.format(
									Locale.ROOT, ", scale %s", part.found().scale());
		};
	}

	/** @return what has kept the network's output, if that is of the same pixels */
	private LiveSegmenter segmenter(final Work work) throws FoveaException {
		final Request request = work.request();
		final PredictionOptions prediction = prediction(work);
		final boolean isSame = live != null
				&& seen.isOfModelOf(request)
				&& seen.view().isOfPlaneOf(request.view())
				&& prediction.equals(seenBy);
		if (isSame && seen.change() == request.change()) return live;
		final long now = PlaneSum.of(image, request.view());
		if (!isSame || now != sum) {
			live = new LiveSegmenter(
					work.model(),
					prediction,
					work.image(),
					request.view().z(image),
					request.view().t());
		}
		seen = request;
		seenBy = prediction;
		sum = now;
		return live;
	}

	private PredictionOptions prediction(final Work work) {
		final PredictionOptions said = work.request().task().prediction();
		final LoadedModel model = work.model();
		return said.withChannels(command.inFront(model, work.image(), said.channels()));
	}

	@Override
	void remove() {
		outlines.remove();
	}

	@Override
	void forget() {
		live = null;
	}

	/** {@inheritDoc} Threshold and the like are applied to what the network has said. */
	@Override
	boolean isOfUse(final Request running, final Request next) {
		final boolean isSmall = (long) image.getWidth() * image.getHeight() <= LiveSegmenter.MOST_PIXELS;
		return running.isOfNetworkOf(next) && (isSmall || running.view().equals(next.view()));
	}
}
