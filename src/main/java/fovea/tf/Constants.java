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
package fovea.tf;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Nodes of a graph that give the same values always. Stateless. */
final class Constants {

	static final String OP = "Const";
	private static final String VALUE = "value";

	private Constants() {}

	/**
	 * @param name of the node
	 * @param type of its elements, which have a fixed length in bytes
	 * @param value is copied
	 */
	static NodeDef of(final String name, final DataType type, final Tensor value) {
		final ByteDataBuffer data = value.asRawTensor().data();
		final byte[] bytes = new byte[Math.toIntExact(data.size())];
		data.read(bytes);
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (final long length : value.shape().asArray()) shape.addDimBuilder().setSize(length);
		return of(name, type, shape.build(), bytes);
	}

	/**
	 * @param name of the node
	 * @param shape of the values
	 * @param values in row-major order
	 */
	static NodeDef of(final String name, final TensorShapeProto shape, final float[] values) {
		final ByteBuffer bytes =
				ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
		bytes.asFloatBuffer().put(values);
		return of(name, DataType.DT_FLOAT, shape, bytes.array());
	}

	private static NodeDef of(
			final String name, final DataType type, final TensorShapeProto shape, final byte[] bytes) {
		return NodeDef.newBuilder()
				.setName(name)
				.setOp(OP)
				.putAttr("dtype", AttrValue.newBuilder().setType(type).build())
				.putAttr(
						VALUE,
						AttrValue.newBuilder()
								.setTensor(TensorProto.newBuilder()
										.setDtype(type)
										.setTensorShape(shape)
										.setTensorContent(ByteString.copyFrom(bytes)))
								.build())
				.build();
	}

	/** @return whether a node is a constant of floats whose values lie in it one by one, as {@link #of} makes them */
	static boolean areFloats(final NodeDef node) {
		final TensorProto value = value(node);
		return node.getOp().equals(OP)
				&& value.getDtype() == DataType.DT_FLOAT
				&& value.getTensorContent().size() == size(value.getTensorShape()) * Float.BYTES;
	}

	/**
	 * @param node of which {@link #areFloats} is true
	 * @return a copy of its values
	 */
	static float[] floats(final NodeDef node) {
		final ByteBuffer bytes = value(node).getTensorContent().asReadOnlyByteBuffer();
		final float[] values = new float[bytes.remaining() / Float.BYTES];
		bytes.order(ByteOrder.nativeOrder()).asFloatBuffer().get(values);
		return values;
	}

	/** @return lengths along its axes */
	static TensorShapeProto shape(final NodeDef node) {
		return value(node).getTensorShape();
	}

	private static TensorProto value(final NodeDef node) {
		return node.getAttrOrDefault(VALUE, AttrValue.getDefaultInstance()).getTensor();
	}

	private static long size(final TensorShapeProto shape) {
		return shape.getDimList().stream()
				.mapToLong(TensorShapeProto.Dim::getSize)
				.reduce(1, (a, b) -> a * b);
	}
}
