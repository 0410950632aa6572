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

import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tensorflow.internal.c_api.Deallocator_Pointer_long_Pointer;

/**
 * A function of C by its name, of up to three words, whose result nobody needs. TensorFlow's library must be loaded:
 * one of its functions of three words is the way.
 */
final class NativeFunction {

	private final Pointer function;

	private NativeFunction(final Pointer function) {
		this.function = function;
	}

	/** @return empty where no library here gives it away */
	static Optional<NativeFunction> named(final String name) {
		return Optional.ofNullable(Loader.addressof(name)).map(NativeFunction::new);
	}

	/** Calls it; it does not look at words that it does not have. */
	void call(final long first, final long second) {
		// A function pointer of JavaCPP's is a place in memory: the function, and the Java object that it calls.
		try (PointerPointer<Pointer> place = new PointerPointer<>(2);
				Function call = new Function(place.put(0, function).put(1, (Pointer) null));
				Word word = new Word(first)) {
			call.call(word, second, null);
		}
	}

	private static final class Function extends Deallocator_Pointer_long_Pointer {

		Function(final Pointer place) {
			super(place);
		}
	}

	/** A number in the place of an address. */
	private static final class Word extends Pointer {

		Word(final long value) {
			address = value;
		}
	}
}
