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
package fovea.zarr.ome;

import java.util.Locale;
import java.util.Optional;

/**
 * An axis of an array.
 *
 * @param name as the file has it, for example {@code x}
 * @param kind of it
 * @param unit of its coordinates, for example {@code micrometer}; empty where there is none
 */
public record OmeAxis(String name, Kind kind, Optional<String> unit) {

	/** What goes on along an axis, as Fovea's images have it. */
	public enum Kind {

		/** Columns. */
		X("space"),

		/** Rows. */
		Y("space"),

		/** Slices. */
		Z("space"),

		/** Channels. */
		C("channel"),

		/** Frames. */
		T("time"),

		/** Anything else. */
		OTHER("");

		private final String type;

		Kind(final String type) {
			this.type = type;
		}

		/** @return as OME-Zarr has it: space, channel or time; empty for anything else */
		public String type() {
			return type;
		}
	}

	/**
	 * @param kind X, Y, Z, C or T
	 * @param unit empty where there is none
	 * @return such an axis, of the name that everybody gives it
	 */
	public static OmeAxis of(final Kind kind, final Optional<String> unit) {
		return new OmeAxis(kind.name().toLowerCase(Locale.ROOT), kind, unit);
	}
}
