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
package fovea;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.data.MaskReading;
import fovea.evaluate.AddedNoise;
import fovea.evaluate.Evaluation;
import fovea.evaluate.ImageEvaluation;
import fovea.evaluate.ImageMethods;
import fovea.evaluate.ImageSummary;
import fovea.evaluate.Peak;
import fovea.evaluate.SegmentationEvaluation;
import fovea.evaluate.SegmentationMethods;
import fovea.evaluate.SegmentationSummary;
import fovea.evaluate.TruthPairs;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.Prediction;
import fovea.infer.Predictor;
import fovea.infer.ReconstructionError;
import fovea.infer.ResultUse;
import fovea.model.Purpose;
import fovea.segment.Segmenter;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A model that is open, and turns images into objects or images. {@link Fovea#model(String)} opens it.
 *
 * <pre>{@code
 * try (Model model = fovea.model("nuclei")) {
 *     for (RandomAccessibleInterval<UnsignedByteType> image : images)
 *         counts.add(model.segment(image).objects().size());
 * }
 * }</pre>
 *
 * <p>Images may be of any size: they are run in tiles. Of two dimensions they are planes; of more, say with
 * {@link ImageData#of(RandomAccessibleInterval, String)} what the dimensions are. A model of planes goes through slices
 * and frames one by one. Values go in as they are, without a scale to 0 and 1: the model's description says how they
 * are normalized.
 *
 * <p>Thread-safe: several threads may run it at once. Close it when you are done, to free its native memory and
 * temporary files; {@link Fovea#close()} closes those that are left, and one that nobody holds any more is closed some
 * time after it was collected. Runs of a model that is closed fail.
 */
public final class Model implements AutoCloseable {

	private final Fovea fovea;
	private final LoadedModel model;
	private final Runnable closing;

	Model(final Fovea fovea, final LoadedModel model) {
		this.fovea = fovea;
		this.model = model;
		closing = fovea.keep(this, model::close);
	}

	/** @return what the model is called, for people */
	public String name() {
		return model.spec().name();
	}

	/** What a run does with the model. */
	private interface Run<R> {

		R run(Listening listener) throws FoveaException;
	}

	/** @param wanted what the model must be for */
	private <R> R run(final Purpose wanted, final String remedy, final Progress progress, final Run<R> run)
			throws FoveaException {
		final Listening listener = new Listening(progress);
		try {
			model.spec().purpose().require(name(), wanted, remedy).ifPresent(listener::warn);
			return run.run(listener);
		} finally {
			Reference.reachabilityFence(this);
		}
	}

	/**
	 * As {@link #segment(ImageData, SegmentSettings, Progress)}, of a plane, with the defaults.
	 *
	 * @param plane of two dimensions, X and Y; not changed
	 * @return labels, classes and objects
	 * @throws FoveaException as with all settings
	 */
	public Segmentation segment(final RandomAccessibleInterval<? extends RealType<?>> plane) throws FoveaException {
		return segment(ImageData.of(plane));
	}

	/**
	 * As {@link #segment(ImageData, SegmentSettings, Progress)}, with the defaults.
	 *
	 * @param image not changed
	 * @return labels, classes and objects
	 * @throws FoveaException as with all settings
	 */
	public Segmentation segment(final ImageData<?> image) throws FoveaException {
		return segment(image, SegmentSettings.DEFAULT);
	}

	/**
	 * As {@link #segment(ImageData, SegmentSettings, Progress)}; warnings go where {@link FoveaSettings} says.
	 *
	 * @param image not changed
	 * @param settings how to run the model
	 * @return labels, classes and objects
	 * @throws FoveaException as with all settings
	 */
	public Segmentation segment(final ImageData<?> image, final SegmentSettings settings) throws FoveaException {
		return segment(image, settings, fovea.progress());
	}

	/**
	 * Finds objects.
	 *
	 * @param image what to segment; not changed. Of a color image a model of one channel sees the gray; of other images
	 *     of several channels you have to choose ({@link RunSettings#withChannelNumbers})
	 * @param settings how
	 * @param progress hears of progress and warnings, may cancel
	 * @return labels, classes and objects
	 * @throws FoveaException if the model does not find objects, image and model do not fit, or the run failed; a
	 *     {@link fovea.base.CancelledException} if it was cancelled
	 */
	public Segmentation segment(final ImageData<?> image, final SegmentSettings settings, final Progress progress)
			throws FoveaException {
		return run(
				Purpose.SEGMENTS,
				"run it with denoise or reconstruct, or take another model, such as nuclei",
				progress,
				listener -> {
					final fovea.segment.Segmentation found = new Segmenter(
									model, settings.run().options(), settings.options())
							.segment(image.image(), listener);
					found.warnings().forEach(listener::warn);
					return new Segmentation(image, found);
				});
	}

	/**
	 * As {@link #denoise(ImageData, RunSettings, Progress)}, of a plane, with the defaults.
	 *
	 * @param plane of two dimensions, X and Y; not changed
	 * @return the result in 32-bit float, with the axes of the image
	 * @throws FoveaException as with all settings
	 */
	public ImageData<FloatType> denoise(final RandomAccessibleInterval<? extends RealType<?>> plane)
			throws FoveaException {
		return denoise(ImageData.of(plane));
	}

	/**
	 * As {@link #denoise(ImageData, RunSettings, Progress)}, with the defaults.
	 *
	 * @param image not changed
	 * @return the result in 32-bit float, with the axes of the image
	 * @throws FoveaException as with all settings
	 */
	public ImageData<FloatType> denoise(final ImageData<?> image) throws FoveaException {
		return denoise(image, RunSettings.DEFAULT);
	}

	/**
	 * As {@link #denoise(ImageData, RunSettings, Progress)}; warnings go where {@link FoveaSettings} says.
	 *
	 * @param image not changed
	 * @param settings how to run the model
	 * @return the result in 32-bit float, with the axes of the image
	 * @throws FoveaException as with all settings
	 */
	public ImageData<FloatType> denoise(final ImageData<?> image, final RunSettings settings) throws FoveaException {
		return denoise(image, settings, fovea.progress());
	}

	/**
	 * Takes noise off, or whatever else the model makes of an image.
	 *
	 * @param image what to denoise; not changed
	 * @param settings how
	 * @param progress hears of progress and warnings, may cancel
	 * @return the result in 32-bit float, in the gray values of the image where the normalization can be inverted, else
	 *     in the network's own; neither rounded nor clipped. It has the axes of the image
	 * @throws FoveaException if no image comes out of the model, image and model do not fit, or the run failed; a
	 *     {@link fovea.base.CancelledException} if it was cancelled
	 */
	public ImageData<FloatType> denoise(final ImageData<?> image, final RunSettings settings, final Progress progress)
			throws FoveaException {
		return restore(image, settings, progress, (pixels, result) -> image(image, result));
	}

	/**
	 * As {@link #reconstruct(ImageData, RunSettings, Progress)}, with the defaults.
	 *
	 * @param image not changed
	 * @return reconstruction and squared error
	 * @throws FoveaException as with all settings
	 */
	public Reconstruction reconstruct(final ImageData<?> image) throws FoveaException {
		return reconstruct(image, RunSettings.DEFAULT, fovea.progress());
	}

	/**
	 * Reconstructs an image, and tells how far off each pixel is.
	 *
	 * @param image what to reconstruct; not changed
	 * @param settings how
	 * @param progress hears of progress and warnings, may cancel
	 * @return reconstruction and squared error
	 * @throws FoveaException if no image of the same size comes out of the model, image and model do not fit, or the
	 *     run failed; a {@link fovea.base.CancelledException} if it was cancelled
	 */
	public Reconstruction reconstruct(final ImageData<?> image, final RunSettings settings, final Progress progress)
			throws FoveaException {
		return restore(image, settings.withStabilization(false), progress, (pixels, result) -> {
			final ReconstructionError error = ReconstructionError.of(pixels, result);
			return new Reconstruction(image(image, result), image(image, error.squared()), means(error));
		});
	}

	private static List<Double> means(final ReconstructionError error) {
		return Arrays.stream(error.meanPerPlane()).boxed().toList();
	}

	/** What is made of an image and what came out. */
	private interface Making<R> {

		R of(Image pixels, Image result) throws FoveaException;
	}

	private <R> R restore(
			final ImageData<?> image, final RunSettings settings, final Progress progress, final Making<R> making)
			throws FoveaException {
		return run(
				Purpose.RESTORES, "run it with segment, or take another model, such as denoise", progress, listener -> {
					final Image pixels = image.image();
					final Prediction prediction =
							new Predictor(model, settings.options()).predict(pixels, ResultUse.FLOAT, listener);
					prediction.warnings().forEach(listener::warn);
					return making.of(pixels, prediction.image());
				});
	}

	private static ImageData<FloatType> image(final ImageData<?> source, final Image result) {
		return source.like(Segmentation.floats(result), result.calibration());
	}

	/**
	 * As {@link #evaluateSegmentation(List, List, SegmentSettings, Progress)}, with the defaults.
	 *
	 * @param images not changed
	 * @param labels the truth: 0 for background, a number of its own for each object
	 * @return how well they agree
	 * @throws FoveaException as with all settings
	 */
	public SegmentationQuality evaluateSegmentation(
			final List<? extends ImageData<?>> images, final List<? extends ImageData<?>> labels)
			throws FoveaException {
		return evaluateSegmentation(images, labels, SegmentSettings.DEFAULT, fovea.progress());
	}

	/**
	 * Compares what the model finds with the truth.
	 *
	 * @param images what is segmented
	 * @param labels the truth, of the same sizes, one for each image in the same order: 0 for background, a number of
	 *     its own for each object
	 * @param settings how to segment
	 * @param progress hears of images that are done and of warnings, may cancel
	 * @return how well they agree
	 * @throws FoveaException if the model does not find objects of one class, image and truth do not fit, or a run
	 *     failed; a {@link fovea.base.CancelledException} if it was cancelled
	 * @throws IllegalArgumentException if there are not as many labels as images
	 */
	public SegmentationQuality evaluateSegmentation(
			final List<? extends ImageData<?>> images,
			final List<? extends ImageData<?>> labels,
			final SegmentSettings settings,
			final Progress progress)
			throws FoveaException {
		final MaskReading reading = new MaskReading.Instances(false);
		return run(Purpose.SEGMENTS, "use evaluateDenoising", progress, listener -> {
			final TruthPairs pairs = TruthPairs.of(
					Images.source("images", images), Images.partners("labels", labels, images), listener::warn);
			return SegmentationQuality.of(SegmentationSummary.of(scores(
					new SegmentationEvaluation(
							pairs,
							reading,
							List.of(SegmentationMethods.model(
									model, settings.run().options(), settings.options(), reading))),
					listener)));
		});
	}

	/**
	 * As {@link #evaluateDenoising(List, List, RunSettings, Progress)}, with the defaults.
	 *
	 * @param images not changed
	 * @param clean the truth
	 * @return how near they are
	 * @throws FoveaException as with all settings
	 */
	public RestorationQuality evaluateDenoising(
			final List<? extends ImageData<?>> images, final List<? extends ImageData<?>> clean) throws FoveaException {
		return evaluateDenoising(images, clean, RunSettings.DEFAULT, fovea.progress());
	}

	/**
	 * Compares what the model makes of images with clean ones.
	 *
	 * @param images what is denoised
	 * @param clean the truth, of the same sizes, one for each image in the same order
	 * @param settings how to run the model
	 * @param progress hears of images that are done and of warnings, may cancel
	 * @return how near they are
	 * @throws FoveaException if no image comes out of the model, image and truth do not fit, or a run failed; a
	 *     {@link fovea.base.CancelledException} if it was cancelled
	 * @throws IllegalArgumentException if there are not as many clean ones as images
	 */
	public RestorationQuality evaluateDenoising(
			final List<? extends ImageData<?>> images,
			final List<? extends ImageData<?>> clean,
			final RunSettings settings,
			final Progress progress)
			throws FoveaException {
		return run(Purpose.RESTORES, "use evaluateSegmentation", progress, listener -> {
			final TruthPairs pairs = TruthPairs.of(
					Images.source("images", images), Images.partners("clean images", clean, images), listener::warn);
			return RestorationQuality.of(ImageSummary.of(scores(
					new ImageEvaluation(
							pairs,
							Peak.BY_TYPE,
							AddedNoise.NONE,
							model.channels(),
							List.of(ImageMethods.model(model, settings.options()))),
					listener)));
		});
	}

	/** @return those of the one method, image by image */
	private static <S> List<S> scores(final Evaluation<S> evaluation, final Listening listener) throws FoveaException {
		final int total = evaluation.names().size();
		final List<S> scores = new ArrayList<>();
		for (int i = 0; i < total; i++) {
			if (listener.isCancelled()) throw new CancelledException();
			scores.add(evaluation.score(i, listener.withoutTiles()).get(0));
			listener.tile(i + 1, total);
		}
		return scores;
	}

	/** Frees native memory and temporary files. Closing it again does nothing. */
	@Override
	public void close() {
		closing.run();
	}
}
