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
package fovea.worker.child;

import fovea.infer.network.FloatTensor;
import fovea.worker.Fields;
import fovea.worker.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the pixels of one request at a time come and go: the worker's side of a channel. Arrays are used again, since
 * fresh memory costs ten times as much as used one. Not thread-safe.
 */
final class ChildPixelChannel {

	/** A quarter of a gibibyte: more than any tile, less than a network's weights, which come once. */
	private static final long WORTH_KEEPING = 1 << 26;

	private static final float[] NEW = new float[0];

	private final Pixels.Receiver receiver = new Pixels.Receiver();
	private final Pixels.Sender sender;
	private List<float[]> inputs = List.of();
	private float[] result = NEW;

	/**
	 * @param folders where files may be, the fastest first
	 * @param channel its number
	 */
	ChildPixelChannel(final List<Path> folders, final long channel) {
		sender = new Pixels.Sender(folders, "out" + channel);
	}

	/** @return the tensors that came with a request; they are overwritten by the next */
	List<FloatTensor> receive(final Fields request) throws IOException {
		if (!Pixels.Receiver.isIn(request)) return List.of();
		final List<FloatTensor> tensors = receiver.receive(request, inputs);
		inputs = kept(tensors);
		return tensors;
	}

	/** @return an array for the result, perhaps too short */
	float[] reuse() {
		return result;
	}

	/** @return what the host needs to know to read the tensors */
	Fields send(final List<FloatTensor> tensors) throws IOException {
		final List<float[]> arrays = kept(tensors);
		result = arrays.size() == 1 ? arrays.get(0) : NEW;
		return sender.send(tensors);
	}

	private static List<float[]> kept(final List<FloatTensor> tensors) {
		final List<float[]> arrays = tensors.stream().map(FloatTensor::data).toList();
		return arrays.stream().mapToLong(a -> a.length).sum() <= WORTH_KEEPING ? arrays : List.of();
	}
}
