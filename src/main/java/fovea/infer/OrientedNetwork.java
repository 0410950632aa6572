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
import fovea.infer.geometry.Port;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.model.AxisType;
import fovea.model.Signature;
import java.util.Arrays;
import java.util.List;

/**
 * A network that sees each picture in several orientations and gives the mean of what it makes of them, turned back:
 * test-time augmentation, or geometric self-ensemble (Timofte et al., Seven ways to improve example-based single image
 * super resolution, CVPR 2016). Thread-safe; whoever opened the network within closes it.
 */
final class OrientedNetwork implements Network {

	private final Network network;
	private final List<Orientation> orientations;
	private final Axes in;
	private final Axes out;

	/** Where rows and columns are in a tensor. */
	private record Axes(int row, int column) {

		static Axes of(final Port port) {
			return new Axes(port.spec().indexOf(AxisType.Y), port.spec().indexOf(AxisType.X));
		}
	}

	private OrientedNetwork(
			final Network network, final List<Orientation> orientations, final Axes in, final Axes out) {
		this.network = network;
		this.orientations = orientations;
		this.in = in;
		this.out = out;
	}

	/**
	 * @param model of images, stays open
	 * @param planner of its tiles
	 * @param options with the number of orientations
	 * @return its network, asked so often
	 * @throws ModelException if there is no mean of what it gives, or it does not take a picture lying on its side
	 */
	static OrientedNetwork of(final LoadedModel model, final Planner planner, final PredictionOptions options)
			throws ModelException {
		return of(
				model,
				planner,
				options,
				Orientation.first(options.orientations()),
				"orientations=1",
				"orientations of 1, 2 or 4");
	}

	/**
	 * As {@link #of(LoadedModel, Planner, PredictionOptions)}, asked once, in one of these orientations, to compare it
	 * with the others.
	 */
	static OrientedNetwork only(
			final Orientation one, final LoadedModel model, final Planner planner, final PredictionOptions options)
			throws ModelException {
		final String none = "no uncertainty, which is that over all orientations";
		return of(model, planner, options, List.of(one), none, none);
	}

	private static OrientedNetwork of(
			final LoadedModel model,
			final Planner planner,
			final PredictionOptions options,
			final List<Orientation> asked,
			final String whole,
			final String lying)
			throws ModelException {
		final Port output = model.outputPort();
		if (output.info().type().isInteger())
			throw new ModelException("Model '" + model.spec().name() + "' gives "
					+ output.info().type().label() + ", whole numbers, which have no mean: expected " + whole);
		if (options.areExchanged()
				&& !(planner.grid().lengths().areSameLying()
						&& planner.geometry().isSameLying()))
			throw new ModelException(
					"Model '" + model.spec().name() + "' takes or gives other widths than heights: expected " + lying);
		return new OrientedNetwork(model.network(), asked, Axes.of(model.inputPort()), Axes.of(output));
	}

	@Override
	public Signature signature() {
		return network.signature();
	}

	@Override
	public FloatTensor run(final String input, final FloatTensor tensor, final String output, final float[] reuse)
			throws InferenceException, ModelException {
		float[] given = {};
		float[] seen = {};
		float[] sum = reuse;
		int[] shape = {};
		for (final Orientation orientation : orientations) {
			if (Thread.currentThread().isInterrupted()) throw new InferenceException("The run was cancelled");
			final FloatTensor laid = orientation.lay(tensor, in.row(), in.column(), given);
			if (laid != tensor) given = laid.data();
			final FloatTensor result = network.run(input, laid, output, seen);
			seen = result.data();
			if (shape.length == 0) {
				shape = orientation.shape(result.shape(), out.row(), out.column());
				if (sum.length < result.size()) sum = new float[result.size()];
				Arrays.fill(sum, 0, result.size(), 0);
			}
			if (!Arrays.equals(shape, orientation.shape(result.shape(), out.row(), out.column())))
				throw new ModelException("The model gave " + Arrays.toString(result.shape())
						+ " for a picture in another orientation, expected as many pixels as before: "
						+ "orientations=1 may help");
			orientation.addUpright(result, out.row(), out.column(), sum);
		}
		final int size = Math.toIntExact(FloatTensor.size(shape));
		for (int i = 0; i < size; i++) sum[i] /= orientations.size();
		return new FloatTensor(shape, sum);
	}

	@Override
	public long peakBytes(final String input, final FloatTensor tensor, final String output)
			throws InferenceException, ModelException {
		return network.peakBytes(input, tensor, output);
	}

	@Override
	public void close() {
		network.close();
	}
}
