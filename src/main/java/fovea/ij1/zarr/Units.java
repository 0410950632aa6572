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
package fovea.ij1.zarr;

import java.util.Map;
import java.util.Optional;

/** Units as OME-Zarr names them (UDUNITS-2), and as ImageJ does. Stateless. */
final class Units {

	private static final Map<String, Unit> LENGTHS = Map.ofEntries(
			Map.entry("kilometer", new Unit("km", 1e3)),
			Map.entry("meter", new Unit("m", 1)),
			Map.entry("decimeter", new Unit("dm", 1e-1)),
			Map.entry("centimeter", new Unit("cm", 1e-2)),
			Map.entry("millimeter", new Unit("mm", 1e-3)),
			Map.entry("micrometer", new Unit("um", 1e-6)),
			Map.entry("nanometer", new Unit("nm", 1e-9)),
			Map.entry("angstrom", new Unit("A", 1e-10)),
			Map.entry("picometer", new Unit("pm", 1e-12)),
			Map.entry("inch", new Unit("inch", 0.0254)),
			Map.entry("foot", new Unit("foot", 0.3048)));

	private static final Map<String, Double> SECONDS = Map.of(
			"nanosecond",
			1e-9,
			"microsecond",
			1e-6,
			"millisecond",
			1e-3,
			"second",
			1.0,
			"minute",
			60.0,
			"hour",
			3600.0,
			"day",
			86400.0);

	private Units() {}

	/**
	 * A unit of length.
	 *
	 * @param symbol as ImageJ shows it
	 * @param meters that it is long
	 */
	record Unit(String symbol, double meters) {}

	/** @return empty if it is no length that is known here */
	static Optional<Unit> length(final Optional<String> name) {
		return name.map(LENGTHS::get);
	}

	/** @return how many seconds it has; empty if it is no time that is known here */
	static Optional<Double> seconds(final Optional<String> name) {
		return name.map(SECONDS::get);
	}
}
