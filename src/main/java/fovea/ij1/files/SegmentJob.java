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
		segmentOptions = new SegmentOptions(segmentOptions.threshold(), segmentOptions.minSize(), wanted.contains(
			Output.PROBABILITIES));
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
		final Segmentation segmentation = new Segmenter(model, options, segmentOptions).segment(ImagePlusImages.wrap(
			source), listener);
		if (listener.isCancelled()) throw new CancelledException();
		for (final Output output : outputs())
			write(output, segmentation, source, destination.file(output));
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
