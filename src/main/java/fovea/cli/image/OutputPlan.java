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
package fovea.cli.image;

import fovea.base.FoveaException;
import fovea.ij1.files.Destination;
import fovea.ij1.files.ImagePlace;
import fovea.task.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which image's results go where, such that none overwrites another's or an image that is read.
 *
 * @param destinations of each image, in order
 */
record OutputPlan(Map<ImagePlace, Destination> destinations) {

	/** Copies the map. */
	OutputPlan {
		destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
	}

	/**
	 * @param images existing files, and addresses
	 * @param folder where results go
	 * @param outputs what is written for each image
	 * @return a plan without clashes
	 * @throws ClashException if two files would be written to one place
	 * @throws IOException if a path cannot be resolved
	 */
	static OutputPlan of(final List<ImagePlace> images, final Path folder, final List<Output> outputs)
			throws ClashException, IOException {
		final Set<Path> read = new HashSet<>();
		for (final ImagePlace image : images)
			if (image.path().isPresent()) read.add(image.path().get().toRealPath());
		final Map<ImagePlace, Destination> destinations = new LinkedHashMap<>();
		final Map<String, ImagePlace> writers = new HashMap<>();
		for (final ImagePlace image : images) {
			final Destination destination = new Destination(folder, image.stem());
			destinations.put(image, destination);
			for (final Output output : outputs) {
				final Path file = destination.file(output);
				// Some file systems do not tell Cell.tif from cell.tif.
				final ImagePlace other = writers.put(file.toString().toLowerCase(Locale.ROOT), image);
				if (other != null)
					throw new ClashException(file + " would hold the result of both " + other + " and " + image
							+ ": run them one by one, with another --out");
				if (Files.exists(file) && read.contains(file.toRealPath()))
					throw new ClashException("The result of " + image + " would overwrite " + file
							+ ", which is to be read too: choose another --out");
			}
		}
		return new OutputPlan(destinations);
	}

	/** Two files would be written to one place. */
	static final class ClashException extends FoveaException {

		private static final long serialVersionUID = 1L;

		ClashException(final String message) {
			super(message);
		}
	}
}
