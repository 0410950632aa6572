package fovea.cli;

import java.util.List;
import java.util.concurrent.Callable;

import fovea.model.ModelArchive;
import fovea.model.ModelException;
import fovea.model.ModelLibrary;
import fovea.model.ModelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fovea model list}. */
@Command(name = "list", header = "Lists the models that come with Fovea and those that are installed.", //
	footerHeading = "%nExample:%n", footer = "  fovea model list")
final class ModelList implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final Fovea fovea = (Fovea) spec.root().userObject();
		final Console console = fovea.console();
		final List<String> names = fovea.library().names();
		final int width = names.stream().mapToInt(String::length).max().orElse(0);
		boolean allWell = true;
		for (final String name : names) {
			try {
				console.print(String.format("%-" + width + "s  %s", name, summary(fovea.library(), name)));
			}
			catch (final ModelException e) {
				console.error(e);
				allWell = false;
			}
		}
		return allWell ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	/** @return the first sentence of the description */
	private static String summary(final ModelLibrary library, final String name) throws ModelException {
		try (ModelArchive archive = library.open(name)) {
			return archive.spec().map(ModelSpec::description).orElse("SavedModel without a description").strip().split(
				"(?<=\\.)\\s|\\R", 2)[0];
		}
	}
}
