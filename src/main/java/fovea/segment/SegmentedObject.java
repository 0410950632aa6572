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
package fovea.segment;

/**
 * One object of one class in one plane.
 *
 * @param label its value in the label image, counting from 1 over the whole image; where planes are linked, that of its
 *     volume object
 * @param classIndex its class, 0 is background and never occurs here
 * @param channel 0-based channel the model was run on; where it took all channels at once: 0
 * @param slice 0-based z
 * @param frame 0-based t
 * @param x left edge of its bounding box, pixels
 * @param y upper edge of its bounding box, pixels
 * @param width of its bounding box, pixels
 * @param height of its bounding box, pixels
 * @param pixels its area in pixels, holes left out
 * @param centroidX mean x of its pixels' centers (the first pixel's center is 0.5), pixels
 * @param centroidY the same for y
 * @param meanProbability mean over its pixels of the probability of its class; 1 where the model gives a class map
 */
public record SegmentedObject(
		int label,
		int classIndex,
		int channel,
		int slice,
		int frame,
		int x,
		int y,
		int width,
		int height,
		long pixels,
		double centroidX,
		double centroidY,
		double meanProbability) {

	/** @return the same with another label and as many pixels further to the right and below */
	SegmentedObject moved(final int newLabel, final int right, final int below) {
		return new SegmentedObject(
				newLabel,
				classIndex,
				channel,
				slice,
				frame,
				x + right,
				y + below,
				width,
				height,
				pixels,
				centroidX + right,
				centroidY + below,
				meanProbability);
	}
}
