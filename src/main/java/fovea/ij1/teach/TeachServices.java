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
package fovea.ij1.teach;

import fovea.base.FoveaException;
import fovea.teach.Lesson;
import fovea.teach.StartingModel;
import fovea.train.TrainableNetworkFactory;
import java.util.List;

/** What teaching needs besides images: models and networks. Called on threads that may wait. */
public interface TeachServices {

	/** @return names of models that may be begun with */
	List<String> starts();

	/**
	 * @param name of one of them
	 * @return it
	 * @throws FoveaException if it cannot be taught
	 */
	StartingModel start(String name) throws FoveaException;

	/**
	 * @return what makes networks
	 * @throws FoveaException if there is nothing that computes
	 */
	TrainableNetworkFactory networks() throws FoveaException;

	/**
	 * @param name for a model
	 * @return whether there is one of that name, which may be replaced
	 * @throws FoveaException if it is no name for a model, or its model may not be replaced
	 */
	boolean exists(String name) throws FoveaException;

	/**
	 * @param lesson that was learned
	 * @param name of the model that it becomes, in place of one of that name
	 * @return where that is, for people
	 * @throws FoveaException if it cannot be written
	 */
	String keep(Lesson lesson, String name) throws FoveaException;

	/** Writes down a macro that does the same, where ImageJ writes down what is done. */
	void record(String name, String start, List<String> classes);

	/** Opens the page on teaching. */
	void help();
}
