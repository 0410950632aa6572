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
package fovea.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;

import fovea.FoveaException;
import fovea.ij1.files.FolderImages;
import fovea.model.ModelException;
import fovea.model.Normalization;
import fovea.net.Architecture;
import fovea.net.ArchitectureFile;
import fovea.net.ArchitectureOptions;
import fovea.net.Architectures;
import fovea.net.Initializers;
import fovea.net.NamedArchitecture;
import fovea.net.Shapes;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.Augmentation;
import fovea.train.Baseline;
import fovea.train.EpochRecord;
import fovea.train.IdxFile;
import fovea.train.ImageSource;
import fovea.train.KerasWeightFile;
import fovea.train.LearningRate;
import fovea.train.Loss;
import fovea.train.MaskReading;
import fovea.train.Noise;
import fovea.train.SampleReader;
import fovea.train.Samples;
import fovea.train.TrainedModel;
import fovea.train.Trainer;
import fovea.train.TrainingConfig;
import fovea.train.TrainingRecord;
import fovea.train.TrainingResult;
import fovea.train.TrainingStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fovea train}: trains a network on images and writes it as a model. */
@Command(name = "train", header = "Trains a network on your images.", sortOptions = false, //
	description = "%nWithout --targets or --masks the network learns to give back its input (reconstruct), or with --noise the " + //
		"image without the noise (denoise). With --masks it learns to segment. Writes a model that the other commands take.", //
	footerHeading = "%nExamples:%n", footer = { //
		"  fovea train --architecture cae-strided --data digits-idx3-ubyte.gz --normalize div255 --out digits.zip", //
		"  fovea train --architecture cae-denoise --data images/ --noise 0.02-0.2 --patch 64 --out denoiser.zip", //
		"  fovea train --architecture fcn-small --data images/ --masks masks/ --mask-kind binary --patch 128 --out cells.zip" })
