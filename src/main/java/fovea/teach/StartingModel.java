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
package fovea.teach;

import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import java.util.List;

/**
 * A model whose network a session begins with.
 *
 * @param name for people
 * @param architecture of the network
 * @param weights of it; not changed
 * @param preprocessing that its images had and will have
 * @param classes that it tells apart, background first
 * @param objectTraits that it says of itself
 */
public record StartingModel(
		String name,
		Architecture architecture,
		WeightMap weights,
		List<Processing> preprocessing,
		List<ClassSpec> classes,
		ObjectTraits objectTraits) {

	/** Copies the lists. */
	public StartingModel {
		preprocessing = List.copyOf(preprocessing);
		classes = List.copyOf(classes);
	}

	/**
	 * @param image to be drawn on
	 * @return whether the network takes its channels: of colors one of one channel gets the mean, and of gray one of
	 *     three gets three copies
	 */
	public boolean takes(final Image image) {
		return SeenImage.fits(image, architecture.inputShape().channels());
	}
}
