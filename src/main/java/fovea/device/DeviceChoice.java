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

import fovea.base.FoveaException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user wants networks to run on.
 *
 * @param kind processor, GPU, or whatever is fastest
 * @param gpu which GPU, from 0 on, as TensorFlow counts them; 0 where none is wanted
 */
public record DeviceChoice(Kind kind, int gpu) {

	/** Kinds of wishes. */
	public enum Kind {
		/** A GPU where TensorFlow sees one, else the processor. */
		AUTO,
		/** The processor, whatever else there is. */
		CPU,
		/** A GPU; where there is none, nothing is run. */
		GPU
	}

	/** A GPU where there is one, else the processor. */
	public static final DeviceChoice AUTO = new DeviceChoice(Kind.AUTO, 0);
	/** The processor. */
	public static final DeviceChoice CPU = new DeviceChoice(Kind.CPU, 0);

	private static final Pattern GPU = Pattern.compile("gpu(?::([0-9]{1,3}))?");

	/** Throws IllegalArgumentException for a GPU of a negative number, or one where none is wanted. */
	public DeviceChoice {
		if (gpu < 0 || gpu > 0 && kind != Kind.GPU) throw new IllegalArgumentException("GPU " + gpu + " of " + kind);
	}

	/**
	 * @param number from 0 on
	 * @return that GPU
	 */
	public static DeviceChoice gpu(final int number) {
		return new DeviceChoice(Kind.GPU, number);
	}

	/**
	 * @param text auto, cpu, gpu, or a GPU by its number: gpu:1; gpu alone is gpu:0
	 * @return the choice
	 * @throws FoveaException if it is none of these
	 */
	public static DeviceChoice of(final String text) throws FoveaException {
		final String word = text.strip();
		if (word.equals(AUTO.label())) return AUTO;
		if (word.equals(CPU.label())) return CPU;
		final Matcher parts = GPU.matcher(word);
		if (!parts.matches())
			throw new FoveaException(
					"device: expected auto, cpu, gpu, or a GPU by its number such as gpu:1; got '" + text + "'");
		return gpu(parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1)));
	}

	/** @return whether only a GPU will do */
	public boolean needsGpu() {
		return kind == Kind.GPU;
	}

	/** @return as people write it: auto, cpu, gpu, gpu:1 */
	public String label() {
		return switch (kind) {
			case AUTO -> "auto";
			case CPU -> "cpu";
			case GPU -> gpu == 0 ? "gpu" : "gpu:" + gpu;
		};
	}
}
