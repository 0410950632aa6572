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

import fovea.base.FoveaException;
import fovea.io.DataType;
import fovea.io.Npy;
import fovea.latent.Encoding;
import fovea.latent.EncodingTable;
import fovea.latent.Encodings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Encodings as a file.
 *
 * @param path a file that ends in .npy: an array of axes point, value, of 32-bit floats, with a table of the same name
 *     beside it; any other: the table, comma-separated values
 */
public record EncodingFile(Path path) {

	private static final String NPY = ".npy";

	private boolean isArray() {
		return path.toString().toLowerCase(Locale.ROOT).endsWith(NPY);
	}

	/** @return the table, which is beside an array, in order */
	public Path table() {
		if (!isArray()) return path;
		final String name = path.getFileName().toString();
		return path.resolveSibling(name.substring(0, name.length() - NPY.length()) + ".csv");
	}

	/** @return all that is written */
	public List<Path> all() {
		return isArray() ? List.of(path, table()) : List.of(path);
	}

	/**
	 * @param encodings to be written; existing files are replaced
	 * @throws FoveaException if a file cannot be written
	 */
	public void write(final Encodings encodings) throws FoveaException {
		if (isArray())
			Npy.write(
					path,
					new int[] {encodings.size(), encodings.dimensions()},
					DataType.FLOAT32,
					encodings.all().stream().map(Encoding::z).toList());
		CsvFile.write(EncodingTable.lines(encodings), table());
	}
}
