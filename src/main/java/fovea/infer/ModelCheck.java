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
package fovea.infer;

import fovea.base.ModelException;
import fovea.image.Normalizer;
import fovea.image.TensorLayout;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.io.NpyArray;
import fovea.model.Processing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/**
 * A model run on the test input that its authors packed with it, whole and exactly as they describe, held against their
 * test output.
 *
 * @param maxDifference largest absolute difference to the test output
 * @param maxMagnitude largest absolute value of the test output
 */
public record ModelCheck(double maxDifference, double maxMagnitude) {

	private static final double TOLERANCE = 1e-3;

	/** @return whether the difference is at most a thousandth of the largest value */
	public boolean agrees() {
		return maxDifference <= TOLERANCE * maxMagnitude;
	}

	/**
	 * @param model stays open
	 * @return the comparison; empty where the model has no test tensors
	 * @throws ModelException if the test tensors cannot be read or have the wrong shape
	 * @throws InferenceException if the network fails
	 */
	public static Optional<ModelCheck> run(final LoadedModel model) throws ModelException, InferenceException {
		if (model.input().testTensor().isEmpty() || model.output().testTensor().isEmpty()) return Optional.empty();
		final NpyArray given = model.readTensor(model.input().testTensor().get());
		final NpyArray wanted = model.readTensor(model.output().testTensor().get());

		final Planar raw =
				Planar.of(given.shape(), given.data(), model.inputPort().layout());
		final Planar normalized = raw.processed(model.input().processing(), raw);
		final int[] shape = given.shape();
		final float[] data = new float[given.data().length];
		model.inputPort().layout().toTensor(normalized.values, shape, data);
		final FloatTensor result = model.network()
				.run(
						model.inputPort().info().name(),
						new FloatTensor(shape, data),
						model.outputPort().info().name());
		if (!Arrays.equals(result.shape(), wanted.shape()))
			throw new ModelException("Model '" + model.spec().name() + "' gives "
					+ Arrays.toString(result.shape()) + " for its test input, its test output is "
					+ Arrays.toString(wanted.shape()));
		final Planar own = Planar.of(
						result.shape(), result.data(), model.outputPort().layout())
				.processed(model.output().processing(), raw);
		final Planar theirs =
				Planar.of(wanted.shape(), wanted.data(), model.outputPort().layout());
		double difference = 0;
		double magnitude = 0;
		for (int i = 0; i < own.values.length; i++) {
			difference = Math.max(difference, Math.abs((double) own.values[i] - theirs.values[i]));
			magnitude = Math.max(magnitude, Math.abs(theirs.values[i]));
		}
		return Optional.of(new ModelCheck(difference, magnitude));
	}

	/** A tensor as a planar block. */
	private record Planar(float[] values, int channels, int n) {

		static Planar of(final int[] shape, final float[] data, final TensorLayout layout) {
			final int[] lengths = layout.tiledLengths(shape);
			final int channels = layout.channels(shape);
			final int n = Math.toIntExact(FloatTensor.size(lengths));
			final float[] values = new float[n * channels];
			layout.fromTensor(data, shape, new int[lengths.length], lengths, values);
			return new Planar(values, channels, n);
		}

		Planar processed(final List<Processing> steps, final Planar reference) throws ModelException {
			final float[] result = values.clone();
			Normalizer.fit(steps, images(), reference.images()).apply(result, channels, n);
			return new Planar(result, channels, n);
		}

		private List<RandomAccessibleInterval<? extends RealType<?>>> images() {
			final List<RandomAccessibleInterval<? extends RealType<?>>> images = new ArrayList<>();
			for (int c = 0; c < channels; c++)
				images.add(ArrayImgs.floats(Arrays.copyOfRange(values, c * n, (c + 1) * n), n, 1));
			return images;
		}
	}
}
