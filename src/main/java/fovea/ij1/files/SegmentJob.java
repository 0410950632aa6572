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

import fovea.base.FoveaException;
import fovea.ij1.CentroidRois;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.ObjectTable;
import fovea.ij1.OverlayStyle;
import fovea.ij1.Overlays;
import fovea.ij1.SegmentationImages;
import fovea.ij1.VolumeTable;
import fovea.infer.LoadedModel;
import fovea.infer.ProgressListener;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import fovea.task.Output;
import fovea.task.Segment;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Writes the objects that the model finds in an image. */
final class SegmentJob extends FileJob {

	private final Segment task;
	private final Segmenter segmenter;
	private final OverlayStyle style;
	private final Provenance provenance;

	SegmentJob(final Segment task, final LoadedModel model, final Provenance provenance) {
		super(task);
		this.task = task;
		segmenter = new Segmenter(model, task.prediction(), task.options());
		style = ObjectStyle.of(task);
		this.provenance = provenance;
	}

	/** Probabilities first, which a model may not have: then nothing else is written either. */
	@Override
	List<Output> order() {
		final List<Output> order = new ArrayList<>(outputs());
		if (order.remove(Output.PROBABILITIES)) order.add(0, Output.PROBABILITIES);
		return order;
	}

	@Override
	Results results(final ImagePlus source, final ProgressListener listener) throws FoveaException {
		VolumeTable.requireVolume(task.options().linking(), source);
		final Segmentation segmentation = segmenter.segment(ImagePlusImages.wrap(source), listener);
		return new Results() {

			@Override
			public void write(final Output output, final Path file) throws FoveaException {
				SegmentJob.this.write(output, segmentation, source, file);
			}

			@Override
			public OptionalInt objects() {
				return OptionalInt.of(segmentation.count());
			}

			@Override
			public List<String> warnings() {
				return segmentation.warnings();
			}
		};
	}

	private void write(final Output output, final Segmentation segmentation, final ImagePlus source, final Path file)
			throws FoveaException {
		switch (output) {
			case OVERLAY -> {
				Overlays.show(Overlays.of(segmentation, source, style), source);
				if (outputs().contains(Output.POINTS)) CentroidRois.show(segmentation, source);
				provenance.save(source, file);
			}
			case MASK -> provenance.save(SegmentationImages.mask(segmentation, source), file);
			case LABELS -> provenance.save(SegmentationImages.labels(segmentation, source), file);
			case PROBABILITIES -> provenance.save(SegmentationImages.probabilities(segmentation, source), file);
			case POINTS -> CentroidRois.save(segmentation, source, file);
			case TABLE -> CsvFile.write(ObjectTable.lines(segmentation, source), file);
			case VOLUMES -> CsvFile.write(VolumeTable.lines(segmentation, source), file);
			default -> throw new IllegalArgumentException("not of a segmentation: " + output);
		}
	}
}
