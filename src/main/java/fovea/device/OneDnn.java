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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether oneDNN, by which TensorFlow convolves on processors, can be trusted on this one.
 *
 * <p>AMD's processors tell the sizes of their caches in leaf 0x8000001D of CPUID. Some virtual machines, Firecracker's
 * among them, show zeros there. oneDNN 3.5 and 3.7 (TensorFlow 2.18 and 2.21) then takes the first cache for empty,
 * walks through the weights of a convolution in another order, and where channels do not fill its blocks, the zeros to
 * fill them up land on weights: transposed convolutions and gradients are wrong, without a word. TensorFlow's own
 * kernels, slower, do not ask for caches. Linux has no folder of caches for such a processor. Immutable.
 *
 * @param root folder in which proc and sys are looked for, "/" but for tests
 * @param environment variables of the process
 */
public record OneDnn(Path root, Map<String, String> environment) {

	/** Of the environment: 0 makes TensorFlow use its own kernels. Read once, when TensorFlow is loaded. */
	public static final String SWITCH = "TF_ENABLE_ONEDNN_OPTS";

	private static final Set<String> OFF = Set.of("0", "false");

	/** As Linux calls them. */
	private static final Set<String> NEURAL =
			Set.of("avx512_vnni", "avx512_bf16", "avx_vnni", "amx_tile", "amx_int8", "amx_bf16");

	/** @return of this computer and process */
	public static OneDnn here() {
		return new OneDnn(Path.of("/"), System.getenv());
	}

	/**
	 * @return variables to add for a process that is to load TensorFlow: none where the user has set the switch, or
	 *     none is needed
	 */
	public Map<String, String> remedy() {
		return isUndecided() && isMisled() ? Map.of(SWITCH, "0") : Map.of();
	}

	/** @return a line on why oneDNN is not used, empty where it is */
	public Optional<String> whyNot() {
		if (!isUndecided() && !isOff()) return Optional.empty();
		if (isMisled())
			return Optional.of(
					"oneDNN is off, since this processor hides the sizes of its caches, without which it computes "
							+ "wrongly");
		if (isUndecided() && isWithoutNeuralInstructions())
			return Optional.of("oneDNN is off, as TensorFlow has it by default on a processor "
					+ "without instructions for neural networks (AVX-512 VNNI and the like)");
		return isOff() ? Optional.of("oneDNN is off: " + SWITCH + "=" + environment.get(SWITCH)) : Optional.empty();
	}

	private boolean isUndecided() {
		return environment.getOrDefault(SWITCH, "").isEmpty();
	}

	private boolean isOff() {
		return OFF.contains(environment.getOrDefault(SWITCH, "").toLowerCase(Locale.ROOT));
	}

	/** @return whether this is a processor on which it computes wrongly */
	public boolean isMisled() {
		final Path processor = root.resolve("sys/devices/system/cpu/cpu0");
		return Files.isDirectory(processor) && Files.notExists(processor.resolve("cache")) && isOfAmd();
	}

	/**
	 * TensorFlow asks for these on x86 under Linux ({@code IsMKLEnabled} in tensorflow/core/util/util.cc, version
	 * 2.18).
	 */
	private boolean isWithoutNeuralInstructions() {
		return ProcessorFlags.in(root).filter(flags -> !flags.hasAny(NEURAL)).isPresent();
	}

	private boolean isOfAmd() {
		return processor().contains("AuthenticAMD");
	}

	private String processor() {
		try {
			return Files.readString(root.resolve("proc/cpuinfo"));
		} catch (final IOException e) {
			return ""; // not Linux, or one that tells nothing
		}
	}
}
