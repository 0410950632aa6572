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
package fovea.net.zoo;

import fovea.net.shape.Checks;
import fovea.net.shape.Shape;

/**
 * What may be chosen about a named architecture. Begin with {@link NamedArchitecture#defaults()} and change what shall
 * differ; which values an architecture takes is checked when it is built.
 *
 * @param channels of the input, at least 1
 * @param height of the input in pixels, 0 for any where the architecture allows it
 * @param width of the input in pixels, 0 for any where the architecture allows it
 * @param widthMultiplier factor of the inner layers' numbers of filters, above 0 and at most 64; 1 is as published
 * @param classes number of classes, background included; 0 for an architecture without classes
 * @param latent length of the encoding; 0 for an architecture where that follows from the rest
 */
public record ArchitectureOptions(
		int channels, int height, int width, double widthMultiplier, int classes, int latent) {

	private static final double MAX_MULTIPLIER = 64;

	/** Throws IllegalArgumentException for values out of range. */
	public ArchitectureOptions {
		Checks.atLeast(channels, 1, "channels");
		Checks.atLeast(height, 0, "height");
		Checks.atLeast(width, 0, "width");
		Checks.within(widthMultiplier, Double.MIN_VALUE, MAX_MULTIPLIER, "width multiplier");
		Checks.atLeast(classes, 0, "classes");
		Checks.atLeast(latent, 0, "latent");
	}

	public ArchitectureOptions withChannels(final int value) {
		return new ArchitectureOptions(value, height, width, widthMultiplier, classes, latent);
	}

	/** Either may be 0 for any. */
	public ArchitectureOptions withSize(final int newHeight, final int newWidth) {
		return new ArchitectureOptions(channels, newHeight, newWidth, widthMultiplier, classes, latent);
	}

	public ArchitectureOptions withWidthMultiplier(final double value) {
		return new ArchitectureOptions(channels, height, width, value, classes, latent);
	}

	public ArchitectureOptions withClasses(final int value) {
		return new ArchitectureOptions(channels, height, width, widthMultiplier, value, latent);
	}

	public ArchitectureOptions withLatent(final int value) {
		return new ArchitectureOptions(channels, height, width, widthMultiplier, classes, value);
	}

	/** @return the shape of the input, with a free length for each 0 */
	public Shape inputShape() {
		return Shape.image(height == 0 ? Shape.FREE : height, width == 0 ? Shape.FREE : width, channels);
	}

	/**
	 * @param published number of filters
	 * @return that number times the width multiplier, at least 1
	 */
	int filters(final int published) {
		return (int) Math.max(1, Math.round(published * widthMultiplier));
	}
}
