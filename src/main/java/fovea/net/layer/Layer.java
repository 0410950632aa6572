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
package fovea.net.layer;

/**
 * One layer of a network: what it computes and how it is set, not where it stands. Names, arguments, defaults and
 * results are Keras'. Images are batches of height x width x channels, channels last; the batch axis is never part of a
 * shape.
 *
 * <p>Constructors throw IllegalArgumentException for values no layer can have.
 *
 * @see <a href="https://keras.io/api/layers/">Keras layers</a>
 */
public sealed interface Layer
		permits Input,
				Conv2D,
				Conv2DTranspose,
				MaxPooling2D,
				AveragePooling2D,
				MaxUnpooling2D,
				UpSampling2D,
				Dense,
				Flatten,
				Reshape,
				BatchNormalization,
				Dropout,
				Add,
				Concatenate,
				ActivationLayer {

	/** @return the class name in Keras, as summaries and files have it, for example "Conv2D" */
	String type();

	/**
	 * @param visitor has one method for each kind of layer
	 * @return what the method for this kind returns
	 * @throws X if that method does
	 */
	<R, X extends Exception> R accept(LayerVisitor<R, X> visitor) throws X;
}
