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
package fovea;

/**
 * One object that a segmentation found: pixels of one class in one plane that hang together. Places are pixels from the
 * upper left corner of the image, which is 0, 0: the center of its first pixel is at 0.5, 0.5, as in ImageJ. (ImgLib2
 * has the center of that pixel at 0, 0.)
 *
 * @param label its value in {@link Segmentation#labels()}, counted from 1 over the whole image
 * @param className name of its class, for example "nucleus"
 * @param classIndex its class as in {@link Segmentation#classMap()}, 1 or more
 * @param channel position along C of the channel that it was found in, from 0 on; 0 where the model took all channels
 *     together
 * @param slice position along Z, from 0 on
 * @param frame position along T, from 0 on
 * @param x left edge of its bounding box, pixels
 * @param y upper edge of its bounding box, pixels
 * @param width of its bounding box, pixels
 * @param height of its bounding box, pixels
 * @param pixels how many it has, holes left out
 * @param area the same in square units of {@link ImageData#pixelSize()}
 * @param centroidX mean x of its pixels' centers, pixels
 * @param centroidY mean y of its pixels' centers, pixels
 * @param meanProbability mean over its pixels of the probability of its class, 0 to 1; 1 where the model gives classes
 *     only
 */
public record FoundObject(
		int label,
		String className,
		int classIndex,
		int channel,
		int slice,
		int frame,
		int x,
		int y,
		int width,
		int height,
		long pixels,
		double area,
		double centroidX,
		double centroidY,
		double meanProbability) {}
