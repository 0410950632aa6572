package fovea.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import fovea.image.Normalizer;
import fovea.image.TensorLayout;
import fovea.model.ModelException;
import fovea.model.NpyArray;
import fovea.model.Processing;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/**
 * Runs a model on the test input that its authors packed with it, whole and exactly as they describe, and holds
 * the result against their test output.
 */
public final class ModelCheck {

	private ModelCheck() {}

	/**
	 * @param model stays open
	 * @return the largest absolute difference to the test output; empty where the model has no test tensors
	 * @throws ModelException if the test tensors cannot be read or have the wrong shape
	 * @throws InferenceException if the network fails
	 */
	public static OptionalDouble maxDifference(final LoadedModel model) throws ModelException, InferenceException {
		if (model.input().testTensor().isEmpty() || model.output().testTensor().isEmpty()) return OptionalDouble.empty();
		final NpyArray given = model.readTensor(model.input().testTensor().get());
		final NpyArray wanted = model.readTensor(model.output().testTensor().get());

		final Planar raw = Planar.of(given.shape(), given.data(), model.inputPort().layout());
		final Planar normalized = raw.processed(model.input().processing(), raw);
		final int[] shape = given.shape();
		final float[] data = new float[given.data().length];
		model.inputPort().layout().toTensor(normalized.values, shape, data);
		final FloatTensor result = model.network().run(model.inputPort().info().name(), new FloatTensor(shape, data), model
			.outputPort().info().name());
		if (!Arrays.equals(result.shape(), wanted.shape())) throw new ModelException("Model '" + model.spec().name() +
			"' gives " + Arrays.toString(result.shape()) + " for its test input, its test output is " + Arrays.toString(wanted
				.shape()));
		final Planar own = Planar.of(result.shape(), result.data(), model.outputPort().layout()).processed(model.output()
			.processing(), raw);
		final Planar theirs = Planar.of(wanted.shape(), wanted.data(), model.outputPort().layout());
		double max = 0;
		for (int i = 0; i < own.values.length; i++)
			max = Math.max(max, Math.abs((double) own.values[i] - theirs.values[i]));
		return OptionalDouble.of(max);
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
