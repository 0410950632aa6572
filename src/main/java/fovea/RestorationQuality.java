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

import fovea.evaluate.ImageSummary;
import java.util.OptionalDouble;

/**
 * How near images are to clean ones.
 *
 * @param images how many were compared
 * @param psnr mean over the images of the peak signal-to-noise ratio in dB, infinite for equal images; the peak is 255
 *     for clean images of 8 bit, else the range of the clean image
 * @param ssim mean over the images of the structural similarity, at most 1; empty if one is below 11 x 11 pixels
 */
public record RestorationQuality(int images, double psnr, OptionalDouble ssim) {

	static RestorationQuality of(final ImageSummary summary) {
		return new RestorationQuality(summary.images(), summary.meanPsnr(), summary.meanSsim());
	}
}