final class Train implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--architecture", required = true, paramLabel = "NAME", //
		description = "Name of a network (see 'fovea architectures') or a file that describes one.")
	private String architecture;

	@Option(names = "--data", required = true, paramLabel = "PATH", //
		description = "Folder of images, one image or stack, or an idx file such as MNIST's.")
	private Path data;

	@Option(names = "--labels", paramLabel = "FILE", description = "idx file of labels for --data, with --only.")
	private Path labels;

	@Option(names = "--only", split = ",", paramLabel = "N", description = "Labels to keep, such as 1,5,6.")
	private Set<Integer> only;

	@Option(names = "--targets", paramLabel = "PATH", description = "What is to come out, matched to --data by name.")
	private Path targets;

	@Option(names = "--masks", paramLabel = "PATH", description = "Masks of the images, matched by name.")
	private Path masks;

	@Option(names = "--mask-kind", defaultValue = "binary", paramLabel = "KIND", //
		description = "binary (0 or not), instances (a number for each object) or border (instances, with the border between " + //
			"touching objects as a class of its own). Default: binary.")
	private String maskKind;

	@Option(names = "--out", required = true, paramLabel = "FILE", description = "The model, a zip. Beside it the curves, as CSV.")
	private Path out;

	@Option(names = "--name", paramLabel = "TEXT", description = "Name of the model. Default: that of the file.")
	private String name;

	@Option(names = "--normalize", defaultValue = "percentile", paramLabel = "HOW", //
		description = "How gray values are brought to the network's range: percentile, zscore, minmax, div255 or none.")
	private String normalize;

	@Option(names = "--noise", paramLabel = "SIGMA", //
		description = "Gaussian noise put on the input, in units of normalised values: a number or a range such as 0.02-0.2.")
	private String noise;

	@Option(names = "--epochs", paramLabel = "N", description = "Default: the architecture's.")
	private Integer epochs;

	@Option(names = "--batch", paramLabel = "N", description = "Default: the architecture's.")
	private Integer batch;

	@Option(names = "--patch", defaultValue = "0", paramLabel = "PIXELS", //
		description = "Edge of the squares that are cut from the images at random; 0: whole images. Default: 0.")
	private int patch;

	@Option(names = "--learning-rate", paramLabel = "X", description = "Of Adam. Default: the architecture's.")
	private Double learningRate;

	@Option(names = "--loss", paramLabel = "NAME", description = "mse, mae, crossentropy or dice. Default: the architecture's.")
	private String loss;

	@Option(names = "--class-weights", split = ",", paramLabel = "X", description = "For crossentropy, one for each class.")
	private List<Double> classWeights = List.of();

	@Option(names = "--augment", description = "Mirrors and turns the images at random.")
	private boolean augment;

	@Option(names = "--validation", defaultValue = "0.1", paramLabel = "X", //
		description = "Part of the images that is not trained on. Default: 0.1.")
	private double validation;

	@Option(names = "--patience", defaultValue = "0", paramLabel = "N", //
		description = "Stops when the validation loss has not fallen for so many epochs; 0: never. Default: 0.")
	private int patience;

	@Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Same seed, same weights. Default: 1.")
	private long seed;

	@Option(names = "--keras-weights", paramLabel = "FILE", //
		description = "First weights from a Keras .h5 file, by names of layers (VGG16 for fcn8-vgg16).")
	private Path kerasWeights;

	@Option(names = "--checkpoints", paramLabel = "FOLDER", //
		description = "Writes a checkpoint after each epoch, and goes on from the latest one there.")
	private Path checkpoints;

	@Override
	public Integer call() throws FoveaException {
		final Fovea fovea = (Fovea) spec.root().userObject();
		final TrainingProgress progress = new TrainingProgress(fovea.console());
		final Normalization normalization = normalization();
		final ImageSource images = images(data);
		final NamedArchitecture named = Architectures.names().contains(architecture) ? Architectures.named(architecture)
			: null;
		final int channels = named == null ? 0 : Math.min(3, images.names().isEmpty() ? 1 : channels(images));
		final MaskReading reading = masks == null ? null : maskReading();
		final Architecture network = network(named, channels, reading == null ? 0 : reading.classes().size());
		final SampleReader reader = new SampleReader(normalization.steps(), OptionalInt.of(network.inputShape().channels()),
			progress);
		final Samples samples = reading != null ? reader.masks(images, images(masks), reading) : targets != null ? reader
			.pairs(images, images(targets)) : reader.images(images);
		final TrainingConfig config = config(named, network, samples);
		progress.start(config);
		final TensorFlowNetworkFactory factory = new TensorFlowNetworkFactory();
		final TrainingResult result = Trainer.train(config, samples, factory, start(network), progress);
		progress.end();
		final String title = name != null ? name : out.getFileName().toString().replaceFirst("\\.zip$", "");
		final TrainingRecord record = new TrainedModel(title, "Trained with Fovea: " + network.name() + " on " + samples.samples().size() + " images of " + data
			.getFileName() + ".", "", config, samples, result, normalization.steps()).write(out, factory);
		final Path curves = curves(result);
		fovea.console().print(out + ": best epoch " + result.bestEpoch() + " of " + result.history().size() + ", " + result
			.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\n  " + curves);
		for (final Baseline baseline : record.baselines())
			fovea.console().print("  without a network: " + baseline.method() + " (" + baseline.setting() + ") " + baseline
				.scores());
		return ExitCode.OK;
	}

	private static int channels(final ImageSource images) throws FoveaException {
		return images.read(0).size(fovea.image.Image.C);
	}

	private Normalization normalization() {
		try {
			return Normalization.ofLabel(normalize);
		}
		catch (final ModelException e) {
			throw usage(e.getMessage());
		}
	}

	private ImageSource images(final Path path) throws FoveaException {
		final String file = path.getFileName().toString();
		if (!file.contains("-ubyte") && !file.contains(".idx")) return FolderImages.of(path);
		if (path != data || labels == null) return IdxFile.read(path).images();
		if (only == null) throw usage("--labels needs --only");
		return IdxFile.read(path).images(IdxFile.read(labels), only);
	}

	private MaskReading maskReading() {
		return switch (maskKind.toLowerCase(Locale.ROOT)) {
			case "binary" -> new MaskReading.Binary();
			case "instances" -> new MaskReading.Instances(false);
			case "border" -> new MaskReading.Instances(true);
			default -> throw usage("--mask-kind: expected binary, instances or border, got '" + maskKind + "'");
		};
	}

	private Architecture network(final NamedArchitecture named, final int channels, final int classes)
		throws ModelException
	{
		if (named == null) return ArchitectureFile.read(Path.of(architecture));
		ArchitectureOptions options = named.defaults();
		if (!named.name().equals("fcn8-vgg16") && channels > 0) options = options.withChannels(channels);
		if (named.hasClasses() && classes > 0) options = options.withClasses(classes);
		return named.build(options);
	}

	private TrainingConfig config(final NamedArchitecture named, final Architecture network, final Samples samples)
		throws ModelException
	{
		try {
			TrainingConfig config = TrainingConfig.of(network).withLoss(loss(named, network, samples)).withPatch(patch)
				.withValidationFraction(validation).withPatience(patience).withSeed(seed).withNoise(noise());
			if (named != null) config = config.withBatch(named.training().batchSize()).withEpochs(named.training().epochs())
				.withLearningRate(LearningRate.constant(named.training().learningRate()));
			if (epochs != null) config = config.withEpochs(epochs);
			if (batch != null) config = config.withBatch(batch);
			if (learningRate != null) config = config.withLearningRate(LearningRate.constant(learningRate));
			return augment ? config.withAugmentation(Augmentation.GEOMETRIC) : config;
		}
		catch (final IllegalArgumentException e) {
			throw usage(e.getMessage());
		}
	}

	private Loss loss(final NamedArchitecture named, final Architecture network, final Samples samples)
		throws ModelException
	{
		final String wanted = loss != null ? loss : named != null ? named.training().loss() : samples.classes().isEmpty()
			? "mse" : "crossentropy";
		final int outputs = Shapes.infer(network).output().channels();
		if (!classWeights.isEmpty() && classWeights.size() != outputs) throw usage("--class-weights: expected " + outputs +
			" numbers, got " + classWeights.size());
		return switch (wanted.toLowerCase(Locale.ROOT)) {
			case "mse" -> new Loss.MeanSquaredError();
			case "mae" -> new Loss.MeanAbsoluteError();
			case "dice" -> new Loss.Dice();
			case "crossentropy", "categorical_crossentropy" -> new Loss.CategoricalCrossEntropy(classWeights);
			default -> throw usage("--loss: expected mse, mae, crossentropy or dice, got '" + wanted + "'");
		};
	}

	private Noise noise() {
		if (noise == null) return new Noise.None();
		try {
			final String[] ends = noise.split("-", 2);
			final double min = Double.parseDouble(ends[0]);
			return new Noise.Gaussian(min, ends.length == 1 ? min : Double.parseDouble(ends[1]));
		}
		catch (final NumberFormatException e) {
			throw usage("--noise: expected a number or a range such as 0.02-0.2, got '" + noise + "'");
		}
	}

	private TrainingStart start(final Architecture network) throws FoveaException {
		TrainingStart start = TrainingStart.NEW;
		if (kerasWeights != null) start = start.withWeights(Initializers.initialize(network, seed).with(KerasWeightFile.read(
			kerasWeights, network)));
		return checkpoints == null ? start : start.resuming(checkpoints);
	}

	private Path curves(final TrainingResult result) throws ModelException {
		final StringBuilder csv = new StringBuilder("epoch,loss,validation_loss," + result.metric() + ",learning_rate,seconds\n");
		for (final EpochRecord epoch : result.history())
			csv.append(epoch.epoch()).append(',').append(epoch.loss()).append(',').append(text(epoch.validationLoss())).append(
				',').append(text(epoch.metric())).append(',').append(epoch.learningRate()).append(',').append(epoch.seconds())
				.append('\n');
		final Path file = out.resolveSibling(out.getFileName().toString().replaceFirst("\\.zip$", "") + "-curves.csv");
		try {
			Files.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new ModelException("Cannot write '" + file + "': " + e, e);
		}
		return file;
	}

	private static String text(final java.util.OptionalDouble value) {
		return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
	}

	private ParameterException usage(final String message) {
		return new ParameterException(spec.commandLine(), message);
	}
}
