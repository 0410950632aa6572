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
package fovea.cli.evaluate;

import fovea.base.FoveaException;
import fovea.data.ImageSource;
import fovea.image.Image;
import fovea.task.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * The results in a folder that is to be compared with the truth. Where they were written by another command, which puts
 * several files for each image there, those of one kind are chosen, and their names are those of the images again.
 */
final class ResultFiles implements ImageSource {

	/** What masks are compared with, the first kind that is there. */
	static final List<Output> OF_SEGMENTATION = List.of(Output.LABELS, Output.MASK);

	/** What images are compared with. */
	static final List<Output> OF_IMAGES = List.of(Output.DENOISED, Output.RECONSTRUCTED);

	private final ImageSource all;
	private final List<Integer> chosen;
	private final List<String> names;

	private ResultFiles(final ImageSource all, final List<Integer> chosen, final List<String> names) {
		this.all = all;
		this.chosen = chosen;
		this.names = names;
	}

	/**
	 * @param all images of a folder
	 * @param kinds that are looked for, the best first
	 * @return those of the first kind that any is of; all, if none is of these kinds
	 */
	static ImageSource of(final ImageSource all, final List<Output> kinds) throws FoveaException {
		final List<String> files = all.names();
		for (final Output kind : kinds) {
			final List<Integer> chosen = new ArrayList<>();
			final List<String> names = new ArrayList<>();
			for (int i = 0; i < files.size(); i++) {
				if (!files.get(i).endsWith(kind.suffix())) continue;
				chosen.add(i);
				names.add(files.get(i)
								.substring(
										0, files.get(i).length() - kind.suffix().length()) + ".tif");
			}
			if (!chosen.isEmpty()) return new ResultFiles(all, chosen, names);
		}
		return all;
	}

	@Override
	public String name() {
		return all.name();
	}

	@Override
	public List<String> names() {
		return List.copyOf(names);
	}

	@Override
	public Image read(final int index) throws FoveaException {
		return all.read(chosen.get(index));
	}
}
