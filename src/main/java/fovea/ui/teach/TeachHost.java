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
package fovea.ui.teach;

import fovea.base.FoveaException;
import java.util.List;

/**
 * What the window asks of the program it is in. Called in Swing's thread, and must not hold it up: what takes its time
 * is done elsewhere and told by {@link TeachWindow#show}.
 */
public interface TeachHost extends AutoCloseable {

	/**
	 * @param before what was chosen
	 * @param now what is chosen from now on
	 */
	void chosen(Choices before, Choices now);

	/** Makes a stroke of what is selected in the image. */
	void addSelection();

	/** Takes the last thing that was done back. */
	void undo();

	/** Does again what was taken back. */
	void redo();

	/** @return titles of images that are open and not learned from yet */
	List<String> otherImages();

	/** @param title of one of them, which is learned from as well */
	void addImage(String title);

	/** @param start name of a model that the network begins as from now on; empty: a new network */
	void begin(String start);

	/** @return a name for what was learned */
	String proposedName();

	/**
	 * @param name for a model
	 * @return whether there is one of that name, which would be replaced
	 * @throws FoveaException if it is no name for a model
	 */
	boolean exists(String name) throws FoveaException;

	/** @param name of the model that is made of what was learned; one of that name is replaced */
	void keep(String name);

	/** Opens the page on this window. */
	void help();

	/** Ends it all. */
	@Override
	void close();
}
