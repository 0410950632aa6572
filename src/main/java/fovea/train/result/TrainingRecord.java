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
package fovea.train.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.base.ModelException;
import fovea.data.Samples;
import fovea.train.Baseline;
import fovea.train.Baselines;
import fovea.train.TrainingResult;
import fovea.train.checkpoint.ConfigMap;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What can be known of a trained network afterwards: on what it was trained, how, how that went, and whether it was
 * worth it.
 *
 * @param config how it was trained
 * @param samples what from
 * @param result the outcome
 * @param baselines what methods without a network reach on the same validation samples, where images or classes of
 *     whole images come out
 * @param judgement the same of a segmentation, whose network is judged in the same way
 * @param versions of programs, by name
 */
public record TrainingRecord(
		TrainingConfig config,
		Samples samples,
		TrainingResult result,
		List<Baseline> baselines,
		Optional<Judgement> judgement,
		Map<String, String> versions) {

	/** Copies list and map. */
	public TrainingRecord {
		baselines = List.copyOf(baselines);
		versions = Map.copyOf(versions);
	}

	/**
	 * Computes the baselines, which may take seconds.
	 *
	 * @param config how it was trained
	 * @param samples what from
	 * @param result the outcome
	 * @param judgement of a segmentation
	 * @param versions of programs beside Java, by name, for example "tensorflow"
	 * @return the record
	 * @throws ModelException if the network's layers do not fit
	 */
	public static TrainingRecord of(
			final TrainingConfig config,
			final Samples samples,
			final TrainingResult result,
			final Optional<Judgement> judgement,
			final Map<String, String> versions)
			throws ModelException {
		final Map<String, String> all = new LinkedHashMap<>(versions);
		all.put("java", Runtime.version().toString());
		return new TrainingRecord(
				config, samples, result, Baselines.of(config, samples, result.split()), judgement, all);
	}

	/** @return texts, numbers, booleans, and lists and maps of these, for YAML or JSON; every number is finite */
	public Map<String, Object> toMap() {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("architecture", config.architecture().name());
		map.put("data", data());
		map.put("config", ConfigMap.of(config));
		map.put("ending", result.ending().name().toLowerCase(Locale.ROOT));
		map.put("best_epoch", result.bestEpoch());
		map.put("metric", result.metric());
		map.put("history", result.history().stream().map(TrainingRecord::epoch).toList());
		map.put("baselines", baselines.stream().map(Baseline::toMap).toList());
		judgement.ifPresent(judged -> map.put("judgement", judged.toMap()));
		map.put("versions", new TreeMap<>(versions));
		return map;
	}

	/** @return the same as JSON, indented */
	public String toJson() {
		try {
			return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(toMap());
		} catch (final JsonProcessingException e) {
			throw new IllegalStateException("maps of texts and numbers are JSON", e);
		}
	}

	private Map<String, Object> data() {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("sha256", samples.sha256());
		map.put("classes", samples.classes().stream().map(c -> c.name()).toList());
		map.put("training_samples", result.split().training().size());
		map.put("validation_samples", result.split().validation().size());
		map.put("training_images", new ArrayList<>(result.split().trainingImages()));
		map.put("validation_images", new ArrayList<>(result.split().validationImages()));
		return map;
	}

	private static Map<String, Object> epoch(final EpochRecord record) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("epoch", record.epoch());
		map.put("loss", record.loss());
		record.validationLoss().ifPresent(value -> map.put("validation_loss", value));
		record.metric().ifPresent(value -> putFinite(map, "metric", value));
		map.put("learning_rate", record.learningRate());
		map.put("seconds", record.seconds());
		return map;
	}

	/** PSNR of equal images is infinite, for which JSON has no number. */
	private static void putFinite(final Map<String, Object> map, final String name, final double value) {
		if (Double.isFinite(value)) map.put(name, value);
	}
}
