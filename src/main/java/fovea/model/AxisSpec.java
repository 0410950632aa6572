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

import java.util.List;
import java.util.OptionalInt;

/**
 * One axis of a tensor.
 *
 * @param type what it means
 * @param id its name within the tensor, for example "x"
 * @param size how long it may be
 * @param halo elements at either end of an output axis that are not to be trusted; empty where the description says
 *     nothing
 * @param channelNames names along a channel axis, empty for other axes or if unnamed
 */
public record AxisSpec(AxisType type, String id, AxisSize size, OptionalInt halo, List<String> channelNames) {

	/** Copies the list. */
	public AxisSpec {
		channelNames = List.copyOf(channelNames);
	}

	/**
	 * @param type what it means; its letter becomes the id
	 * @param size how long it may be
	 * @return an axis without halo and channel names
	 */
	public static AxisSpec of(final AxisType type, final AxisSize size) {
		return new AxisSpec(type, String.valueOf(type.letter()), size, OptionalInt.empty(), List.of());
	}
}
