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

import fovea.train.Baseline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How good a trained network and methods without one are, by the same measures on the same pixels.
 *
 * @param validated whether these pixels were held back; else they are those that the network learned from, which it
 *     knows better than others
 * @param network its scores by name: "iou" of the foreground, all pixels together, and "ap50" of the objects, each 0 to
 *     1
 * @param others methods without a network, each with its best setting for these pixels and scores of the same names
 */
public record Judgement(boolean validated, Map<String, Double> network, List<Baseline> others) {

	/** Intersection over union of the foreground. */
	public static final String IOU = "iou";

	/** Average precision of the objects at an IoU of 0.5, TP / (TP + FP + FN). */
	public static final String AP50 = "ap50";

	/** Copies map and list. */
	public Judgement {
		network = Map.copyOf(network);
		others = List.copyOf(others);
	}

	/** @return texts, numbers, booleans and lists and maps of these, for YAML or JSON */
	public Map<String, Object> toMap() {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("validated", validated);
		map.put("network", new TreeMap<>(network));
		map.put("others", others.stream().map(Baseline::toMap).toList());
		return map;
	}

	/** @return a method that is better than the network by every measure, where it was judged on pixels held back */
	public Optional<Baseline> better() {
		return validated
				? others.stream()
						.filter(other -> network.entrySet().stream()
								.allMatch(
										score -> other.scores().getOrDefault(score.getKey(), -1.0) > score.getValue()))
						.findFirst()
				: Optional.empty();
	}
}
