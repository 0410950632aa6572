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
package fovea.evaluate;

import fovea.base.FoveaException;
import fovea.image.Image;
import fovea.infer.ProgressListener;

/**
 * A way from an image to something that can be compared with the truth. {@link ImageMethods} and
 * {@link SegmentationMethods} make them.
 *
 * @param <R> what comes out
 * @param name for people, for example "median filter"; methods of one name differ in their setting only
 * @param setting for example "5 x 5"; empty where there is nothing to set
 * @param run does it
 */
public record Method<R>(String name, String setting, Run<R> run) {

	/**
	 * Does it.
	 *
	 * @param <R> what comes out
	 */
	@FunctionalInterface
	public interface Run<R> {

		/**
		 * @param image not changed
		 * @param listener hears of progress and warnings, may cancel
		 * @return a part for each slice and frame, slices fastest
		 * @throws FoveaException if the image does not fit, or the run failed or was cancelled
		 */
		R on(Image image, ProgressListener listener) throws FoveaException;
	}
}
