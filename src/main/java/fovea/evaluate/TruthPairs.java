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
package fovea.evaluate;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.data.ImageSource;
import fovea.data.SourcePairs;
import fovea.image.Image;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Images, and what is true of each. Read when asked for. Not thread-safe. */
public final class TruthPairs {

	private final ImageSource images;
	private final ImageSource truths;
	private final int[] partners;
	private final List<String> names;
	private final List<String> truthNames;

	private TruthPairs(final ImageSource images, final ImageSource truths, final int[] partners) throws FoveaException {
		this.images = images;
		this.truths = truths;
		this.partners = partners;
		names = images.names();
		truthNames = truths.names();
	}

	/**
	 * @param images what is judged, or what the methods that are judged begin with
	 * @param truths clean images or masks, one for each; paired as {@link SourcePairs} tells
	 * @param warnings takes one line where names differ
	 * @return the pairs
	 * @throws FoveaException if there are none, or more of one than of the other
	 */
	public static TruthPairs of(final ImageSource images, final ImageSource truths, final Consumer<String> warnings)
			throws FoveaException {
		return new TruthPairs(images, truths, SourcePairs.match(images, truths, warnings));
	}

	/**
	 * @param images that are their own truth, which a reconstruction is to give back
	 * @return each paired with itself
	 * @throws FoveaException if there are none
	 */
	public static TruthPairs ofThemselves(final ImageSource images) throws FoveaException {
		final int count = images.names().size();
		if (count == 0) throw new ImageException(images.name() + ": expected images, found none");
		return new TruthPairs(images, images, IntStream.range(0, count).toArray());
	}

	/** @return the images' names, in order */
	public List<String> names() {
		return names;
	}

	/**
	 * An image and what is true of it.
	 *
	 * @param name of the image
	 * @param image for the methods
	 * @param truthName for messages
	 * @param truth the image itself, a clean one, or a mask
	 */
	record Pair(String name, Image image, String truthName, Image truth) {}

	/**
	 * @param warnings takes what the files of the two have that is not used
	 * @throws FoveaException if one of the two cannot be read; the message names it
	 */
	Pair read(final int index, final Consumer<String> warnings) throws FoveaException {
		final int ofImages = images.warnings().size();
		final int ofTruths = truths.warnings().size();
		final Image image = images.read(index);
		final Image truth = images == truths ? image : truths.read(partners[index]);
		images.warnings().stream().skip(ofImages).forEach(warnings);
		if (images != truths) truths.warnings().stream().skip(ofTruths).forEach(warnings);
		return new Pair(names.get(index), image, truthNames.get(partners[index]), truth);
	}
}
