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
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Program;
import fovea.infer.LoadedModel;
import fovea.infer.ModelCheck;
import fovea.infer.ModelOptions;
import fovea.task.Running;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea model test}: runs a model on the test input that its authors packed with it. */
@Command(
		name = "test",
		header = "Checks that a model computes here what its authors say.",
		description =
				"%nRuns the model on the test input packed with it and compares with the test output. Exit code 1 if "
						+ "they "
						+ "differ by more than a thousandth of the output's largest value.",
		footerHeading = "%nExamples:%n",
		footer = "  fovea model test my-model.zip")
public final class ModelTest implements Callable<Integer>, DescribedOptions.Owner {

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "MODEL", description = "Name, or path of a folder or zip: a bioimage.io model.")
	private String model;

	private final DescribedOptions described = new DescribedOptions(List.of(Running.TRUST_MODEL));

	@Override
	public DescribedOptions described() {
		return described;
	}

	@Override
	public Integer call() throws FoveaException {
		final Program fovea = Program.of(spec);
		final ModelOptions options = fovea.noted(Running.hints(described.values()));
		try (LoadedModel loaded = LoadedModel.openAny(fovea.open(model), fovea.loader(), options)) {
			final Optional<ModelCheck> check = ModelCheck.run(loaded);
			fovea.console()
					.print(loaded.spec().name() + ": "
							+ check.map(ModelTest::text).orElse("has no test tensors"));
			return check.map(ModelCheck::agrees).orElse(true) ? ExitCode.OK : ExitCode.SOFTWARE;
		}
	}

	private static String text(final ModelCheck check) {
		return String.format(
				Locale.ROOT,
				"%s its test output; largest difference %.3g, largest value %.3g",
				check.agrees() ? "gives" : "does not give",
				check.maxDifference(),
				check.maxMagnitude());
	}
}
