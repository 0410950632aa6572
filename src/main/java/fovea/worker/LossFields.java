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
package fovea.worker;

import fovea.train.config.Loss;
import java.util.List;

/** Losses in messages. */
public final class LossFields {

	private static final String LOSS = "loss";
	private static final String WEIGHTS = "classWeights";
	private static final String DISTANCE = "distanceWeight";

	private LossFields() {}

	/** @return fields of a message */
	public static Fields write(final Loss loss) {
		if (loss instanceof Loss.WithDistance both)
			return write(both.classes()).with(Fields.of(DISTANCE, both.weight()));
		final Fields name = Fields.of(LOSS, loss.getClass().getSimpleName());
		return loss instanceof Loss.CategoricalCrossEntropy entropy
				? name.with(Fields.of(WEIGHTS, entropy.classWeights()))
				: name;
	}

	/** @return what {@link #write} wrote */
	public static Loss read(final Fields fields) {
		final Loss loss = alone(fields);
		return fields.has(DISTANCE) ? new Loss.WithDistance(loss, fields.real(DISTANCE)) : loss;
	}

	private static Loss alone(final Fields fields) {
		return switch (fields.text(LOSS)) {
			case "MeanSquaredError" -> new Loss.MeanSquaredError();
			case "MeanAbsoluteError" -> new Loss.MeanAbsoluteError();
			case "Dice" -> new Loss.Dice();
			case "CategoricalCrossEntropy" -> new Loss.CategoricalCrossEntropy(weights(fields.list(WEIGHTS)));
			default -> throw new IllegalArgumentException("no loss: " + fields);
		};
	}

	private static List<Double> weights(final List<?> numbers) {
		return numbers.stream().map(n -> ((Number) n).doubleValue()).toList();
	}
}
