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

import fovea.image.Raster;
import fovea.latent.Encodings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Remembers what was asked of it. */
final class RecordingHost implements ExplorerHost {

	final List<String> asked = new ArrayList<>();
	final List<Raster> stack = new ArrayList<>();
	IntConsumer listener = index -> {};

	@Override
	public boolean hasImage() {
		return true;
	}

	@Override
	public void select(final int index) {
		asked.add("select " + index);
	}

	@Override
	public void listen(final IntConsumer selected) {
		listener = selected;
	}

	@Override
	public Map<String, List<String>> columns() {
		return Map.of();
	}

	@Override
	public void collect(final List<Integer> indices) {
		asked.add("collect " + indices);
	}

	@Override
	public void label(final List<Integer> indices, final String label) {
		asked.add("label " + indices + " " + label);
	}

	@Override
	public void show(final String title, final List<Raster> images, final List<String> labels) {
		asked.add("show " + title + " " + labels);
		stack.clear();
		stack.addAll(images);
	}

	@Override
	public void table(final Encodings encodings) {
		asked.add("table of " + encodings.size());
	}

	@Override
	public void close() {
		asked.add("close");
	}
}
