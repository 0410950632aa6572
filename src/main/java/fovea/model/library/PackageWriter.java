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
import fovea.io.Sha256;
import fovea.model.ModelSpec;
import fovea.model.Weights;
import fovea.model.rdf.RdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a model as a bioimage.io package: one zip with rdf.yaml, the SavedModel as a zip, and other files. */
public final class PackageWriter {

	private static final String WEIGHTS = "tensorflow_saved_model_bundle.zip";

	private final ModelSpec spec;
	private final Path savedModel;
	private final String tensorflowVersion;
	private final Map<String, byte[]> files = new LinkedHashMap<>();
	private final Map<String, Object> config = new LinkedHashMap<>();

	/**
	 * @param spec the description; its weights are replaced by those of the SavedModel. Test tensors that it names are
	 *     to be added as files
	 * @param savedModel folder that holds saved_model.pb
	 * @param tensorflowVersion that wrote it
	 */
	public PackageWriter(final ModelSpec spec, final Path savedModel, final String tensorflowVersion) {
		this.spec = spec;
		this.savedModel = savedModel;
		this.tensorflowVersion = tensorflowVersion;
	}

	/**
	 * @param path within the package, with slashes
	 * @param content of the file
	 * @return this
	 */
	public PackageWriter file(final String path, final byte[] content) {
		files.put(path, content);
		return this;
	}

	/**
	 * @param key under config.fovea
	 * @param value text, number, boolean, or lists and maps of such
	 * @return this
	 */
	public PackageWriter config(final String key, final Object value) {
		config.put(key, value);
		return this;
	}

	/**
	 * Writes the package under a temporary name beside it, then renames it.
	 *
	 * @param zip is replaced if it exists
	 * @throws ModelException if it cannot be written; nothing is left then
	 */
	public void write(final Path zip) throws ModelException {
		final Path target = zip.toAbsolutePath();
		final Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			try (OutputStream out = Files.newOutputStream(temporary);
					ZipOutputStream packed = new ZipOutputStream(out)) {
				final byte[] weights = savedModelZip();
				final Map<String, String> sha256 = new LinkedHashMap<>();
				for (final Map.Entry<String, byte[]> file : files.entrySet())
					sha256.put(file.getKey(), Sha256.of(file.getValue()));
				final Weights described = new Weights(WEIGHTS, Sha256.of(weights), tensorflowVersion);
				final ModelSpec complete = new ModelSpec(
						RdfWriter.FORMAT_VERSION,
						spec.name(),
						spec.description(),
						spec.version(),
						spec.license(),
						spec.authors(),
						spec.citations(),
						spec.inputs(),
						spec.outputs(),
						Optional.of(described),
						spec.classes(),
						spec.objectTraits());
				entry(
						packed,
						"rdf.yaml",
						new RdfWriter(sha256)
								.text(
										complete,
										config,
										Instant.now()
												.truncatedTo(ChronoUnit.SECONDS)
												.toString())
								.getBytes(StandardCharsets.UTF_8));
				entry(packed, WEIGHTS, weights);
				for (final Map.Entry<String, byte[]> file : files.entrySet())
					entry(packed, file.getKey(), file.getValue());
			}
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
		} catch (final IOException exc) {
			throw new ModelException("Cannot write '" + zip + "': " + exc, exc);
		} finally {
			// Renamed if all went well; else nothing may stay, whatever went wrong.
			temporary.toFile().delete();
		}
	}

	private byte[] savedModelZip() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes);
				Stream<Path> all = Files.walk(savedModel)) {
			final List<Path> sorted = all.filter(Files::isRegularFile).sorted().toList();
			for (final Path file : sorted)
				entry(zip, savedModel.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
		}
		return bytes.toByteArray();
	}

	private static void entry(final ZipOutputStream zip, final String path, final byte[] content) throws IOException {
		final ZipEntry entry = new ZipEntry(path);
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}
}
