package fovea.ij1.files;

import java.util.Set;

import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.segment.SegmentOptions;

/** Makes the jobs there are. None of them closes its model. */
public final class ImageJobs {

	private ImageJobs() {}

	/**
	 * @param model image in, image out
	 * @param options how to run it
	 * @param sameType whether the result has the element type of the image; else it is 32-bit float
	 * @return a job that writes {@link Output#DENOISED}
	 */
	public static ImageJob denoise(final LoadedModel model, final PredictionOptions options, final boolean sameType) {
		return new DenoiseJob(model, options, sameType);
	}

	/**
	 * @param model image in, image out
	 * @param options how to run it
	 * @param errorMap whether {@link Output#ERROR} is wanted
	 * @return a job that writes {@link Output#RECONSTRUCTED}
	 */
	public static ImageJob reconstruct(final LoadedModel model, final PredictionOptions options, final boolean errorMap) {
		return new ReconstructJob(model, options, errorMap);
	}

	/**
	 * @param model image in, classes out
	 * @param options how to run it
	 * @param segmentOptions how probabilities become objects; whether to keep them follows from wanted
	 * @param wanted of {@link Output#MASK}, {@link Output#LABELS}, {@link Output#PROBABILITIES} and
	 *            {@link Output#TABLE}
	 * @return a job that writes {@link Output#OVERLAY} and what is wanted
	 */
	public static ImageJob segment(final LoadedModel model, final PredictionOptions options,
		final SegmentOptions segmentOptions, final Set<Output> wanted)
	{
		return new SegmentJob(model, options, segmentOptions, wanted);
	}
}
