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
package fovea.cli;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.block.LocalRunner;
import fovea.block.StageRunner;
import fovea.cli.crop.Crops;
import fovea.cli.evaluate.Evaluate;
import fovea.cli.image.Classify;
import fovea.cli.image.Denoise;
import fovea.cli.image.Reconstruct;
import fovea.cli.image.Segment;
import fovea.cli.latent.Latent;
import fovea.cli.latent.LatentDecode;
import fovea.cli.latent.LatentEncode;
import fovea.cli.latent.LatentInterpolate;
import fovea.cli.latent.LatentPlot;
import fovea.cli.model.ArchitectureList;
import fovea.cli.model.ModelExportCommand;
import fovea.cli.model.ModelInspect;
import fovea.cli.model.ModelList;
import fovea.cli.model.ModelRemove;
import fovea.cli.model.ModelRename;
import fovea.cli.model.ModelTest;
import fovea.cli.model.Models;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.PathConverter;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Version;
import fovea.cli.terminal.WordConverter;
import fovea.cli.train.Train;
import fovea.device.OneDnn;
import fovea.engine.Engine;
import fovea.engine.EngineKind;
import fovea.infer.network.NetworkLoader;
import fovea.memory.Remedy;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.task.Running;
import fovea.text.Printable;
import fovea.train.TrainableNetworkFactory;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code fovea}: its subcommands do the work. */
@Command(
		name = "fovea",
		mixinStandardHelpOptions = true,
		scope = ScopeType.INHERIT,
		versionProvider = Version.class,
		header = "Denoise, reconstruct and segment images with convolutional networks.",
		synopsisSubcommandLabel = "COMMAND",
		usageHelpAutoWidth = true,
		sortOptions = false,
		abbreviateSynopsis = true,
		synopsisHeading = "%nUsage: ",
		parameterListHeading = "%n",
		optionListHeading = "%n",
		commandListHeading = "%nCommands:%n",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = {
			"0:all went well",
			"1:the model or an image failed",
			"2:the command line could not be understood",
			"3:another run writes into the same folder for results"
		})
public final class Fovea implements Program, Runnable, AutoCloseable {

	@Option(
			names = {"-v", "--verbose"},
			scope = ScopeType.INHERIT,
			order = 100,
			description = "Show the stack trace of an error.")
	private boolean verbose;

	@Option(
			names = "--engine",
			scope = ScopeType.INHERIT,
			order = 99,
			paramLabel = "KIND",
			description = "Where TensorFlow runs: inprocess, or worker, a second Java process. Default: inprocess.")
	private EngineKind kind;

	private final OptionSpec device = DescribedOptions.ofAll(Running.DEVICE, 98);

	@Spec
	private CommandSpec spec;

	/** Commands that run no network, and what is for those that do. */
	private static final List<Class<?>> WITHOUT_NETWORK = List.of(
			Models.class,
			ModelExportCommand.class,
			ModelList.class,
			ModelRemove.class,
			ModelRename.class,
			ArchitectureList.class,
			LatentPlot.class,
			Crops.class);

	private static final List<String> OF_NETWORKS = List.of("--device", "--engine");

	/** Commands that are over so soon that loading TensorFlow shows. */
	private static final List<String> OF_IMAGES = List.of("denoise", "reconstruct", "segment", "classify");

	/** With these TensorFlow is not needed, or not in this process. */
	private static final List<String> NOT_EARLY = List.of("--engine", "--help", "-h", "--version", "-V");

	private static final File NOTHING = new File("/dev/null");
	private static final int FEW_FILES = 5;

	private final ModelLibrary library;
	private final Engines engines;
	private final StageRunner runner;
	private Engine engine;
	private boolean quiet;

	/** Makes engines. */
	public interface Engines {

		/** @return an engine that the caller closes */
		Engine of(EngineKind kind) throws FoveaException;
	}

	/**
	 * @param library where models are found
	 * @param engines what runs and trains their networks
	 */
	Fovea(final ModelLibrary library, final Engines engines) {
		this(library, engines, LocalRunner.USUAL);
	}

