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
package fovea.doctor;

import fovea.base.FoveaException;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.model.ModelSpec;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which models there are, and whether each of them can be used.
 *
 * @param library of models
 * @param loader opens their networks
 */
record ModelFindings(ModelLibrary library, NetworkLoader loader) {

	private static final double MEGA = 1 << 20;

	List<String> lines() {
		final List<String> lines = new ArrayList<>();
		for (final LibraryModel model : library.models())
			Section.look(() -> List.of((model.isBundled() ? "comes with Fovea, " : "") + format(model) + ", "
							+ size(model) + ": " + state(model)))
					.forEach(line -> lines.add(model.name() + ": " + line));
		return lines.isEmpty() ? List.of("none") : lines;
	}

	private String size(final LibraryModel model) throws IOException {
		return String.format(Locale.ROOT, "%.2f MB", library.bytes(model) / MEGA);
	}

	private String format(final LibraryModel model) throws FoveaException {
		try (ModelArchive archive = library.open(model)) {
			return archive.spec()
					.map(ModelSpec::formatVersion)
					.filter(version -> !version.isEmpty())
					.map(version -> "bioimage.io " + version)
					.orElse("a SavedModel without a description");
		}
	}

	/**
	 * Whatever keeps it from being opened is told, what {@link LoadedModel#openAny} finds in its graph too: the one
	 * place for it. Nothing is run.
	 */
	@SuppressWarnings("try") // opening and closing is all
	private String state(final LibraryModel model) {
		try (LoadedModel loaded = LoadedModel.openAny(library.open(model), loader, ModelOptions.DEFAULT)) {
			return "opens";
		} catch (final FoveaException e) {
			return "DOES NOT OPEN: " + e.getMessage();
		}
	}
}
