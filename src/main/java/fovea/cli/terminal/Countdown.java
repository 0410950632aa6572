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
package fovea.cli.terminal;

import java.util.function.LongSupplier;

/** Counts images, and says how long the others will take: as long as those that were computed. Not thread-safe. */
public final class Countdown {

	private static final double NANOS = 1e9;
	private static final int MINUTE = 60;
	private static final int HOUR = 60 * MINUTE;

	private final int images;
	private final LongSupplier clock;
	private long begin;
	private int begun;
	private int done;
	private int leftOut;

	/**
	 * @param images how many there are
	 * @param clock in nanoseconds
	 */
	public Countdown(final int images, final LongSupplier clock) {
		this.images = images;
		this.clock = clock;
	}

	/** @return what is said while the next image is computed, for example "image 3 of 60, 2 min left: " */
	public String next() {
		if (begun == 0) begin = clock.getAsLong();
		begun++;
		return images < 2
				? ""
				: "image " + Math.min(images, begun + leftOut) + " of " + images + (done == 0 ? "" : left()) + ": ";
	}

	/** An image has its result, or none. */
	public void done() {
		done++;
	}

	/** An image needs nothing. */
	public void leftOut() {
		leftOut++;
	}

	/**
	 * @return what is said of an image that is done, for example " (3 of 60, 2 min left)"; empty if it is the only one
	 */
	public String text() {
		final int at = Math.min(images, done + leftOut);
		return images < 2 ? "" : " (" + at + " of " + images + (at == images ? "" : left()) + ")";
	}

	private String left() {
		final double each = (clock.getAsLong() - begin) / NANOS / Math.max(1, done);
		return ", " + time(Math.round(each * Math.max(0, images - done - leftOut))) + " left";
	}

	/** @return for example "40 s", "2 min", "1 h 5 min" */
	static String time(final long seconds) {
		if (seconds < 2 * MINUTE) return seconds + " s";
		if (seconds < 2 * HOUR) return Math.round((double) seconds / MINUTE) + " min";
		return seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
	}
}
