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
package fovea.cli.train;

import fovea.base.TrainingException;
import fovea.cli.terminal.Usage;
import fovea.model.ObjectTraits;
import fovea.train.TrainingStart;
import fovea.train.config.Precision;
import fovea.train.config.TrainingConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What a training is called, begins with, computes in and leaves on the way. */
final class RunOptions {

	private static final double MOST_DIAMETER = 10_000;

	@Option(names = "--name", paramLabel = "TEXT", description = "Name of the model. Default: that of the file.")
	private String name;

	@Option(
			names = "--description",
			paramLabel = "TEXT",
			description = "What the model is for, for its description. Default: what it was trained on.")
	private String description;

	@Option(
			names = "--licence",
			paramLabel = "SPDX",
			description = "License of the model, such as CC0-1.0 or BSD-2-Clause. Default: none stated.")
	private String license = "";

	@Option(
			names = "--object-diameter",
			paramLabel = "PIXELS",
			description =
					"Of a segmentation: smaller objects than this are found worse, so that images with such ones are "
							+ "enlarged for the "
							+ "network (segment --scale). Default: images are not enlarged.")
	private Double objectDiameter;

	@Option(
			names = "--object-max-diameter",
			paramLabel = "PIXELS",
			description =
					"Of a segmentation: larger objects than this are cut in pieces, so that images with such ones "
							+ "are shrunk for the "
							+ "network (segment --scale). Default: images are not shrunk.")
	private Double objectMaxDiameter;

	@Option(
			names = "--object-min-size",
			paramLabel = "PIXELS",
			description = "Of a segmentation: what has fewer pixels is no object, where users do not say otherwise "
					+ "(segment --min-size). "
					+ "Default: objects of any size.")
	private Integer objectMinSize;

	@Option(names = "--seed", paramLabel = "N", description = "Same seed, same weights. Default: 1.")
	private long seed = 1;

	@Option(
			names = "--checkpoints",
			paramLabel = "FOLDER",
			description = "Writes a checkpoint after each epoch, and goes on from the latest one there.")
	private Path checkpoints;

	@Option(
			names = "--checkpoint-every",
			paramLabel = "N",
			description = "Writes one after so many epochs. Default: 1.")
	private Integer every;

	@Option(
			names = "--precision",
			paramLabel = "NAME",
			converter = Precisions.class,
			description = "float32 or mixed-bfloat16: faster on processors with AVX512_BF16 or AMX, with results that "
					+ "differ a "
					+ "little; elsewhere slower or the same. The model is float32. Default: float32.")
	private Precision precision = Precision.FLOAT32;

	Optional<String> name() {
		return Optional.ofNullable(name);
	}

	/** @return what the model says of itself */
	String description(final String byDefault) {
		return description == null ? byDefault : description;
	}

	/** @return what the model says of its objects */
	ObjectTraits objectTraits(final Usage usage) {
		if (objectMinSize != null && objectMinSize < 1)
			throw usage.error("Invalid value for option '--object-min-size': expected " + "1 pixel or more, got "
					+ objectMinSize);
		requireDiameter("--object-diameter", objectDiameter, 0, usage);
		requireDiameter("--object-max-diameter", objectMaxDiameter, objectDiameter == null ? 0 : objectDiameter, usage);
		return new ObjectTraits(
				optional(objectDiameter),
				optional(objectMaxDiameter),
				objectMinSize == null ? OptionalInt.empty() : OptionalInt.of(objectMinSize),
				1);
	}

	private static OptionalDouble optional(final Double value) {
		return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
	}

	private static void requireDiameter(
			final String option, final Double pixels, final double above, final Usage usage) {
		if (pixels != null && !(pixels > above && pixels < MOST_DIAMETER))
			throw usage.error("Invalid value for option '" + option + "': expected pixels above "
					+ (above == 0 ? "0" : String.valueOf(above)) + ", got " + pixels);
	}

	/** @return SPDX identifier, or empty */
	String license() {
		return license;
	}

	long seed() {
		return seed;
	}

	Optional<Path> checkpoints() {
		return Optional.ofNullable(checkpoints);
	}

	/**
	 * @return the same with seed, precision and checkpoints; throws IllegalArgumentException for a number out of range
	 */
	TrainingConfig apply(final TrainingConfig config, final Usage usage) {
		usage.require(every == null || checkpoints != null, "--checkpoint-every needs --checkpoints");
		final TrainingConfig computed = config.withSeed(seed).withPrecision(precision);
		return every == null ? computed : computed.withCheckpointEvery(every);
	}

	/** @return the same that writes checkpoints, if there is a folder for them, and goes on from what is there */
	TrainingStart apply(final TrainingStart start) throws TrainingException {
		return checkpoints == null ? start : start.goingOn(checkpoints);
	}
}
