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
package fovea.net.shape;

/**
 * The shape of one item of a batch: an image, height x width x channels, or a vector of so many values. Height and
 * width of an image may be free, each on its own: any length goes, which one shows when the network runs.
 *
 * @param isVector true for a vector, whose height and width are 1
 * @param height at least 1, or {@link #FREE}
 * @param width at least 1, or {@link #FREE}
 * @param channels at least 1; a vector's length
 */
public record Shape(boolean isVector, int height, int width, int channels) {

	/** A length that is not known, as TensorFlow writes it. */
	public static final int FREE = -1;

	public Shape {
		if (height != FREE) Checks.atLeast(height, 1, "height");
		if (width != FREE) Checks.atLeast(width, 1, "width");
		Checks.atLeast(channels, 1, "channels");
		if (isVector && (height != 1 || width != 1))
			throw new IllegalArgumentException("expected a vector, got " + height + " x " + width);
	}

	/**
	 * @param height at least 1, or {@link #FREE}
	 * @param width at least 1, or {@link #FREE}
	 * @param channels at least 1
	 */
	public static Shape image(final int height, final int width, final int channels) {
		return new Shape(false, height, width, channels);
	}

	/** @return the shape of an image of any height and width */
	public static Shape image(final int channels) {
		return new Shape(false, FREE, FREE, channels);
	}

	/** @param length at least 1 */
	public static Shape vector(final int length) {
		return new Shape(true, 1, 1, length);
	}

	/** @return true if height or width is free */
	public boolean isFree() {
		return height == FREE || width == FREE;
	}

	/**
	 * @return the number of values
	 * @throws IllegalStateException if height or width is free
	 */
	public long elements() {
		if (isFree()) throw new IllegalStateException(this + " has a free length");
		return (long) height * width * channels;
	}

	/** @return with the batch axis first: {FREE, height, width, channels} or {FREE, length} */
	public long[] batchShape() {
		return isVector ? new long[] {FREE, channels} : new long[] {FREE, height, width, channels};
	}

	/**
	 * @param other a shape without or with free lengths
	 * @return true if every tensor of the other shape has this shape too
	 */
	public boolean covers(final Shape other) {
		return isVector == other.isVector
				&& channels == other.channels
				&& (height == FREE || height == other.height)
				&& (width == FREE || width == other.width);
	}

	/** @return "28 x 28 x 1", "free x free x 3" or "784" */
	@Override
	public String toString() {
		return isVector ? Integer.toString(channels) : length(height) + " x " + length(width) + " x " + channels;
	}

	private static String length(final int length) {
		return length == FREE ? "free" : Integer.toString(length);
	}
}
