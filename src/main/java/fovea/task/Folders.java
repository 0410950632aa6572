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
package fovea.task;

import fovea.base.FoveaException;
import fovea.task.Option.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A task on all images of a folder: what is said of folders, and <i>Batch Folder...</i>, which asks for whatever any of
 * the tasks takes.
 */
public final class Folders {

	/** Where the images are. */
	public static final Option<String> INPUT = Option.of("input", Form.TEXT, "")
			.under("Folders")
			.says("Folder of images", "Where the images are")
			.with(Trait.FOLDER);

	/** Where results go. */
	public static final Option<String> OUTPUT = Option.of("output", Form.TEXT, "")
			.under("Folders")
			.says("Folder for results", "Where results go; made where it is missing")
			.with(Trait.FOLDER);

	/** Which task. */
	public static final Option<TaskKind> TASK = Option.of("task", Form.word(TaskKind.class), TaskKind.SEGMENT)
			.under("Task")
			.says("What to do", "segment, denoise or reconstruct");

	/** Whether folders in the folder are meant, too. */
	public static final Option<Boolean> RECURSIVE = Option.of("recursive", Form.FLAG, false)
			.named("-r --recursive", "")
			.under("Folders")
			.says(
					"Folders in the folder, too",
					"Also the images in folders in the folder, at any depth; results are put into folders of the same "
							+ "names");

	/** Which files. */
	public static final Option<String> PATTERN = Option.of("pattern", Form.TEXT, "")
			.named("--pattern", "GLOB")
			.under("Folders")
			.says(
					"Only files like (empty: all images)",
					"Files of a folder whose names are like this, such as *_c1.tif; with a slash, such as "
							+ "plate-?/*.png, the path within the folder is meant",
					"files that are called like images, and OME-Zarr")
			.with(Trait.OPTIONAL);

	/** Whether what was done before is left out. */
	public static final Option<Boolean> RESUME = Option.of("resume", Form.FLAG, true)
			.named("--resume", "")
			.under("Folders")
			.says(
					"Leave out what was done before",
					"Images of a folder whose results are there are left out, if neither they, the model, the options "
							+ "nor the results have changed");

	/** The opposite of {@link #RESUME}. */
	public static final Option<Boolean> OVERWRITE =
			Option.of("", Form.FLAG, false).named("--overwrite", "").says("", "The same as --no-resume");

	/** Whether a macro goes on. */
	public static final Option<Boolean> TOLERANT = Option.of("tolerant", Form.FLAG, false)
			.under("In macros")
			.says("Go on if images fail", "Whether a macro goes on if images fail")
			.with(Trait.ADVANCED);

	private static final Option<String> MODEL = Running.model(
					"", "that fits the task; auto (to denoise): the best for each image")
			.under("Task");

	/** Keys that tasks have in common, with other defaults. */
	private static final List<String> OPEN = keys().filter(Folders::isOpen).toList();

	/** All that <i>Batch Folder...</i> asks for, in the order of its dialog. */
	public static final List<Option<?>> OPTIONS = options();

	private Folders() {}

	private static List<Option<?>> options() {
		final List<Option<?>> options =
				new ArrayList<>(List.of(INPUT, OUTPUT, RECURSIVE, PATTERN, RESUME, TASK, MODEL, TOLERANT));
		keys().forEach(key -> options.add(asked(key)));
		Running.ALL.stream().filter(Option::isOfFiles).forEach(options::add);
		return List.copyOf(options);
	}

	/** @return of what some tasks alone take */
	private static Stream<String> keys() {
		return Arrays.stream(TaskKind.values())
				.flatMap(kind -> kind.own().stream())
				.filter(Option::isOfFiles)
				.map(Option::key)
				.distinct();
	}

	private static List<Option<?>> sameKey(final String key) {
		return Arrays.stream(TaskKind.values())
				.flatMap(kind -> kind.own().stream())
				.filter(option -> option.key().equals(key))
				.<Option<?>>map(option -> option)
				.toList();
	}

	private static boolean isOpen(final String key) {
		return sameKey(key).stream().map(Option::inFiles).distinct().count() > 1;
	}

	private static Option<?> asked(final String key) {
		final Option<?> first = sameKey(key).get(0);
		final String tasks = Arrays.stream(TaskKind.values())
				.filter(kind ->
						kind.own().stream().anyMatch(option -> option.key().equals(key)))
				.map(TaskKind::word)
				.collect(Collectors.joining(" or "));
		final String heading = "To " + tasks;
		if (!OPEN.contains(key)) return first.ofFiles(heading);
		final List<String> choices = new ArrayList<>(List.of(Form.AUTO));
		choices.addAll(first.form().choices());
		return Option.of(key, Form.word(choices, text -> text, text -> text), Form.AUTO)
				.under(heading)
				.says(first.label(), first.help() + "; auto: as of each task by itself");
	}

	/**
	 * @param said values of {@link #OPTIONS}
	 * @return the task for files that they say
	 * @throws FoveaException if a text means nothing
	 */
	public static ImageTask task(final Values said) throws FoveaException {
		final TaskKind kind = said.get(TASK);
		final Map<String, String> texts = said.texts();
		Values values = Values.inFiles(kind.options());
		for (final Option<?> option : kind.options()) {
			final String text = texts.getOrDefault(option.key(), "");
			final boolean isOpen = text.isEmpty() || OPEN.contains(option.key()) && text.equals(Form.AUTO);
			if (option.isOfFiles() && !isOpen) values = values.read(option, text);
		}
		return kind.of(values);
	}

	/**
	 * @param said values of {@link #OPTIONS}
	 * @return whether a model was named
	 */
	public static boolean namesModel(final Values said) {
		return !said.get(MODEL).isEmpty();
	}
}
