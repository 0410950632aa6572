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

import fovea.base.ModelException;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One layer of a network: what it computes and how it is set, not where it stands. Names, arguments, defaults and
 * results are Keras'. Images are batches of height x width x channels, channels last; the batch axis is never part of a
 * shape.
 *
 * <p>A layer knows all rules that follow from its settings: what shape it makes of its inputs, which weights it has,
 * what it sees and costs, how it is written. Only its operations in TensorFlow's graph are told elsewhere, by a
 * {@link Visitor}. A new kind of layer is a record with these rules, three lines here, and a method of the visitor.
 *
 * <p>Constructors throw IllegalArgumentException for values no layer can have.
 *
 * @see <a href="https://keras.io/api/layers/">Keras layers</a>
 */
public sealed interface Layer
		permits Input,
				Conv2D,
				Conv2DTranspose,
				SeparableConv2D,
				DepthwiseConv2D,
				MaxPooling2D,
				AveragePooling2D,
				GlobalAveragePooling2D,
				MaxUnpooling2D,
				UpSampling2D,
				SpaceToDepth,
				DepthToSpace,
				Dense,
				Flatten,
				Reshape,
				BatchNormalization,
				LayerNormalization,
				Dropout,
				Add,
				Multiply,
				Concatenate,
				ActivationLayer {

	/** How the fields of each kind are read, by its type. */
	Map<String, Reader> KINDS = Map.ofEntries(
			Map.entry("Input", Input::read),
			Map.entry("Conv2D", Conv2D::read),
			Map.entry("Conv2DTranspose", Conv2DTranspose::read),
			Map.entry("SeparableConv2D", SeparableConv2D::read),
			Map.entry("DepthwiseConv2D", DepthwiseConv2D::read),
			Map.entry("MaxPooling2D", MaxPooling2D::read),
			Map.entry("AveragePooling2D", AveragePooling2D::read),
			Map.entry("GlobalAveragePooling2D", GlobalAveragePooling2D::read),
			Map.entry("MaxUnpooling2D", MaxUnpooling2D::read),
			Map.entry("UpSampling2D", UpSampling2D::read),
			Map.entry("SpaceToDepth", SpaceToDepth::read),
			Map.entry("DepthToSpace", DepthToSpace::read),
			Map.entry("Dense", Dense::read),
			Map.entry("Flatten", fields -> new Flatten()),
			Map.entry("Reshape", Reshape::read),
			Map.entry("BatchNormalization", BatchNormalization::read),
			Map.entry("LayerNormalization", LayerNormalization::read),
			Map.entry("Dropout", Dropout::read),
			Map.entry("Add", fields -> new Add()),
			Map.entry("Multiply", fields -> new Multiply()),
			Map.entry("Concatenate", fields -> new Concatenate()),
			Map.entry("Activation", ActivationLayer::read));

	/**
	 * Does something for each kind of layer, and is forced by the compiler to know all of them.
	 *
	 * @param <R> what it makes of a layer
	 * @param <X> what may go wrong; RuntimeException if nothing
	 */
	interface Visitor<R, X extends Exception> {

		R visit(Input layer) throws X;

		R visit(Conv2D layer) throws X;

		R visit(Conv2DTranspose layer) throws X;

		R visit(SeparableConv2D layer) throws X;

		R visit(DepthwiseConv2D layer) throws X;

		R visit(MaxPooling2D layer) throws X;

		R visit(AveragePooling2D layer) throws X;

		R visit(GlobalAveragePooling2D layer) throws X;

		R visit(MaxUnpooling2D layer) throws X;

		R visit(UpSampling2D layer) throws X;

		R visit(SpaceToDepth layer) throws X;

		R visit(DepthToSpace layer) throws X;

		R visit(Dense layer) throws X;

		R visit(Flatten layer) throws X;

		R visit(Reshape layer) throws X;

		R visit(BatchNormalization layer) throws X;

		R visit(LayerNormalization layer) throws X;

		R visit(Dropout layer) throws X;

		R visit(Add layer) throws X;

		R visit(Multiply layer) throws X;

		R visit(Concatenate layer) throws X;

		R visit(ActivationLayer layer) throws X;
	}

	/** Makes a layer of its fields. */
	@FunctionalInterface
	interface Reader {

		Layer read(FieldReader fields) throws ModelException;
	}

	/**
	 * @param fields of which "type" names the kind of layer
	 * @return the layer
	 * @throws ModelException if there is no such kind, or a field is not what it should be
	 */
	static Layer read(final FieldReader fields) throws ModelException {
		final String expected = "a kind of layer: "
				+ String.join(", ", KINDS.keySet().stream().sorted().toList());
		final Reader kind = KINDS.get(fields.at("type").text(expected));
		if (kind == null) throw fields.at("type").error(expected);
		return kind.read(fields);
	}

	/** @return the class name in Keras, as summaries and files have it, for example "Conv2D" */
	default String type() {
		return getClass().getSimpleName();
	}

	/** Writes the fields that are not at Keras' default. */
	default void write(final FieldWriter fields) {}

	/** @return true if it takes two inputs or more; all others but {@link Input} take one */
	default boolean takesSeveral() {
		return false;
	}

	/** @return the name of the pooling layer whose switches it uses, if it uses any */
	default Optional<String> switches() {
		return Optional.empty();
	}

	/**
	 * @param inputs what it takes
	 * @return the shape of what it makes of them
	 * @throws ModelException if it cannot take them; the message does not name the layer
	 */
	SymbolicShape shape(LayerInputs inputs) throws ModelException;

	/**
	 * @param node its name in the network
	 * @param channels of its first input
	 * @return its weights in Keras' order
	 */
	default List<WeightSpec> weights(final String node, final int channels) {
		return List.of();
	}

	/**
	 * @param inputs what it takes
	 * @param from index of the input that is asked about
	 * @param vertical along y, else along x
	 * @return what an output pixel sees of that input along one axis
	 */
	default Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		return Window.PIXEL;
	}

	/**
	 * @param channels of its first input
	 * @param inputs pixels of its first input
	 * @param outputs pixels of its output
	 * @return what it costs: multiplications with an addition each, one for each value of a kernel at each place that
	 *     the kernel is laid on; see {@link fovea.net.MultiplyAdds}
	 */
	default double multiplyAdds(final int channels, final double inputs, final double outputs) {
		double sum = 0;
		for (final WeightSpec weight : weights("", channels))
			if (weight.kind().isKernel())
				sum += weight.elements() * (weight.kind() == WeightKind.TRANSPOSED_KERNEL ? inputs : outputs);
		return sum;
	}

	/** @return the function at its end */
	default Activation activation() {
		return Activation.LINEAR;
	}

	/** @return true if what leaves it changes when channels are added behind those that enter */
	default boolean mixesChannels() {
		return activation().isSoftmax();
	}

	/**
	 * @param visitor has one method for each kind of layer
	 * @return what the method for this kind returns
	 * @throws X if that method does
	 */
	<R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;
}
