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

import fovea.model.Signature;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;

/**
 * A model's graph in a session, ready to run.
 *
 * @param session in which it runs
 * @param closing frees the session and its graph
 */
record LoadedGraph(Session session, Runnable closing) implements AutoCloseable {

	/**
	 * @param bundle is closed together with the result, or already here, where the graph does without it
	 * @param file what it was loaded from
	 * @param signature that will be run
	 * @param config of its session
	 * @return the signature alone, its variables as constants and batch normalization in the convolutions, where that
	 *     can be; else the bundle
	 */
	static LoadedGraph of(
			final SavedModelBundle bundle,
			final SavedModelFile file,
			final Signature signature,
			final ConfigProto config) {
		final Optional<LoadedGraph> constants = constants(bundle, file, signature, config);
		if (constants.isEmpty()) return new LoadedGraph(bundle.session(), bundle::close);
		bundle.close();
		return constants.get();
	}

	private static Optional<LoadedGraph> constants(
			final SavedModelBundle bundle,
			final SavedModelFile file,
			final Signature signature,
			final ConfigProto config) {
		if (signature.inputs().size() != 1) return Optional.empty();
		final List<String> outputs = signature.outputs().stream()
				.map(output -> file.outputTensor(signature, output.name()))
				.toList();
		final String input =
				file.inputTensor(signature, signature.inputs().get(0).name());
		try {
			return Freezing.of(file.graph().getGraphDef(), input, outputs, bundle.session())
					.map(frozen -> of(NormFolding.of(frozen, outputs), config));
		} catch (final TensorFlowException | IllegalArgumentException e) {
			return Optional
					.empty(); // a variable without a value, which perhaps nobody needs, or a graph of its own kind
		}
	}

	private static LoadedGraph of(final GraphDef constants, final ConfigProto config) {
		final Graph graph = new Graph();
		try {
			graph.importGraphDef(constants);
			final Session session = new Session(graph, config);
			return new LoadedGraph(session, () -> {
				session.close();
				graph.close();
			});
		} catch (final TensorFlowException | IllegalArgumentException e) {
			graph.close();
			throw e;
		}
	}

	@Override
	public void close() {
		closing.run();
	}
}
