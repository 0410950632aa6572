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
package fovea.train.result;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.Samples;
import fovea.image.Normalizer;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.io.DataType;
import fovea.io.Npy;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.ModelSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.model.TensorSpec;
import fovea.model.library.PackageWriter;
import fovea.net.Alignment;
import fovea.net.Architecture;
import fovea.net.ReceptiveField;
import fovea.net.Shapes;
import fovea.net.file.ArchitectureFile;
import fovea.net.shape.Shape;
import fovea.scratch.ScratchFolder;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingResult;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/**
 * What a training leaves behind: a bioimage.io package with the network as a SavedModel (without the optimizer's
 * moments), its description, test tensors, the architecture and the record of the training.
 *
 * @param name for people
 * @param description what it is for and what it was trained on
 * @param license SPDX identifier, or empty
 * @param objectTraits of a segmentation
 * @param config how it was trained
 * @param samples what from
 * @param result the outcome
 * @param preprocessing that the samples had, and images will have
 * @param judgement of a segmentation, empty where there is none
 */
public record TrainedModel(
		String name,
		String description,
		String license,
		ObjectTraits objectTraits,
		TrainingConfig config,
		Samples samples,
		TrainingResult result,
		List<Processing> preprocessing,
		Optional<Judgement> judgement) {

	private static final String TENSORFLOW = "2.18.0";
	private static final float RAW_RANGE = 255;

	/** Name of the channel that is no class. */
	private static final String DISTANCE = "distance";

	/** Of a side of the test tensors, where the network takes any size: they are to check with, not to download. */
	private static final int MAX_TEST_SIDE = 256;

	/**
	 * @param zip is replaced if it exists
	 * @param factory makes the network that is written
	 * @return the record of the training that the package holds
	 * @throws FoveaException if it cannot be made or written; nothing is left then
	 */
	public TrainingRecord write(final Path zip, final TrainableNetworkFactory factory) throws FoveaException {
		final TrainingRecord record =
				TrainingRecord.of(config, samples, result, judgement, Map.of("tensorflow", TENSORFLOW));
		try {
			try (ScratchFolder scratch = ScratchFolder.in(ScratchFolder.place(), "fovea-export-");
					TrainableNetwork network =
							factory.create(config.architecture(), result.weights(), config.loss(), config.seed())) {
				final Path work = scratch.path();
				final Path savedModel = work.resolve("savedmodel");
				network.export(savedModel);
				final Raster test = result.split().validation().isEmpty()
						? result.split().training().get(0).input()
						: result.split().validation().get(0).input();
				final FloatTensor input = batch(test);
				final FloatTensor output =
						network.predict(new FloatTensor(input.shape(), preprocessed(input, test.channels())));
				Npy.write(work.resolve("test_input.npy"), input.shape(), input.data());
				Npy.write(work.resolve("test_output.npy"), output.shape(), output.data());
				new PackageWriter(spec(), savedModel, TENSORFLOW)
						.file("test_input.npy", Files.readAllBytes(work.resolve("test_input.npy")))
						.file("test_output.npy", Files.readAllBytes(work.resolve("test_output.npy")))
						.file(
								"architecture.yaml",
								ArchitectureFile.toYaml(config.architecture()).getBytes(StandardCharsets.UTF_8))
						.file("README.md", ("# " + name + "\n\n" + description + "\n").getBytes(StandardCharsets.UTF_8))
						.config("architecture", "architecture.yaml")
						.config("even_noise", config.noise().isEven() || samples.areNeighbors())
						.config("training", record.toMap())
						.write(zip);
				return record;
			}
		} catch (final IOException exc) {
			throw new TrainingException("Cannot write '" + zip + "': " + exc, exc);
		}
	}

	/** The test input is cut to a size that the network takes, from the middle, where there is something to see. */
	private FloatTensor batch(final Raster raster) throws FoveaException {
		final Shape declared = config.architecture().inputShape();
		if (declared.isVector())
			return new FloatTensor(
					new int[] {1, raster.data().length}, raster.data().clone());
		final Alignment alignment = Alignment.of(config.architecture());
		final int height = declared.height() > 0 ? declared.height() : testLength(raster.height(), alignment.height());
		final int width = declared.width() > 0 ? declared.width() : testLength(raster.width(), alignment.width());
		if (height < 1 || width < 1 || height > raster.height() || width > raster.width())
			throw new TrainingException(
					"A sample of " + raster.width() + " x " + raster.height() + " is smaller than the network takes");
		final int row = width * raster.channels();
		final float[] data = new float[height * row];
		final int top = (raster.height() - height) / 2;
		final int left = (raster.width() - width) / 2 * raster.channels();
		for (int y = 0; y < height; y++)
			for (int x = 0; x < row; x++)
				data[y * row + x] =
						RAW_RANGE * raster.data()[(top + y) * raster.width() * raster.channels() + left + x];
		return new FloatTensor(new int[] {1, height, width, raster.channels()}, data);
	}

	private static int testLength(final int available, final int step) {
		return Math.min(available, Math.max(step, MAX_TEST_SIDE)) / step * step;
	}

	/** A test input is what comes before preprocessing: the sample's values, as large as those of an 8-bit image. */
	private float[] preprocessed(final FloatTensor input, final int channels) throws FoveaException {
		final int n = input.size() / channels;
		final float[] planar = new float[input.size()];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < channels; c++) planar[c * n + i] = input.data()[i * channels + c];
		final List<RandomAccessibleInterval<? extends RealType<?>>> planes = new ArrayList<>();
		for (int c = 0; c < channels; c++)
			planes.add(ArrayImgs.floats(Arrays.copyOfRange(planar, c * n, (c + 1) * n), n, 1));
		Normalizer.fit(preprocessing, planes, planes).apply(planar, channels, n);
		final float[] interleaved = new float[planar.length];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < channels; c++) interleaved[i * channels + c] = planar[c * n + i];
		return interleaved;
	}

	private ModelSpec spec() throws FoveaException {
		final Architecture architecture = config.architecture();
		final Shape in = architecture.inputShape();
		final Shape out = Shapes.infer(architecture).output();
		final Optional<ReceptiveField> field = ReceptiveField.of(architecture);
		final Alignment alignment = Alignment.of(architecture);
		final List<AxisSpec> inputAxes = new ArrayList<>(List.of(batchAxis()));
		final List<AxisSpec> outputAxes = new ArrayList<>(List.of(batchAxis()));
		if (!in.isVector()) {
			inputAxes.add(space(AxisType.Y, length(in.height(), alignment.height()), OptionalInt.empty()));
			inputAxes.add(space(AxisType.X, length(in.width(), alignment.width()), OptionalInt.empty()));
		}
		inputAxes.add(channels(in.channels(), List.of()));
		if (!out.isVector()) {
			outputAxes.add(space(
					AxisType.Y,
					outputLength("y", out.height()),
					halo(in.height(), field.map(ReceptiveField::radiusY))));
			outputAxes.add(space(
					AxisType.X, outputLength("x", out.width()), halo(in.width(), field.map(ReceptiveField::radiusX))));
		}
		final List<String> names =
				new ArrayList<>(samples.classes().stream().map(c -> c.name()).toList());
		if (samples.distance()) names.add(DISTANCE);
		outputAxes.add(channels(out.channels(), names));
		return new ModelSpec(
				"",
				name,
				description,
				"1.0.0",
				license,
				List.of(),
				List.of(),
				List.of(new TensorSpec(
						"input", "image", DataType.FLOAT32, inputAxes, preprocessing, Optional.of("test_input.npy"))),
				List.of(new TensorSpec(
						"output", "result", DataType.FLOAT32, outputAxes, List.of(), Optional.of("test_output.npy"))),
				Optional.empty(),
				samples.classes(),
				objectTraits.withDistance(samples.distance()));
	}

	private static AxisSpec batchAxis() {
		return new AxisSpec(AxisType.BATCH, "batch", new AxisSize.Steps(1, 1), OptionalInt.empty(), List.of());
	}

	private static AxisSpec space(final AxisType type, final AxisSize size, final OptionalInt halo) {
		return new AxisSpec(type, String.valueOf(type.letter()), size, halo, List.of());
	}

	private static AxisSpec channels(final int n, final List<String> names) {
		return new AxisSpec(
				AxisType.CHANNEL,
				"channel",
				new AxisSize.Fixed(n),
				OptionalInt.empty(),
				names.size() == n ? names : List.of());
	}

	private static AxisSize length(final int declared, final int step) {
		return declared == Shape.FREE ? new AxisSize.Steps(step, step) : new AxisSize.Fixed(declared);
	}

	private static AxisSize outputLength(final String axis, final int inferred) {
		return inferred == Shape.FREE ? new AxisSize.Reference("input", axis, 1, 0) : new AxisSize.Fixed(inferred);
	}

	/** A network of one size sees all of it and has no halo. */
	private static OptionalInt halo(final int length, final Optional<Integer> radius) {
		return length == Shape.FREE && radius.isPresent() ? OptionalInt.of(radius.get()) : OptionalInt.empty();
	}
}
