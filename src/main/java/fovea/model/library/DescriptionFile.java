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
package fovea.model.library;

import fovea.base.ModelException;
import fovea.io.FileKind;
import fovea.io.InputFiles;
import fovea.io.YamlNode;
import fovea.model.ModelSpec;
import fovea.model.rdf.RdfReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What a model says of itself, read alone: nothing is unpacked, so that it takes no time. Stateless. */
final class DescriptionFile {

	private static final String USUAL = ModelFinder.DESCRIPTIONS.get(0);

	private DescriptionFile() {}

	/**
	 * @param model zip, folder, description or graph
	 * @return what it says; empty where it has no description
	 * @throws ModelException if that cannot be read
	 */
	static Optional<ModelSpec> read(final Path model) throws ModelException {
		final String name = String.valueOf(model.getFileName());
		if (Files.isDirectory(model)) {
			final Optional<Path> file = new ModelFinder(model.toAbsolutePath(), name).description();
			return file.isEmpty()
					? Optional.empty()
					: Optional.of(RdfReader.read(file.get(), name).spec());
		}
		if (name.matches(".*\\.ya?ml"))
			return Optional.of(RdfReader.read(model, name).spec());
		try {
			if (FileKind.of(model) != FileKind.ZIP) return Optional.empty();
			try (ZipFile zip = InputFiles.zip(model)) {
				final Optional<? extends ZipEntry> entry = zip.stream()
						.filter(each -> rank(each.getName()) < Integer.MAX_VALUE)
						.min(Comparator.comparingInt(each -> rank(each.getName())));
				if (entry.isEmpty()) return Optional.empty();
				try (InputStream in = zip.getInputStream(entry.get())) {
					return Optional.of(parse(in, name));
				}
			}
		} catch (final IOException e) {
			throw new ModelException(name + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/**
	 * @param zip whose description comes before what is large
	 * @param name of the model
	 * @return what it says
	 * @throws ModelException if it says nothing
	 * @throws IOException if it cannot be read
	 */
	static ModelSpec read(final InputStream zip, final String name) throws ModelException, IOException {
		try (ZipInputStream entries = new ZipInputStream(zip)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry())
				if (entry.getName().equals(USUAL)) return parse(entries, name);
		}
		throw new ModelException(name + ": there is no " + USUAL);
	}

	private static ModelSpec parse(final InputStream in, final String name) throws ModelException, IOException {
		final byte[] text = in.readNBytes(YamlNode.MAX_BYTES + 1);
		if (text.length > YamlNode.MAX_BYTES) throw new ModelException(name + ": its description is too long");
		return RdfReader.parse(new String(text, StandardCharsets.UTF_8), name).spec();
	}

	/** @return the less the sooner it is taken; the largest number: it is none */
	private static int rank(final String entry) {
		final String[] parts = entry.split("/");
		if (parts.length > 2 || entry.startsWith("__MACOSX")) return Integer.MAX_VALUE;
		final String file = parts[parts.length - 1];
		for (int i = 0; i < ModelFinder.DESCRIPTIONS.size(); i++) {
			final String usual = ModelFinder.DESCRIPTIONS.get(i);
			if (file.equals(usual)) return 100 * parts.length + i;
			if (file.endsWith("." + usual) && !file.startsWith(".")) return 100 * parts.length + 10 + i;
		}
		return Integer.MAX_VALUE;
	}
}
