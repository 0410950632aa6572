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
package fovea.cli.image;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.data.ImageSource;
import fovea.ij1.files.CsvFile;
import fovea.image.ChannelChoice;
import fovea.infer.Classifier;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.io.JsonLine;
import fovea.job.ImageSources;
import fovea.model.ClassSpec;
import fovea.model.Purpose;
import fovea.task.Running;
import fovea.task.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fovea classify}. */
@Command(
		name = "classify",
		header = "Tells which class whole images are of.",
		description =
				"%nPrints the most probable class of each image, or of each slice and frame, and its probability.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea classify --model types.zip images/",
			"  fovea classify --model digits.zip --csv digits.csv digits-idx3-ubyte.gz"
		})
public final class Classify implements Callable<Integer>, DescribedOptions.Owner {

	@ParentCommand
	private Program fovea;

	@Spec
	private CommandSpec spec;

	@Option(
			names = {"-m", "--model"},
			required = true,
			paramLabel = "MODEL",
			order = 2,
			description = "Name (see 'fovea model list') or path of a model, image in, a value for each class out.")
	private String model;

	@Parameters(
			paramLabel = "IMAGE",
			arity = "1..*",
			description = "Images of the size that the model takes: files, folders, or idx files such as MNIST's.")
	private List<Path> images;

	@Option(
			names = "--csv",
			paramLabel = "FILE",
			order = 3,
			description = "Write the values of all classes for each image.")
	private Path csv;

	@Mixin
	private ReportOptions telling;

	private final DescribedOptions described = new DescribedOptions(
			Stream.concat(Stream.of(Running.NORMALIZE, Running.CHANNELS), Running.OF_MODEL.stream())
					.toList());

	@Override
	public DescribedOptions described() {
		return described;
	}

	@Override
	public Integer call() throws FoveaException {
		final Values said = described.values();
		if (telling.quiet()) fovea.quieten();
		final ModelOptions options = fovea.noted(Running.hints(said));
		final ChannelChoice choice = said.get(Running.CHANNELS);
		new Usage(spec.commandLine()).requireFile("--csv", csv);
		try (Interruption interruption = Interruption.watch();
				LoadedModel loaded = LoadedModel.openAny(fovea.open(model), fovea.loader(), options)
						.usedTo(Purpose.CLASSIFIES, fovea.console()::warning)) {
			final Classifier classifier = new Classifier(loaded, choice);
			final List<String> names =
					loaded.spec().classes().stream().map(ClassSpec::name).toList();
			final List<List<String>> lines = new ArrayList<>();
			boolean failed = false;
			for (final ImageSource source : sources())
				for (int i = 0; i < source.names().size(); i++) {
					if (interruption.isRequested()) throw new CancelledException();
					failed |= !classify(classifier, source, i, names, lines);
				}
			if (csv != null && !lines.isEmpty()) CsvFile.write(lines, csv);
			return failed ? ExitCode.SOFTWARE : ExitCode.OK;
		}
	}

	/** @throws FoveaException if one is not there or holds no images, before anything is done */
	private List<ImageSource> sources() throws FoveaException {
		final List<ImageSource> sources = new ArrayList<>();
		for (final Path path : images) {
			sources.add(ImageSources.of(path));
			if (sources.get(sources.size() - 1).names().isEmpty())
				throw new ImageException(path + ": expected images, found none");
		}
		return sources;
	}

	/** @return false if the image failed, which is reported */
	private boolean classify(
			final Classifier classifier,
			final ImageSource source,
			final int index,
			final List<String> names,
			final List<List<String>> lines)
			throws FoveaException {
		final String file = source.names().get(index);
		try {
			final List<float[]> results = classifier.classify(source.read(index));
			final List<Map<String, Object>> planes = new ArrayList<>();
			for (int k = 0; k < results.size(); k++)
				planes.add(tell(results.size() == 1 ? file : file + " plane " + (k + 1), results.get(k), names, lines));
			json(file, "done", "planes", planes);
			return true;
		}
		// A file can be broken in ways its reader did not think of, or too large: the next may be well.
		catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			fovea.console().error(Path.of(file), e);
			json(file, "failed", "error", Console.message(e).strip());
			return false;
		}
	}

	private void json(final String file, final String status, final String key, final Object value)
			throws FoveaException {
		if (!telling.json()) return;
		final Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("input", file);
		fields.put("status", status);
		fields.put(key, value);
		if (status.equals("done")) fields.put("device", fovea.device());
		fovea.console().json(JsonLine.of(fields));
	}

	/** @return the same for programs */
	private Map<String, Object> tell(
			final String image, final float[] values, final List<String> known, final List<List<String>> lines) {
		final List<String> names = known.size() == values.length
				? known
				: IntStream.range(0, values.length).mapToObj(i -> "class " + i).toList();
		final int best = IntStream.range(0, values.length)
				.reduce((a, b) -> values[b] > values[a] ? b : a)
				.orElseThrow();
		if (!telling.json())
			fovea.console().print(String.format(Locale.ROOT, "%s: %s, %.4f", image, names.get(best), values[best]));
		if (lines.isEmpty()) lines.add(line("image", "class", "probability", names));
		final Map<String, Float> all = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i++) all.put(names.get(i), values[i]);
		lines.add(line(
				image,
				names.get(best),
				String.valueOf(values[best]),
				all.values().stream().map(String::valueOf).toList()));
		final Map<String, Object> plane = new LinkedHashMap<>();
		plane.put("class", names.get(best));
		plane.put("probability", values[best]);
		plane.put("probabilities", all);
		return plane;
	}

	private static List<String> line(
			final String image, final String name, final String value, final List<String> more) {
		final List<String> line = new ArrayList<>(List.of(image, name, value));
		line.addAll(more);
		return line;
	}
}
