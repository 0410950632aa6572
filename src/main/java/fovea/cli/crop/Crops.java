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
package fovea.cli.crop;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.ConsoleProgress;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.MaskOptions;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.TrainingProgress;
import fovea.cli.terminal.Usage;
import fovea.data.CropOptions;
import fovea.data.CropReader;
import fovea.data.MaskReading;
import fovea.data.ObjectCrop;
import fovea.evaluate.LabeledPlane;
import fovea.io.DataType;
import fovea.job.ImageSources;
import fovea.job.MaskMeaning;
import fovea.job.MaskSource;
import fovea.task.train.Masks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fovea crops}. */
@Command(
		name = "crops",
		header = "Cuts single objects out of images, by masks of them.",
		description =
				"%nWrites a small square image of each object, all of one size, to train a network on single objects: "
						+ "as one numpy array, or as a folder of TIFFs named IMAGE-LABEL.tif. A table (CSV) tells "
						+ "where each is from. Gray "
						+ "values stay as they are; of a color image the mean of red, green and blue is taken.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea crops --data images/ --masks labels/ --mask-kind instances --size 64 --out nuclei.npy",
			"  fovea crops --data images/ --masks labels/ --mask-kind instances --min-size 40 --clear-others --out "
					+ "nuclei/",
			"  fovea crops --data drawn/ --mask-kind rois-instances --border --margin 0 --out cells.npy"
		})
public final class Crops implements Callable<Integer>, DescribedOptions.Owner {

	@ParentCommand
	private Program fovea;

	@Spec
	private CommandSpec spec;

	@Option(
			names = "--data",
			required = true,
			paramLabel = "PATH",
			order = 2,
			description = "Folder of images, one image or stack, a .npy array (axes n y x or n y x c), or an idx file.")
	private Path data;

	@Option(
			names = {"-o", "--out"},
			required = true,
			paramLabel = "PATH",
			order = 3,
			description =
					"A file that ends in .npy (axes n y x), else a folder, which may hold no images yet. 8 or 16 bit "
							+ "where "
							+ "all images are, else 32 bit.")
	private Path out;

	@Option(
			names = "--size",
			paramLabel = "PIXELS",
			defaultValue = "64",
			order = 4,
			description = "Rows and columns of each crop, which is resized bilinearly. Default: ${DEFAULT-VALUE}.")
	private int size;

	@Option(
			names = "--margin",
			paramLabel = "PART",
			defaultValue = "0.2",
			order = 5,
			description = "Around each object, as a part of the longer side of its bounding box. Beyond the image its "
					+ "pixels are "
					+ "mirrored. Default: ${DEFAULT-VALUE}.")
	private double margin;

	@Option(names = "--border", order = 6, description = "Take objects that touch the border of the image, too.")
	private boolean border;

	@Option(
			names = "--min-size",
			paramLabel = "PIXELS",
			defaultValue = "1",
			order = 7,
			description = "Objects of fewer pixels are left out. Default: ${DEFAULT-VALUE}.")
	private int minSize;

	@Option(
			names = "--max-size",
			paramLabel = "PIXELS",
			order = 8,
			description = "Objects of more pixels are left out. Default: none is too large.")
	private Integer maxSize;

	@Option(
			names = "--clear-others",
			order = 9,
			description =
					"Put background where other objects are, the median of the image's pixels without an object, so "
							+ "that "
							+ "each crop shows one.")
	private boolean clearOthers;

	private final DescribedOptions described = new DescribedOptions(List.of()).group("Masks", 1, Masks.NAMED);
	private final MaskOptions masks = new MaskOptions(described);

	/** What came of all images. */
	private static final class Tally {

		private final List<ObjectCrop> crops = new ArrayList<>();
		private final Set<DataType> types = EnumSet.noneOf(DataType.class);
		private int objects;
		private int images;
		private int failed;

		void add(final CropReader.ImageCrops image) {
			crops.addAll(image.crops());
			if (!image.crops().isEmpty()) types.add(image.type());
			objects += image.objects();
			images++;
		}

		DataType type() {
			return types.size() == 1 ? types.iterator().next() : DataType.FLOAT32;
		}
	}

	@Override
	public DescribedOptions described() {
		return described;
	}

	@Override
	public Integer call() throws FoveaException {
		final Usage usage = new Usage(spec.commandLine());
		final CropOptions options = usage.inRange(() -> new CropOptions(
				size, margin, border, minSize, maxSize == null ? Integer.MAX_VALUE : maxSize, clearOthers));
		final MaskMeaning meaning = masks.meaning(usage)
				.orElseThrow(() -> usage.error("Expected --masks, or a --mask-kind of ROIs, that tell the objects"));
		final CropOutput output = new CropOutput(out);
		output.check(masks.path() == null ? List.of(data) : List.of(data, masks.path()), usage);
		final Console console = fovea.console();
		try (Interruption interruption = Interruption.watch()) {
			final TrainingProgress progress = new TrainingProgress(console, interruption::isRequested);
			final MaskSource source = meaning.open(masks.path(), data, progress);
			final Tally tally = cut(reader(source, options, console, interruption), console, interruption);
			if (tally.images == 0) return ExitCode.SOFTWARE;
			if (tally.crops.isEmpty())
				throw new TrainingException(source.images().name() + ": expected objects, "
						+ (tally.objects == 0
								? "found none"
								: "all of the " + tally.objects
										+ " found are left out, at the border or by their size"));
			output.write(tally.crops, tally.type());
			tell(tally, output, console);
			return tally.failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
		}
	}

	private CropReader reader(
			final MaskSource source, final CropOptions options, final Console console, final Interruption interruption)
			throws FoveaException {
		final MaskReading reading = source.reading();
		return new CropReader(
				ImageSources.of(data),
				source.images(),
				(mask, name) -> LabeledPlane.ofMask(
								mask,
								reading,
								name,
								new ConsoleProgress(console, Path.of(name), interruption::isRequested))
						.objects(),
				options,
				line -> console.error("warning: " + line));
	}

	private static Tally cut(final CropReader reader, final Console console, final Interruption interruption)
			throws CancelledException {
		final Tally tally = new Tally();
		for (int i = 0; i < reader.names().size(); i++) {
			if (interruption.isRequested()) throw new CancelledException();
			try {
				tally.add(reader.read(i));
			}
			// A file can be broken in ways its reader did not think of, or too large: the next may be well.
			catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
				tally.failed++;
				console.error(Path.of(reader.names().get(i)), e);
			}
		}
		return tally;
	}

	private void tell(final Tally tally, final CropOutput output, final Console console) {
		final int left = tally.objects - tally.crops.size();
		console.print(count(tally.crops.size(), "crop") + " of " + size + " x " + size + " pixels ("
				+ tally.type().label() + ") of "
				+ count(tally.images, "image")
				+ (left == 0 ? "" : ", " + count(left, "object") + " left out, at the border or by size")
				+ (tally.failed == 0 ? "" : "; " + count(tally.failed, "image") + " failed"));
		console.print("  " + out);
		console.print("  " + output.table());
	}

	private static String count(final int n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}
}
