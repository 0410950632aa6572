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
package fovea.worker;

import fovea.io.DataType;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import java.util.List;
import java.util.Optional;

/** Signatures in messages. */
public final class Signatures {

	private Signatures() {}

	/** @return fields of a message */
	public static Fields write(final List<Signature> signatures) {
		return Fields.of(
				"signatures", signatures.stream().map(s -> write(s).values()).toList());
	}

	/** @return fields of a message */
	public static Fields write(final Signature signature) {
		return Fields.of(
				"name", signature.name(), "inputs", infos(signature.inputs()), "outputs", infos(signature.outputs()));
	}

	/** @return what {@link #write(List)} wrote */
	public static List<Signature> read(final Fields fields) {
		return fields.maps("signatures").stream().map(Signatures::readOne).toList();
	}

	/** @return what {@link #write(Signature)} wrote */
	public static Signature readOne(final Fields fields) {
		return new Signature(fields.text("name"), infos(fields, "inputs"), infos(fields, "outputs"));
	}

	private static List<Object> infos(final List<TensorInfo> tensors) {
		return tensors.stream()
				.map(Signatures::info)
				.map(f -> (Object) f.values())
				.toList();
	}

	private static Fields info(final TensorInfo tensor) {
		final Fields fields =
				Fields.of("name", tensor.name(), "type", tensor.type().name());
		return tensor.shape()
				.map(shape -> fields.with(Fields.of("shape", shape)))
				.orElse(fields);
	}

	private static List<TensorInfo> infos(final Fields fields, final String name) {
		return fields.maps(name).stream()
				.map(f -> new TensorInfo(
						f.text("name"),
						DataType.valueOf(f.text("type")),
						f.has("shape")
								? Optional.of(f.list("shape").stream()
										.map(n -> ((Number) n).longValue())
										.toList())
								: Optional.empty()))
				.toList();
	}
}
