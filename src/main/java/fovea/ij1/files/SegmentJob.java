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
package fovea.ij1.files;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import fovea.FoveaException;
import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.ObjectTable;
import fovea.ij1.Overlays;
import fovea.ij1.SegmentationImages;
import fovea.ij1.WatershedSplitter;
import fovea.image.ImageException;
import fovea.infer.CancelledException;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import ij.ImagePlus;

/** Writes the objects that the model finds in an image. */
record SegmentJob(LoadedModel model, PredictionOptions options, SegmentOptions segmentOptions, Set<Output> wanted)
	implements ImageJob
{

	SegmentJob {
		final EnumSet<Output> all = EnumSet.of(Output.OVERLAY);
		all.addAll(wanted);
		if (!EnumSet.range(Output.OVERLAY, Output.TABLE).containsAll(all)) throw new IllegalArgumentException(
			"not of a segmentation: " + wanted);
		wanted = Set.copyOf(all);
		segmentOptions = segmentOptions.withProbabilities(wanted.contains(Output.PROBABILITIES));
	}

	@Override
	public List<Output> outputs() {
		return List.copyOf(EnumSet.copyOf(wanted));
	}

	@Override
	public JobResult run(final Path image, final Destination destination, final ProgressListener listener)
		throws FoveaException
	{
		final Stopwatch watch = new Stopwatch();
		final ImagePlus source = ImageFiles.open(image);
		final Segmentation segmentation = new Segmenter(model, options, segmentOptions, new WatershedSplitter()).segment(
			ImagePlusImages.wrap(source), listener);
		if (listener.isCancelled()) throw new CancelledException();
		// First, for it is the one that a model may not have: then nothing else is written either.
		if (wanted.contains(Output.PROBABILITIES)) write(Output.PROBABILITIES, segmentation, source, destination.file(
			Output.PROBABILITIES));
		for (final Output output : outputs())
			if (output != Output.PROBABILITIES) write(output, segmentation, source, destination.file(output));
		return new JobResult(outputs().stream().map(destination::file).toList(), OptionalInt.of(segmentation.objects()
			.size()), OptionalDouble.empty(), watch.seconds(), segmentation.warnings());
	}

	private static void write(final Output output, final Segmentation segmentation, final ImagePlus source,
		final Path file) throws ImageException
	{
		switch (output) {
			case OVERLAY -> {
				Overlays.show(Overlays.of(segmentation, source), source);
				ImageFiles.save(source, file);
			}
			case MASK -> ImageFiles.save(SegmentationImages.mask(segmentation, source), file);
			case LABELS -> ImageFiles.save(SegmentationImages.labels(segmentation, source), file);
			case PROBABILITIES -> ImageFiles.save(SegmentationImages.probabilities(segmentation, source), file);
			case TABLE -> ImageFiles.saveTable(ObjectTable.of(segmentation, source), file);
			default -> throw new IllegalArgumentException("not of a segmentation: " + output);
		}
	}
}