	private Fovea(final ModelLibrary library, final Engines engines, final StageRunner runner) {
		this.library = library;
		this.engines = engines;
		this.runner = runner;
	}

	@Override
	public StageRunner runner() {
		return runner;
	}

	@Override
	public ModelLibrary library() {
		return library;
	}

	@Override
	public ModelArchive open(final String model) throws ModelException {
		return library.open(model, note -> console().note(note));
	}

	@Override
	public NetworkLoader loader() throws FoveaException {
		return engine().loader().on(device.getValue());
	}

	@Override
	public TrainableNetworkFactory networks() throws FoveaException {
		return engine().networks().on(device.getValue());
	}

	@Override
	public String device() throws FoveaException {
		return loader().device().label();
	}

	@Override
	public Engine engine() throws FoveaException {
		if (engine != null) return engine;
		engine = engines.of(kind != null ? kind : EngineKind.chosen(usual()));
		engine.notice().ifPresent(line -> console().note(line));
		return engine;
	}

	/** In this process it is too late for what TensorFlow must be told before it is loaded. */
	private static EngineKind usual() {
		return OneDnn.here().remedy().isEmpty() ? EngineKind.INPROCESS : EngineKind.WORKER;
	}

	/** Ends what runs networks, if anything did. */
	@Override
	public void close() {
		if (engine != null) engine.close();
		engine = null;
	}

	@Override
	public Console console() {
		final Console console = new Console(
				spec.commandLine().getOut(), spec.commandLine().getErr(), System.console() != null, verbose);
		return quiet ? console.quietly() : console;
	}

	@Override
	public void quieten() {
		quiet = true;
	}

	@Override
	public void run() {
		throw new ParameterException(
				spec.commandLine(),
				"Expected a command: denoise, reconstruct, segment, classify, latent, crops, train, evaluate, "
						+ "architectures, model, macro or doctor");
	}

	/**
	 * @param library where models are found
	 * @param engines what runs and trains their networks
	 * @return the whole command line, ready to execute
	 */
	public static CommandLine commandLine(final ModelLibrary library, final Engines engines) {
		return commandLine(library, engines, LocalRunner.USUAL);
	}

	/**
	 * As {@link #commandLine(ModelLibrary, Engines)}.
	 *
	 * @param runner does the work on images that are segmented block by block
	 */
	public static CommandLine commandLine(final ModelLibrary library, final Engines engines, final StageRunner runner) {
		final Fovea fovea = new Fovea(library, engines, runner);
		final CommandLine commandLine = new CommandLine(fovea);
		commandLine.getCommandSpec().addOption(fovea.device);
		commandLine
				.addSubcommand(new Denoise())
				.addSubcommand(new Reconstruct())
				.addSubcommand(new Segment())
				.addSubcommand(new Classify())
				.addSubcommand(new CommandLine(new Models())
						.addSubcommand(new ModelExportCommand())
						.addSubcommand(new ModelInspect())
						.addSubcommand(new ModelList())
						.addSubcommand(new ModelRemove())
						.addSubcommand(new ModelRename())
						.addSubcommand(new ModelTest()))
				.addSubcommand(new ArchitectureList())
				.addSubcommand(new CommandLine(new Latent())
						.addSubcommand(new LatentEncode())
						.addSubcommand(new LatentDecode())
						.addSubcommand(new LatentInterpolate())
						.addSubcommand(new LatentPlot()))
				.addSubcommand(new Crops())
				.addSubcommand(new Train())
				.addSubcommand(new Evaluate())
				.addSubcommand(new RunMacro())
				.addSubcommand(new DoctorReport());
		leaveOut(commandLine);
		commandLine.setExecutionStrategy(parsed -> {
			try (fovea) {
				requireNetwork(parsed);
				return new CommandLine.RunLast().execute(parsed);
			}
		});
		DescribedOptions.register(commandLine);
		WordConverter.register(commandLine);
		commandLine.registerConverter(Path.class, new PathConverter());
		commandLine.setParameterExceptionHandler((e, args) -> {
			fovea.console().usageError(e);
			return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
		});
		commandLine.setExecutionExceptionHandler((e, failed, parsed) -> {
			fovea.console().error(e);
			return failed.getCommandSpec().exitCodeOnExecutionException();
		});
		return commandLine;
	}

