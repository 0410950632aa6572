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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fovea.base.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Records of epochs as JSON; numbers keep all digits. */
final class HistoryJson {

	private HistoryJson() {}

	static ArrayNode write(final List<EpochRecord> history) {
		final ArrayNode list = new ObjectMapper().createArrayNode();
		for (final EpochRecord record : history) {
			final ObjectNode node = list.addObject();
			node.put("epoch", record.epoch());
			node.put("loss", record.loss());
			record.validationLoss().ifPresent(value -> node.put("validation_loss", value));
			record.metric().ifPresent(value -> node.put("metric", value));
			node.put("learning_rate", record.learningRate());
			node.put("seconds", record.seconds());
		}
		return list;
	}

	/**
	 * @param list of {@link #write}
	 * @param document its name in messages
	 * @throws TrainingException if epochs are missing, or the first is not epoch 1
	 */
	static List<EpochRecord> read(final JsonNode list, final String document) throws TrainingException {
		final List<EpochRecord> history = new ArrayList<>();
		for (final JsonNode node : list) {
			if (node.path("epoch").asInt() != history.size() + 1
					|| !node.path("loss").isNumber())
				throw new TrainingException(
						document + ": expected epoch " + (history.size() + 1) + " and its loss, got " + node);
			history.add(new EpochRecord(
					history.size() + 1,
					node.path("loss").asDouble(),
					optional(node.path("validation_loss")),
					optional(node.path("metric")),
					node.path("learning_rate").asDouble(),
					node.path("seconds").asDouble()));
		}
		if (history.isEmpty()) throw new TrainingException(document + ": expected epochs, found none");
		return history;
	}

	private static OptionalDouble optional(final JsonNode node) {
		if (node.asText().equals("Infinity"))
			return OptionalDouble.of(Double.POSITIVE_INFINITY); // PSNR of equal images
		return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
	}
}
