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

import java.util.Optional;

/**
 * Java memory that a piece of work needs beside what is taken when it begins, so that a lack of it is known before time
 * was spent.
 *
 * @param what it is for, in words that "needs" may follow
 * @param bytes at the moment when it needs most
 */
public record MemoryNeed(String what, long bytes) {

	/**
	 * What arrays lose at the borders of the heap's regions, and small objects; a part of the need, and so many bytes.
	 */
	private static final int SLACK_PART = 16;

	private static final long LEAST_SLACK = 8 << 20;

	/**
	 * A part of the need that is advised beyond it: Java does not move large arrays, and the largest has to fit in one
	 * piece between others.
	 */
	private static final int ADVISED_PART = 3;

	/** @return bytes that must be free */
	public long withSlack() {
		return bytes + bytes / SLACK_PART + LEAST_SLACK;
	}

	/** @return how many bytes a need may have to fit, less than 0 if none has */
	public static long most(final JavaMemory memory) {
		return (memory.free() - LEAST_SLACK) * SLACK_PART / (SLACK_PART + 1);
	}

	/** @return whether it is there */
	public boolean fits(final JavaMemory memory) {
		return withSlack() <= memory.free();
	}

	/**
	 * Looks whether it is there.
	 *
	 * @throws JavaMemoryException if not, with how much there should be
	 */
	public void require() throws JavaMemoryException {
		if (!fits(JavaMemory.now())) require(JavaMemory.collected());
	}

	/**
	 * @param memory that there is, after what nobody needs was thrown away
	 * @throws JavaMemoryException if it does not suffice, with how much there should be
	 */
	public void require(final JavaMemory memory) throws JavaMemoryException {
		final Optional<String> lack = lacking(memory, JavaMemory.machine(), Remedy.here());
		if (lack.isPresent()) throw new JavaMemoryException(lack.get());
	}

	/**
	 * For an array that was refused, whatever the numbers say: the heap has no piece that is large enough.
	 *
	 * @return to be thrown, with how much there should be
	 */
	public JavaMemoryException refused() {
		final JavaMemory memory = JavaMemory.collected();
		return new JavaMemoryException(line(
				memory,
				memory.max() + memory.max() / 4,
				fits(memory) ? ", but not in one piece" : "",
				JavaMemory.machine(),
				Remedy.here()));
	}

	/**
	 * @param memory that there is, after what nobody needs was thrown away
	 * @param machine bytes of memory that the computer has
	 * @param remedy of this host
	 * @return one line, if it does not suffice
	 */
	Optional<String> lacking(final JavaMemory memory, final long machine, final Remedy remedy) {
		return fits(memory) ? Optional.empty() : Optional.of(line(memory, 0, "", machine, remedy));
	}

	/** @param least bytes that Java is to have at least */
	private String line(
			final JavaMemory memory, final long least, final String but, final long machine, final Remedy remedy) {
		final long wanted = Math.max(least, memory.used() + withSlack() + bytes / ADVISED_PART);
		return what + " needs about " + Remedy.megabytes(withSlack()) + " MB of Java memory, " + (memory.free() >> 20)
				+ " MB are free" + but + " (-Xmx"
				+ Remedy.megabytes(memory.max()) + "m): "
				+ (wanted > machine
						? "that is more than this computer has, " + "expected a part of the image"
						: remedy.toHave(wanted) + ", or choose a part of the image");
	}
}
