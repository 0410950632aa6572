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
package fovea.cli.model;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.cli.terminal.Program;
import fovea.model.BareModel;
import fovea.model.Signature;
import fovea.model.audit.GraphAudit;
import fovea.model.library.ModelArchive;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea model inspect}: reads a model's files, does not load its network. */
@Command(
		name = "inspect",
		header = "Shows what a model takes and gives.",
		description =
				"%nShows axes, sizes, value ranges, classes and license, and what Fovea assumes where the model says "
						+ "nothing. The network is not loaded. Fails if its graph may do more than compute.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea model inspect nuclei",
			"  fovea model inspect my-model.zip",
			"  fovea model inspect saved_model/"
		})
public final class ModelInspect implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(
			paramLabel = "MODEL",
			description =
					"Name (see 'fovea model list'), or path of a folder or zip: a bioimage.io model or a SavedModel.")
	private String model;

	@Override
	public Integer call() throws FoveaException {
		final Program fovea = Program.of(spec);
		try (ModelArchive archive = fovea.open(model)) {
			final List<Signature> signatures = fovea.loader().signatures(archive.savedModel());
			fovea.console().printAll(report(archive, signatures));
			if (!signatures.isEmpty())
				GraphAudit.read(archive.savedModel(), archive.location().toString())
						.requireHarmless(signatures.get(0).name());
		}
		return ExitCode.OK;
	}

	private static String report(final ModelArchive archive, final List<Signature> signatures) {
		if (archive.spec().isPresent())
			return new ModelReport(archive.spec().get(), signatures, Optional.empty()).text();
		if (signatures.isEmpty())
			return ModelReport.unusable(archive.name(), signatures, "it has no signature with tensors in and out");
		final Signature used = signatures.get(0);
		try {
			return new ModelReport(
							BareModel.describe(archive.name(), used, "", "", Optional.empty()),
							signatures,
							Optional.of(used.name()))
					.text();
		} catch (final ModelException e) {
			// That it cannot be run as it is, is something to know of a model too.
			return ModelReport.unusable(archive.name(), signatures, e.getMessage());
		}
	}
}
