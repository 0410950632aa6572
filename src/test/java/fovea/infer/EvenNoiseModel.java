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
package fovea.infer;

import fovea.model.library.ModelArchive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A real denoiser that says of itself, or not, that it knows noise that is the same at all gray values. */
final class EvenNoiseModel {

	private EvenNoiseModel() {}

	/** @return a square that rises from left to right, with the noise of photons */
	static float[] photons(final int edge) {
		final Random random = new Random(3);
		final float[] values = new float[edge * edge];
		for (int i = 0; i < values.length; i++) {
			final double clean = 100 + 10.0 * (i % edge);
			values[i] = (float) (clean + Math.sqrt(4 * clean) * random.nextGaussian());
		}
		return values;
	}

	/**
	 * @param folder where a package is written
	 * @param says what its description has
	 */
	static ModelArchive in(final Path folder, final boolean says) throws Exception {
		final Path zip = folder.resolve("even-" + says + ".zip");
		try (ZipInputStream from = new ZipInputStream(
						EvenNoiseModel.class.getResourceAsStream("/fovea/models/smooth-denoise.zip"));
				ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				final byte[] bytes = from.readAllBytes();
				to.putNextEntry(new ZipEntry(entry.getName()));
				to.write(
						entry.getName().equals("rdf.yaml")
								? new String(bytes, StandardCharsets.UTF_8)
										.replace("{task: denoise,", "{even_noise: " + says + ", task: denoise,")
										.getBytes(StandardCharsets.UTF_8)
								: bytes);
			}
		}
		return ModelArchive.open(zip);
	}
}
