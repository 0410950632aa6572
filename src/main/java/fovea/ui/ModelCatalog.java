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
package fovea.ui;

import fovea.base.FoveaException;
import java.nio.file.Path;
import java.util.List;

/** Models, and what can be done with them, for a window that shows them. Called from a thread that may wait. */
public interface ModelCatalog {

	/**
	 * A model in the list.
	 *
	 * @param name that it is found by
	 * @param remark a word on it; empty for none
	 */
	record Listed(String name, String remark) {}

	/** @return all models, in the order for people */
	List<Listed> models();

	/**
	 * Copies a model into the library.
	 *
	 * @param file zip or folder
	 * @return the name that it has there
	 * @throws FoveaException if it is no model, or cannot be copied
	 */
	String add(Path file) throws FoveaException;

	/**
	 * @param name of a model
	 * @return what is to be known of it
	 * @throws FoveaException if it is broken, or not there any more
	 */
	ShownModel card(String name) throws FoveaException;

	/**
	 * @param name of a model
	 * @param file zip to be written, replaced if it exists
	 * @throws FoveaException if it cannot be written
	 */
	void export(String name, Path file) throws FoveaException;

	/**
	 * @param name of an own model
	 * @param other name that it gets
	 * @throws FoveaException if that is no name, or taken
	 */
	void rename(String name, String other) throws FoveaException;

	/**
	 * @param name of an own model
	 * @throws FoveaException if it cannot be removed
	 */
	void remove(String name) throws FoveaException;

	/** @return folder of the user's models, which need not exist */
	Path folder();

	/**
	 * Asks, elsewhere, for what else a training needs; returns at once.
	 *
	 * @param model that it begins with
	 * @throws FoveaException if it cannot be trained further
	 */
	void trainFurther(ShownModel model) throws FoveaException;

	/**
	 * Opens the window in which a person teaches by drawing on the active image; returns at once.
	 *
	 * @param model that it begins with
	 * @throws FoveaException if it cannot be taught
	 */
	void teach(ShownModel model) throws FoveaException;
}
