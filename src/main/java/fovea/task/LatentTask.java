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

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be done with a latent space, each with the options that it takes. */
public enum LatentTask {

	/** A window of points. */
	EXPLORE(Stream.of(LatentOptions.ENCODER, LatentOptions.OF_ITEMS, LatentOptions.RUNNING)),

	/** Images to points. */
	ENCODE(Stream.of(
			LatentOptions.ENCODER,
			LatentOptions.OF_ITEMS,
			LatentOptions.RUNNING,
			List.of(LatentOptions.OUT, LatentOptions.NEIGHBORS))),

	/** Points to images. */
	DECODE(Stream.of(LatentOptions.ENCODER, LatentOptions.OF_MODEL, List.of(LatentOptions.TABLE))),

	/** From one image to another. */
	INTERPOLATE(Stream.of(
			LatentOptions.ENCODER,
			LatentOptions.OF_ITEMS,
			LatentOptions.RUNNING,
			List.of(LatentOptions.FROM, LatentOptions.TO, LatentOptions.STEPS))),

	/** Points to a picture. */
	PLOT(Stream.of(List.of(
			LatentOptions.TABLE, LatentOptions.X, LatentOptions.Y, LatentOptions.OUT, LatentOptions.NEIGHBORS)));

	/** What is done, where one command does all of it. */
	public static final Option<LatentTask> ACTION = Option.of("action", Form.word(LatentTask.class), ENCODE)
			.under("What to do")
			.says(
					"Action",
					"explore: a window of points to walk through; encode: images to the Results table; decode: "
							+ "a table to a stack; interpolate: a stack between two images; plot: a table to a "
							+ "picture");

	private final Set<Option<?>> taken;

	LatentTask(final Stream<List<Option<?>>> taken) {
		this.taken = new HashSet<>(taken.flatMap(List::stream).toList());
	}

	/** @return all that any of them takes, in the order of dialogs */
	public static List<Option<?>> allOptions() {
		return Stream.concat(Stream.<Option<?>>of(ACTION), LatentOptions.ALL.stream())
				.toList();
	}

	/** @return what it takes, in the order of its dialog */
	public List<Option<?>> options() {
		return LatentOptions.ALL.stream().filter(taken::contains).toList();
	}
}
