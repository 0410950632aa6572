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
package fovea.train.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.io.Digests;
import fovea.io.InputFiles;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one checkpoint: arrays as .npy, and checkpoint.json that says which is which, holds the history, and
 * tells the training they are of.
 */
final class CheckpointFiles {

	private static final String INDEX = "checkpoint.json";
	private static final String FROZEN = "frozen_epochs";
	private static final int FORMAT = 1;

	/** Bytes; histories are in it. */
	private static final int MAX_INDEX = 1 << 26;

	private final TrainingConfig config;
	private final String fingerprint;
	private final String data;

	/**
	 * @param config of the training
	 * @param data checksum of the samples
	 */
	CheckpointFiles(final TrainingConfig config, final String data) {
		this.config = config;
		this.data = data;
		// other checkpoints do not make it another training, nor do more epochs, unless its steps had other rates
		// then; how many of them are frozen may follow from their number
		final int epochs = config.learningRate().isCosine() ? config.epochs() : 1;
		fingerprint = Digests.sha256(config.withEpochs(epochs)
				.withFrozenEpochs(Math.min(1, config.frozenEpochs()))
				.withCheckpointEvery(1)
				.toString());
	}

	/** @param folder is there, and empty */
	void write(final Path folder, final Checkpoint checkpoint) throws FoveaException, IOException {
		final ObjectNode root = new ObjectMapper().createObjectNode();
		root.put("format", FORMAT);
		root.put("architecture", config.architecture().name());
		root.put("config", fingerprint);
		root.put("data", data);
		root.set("weights", arrays(folder, "weights", NamedArrays.of(config.architecture(), checkpoint.weights())));
		final boolean isBest = checkpoint.best() == checkpoint.weights();
		if (!isBest) root.set("best", arrays(folder, "best", NamedArrays.of(config.architecture(), checkpoint.best())));
		if (checkpoint.average().isPresent())
			root.set(
					"average",
					arrays(
							folder,
							"average",
							NamedArrays.of(
									config.architecture(), checkpoint.average().get())));
		final Map<String, NamedArrays.Shaped> optimizer = new LinkedHashMap<>();
		checkpoint
				.optimizer()
				.forEach(
						(key, values) -> optimizer.put(key, new NamedArrays.Shaped(new int[] {values.length}, values)));
		root.set("optimizer", arrays(folder, "optimizer", optimizer));
		root.put(FROZEN, checkpoint.frozenEpochs());
		root.set("history", HistoryJson.write(checkpoint.history()));
		Files.write(folder.resolve(INDEX), root.toPrettyString().getBytes(StandardCharsets.UTF_8));
	}

	private static ObjectNode arrays(final Path folder, final String name, final Map<String, NamedArrays.Shaped> arrays)
			throws FoveaException {
		final ObjectNode node = new ObjectMapper().createObjectNode();
		int n = 0;
		for (final Map.Entry<String, NamedArrays.Shaped> array : arrays.entrySet()) {
			final String file = String.format(Locale.ROOT, "%s-%04d.npy", name, n++);
			Npy.write(
					folder.resolve(file),
					array.getValue().shape(),
					array.getValue().values());
			node.put(array.getKey(), file);
		}
		return node;
	}

	/**
	 * @param folder of a checkpoint
	 * @return what is in it
	 * @throws FoveaException if it is not complete, or of another training
	 */
	Checkpoint read(final Path folder) throws FoveaException, IOException {
		final JsonNode root = index(folder);
		if (!root.path("config").asText().equals(fingerprint))
			throw new TrainingException(
					folder + ": expected a checkpoint of a training with the same settings, got one with others, of "
							+ root.path("architecture").asText());
		if (!root.path("data").asText().equals(data))
			throw new TrainingException(
					folder + ": expected a checkpoint of a training with the same images, got one with others");
		final List<EpochRecord> history =
				HistoryJson.read(root.path("history"), folder.resolve(INDEX).toString());
		final Map<String, float[]> weights = arrays(folder, root.path("weights"));
		final Map<String, float[]> best = root.has("best") ? arrays(folder, root.path("best")) : weights;
		final Optional<WeightMap> average = root.has("average")
				? Optional.of(NamedArrays.weights(config.architecture(), arrays(folder, root.path("average"))))
				: Optional.empty();
		return new Checkpoint(
				NamedArrays.weights(config.architecture(), weights),
				NamedArrays.weights(config.architecture(), best),
				average,
				arrays(folder, root.path("optimizer")),
				new ArrayList<>(history),
				root.path(FROZEN).asInt());
	}

	/**
	 * @param folder of a checkpoint of any training of the same network
	 * @param architecture of the network
	 * @return the best weights in it
	 * @throws FoveaException if it is not complete, or of another network
	 */
	static WeightMap best(final Path folder, final Architecture architecture) throws FoveaException, IOException {
		final JsonNode root = index(folder);
		return NamedArrays.weights(architecture, arrays(folder, root.path(root.has("best") ? "best" : "weights")));
	}

	private static JsonNode index(final Path folder) throws FoveaException, IOException {
		final Path index = folder.resolve(INDEX);
		if (!Files.isRegularFile(index))
			throw new TrainingException(folder + ": expected a checkpoint, found no " + INDEX);
		final JsonNode root = new ObjectMapper().readTree(InputFiles.text(index, MAX_INDEX));
		if (root.path("format").asInt() != FORMAT)
			throw new TrainingException(
					index + ": expected a checkpoint of format " + FORMAT + ", got " + root.path("format"));
		return root;
	}

	private static Map<String, float[]> arrays(final Path folder, final JsonNode names) throws FoveaException {
		final Map<String, float[]> arrays = new LinkedHashMap<>();
		for (final Map.Entry<String, JsonNode> entry : names.properties()) {
			final String file = entry.getValue().asText();
			if (!file.matches("[a-z]+-\\d+\\.npy"))
				throw new TrainingException(folder + ": expected the name of an array, got '" + file + "'");
			final NpyArray array = Npy.read(folder.resolve(file));
			arrays.put(entry.getKey(), array.data());
		}
		return arrays;
	}
}
