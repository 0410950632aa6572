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
package fovea.memory;

import java.lang.management.ManagementFactory;

/**
 * Java's heap at a moment, in bytes.
 *
 * @param max how much there may be ({@code -Xmx})
 * @param used how much is taken
 */
public record JavaMemory(long max, long used) {

	/** @return as it is now; what nobody needs any more may still count as taken */
	public static JavaMemory now() {
		final Runtime java = Runtime.getRuntime();
		return new JavaMemory(java.maxMemory(), java.totalMemory() - java.freeMemory());
	}

	/** @return after what nobody needs any more was thrown away, which takes some 0.1 s */
	public static JavaMemory collected() {
		System.gc();
		return now();
	}

	/** @return bytes of memory that the computer, or the container, has; 4 GB if nobody knows */
	public static long machine() {
		return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
				? machine.getTotalMemorySize()
				: 4L << 30;
	}

	/** @return bytes that can still be taken */
	public long free() {
		return Math.max(0, max - used);
	}
}
