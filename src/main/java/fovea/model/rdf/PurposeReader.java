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
package fovea.model.rdf;

import fovea.base.ModelException;
import fovea.io.YamlNode;
import fovea.model.AxisSize;
import fovea.model.AxisType;
import fovea.model.ClassSpec;
import fovea.model.Processing;
import fovea.model.Purpose;
import fovea.model.PurposeFinding;
import fovea.model.TensorSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out from a description what a model is for. */
final class PurposeReader {

	private static final List<String> SEGMENTING =
			List.of("segment", "foreground", "background", "probabilit", "boundar", "semantic");
	private static final List<String> RESTORING = List.of(
			"denois",
			"restor",
			"deconvol",
			"super-resolution",
			"superresolution",
			"reconstruct",
			"noise2void",
			"n2v",
			"autoencoder");
	private static final List<String> CLASSIFYING = List.of("classif");

	private final YamlNode root;
	private final TensorSpec output;
	private final List<ClassSpec> classes;

	/**
	 * @param root the description
	 * @param output the first one
	 * @param classes that the model tells apart, maybe none
	 */
	PurposeReader(final YamlNode root, final TensorSpec output, final List<ClassSpec> classes) {
		this.root = root;
		this.output = output;
		this.classes = classes;
	}

	PurposeFinding read() throws ModelException {
		final Optional<Purpose> said = said();
		if (said.isPresent()) return new PurposeFinding(said, true);
		final Set<Purpose> hints = hints();
		return hints.size() == 1
				? new PurposeFinding(Optional.of(hints.iterator().next()), false)
				: PurposeFinding.UNKNOWN;
	}

	private Optional<Purpose> said() throws ModelException {
		final YamlNode fovea = root.get("config").get("fovea");
		final Optional<Purpose> task =
				fovea.get("task").texts().stream().findFirst().flatMap(PurposeReader::ofTask);
		if (task.isPresent()) return task;
		final boolean image = output.indexOf(AxisType.X) >= 0 && output.indexOf(AxisType.Y) >= 0;
		if (!classes.isEmpty()) return Optional.of(image ? Purpose.SEGMENTS : Purpose.CLASSIFIES);
		if (image && fovea.get("training").isMapping()) return Optional.of(Purpose.RESTORES);
		final boolean several = output.axis(AxisType.CHANNEL)
				.filter(c -> c.size() instanceof AxisSize.Fixed f && f.length() > 1)
				.isPresent();
		for (final Processing step : output.processing()) {
			if (step instanceof Processing.Binarize || step instanceof Processing.Softmax && several)
				return image ? Optional.of(Purpose.SEGMENTS) : Optional.of(Purpose.CLASSIFIES);
			if (image && step instanceof Processing.ScaleMeanVariance) return Optional.of(Purpose.RESTORES);
		}
		return Optional.empty();
	}

	private static Optional<Purpose> ofTask(final String task) {
		return switch (task.toLowerCase(Locale.ROOT)) {
			case "segment" -> Optional.of(Purpose.SEGMENTS);
			case "denoise", "reconstruct" -> Optional.of(Purpose.RESTORES);
			case "classify" -> Optional.of(Purpose.CLASSIFIES);
			default -> Optional.empty();
		};
	}

	/** Whoever made the model wrote these for people. */
	private Set<Purpose> hints() throws ModelException {
		final List<String> words = new ArrayList<>(List.of(output.id()));
		words.addAll(root.get("config").get("bioimageio").get("task").texts());
		words.addAll(root.get("tags").texts());
		output.axis(AxisType.CHANNEL).ifPresent(channels -> words.addAll(channels.channelNames()));
		final Set<Purpose> hints = EnumSet.noneOf(Purpose.class);
		for (final String word : words) {
			if (has(word, SEGMENTING)) hints.add(Purpose.SEGMENTS);
			if (has(word, RESTORING)) hints.add(Purpose.RESTORES);
			if (has(word, CLASSIFYING)) hints.add(Purpose.CLASSIFIES);
		}
		return hints;
	}

	private static boolean has(final String word, final List<String> parts) {
		return parts.stream().anyMatch(word.toLowerCase(Locale.ROOT)::contains);
	}
}
