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
package fovea.task;

import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import java.util.List;

/**
 * What is to be done to an image, with all that a user can say of it. Immutable and thread-safe.
 *
 * <pre>{@code
 * ImageTask task = TaskKind.SEGMENT.inFiles().with(Segment.THRESHOLD, 0.7);
 * }</pre>
 */
public sealed interface ImageTask permits Segment, Denoise, Reconstruct {

	/** @return which of the tasks */
	TaskKind kind();

	/** @return all options with their values */
	Values values();

	/** @return the results that are wanted, in order */
	default List<Output> outputs() {
		return kind().outputs().stream()
				.filter(output -> output.isWanted(values()))
				.toList();
	}

	/** @return whether this result is wanted */
	default boolean gives(final Output output) {
		return outputs().contains(output);
	}

	/** @return name or path of the model; empty: the one inside */
	default String model() {
		return values().get(kind().model());
	}

	/** @return what is said about the model */
	default ModelOptions hints() {
		return Running.hints(values());
	}

	/** @return how the network is run */
	default PredictionOptions prediction() {
		return Running.prediction(values());
	}
}
