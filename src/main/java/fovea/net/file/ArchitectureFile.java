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
package fovea.net.file;

import fovea.base.ModelException;
import fovea.io.InputFiles;
import fovea.io.YamlNode;
import fovea.net.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Architectures in text files, YAML or JSON, as docs/architectures.md describes them: a list of layers with the names
 * of Keras' classes and arguments, where what is left out has Keras' default, and a layer without inputs follows the
 * one before it. Stateless and thread-safe.
 */
public final class ArchitectureFile {

	private ArchitectureFile() {}

	/**
	 * @param file YAML or JSON in UTF-8
	 * @return the architecture in it, whose shapes fit
	 * @throws ModelException if there is none, or the file cannot be read; the message names file and place
	 */
	public static Architecture read(final Path file) throws ModelException {
		try {
			return parse(InputFiles.text(file, YamlNode.MAX_BYTES), file.toString());
		} catch (final IOException e) {
			throw new ModelException(file + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/**
	 * @param text YAML or JSON
	 * @param document its name in messages
	 * @return the architecture in it, whose shapes fit
	 * @throws ModelException if there is none; the message names document and place
	 */
	public static Architecture parse(final String text, final String document) throws ModelException {
		return ArchitectureReader.read(YamlNode.parse(text, document));
	}

	/**
	 * @param architecture to be written
	 * @param file whose name ends in .json for JSON, else YAML is written; a file of this name is replaced, and stays
	 *     as it is if anything fails
	 * @throws ModelException if the file cannot be written
	 */
	public static void write(final Architecture architecture, final Path file) throws ModelException {
		final Path target = file.toAbsolutePath();
		final Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
		final String text = file.toString().endsWith(".json") ? toJson(architecture) : toYaml(architecture);
		try {
			try {
				Files.writeString(part, text, StandardCharsets.UTF_8);
				Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(part);
			}
		} catch (final IOException e) {
			throw new ModelException(file + ": cannot be written: " + e, e);
		}
	}

	/** @return YAML with one line per layer, which {@link #parse} reads back as an equal architecture */
	public static String toYaml(final Architecture architecture) {
		return ArchitectureWriter.yaml(architecture);
	}

	/** @return JSON with one line per layer, which {@link #parse} reads back as an equal architecture */
	public static String toJson(final Architecture architecture) {
		return ArchitectureWriter.json(architecture);
	}
}
