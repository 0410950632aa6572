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
import fovea.base.ModelException;
import fovea.job.InstalledModels;
import fovea.job.ModelFacts;
import fovea.model.ModelSpec;
import fovea.model.library.ModelImport;
import fovea.model.library.ModelLibrary;
import fovea.ui.ModelCatalog;
import fovea.ui.ShownModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The user's library for the window that shows it. Thread-safe.
 *
 * @param library of the models
 * @param training asks for a training that begins with a model
 */
record LibraryCatalog(ModelLibrary library, TrainingDialog training) implements ModelCatalog {

	/** Asks a person for what else a training needs. */
	interface TrainingDialog {

		/**
		 * @param command that trains
		 * @param model that it begins with
		 * @throws FoveaException if it cannot be asked
		 */
		void open(Class<? extends NetworkCommand> command, String model) throws FoveaException;
	}

	@Override
	public List<Listed> models() {
		return library.modelsForPeople().stream()
				.map(model -> new Listed(
						model.name(),
						library.isDemonstration(model) ? "demonstration" : model.isBundled() ? "" : "yours"))
				.toList();
	}

	@Override
	public String add(final Path file) throws FoveaException {
		return ModelImport.add(library, file);
	}

	/** {@inheritDoc} One that is broken says so, and can be removed. */
	@Override
	public ShownModel card(final String name) throws FoveaException {
		final boolean own = !library.model(name).isBundled();
		final ModelFacts facts;
		try {
			facts = ModelFacts.of(library, name);
		} catch (final ModelException e) {
			return new ShownModel(
					name,
					own,
					List.of(new ShownModel.Line("broken", e.getMessage())),
					List.of(),
					Optional.empty(),
					Optional.empty(),
					Optional.empty());
		}
		return new ShownModel(
				name,
				own,
				facts.rows().stream()
						.map(row -> new ShownModel.Line(row.what(), row.text()))
						.toList(),
				facts.spec().map(ModelSpec::classes).orElse(List.of()),
				facts.training(),
				facts.sample(),
				facts.sheet());
	}

	@Override
	public void export(final String name, final Path file) throws FoveaException {
		new InstalledModels(library).export(name, file, true);
	}

	@Override
	public void rename(final String name, final String other) throws FoveaException {
		new InstalledModels(library).rename(name, other);
	}

	@Override
	public void remove(final String name) throws FoveaException {
		new InstalledModels(library).remove(name);
	}

	@Override
	public Path folder() {
		return library.folder().toAbsolutePath();
	}

	@Override
	public void trainFurther(final ShownModel model) throws FoveaException {
		training.open(
				model.classes().isEmpty() ? TrainAutoencoderCommand.class : TrainSegmenterCommand.class, model.name());
	}

	@Override
	public void teach(final ShownModel model) throws FoveaException {
		training.open(TeachCommand.class, model.name());
	}
}
