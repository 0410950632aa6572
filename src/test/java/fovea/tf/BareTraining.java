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
package fovea.tf;

import fovea.base.ModelException;
import fovea.device.DeviceChoice;
import fovea.infer.network.FloatTensor;
import fovea.io.DataType;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.train.config.StepOptions;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * The steps of a training with nothing around them, as a yardstick: the same graph, fed with tensors that are ready.
 */
public final class BareTraining implements AutoCloseable {

	private final Graph graph = new Graph();
	private final TrainingGraph training;
	private final Session session;
	private final TFloat32 learningRate;
	private final List<Tensor> inputs = new ArrayList<>();
	private final List<Tensor> targets = new ArrayList<>();

	/**
	 * @param architecture of the network, which gets drawn weights
	 * @param steps what they are
	 * @param rate of all steps
	 */
	public BareTraining(final Architecture architecture, final StepOptions steps, final double rate)
			throws ModelException {
		training = new TrainingGraph(graph, architecture, steps.loss(), steps.seed());
		session = new Session(graph, SessionSettings.config(DeviceChoice.AUTO, steps.precision()));
		training.weights()
				.write(session, Initializers.initialize(architecture, 1).values());
		session.run(training.reset());
		learningRate = TFloat32.scalarOf((float) rate);
	}

	/** Makes a batch ready, beside those there are. */
	public void add(final FloatTensor input, final FloatTensor target) {
		inputs.add(tensor(input));
		targets.add(tensor(target));
	}

	private static Tensor tensor(final FloatTensor values) {
		final Tensor tensor = TensorValues.allocate(values.shape(), DataType.FLOAT32);
		TensorValues.write(values, tensor, DataType.FLOAT32);
		return tensor;
	}

	/**
	 * @param number of the step; the batches are taken in turn
	 * @return the loss
	 */
	public float step(final int number) {
		final int batch = number % inputs.size();
		try (Result result = session.runner()
				.feed(training.input(), inputs.get(batch))
				.feed(training.target(), targets.get(batch))
				.feed(training.learningRate(), learningRate)
				.fetch(training.trainingLoss())
				.addTarget(training.step())
				.run()) {
			return ((TFloat32) result.get(0)).getFloat();
		}
	}

	@Override
	public void close() {
		inputs.forEach(Tensor::close);
		targets.forEach(Tensor::close);
		learningRate.close();
		session.close();
		graph.close();
	}
}
