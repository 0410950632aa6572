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
package fovea.command;

import fovea.base.FoveaException;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.model.Purpose;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.rank.Contenders;
import fovea.task.Form;
import fovea.task.ImageTask;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A command that runs a model on images. */
abstract class ModelCommand extends NetworkCommand {

	private static final String MODEL = "model";

	/**
	 * @param task whose model is meant
	 * @param offered the model's name in the window before anybody has chosen; empty: none
	 * @return the model, to be closed by the caller
	 * @throws FoveaException if it cannot be opened or is for something else
	 */
	final LoadedModel open(final ImageTask task, final String offered) throws FoveaException {
		return open(task, offered, loader());
	}

	/** As {@link #open(ImageTask, String)}, by this loader. */
	final LoadedModel open(final ImageTask task, final String offered, final NetworkLoader loader)
			throws FoveaException {
		return open(new ModelLibrary().openOffered(task.model(), offered, this::warn), task, loader);
	}

	/** As {@link #open(ImageTask, String)}, of an archive that is closed together with it. */
	final LoadedModel open(final ModelArchive archive, final ImageTask task) throws FoveaException {
		return open(archive, task, loader());
	}

	private LoadedModel open(final ModelArchive archive, final ImageTask task, final NetworkLoader loader)
			throws FoveaException {
		final ModelOptions hints = task.hints();
		hints.notes().forEach(this::warn);
		return LoadedModel.open(archive, loader, hints).usedTo(task.kind().use(), this::warn);
	}

	/**
	 * @param task that the image is to decide on
	 * @return models to choose from, to be closed by the caller
	 * @throws FoveaException if there are none
	 */
	final Contenders contenders(final ImageTask task) throws FoveaException {
		final ModelOptions hints = task.hints();
		hints.notes().forEach(this::warn);
		return Contenders.of(new ModelLibrary(), loader(), hints, this::warn);
	}

	/** @return whether the image may decide which model is taken */
	boolean mayChoose() {
		return false;
	}

	/** {@inheritDoc} For its model those that may fit. */
	@Override
	List<String> proposals(final String input) {
		if (!input.equals(MODEL)) return super.proposals(input);
		final List<String> names = FittingModels.names(new ModelLibrary(), purpose());
		return mayChoose() ? Stream.concat(names.stream(), Stream.of(Form.AUTO)).toList() : names;
	}

	@Override
	Optional<UnaryOperator<String>> note(final String input) {
		if (!input.equals(MODEL)) return super.note(input);
		return Optional.of(
				model -> mayChoose() && model.equals(Form.AUTO) ? FittingModels.CHOOSES : FittingModels.line(model));
	}

	/** @return what its model must be for; empty: more than one thing */
	Optional<Purpose> purpose() {
		return Optional.empty();
	}
}
