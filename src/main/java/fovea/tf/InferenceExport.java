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
import fovea.model.library.FolderRemoval;
import fovea.net.Architecture;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Writes a network as a SavedModel that holds nothing of its training. */
final class InferenceExport {

	private static final String INPUT = "input";
	private static final String OUTPUT = "output";
	private static final String LATENT = "latent";

	private final Architecture architecture;

	InferenceExport(final Architecture architecture) {
		this.architecture = architecture;
	}

	/**
	 * @param weights of the network, in another graph
	 * @param session of that graph
	 * @param folder must not exist; appears when it is complete
	 * @throws ModelException if it cannot be written
	 */
	void write(final Variables weights, final Session session, final Path folder) throws ModelException {
		final Path target = folder.toAbsolutePath();
		try {
			if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
			Files.createDirectories(target.getParent());
			final Path unfinished = Files.createTempDirectory(target.getParent(), target.getFileName() + ".unfinished");
			try {
				writeTo(unfinished, weights, session);
				Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
			} finally {
				FolderRemoval.remove(unfinished);
			}
		} catch (final FileAlreadyExistsException exc) {
			throw new ModelException(folder + ": expected a new folder, it exists", exc);
		} catch (final IOException exc) {
			throw new ModelException(folder + ": the SavedModel cannot be written: " + exc.getMessage(), exc);
		}
	}

	private void writeTo(final Path folder, final Variables weights, final Session session)
			throws ModelException, IOException {
		try (Graph graph = new Graph()) {
			final Ops tf = Ops.create(graph);
			final Variables copies = TrainingGraph.weights(tf, architecture);
			final List<Signature> signatures = signatures(tf, copies);
			// Nothing is computed, so that no GPU is needed.
			try (Session exported = new Session(graph, SessionSettings.config(DeviceChoice.CPU))) {
				weights.copy(session, copies, exported);
				SavedModelBundle.exporter(folder.toString())
						.withTags("serve")
						.withSession(exported)
						.withSignatures(signatures.toArray(Signature[]::new))
						.export();
			}
		}
	}

	private List<Signature> signatures(final Ops tf, final Variables weights) throws ModelException {
		final Operand<TFloat32> input = TrainingGraph.placeholder(tf, INPUT, architecture.inputShape());
		final NetworkGraph network = NetworkGraph.inference(tf.withSubScope("network"), architecture, weights, input);
		final List<Signature> signatures = new ArrayList<>();
		signatures.add(signature(
				Signature.DEFAULT_KEY, INPUT, input, OUTPUT, tf.withName(OUTPUT).identity(network.output())));
		if (architecture.latent().isEmpty()) return signatures;
		final String latent = architecture.latent().get();
		signatures.add(
				signature("encode", INPUT, input, LATENT, tf.withName("encoded").identity(network.output(latent))));
		final Optional<Architecture> decoder = decoder();
		if (decoder.isEmpty()) return signatures;
		final Operand<TFloat32> code =
				TrainingGraph.placeholder(tf, LATENT, decoder.get().inputShape());
		final NetworkGraph decoding = NetworkGraph.inference(tf.withSubScope("decoder"), decoder.get(), weights, code);
		signatures.add(
				signature("decode", LATENT, code, OUTPUT, tf.withName("decoded").identity(decoding.output())));
		return signatures;
	}

	private Optional<Architecture> decoder() {
		try {
			return Optional.of(architecture.decoder());
		} catch (final ModelException e) {
			return Optional.empty(); // it needs more of the encoder than the latent, so there is nothing to decode with
		}
	}

	private static Signature signature(
			final String key,
			final String from,
			final Operand<TFloat32> input,
			final String to,
			final Operand<TFloat32> output) {
		return Signature.builder(key)
				.input(from, input)
				.output(to, output)
				.methodName("tensorflow/serving/predict")
				.build();
	}
}
