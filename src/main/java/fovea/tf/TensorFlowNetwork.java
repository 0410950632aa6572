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
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;
import fovea.io.DataType;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.TrainableNetwork;
import fovea.train.config.StepOptions;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.types.TFloat32;

/** A network in a TensorFlow session of this JVM. */
final class TensorFlowNetwork implements TrainableNetwork {

	private static final float[] NEW = new float[0];

	private final Architecture architecture;
	private final BatchShapes shapes;
	private final Graph graph;
	private final TrainingGraph training;
	private final Session session;
	private final InputTensors inputs = new InputTensors(DataType.FLOAT32);
	private final InputTensors targets = new InputTensors(DataType.FLOAT32);
	private boolean closed;

	private TensorFlowNetwork(
			final Architecture architecture,
			final BatchShapes shapes,
			final Graph graph,
			final TrainingGraph training,
			final Session session) {
		this.architecture = architecture;
		this.shapes = shapes;
		this.graph = graph;
		this.training = training;
		this.session = session;
	}

	/** As {@link fovea.train.TrainableNetworkFactory#create}. */
	static TensorFlowNetwork create(
			final Architecture architecture,
			final WeightMap weights,
			final StepOptions steps,
			final DeviceChoice device)
			throws ModelException {
		final BatchShapes shapes = new BatchShapes(architecture);
		final Graph graph = new Graph();
		try {
			final TrainingGraph training = new TrainingGraph(graph, architecture, steps.loss(), steps.seed());
			training.weights().require(weights.values(), architecture.name());
			final Session session = new Session(graph, SessionSettings.config(device, steps.precision()));
			try {
				training.weights().write(session, weights.values());
				session.run(training.reset());
				return new TensorFlowNetwork(architecture, shapes, graph, training, session);
			} catch (final RuntimeException | Error exc) {
				session.close();
				throw exc;
			}
		} catch (final RuntimeException exc) {
			graph.close();
			if (!Failures.isOfTensorFlow(exc)) throw exc;
			throw new ModelException(architecture.name() + ": TensorFlow cannot build it: " + Failures.line(exc), exc);
		} catch (final ModelException | Error exc) {
			graph.close();
			throw exc;
		}
	}

	@Override
	public double step(final FloatTensor input, final FloatTensor target, final double learningRate)
			throws ModelException, InferenceException {
		if (!training.isTrainable())
			throw new ModelException(
					architecture.name() + ": expected a layer to train, got none with weights that is not frozen");
		if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY))
			throw new ModelException("expected a learning rate of at least 0, got " + learningRate);
		shapes.require(input, target);
		return run(() -> inputs.with(
				input,
				in -> targets.with(target, wanted -> {
					try (TFloat32 rate = TFloat32.scalarOf((float) learningRate);
							Result result = session.runner()
									.feed(training.input(), in)
									.feed(training.target(), wanted)
									.feed(training.learningRate(), rate)
									.fetch(training.trainingLoss())
									.addTarget(training.step())
									.run()) {
						return scalar(result);
					}
				})));
	}

	@Override
	public double loss(final FloatTensor input, final FloatTensor target) throws ModelException, InferenceException {
		shapes.require(input, target);
		return run(() -> inputs.with(
				input,
				in -> targets.with(target, wanted -> {
					try (Result result = session.runner()
							.feed(training.input(), in)
							.feed(training.target(), wanted)
							.fetch(training.inferenceLoss())
							.run()) {
						return scalar(result);
					}
				})));
	}

	@Override
	public FloatTensor predict(final FloatTensor input) throws ModelException, InferenceException {
		shapes.require(input);
		return run(() -> inputs.with(input, in -> {
			try (Result result = session.runner()
					.feed(training.input(), in)
					.fetch(training.output())
					.run()) {
				return TensorValues.fromTensor(result.get(0), DataType.FLOAT32, NEW);
			}
		}));
	}

	@Override
	public WeightMap weights() throws InferenceException {
		return run(() -> new WeightMap(training.weights().read(session)));
	}

	@Override
	public void setWeights(final WeightMap weights) throws ModelException, InferenceException {
		write(training.weights(), weights.values(), architecture.name());
	}

	@Override
	public Map<String, float[]> optimizerState() throws InferenceException {
		return run(() -> training.adam().state().read(session));
	}

	@Override
	public void setOptimizerState(final Map<String, float[]> state) throws ModelException, InferenceException {
		write(training.adam().state(), state, architecture.name() + ": optimizer");
	}

	private void write(final Variables variables, final Map<String, float[]> values, final String what)
			throws ModelException, InferenceException {
		variables.require(values, what);
		run(() -> {
			variables.write(session, values);
			return null;
		});
	}

	@Override
	public void export(final Path folder) throws ModelException, InferenceException {
		final InferenceExport export = new InferenceExport(architecture);
		try {
			requireOpen();
			export.write(training.weights(), session, folder);
		} catch (final TensorFlowException | IllegalArgumentException | UnsupportedOperationException exc) {
			throw Failures.of(exc);
		}
	}

	@Override
	public void close() {
		if (closed) return;
		closed = true;
		inputs.close();
		targets.close();
		session.close(); // before the graph, which waits for its sessions
		graph.close();
	}

	private interface Run<T> {

		T run();
	}

	private <T> T run(final Run<T> run) throws InferenceException {
		requireOpen();
		try {
			return run.run();
		} catch (final TensorFlowException | IllegalArgumentException | UnsupportedOperationException exc) {
			throw Failures.of(exc);
		} catch (final OutOfMemoryError exc) {
			throw new NetworkMemoryException("Java memory ran out for a tensor", exc);
		}
	}

	private void requireOpen() throws InferenceException {
		if (closed) throw new InferenceException("The network is closed");
	}

	private static double scalar(final Result result) {
		return TensorValues.fromTensor(result.get(0), DataType.FLOAT32, NEW).data()[0];
	}
}
