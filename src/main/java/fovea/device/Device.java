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
package fovea.device;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a network runs on.
 *
 * @param gpu number of the GPU, from 0 on, as TensorFlow counts them; empty: the processor
 */
public record Device(OptionalInt gpu) {

	/** The processor. */
	public static final Device CPU = new Device(OptionalInt.empty());

	private static final String GPU = "GPU ";

	/**
	 * @param number from 0 on
	 * @return that GPU
	 */
	public static Device gpu(final int number) {
		return new Device(OptionalInt.of(number));
	}

	/**
	 * @param label of a device
	 * @return it; empty if there is none of this label
	 */
	public static Optional<Device> of(final String label) {
		if (label.equals(CPU.label())) return Optional.of(CPU);
		return label.matches(GPU + "[0-9]{1,3}")
				? Optional.of(gpu(Integer.parseInt(label.substring(GPU.length()))))
				: Optional.empty();
	}

	/** @return whether it is a GPU */
	public boolean isGpu() {
		return gpu.isPresent();
	}

	/** @return for people: "CPU", "GPU 0" */
	public String label() {
		return isGpu() ? GPU + gpu.getAsInt() : "CPU";
	}
}
