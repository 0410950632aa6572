package fovea.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import fovea.model.BareModel;
import fovea.model.ModelArchive;
import fovea.model.ModelException;
import fovea.model.ModelSpec;
import fovea.model.Normalization;
import fovea.model.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea model inspect}: reads a model's files, does not load its network. */
@Command(name = "inspect", header = "Shows what a model takes and gives.", //
	description = "%nShows axes, sizes, value ranges, classes and licence, and what Fovea assumes where the model says " + //
		"nothing. The network is not loaded.", //
	footerHeading = "%nExamples:%n", footer = { //
		"  fovea model inspect blobs-threshold", //
		"  fovea model inspect my-model.zip", //
		"  fovea model inspect saved_model/" })
final class ModelInspect implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "MODEL", //
		description = "Name (see 'fovea model list'), or path of a folder or zip: a bioimage.io model or a SavedModel.")
	private String model;

	@Override
	public Integer call() throws ModelException {
		final Fovea fovea = (Fovea) spec.root().userObject();
		try (ModelArchive archive = fovea.library().open(model)) {
			final List<Signature> signatures = fovea.loader().signatures(archive.savedModel());
			final Optional<ModelSpec> description = archive.spec();
			fovea.console().print((description.isPresent() ? new ModelReport(description.get(), signatures, Optional.empty()) : //
				bare(archive.name(), signatures)).text());
		}
		return ExitCode.OK;
	}

	private static ModelReport bare(final String name, final List<Signature> signatures) throws ModelException {
		final Signature used = signatures.get(0);
		final ModelSpec assumed = BareModel.describe(name, used, used.outputs().get(0).name(), "", Normalization.PERCENTILE
			.steps());
		return new ModelReport(assumed, signatures, Optional.of(used.name()));
	}
}
