package fovea.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fovea model}: holds the commands about models. */
@Command(name = "model", header = "Lists models and shows what they are.", synopsisSubcommandLabel = "COMMAND")
final class Models implements Runnable {

	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "Expected a command: inspect or list");
	}
}
