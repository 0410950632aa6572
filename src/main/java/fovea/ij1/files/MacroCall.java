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
package fovea.ij1.files;

import fovea.ij1.macro.MacroOptions;
import fovea.ij1.macro.MacroValue;
import fovea.model.library.ModelLibrary;
import fovea.task.ImageTask;
import fovea.task.Option;
import fovea.task.TaskKind;
import fovea.task.Values;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command as a line of an ImageJ macro, with what differs from the defaults, as the recorder writes it. The memory
 * that a run may take is no part of it: it does not change results by more than rounding.
 *
 * @param label of the command in the menu
 * @param options what the macro says, by key, in order
 * @param record all that decides the results, by key, in order
 */
public record MacroCall(String label, Map<String, String> options, Map<String, String> record) {

	private static final String MODEL = TaskKind.SEGMENT.model().key();

	/** Copies the map. */
	public MacroCall {
		options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
		record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
	}

	/**
	 * @param task for files
	 * @return the same for an image that is open
	 */
	public static MacroCall of(final ImageTask task) {
		final Map<String, String> all = task.values().macro();
		all.put(MODEL, absolute(task.model()));
		return new MacroCall(task.kind().label(), all, task.values().record());
	}

	/**
	 * @param label of a command that trains, in the menu
	 * @param said to it
	 * @param start which option names the model that its training begins with
	 * @return the command
	 */
	public static MacroCall of(final String label, final Values said, final Option<String> start) {
		final Map<String, String> all = said.macro();
		if (all.containsKey(start.key())) all.put(start.key(), absolute(said.get(start)));
		return new MacroCall(label, all, said.record());
	}

	/** A macro runs in another folder; a name of the library is a name, whatever lies in this one. */
	private static String absolute(final String model) {
		try {
			final Path path = Path.of(model);
			return model.isBlank()
							|| !Files.exists(path)
							|| new ModelLibrary().names().contains(model)
					? model
					: path.toAbsolutePath().normalize().toString();
		} catch (final InvalidPathException e) {
			return model; // a name, then
		}
	}

	/**
	 * @return for example {@code run("Denoise (CAE)...", "model=denoise bitdepth=[same as input]");}; where a macro
	 *     cannot hold one of the values, why there is none
	 */
	public String text() {
		return new MacroOptions(options)
				.refusal()
				.map(line -> "none: " + line)
				.orElseGet(() -> "run(\"" + label + "\", \"" + MacroValue.inString(words(options)) + "\");");
	}

	/** @return all but the model, which its checksum tells better than its name, as one line */
	public String parameters() {
		final Map<String, String> others = new LinkedHashMap<>(record);
		others.remove(MODEL);
		return label + " " + words(others);
	}

	private static String words(final Map<String, String> options) {
		return options.entrySet().stream()
				.map(option -> option.getKey() + "=" + MacroValue.word(option.getValue()))
				.collect(Collectors.joining(" "));
	}
}
