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
import fovea.latent.Encodings;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What the explorer's window asks of the program it is in, where items come from and results go to. Called in Swing's
 * thread, and calls back in it. Items are named by their 0-based index among the encodings.
 */
public interface ExplorerHost extends AutoCloseable {

	/**
	 * @return whether items are parts of an image that is open, so that they can be selected, marked and named there
	 */
	boolean hasImage();

	/** @param index of an item to be selected where it is; nothing happens if that is not open */
	void select(int index);

	/** @param selected hears of items that a person selects there, not of those that {@link #select} did */
	void listen(IntConsumer selected);

	/**
	 * @return what else is known of the items, by the name of a column: a value for each of them, empty if it has none
	 */
	Map<String, List<String>> columns();

	/**
	 * @param indices of items to be put where ROIs are collected
	 * @throws FoveaException if they cannot be
	 */
	void collect(List<Integer> indices) throws FoveaException;

	/**
	 * @param indices of items
	 * @param label what they are said to be from now on, also where they are
	 */
	void label(List<Integer> indices, String label);

	/**
	 * @param title of a new stack
	 * @param images its slices
	 * @param labels of the slices
	 * @throws FoveaException if they do not make a stack
	 */
	void show(String title, List<Raster> images, List<String> labels) throws FoveaException;

	/** @param encodings to be shown as a table */
	void table(Encodings encodings);

	/** Listens no more. */
	@Override
	void close();
}
