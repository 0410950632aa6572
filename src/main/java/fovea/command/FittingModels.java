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

import fovea.base.ModelException;
import fovea.model.ModelSpec;
import fovea.model.Purpose;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelLibrary;
import fovea.task.train.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models that a dialog proposes. Stateless. */
final class FittingModels {

	/** What is said of auto. */
	static final String CHOOSES =
			"To denoise: what is best for this image, of the models here, Gaussian and median filters, as tried on "
					+ "some tiles.";

	private FittingModels() {}

	/**
	 * @param library of models
	 * @param purpose that they are wanted for; empty: any
	 * @return names of those that are for it, or do not say what they are for: those inside first
	 */
	static List<String> names(final ModelLibrary library, final Optional<Purpose> purpose) {
		return library.models().stream()
				.filter(model -> purpose.isEmpty() || isFor(purpose.get(), model, library))
				.sorted(Comparator.comparing(model -> !model.isBundled()))
				.map(LibraryModel::name)
				.toList();
	}

	/**
	 * @param library of models
	 * @param purpose of the training
	 * @return what a training may begin with: words for a choice that is made later and for a new network, and models
	 */
	static List<String> starts(final ModelLibrary library, final Purpose purpose) {
		return Stream.concat(Stream.of(Network.AUTO, Network.NEW), names(library, Optional.of(purpose)).stream())
				.toList();
	}

	private static boolean isFor(final Purpose purpose, final LibraryModel model, final ModelLibrary library) {
		try {
			final Optional<Purpose> own =
					library.describe(model).map(ModelSpec::purpose).flatMap(found -> found.purpose());
			return own.isEmpty() || own.get() == purpose;
		} catch (final ModelException e) { // a broken one is told when it is used
			return false;
		}
	}

	/**
	 * @param nameOrPath what a person has chosen or is typing
	 * @return one line on what that model does; empty where there is none
	 */
	static String line(final String nameOrPath) {
		try {
			return new ModelLibrary()
					.describe(nameOrPath)
					.map(ModelSpec::summary)
					.orElse("");
		} catch (final ModelException e) { // what is wrong is said at OK
			return "";
		}
	}
}