	/** Takes what is for networks from commands that run none. */
	private static void leaveOut(final CommandLine parent) {
		for (final CommandLine command : parent.getSubcommands().values()) {
			leaveOut(command);
			final CommandSpec spec = command.getCommandSpec();
			if (WITHOUT_NETWORK.contains(spec.userObject().getClass()))
				for (final String name : OF_NETWORKS)
					if (spec.findOption(name) != null) spec.remove(spec.findOption(name));
		}
	}

	/** The same where it is said before the command's name. */
	private static void requireNetwork(final CommandLine.ParseResult parsed) {
		CommandLine.ParseResult last = parsed;
		while (last.hasSubcommand()) last = last.subcommand();
		if (!WITHOUT_NETWORK.contains(last.commandSpec().userObject().getClass())) return;
		for (final String name : OF_NETWORKS)
			if (parsed.hasMatchedOption(name))
				throw new ParameterException(
						last.commandSpec().commandLine(),
						name + ": '" + last.commandSpec().qualifiedName() + "' computes nothing");
	}

	/** @param args see {@code fovea --help} */
	public static void main(final String... args) {
		System.exit(run(args));
	}

	/** @return the exit code of this process, which is made ready for Fovea first */
	static int run(final String... args) {
		prepare();
		final Optional<Thread> loading = loadEarly(List.of(args));
		try {
			return execute(args);
		} finally {
			loading.ifPresent(Fovea::await);
		}
	}

	/** Makes this process ready for Fovea. */
	static void prepare() {
		// Machines read what this process writes, and TensorFlow what it formats: no digits, commas or capitals of a
		// language.
		Locale.setDefault(Locale.ROOT);
		// JavaCPP gives up at a process size of 4 times -Xmx, which native tensors may well need.
		setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
		setDefault("java.awt.headless", "true");
		setDefault(Remedy.HOST, Remedy.IS_COMMAND_LINE);
		// Java without a logger need not say that there is none.
		setDefault("slf4j.internal.verbosity", "ERROR");
	}

	/** Loading TensorFlow takes as long as reading the command line and the model: it goes on beside them. */
	private static Optional<Thread> loadEarly(final List<String> args) {
		final boolean needed = !args.isEmpty()
				&& OF_IMAGES.contains(args.get(0))
				&& args.stream().noneMatch(arg -> NOT_EARLY.contains(arg.replaceFirst("=.*", "")));
		if (!needed) return Optional.empty();
		final boolean here = System.getProperty(EngineKind.PROPERTY) == null && usual() == EngineKind.INPROCESS;
		return here ? Optional.of(Engine.warmUp(() -> Engine.of(EngineKind.INPROCESS), said -> {})) : Optional.empty();
	}

	private static void await(final Thread thread) {
		try {
			thread.join();
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Errors of Java itself too end in a line. */
	private static int execute(final String... args) {
		try {
			return commandLine(new ModelLibrary(), Engine::of).execute(args);
		} catch (final RuntimeException | LinkageError | VirtualMachineError e) {
			System.err.println(
					"fovea: " + (isOutOfFiles() ? Console.OUT_OF_FILES : Printable.line(Console.message(e))));
			if (List.of(args).contains("--verbose") || List.of(args).contains("-v")) e.printStackTrace();
			return CommandLine.ExitCode.SOFTWARE;
		}
	}

	/** A class that cannot be loaded for want of descriptors does not say so. */
	private static boolean isOutOfFiles() {
		final List<InputStream> open = new ArrayList<>();
		try {
			for (int i = 0; i < FEW_FILES; i++) open.add(new FileInputStream(NOTHING));
			return false;
		} catch (final IOException e) {
			return NOTHING.exists();
		} finally {
			for (final InputStream each : open)
				try {
					each.close();
				} catch (final IOException e) {
					continue; // nothing was written
				}
		}
	}

	private static void setDefault(final String key, final String value) {
		if (System.getProperty(key) == null) System.setProperty(key, value);
	}
}
