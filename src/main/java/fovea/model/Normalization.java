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
package fovea.model;

import fovea.base.ModelException;
import fovea.io.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The preprocessings a user may choose by name, for a model without a description or against it. */
public enum Normalization {
	/** Percentiles 1 and 99.8 of each channel become 0 and 1. */
	PERCENTILE(new Processing.ScaleRange(1, 99.8, 1e-6, Set.of(AxisType.X, AxisType.Y, AxisType.Z), Optional.empty())),
	/** Mean 0 and standard deviation 1 in each channel. */
	ZSCORE(new Processing.ZeroMeanUnitVariance(1e-6, Set.of(AxisType.X, AxisType.Y, AxisType.Z))),
	/** Minimum and maximum of each channel become 0 and 1. */
	MINMAX(new Processing.ScaleRange(0, 100, 1e-6, Set.of(AxisType.X, AxisType.Y, AxisType.Z), Optional.empty())),
	/** Division by 255. */
	DIV255(new Processing.ScaleLinear(List.of(1 / 255.0), List.of(0.0))),
	/** Values as they are. */
	NONE;

	private final List<Processing> steps;

	Normalization(final Processing... steps) {
		this.steps = List.of(steps);
	}

	/** @return the steps of this preprocessing */
	public List<Processing> steps() {
		return steps;
	}

	/** @return the name a user writes, for example "percentile" */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param type element type of a model's input
	 * @return what is assumed where the model says nothing: PERCENTILE; NONE for integers, of which a range from 0 to 1
	 *     would leave only two
	 */
	public static Normalization assumed(final DataType type) {
		return type.isInteger() ? NONE : PERCENTILE;
	}

	/**
	 * @param label a name, in any case
	 * @return what it means
	 * @throws ModelException if it means nothing
	 */
	public static Normalization ofLabel(final String label) throws ModelException {
		for (final Normalization n : values()) if (n.label().equalsIgnoreCase(label)) return n;
		throw new ModelException("Unknown normalization '" + label + "': expected one of model, "
				+ Stream.of(values()).map(Normalization::label).collect(Collectors.joining(", ")));
	}
}
