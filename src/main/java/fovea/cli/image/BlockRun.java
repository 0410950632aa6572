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
package fovea.cli.image;

import fovea.base.FoveaException;
import fovea.block.BlockImage;
import fovea.block.BlockSegmentation;
import fovea.block.LabelOutput;
import fovea.block.StageRunner;
import fovea.ij1.files.BlockRows;
import fovea.ij1.files.MacroCall;
import fovea.infer.LoadedModel;
import fovea.infer.ProgressListener;
import fovea.segment.Linking;
import fovea.task.Output;
import fovea.task.Segment;
import fovea.zarr.ome.OmeVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Segments an image of OME-Zarr block by block into one of labels.
 *
 * @param task what is asked for
 * @param image that is segmented
 * @param out folder of the labels
 */
record BlockRun(Segment task, String image, Path out) {

	/** @return whether results are to go into an image of OME-Zarr, not into a folder */
	static boolean isMeant(final Path out) {
		return LabelOutput.isInImage(out)
				|| String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zarr");
	}

	/** @return options that are asked for and that blocks know nothing of */
	List<String> unknown() {
		final List<String> unknown = new ArrayList<>();
		for (final Output output : List.of(Output.PROBABILITIES, Output.POINTS))
			if (task.outputs().contains(output))
				unknown.add(output.wish().orElseThrow().name());
		if (task.options().linking() != Linking.NONE) unknown.add(Segment.LINK.name());
		return unknown;
	}

	/**
	 * What was written.
	 *
	 * @param files labels, and the table if one is asked for
	 * @param objects how many there are
	 * @param warnings lines that the user should see
	 */
	record Done(List<Path> files, long objects, List<String> warnings) {}

	/**
	 * @param model that finds objects
	 * @param runner does the work
	 * @param listener hears of progress and warnings, may cancel
	 */
	Done run(final LoadedModel model, final StageRunner runner, final ProgressListener listener) throws FoveaException {
		try (BlockImage blocks = BlockImage.open(image, 0);
				LabelOutput output = LabelOutput.open(out)) {
			final BlockSegmentation job = job(blocks, model);
			final BlockSegmentation.Result result = job.run(output.store(), runner, listener);
			final List<Path> files = new ArrayList<>(List.of(out));
			if (task.outputs().contains(Output.TABLE)) {
				output.write(result.table());
				files.add(output.table());
			}
			output.register(version(blocks));
			output.complete();
			return new Done(files, result.objects(), result.warnings());
		}
	}

	/** @return what is to be done; image and model stay open */
	BlockSegmentation job(final BlockImage blocks, final LoadedModel model) throws FoveaException {
		return new BlockSegmentation(
				blocks,
				model,
				task.prediction(),
				task.options(),
				new BlockSegmentation.Settings(
						LabelOutput.work(out),
						BlockSegmentation.Settings.EDGE,
						version(blocks),
						LabelOutput.name(out),
						new BlockRows(),
						MacroCall.of(task).parameters()));
	}

	/** That of the image. */
	private static OmeVersion version(final BlockImage blocks) {
		return blocks.array().spec().version() == 2 ? OmeVersion.V0_4 : OmeVersion.V0_5;
	}
}
