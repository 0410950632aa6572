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
package fovea.ui.latent;

import fovea.base.FoveaException;
import fovea.image.Raster;
import fovea.latent.LatentSpace;
import fovea.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Stacks and ROIs that are made of items. Swing's thread only, but that networks run and images are read in another.
 */
final class StackActions {

	private final LatentSpace space;
	private final ExplorerHost host;
	private final Consumer<String> tell;
	private final LatestTask<Between, Stack> interpolation;
	private final LatestTask<List<Integer>, Stack> items;
	private volatile boolean closed;

	/** An interpolation. */
	private record Between(int from, int to, int steps) {}

	/** What becomes a stack. */
	private record Stack(String title, List<Raster> images, List<String> labels) {}

	/**
	 * @param worker runs networks and reads images
	 * @param home runs in Swing's thread
	 * @param tell hears what goes on
	 */
	StackActions(
			final LatentSpace space,
			final ExplorerHost host,
			final Executor worker,
			final Executor home,
			final Consumer<String> tell) {
		this.space = space;
		this.host = host;
		this.tell = tell;
		interpolation = new LatestTask<>(worker, home, this::make, this::show, tell);
		items = new LatestTask<>(worker, home, this::make, this::show, tell);
	}

	/** Makes a stack of what is between the two items that were chosen. */
	void between(final ExplorerState state, final int steps) {
		tell.accept("Decoding " + Counted.of(steps, "image") + "...");
		interpolation.submit(new Between(state.from().orElseThrow(), state.to().orElseThrow(), steps));
	}

	/** Makes a stack of the selected items. */
	void items(final ExplorerState state) {
		tell.accept("Reading " + Counted.of(state.selected().size(), "item") + "...");
		items.submit(state.selected());
	}

	/** Puts the selected items where ROIs are collected. */
	void collect(final ExplorerState state) {
		try {
			host.collect(state.selected());
			tell.accept(Counted.of(state.selected().size(), "ROI") + " added");
		} catch (final FoveaException e) {
			tell.accept(e.getMessage());
		}
	}

	private Stack make(final Between ends) throws FoveaException {
		return new Stack(
				"interpolated",
				space.between(ends.from(), ends.to(), ends.steps(), () -> closed),
				IntStream.rangeClosed(1, ends.steps()).mapToObj(String::valueOf).toList());
	}

	private Stack make(final List<Integer> indices) throws FoveaException {
		final List<Raster> images = new ArrayList<>();
		final List<String> labels = new ArrayList<>();
		for (final int index : indices) {
			if (closed) break;
			images.add(space.original(index));
			labels.add(ItemText.name(space.encodings().all().get(index)));
		}
		return new Stack("selected items", images, labels);
	}

	private void show(final Stack stack) {
		if (closed) return;
		try {
			host.show(stack.title(), stack.images(), stack.labels());
			tell.accept("Made a stack of " + Counted.of(stack.images().size(), "image"));
		} catch (final FoveaException e) {
			tell.accept(e.getMessage());
		}
	}

	/** Nothing is made any more. */
	void close() {
		closed = true;
		interpolation.forget();
		items.forget();
	}
}
