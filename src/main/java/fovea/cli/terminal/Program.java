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
package fovea.cli.terminal;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.block.LocalRunner;
import fovea.block.StageRunner;
import fovea.engine.Engine;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.train.TrainableNetworkFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the command line gives its commands: models, what runs and trains networks, and where to write. One thread at a
 * time; the program closes what it gave, when the command is done.
 */
public interface Program {

	/** @return the program that a command is part of */
	static Program of(final CommandSpec command) {
		return (Program) command.root().userObject();
	}

	/** @return where commands write, and how errors are shown */
	Console console();

	/** From now on people are told nothing but errors. */
	void quieten();

	/** @return the user's models and those inside */
	ModelLibrary library();

	/**
	 * @param model a path, or a name in the library
	 * @return a model that the caller closes; a doubt about its name is noted on the console
	 * @throws ModelException if there is no such model, or it cannot be read
	 */
	ModelArchive open(String model) throws ModelException;

	/** @return what is said of a model; what a user should know of it is noted on the console */
	default ModelOptions noted(final ModelOptions options) {
		options.notes().forEach(console()::note);
		return options;
	}

	/** @return what runs networks, started when it is first asked for */
	Engine engine() throws FoveaException;

	/** @return what opens networks, on the device that was asked for */
	NetworkLoader loader() throws FoveaException;

	/** @return what trains networks, on the device that was asked for */
	TrainableNetworkFactory networks() throws FoveaException;

	/** @return does the work on images that are segmented block by block */
	default StageRunner runner() {
		return LocalRunner.USUAL;
	}

	/** @return what computes, for people */
	String device() throws FoveaException;
}
