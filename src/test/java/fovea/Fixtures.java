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
package fovea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.io.Npy;
import fovea.io.NpyArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files under src/test/resources/fovea, made by scripts/fixtures. */
public final class Fixtures {

	private static final Path ROOT = Path.of("src", "test", "resources", "fovea");

	private Fixtures() {}

	/** @return a fixture's folder, which holds savedmodel/, input.npy, expected.npy and truth.json */
	public static Path model(final String name) {
		return ROOT.resolve("models").resolve(name);
	}

	/** @return a file below the fixtures */
	public static Path file(final String path) {
		return ROOT.resolve(path);
	}

	/** @return what is known of a fixture */
	public static JsonNode truth(final Path folder) throws IOException {
		return new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
	}

	/** @return numbers of an array in a truth.json */
	public static int[] ints(final JsonNode array) {
		final List<Integer> values = new ArrayList<>();
		array.forEach(v -> values.add(v.asInt()));
		return values.stream().mapToInt(Integer::intValue).toArray();
	}

	/** @return a .npy file as a tensor */
	public static FloatTensor tensor(final Path npy) throws ModelException {
		final NpyArray array = Npy.read(npy);
		return new FloatTensor(array.shape(), array.data());
	}

	/** @return the largest absolute difference */
	public static double maxDifference(final float[] a, final float[] b) {
		if (a.length != b.length) throw new AssertionError("lengths " + a.length + " and " + b.length);
		double max = 0;
		for (int i = 0; i < a.length; i++)
			max = Math.max(max, Float.compare(a[i], b[i]) == 0 ? 0 : Math.abs((double) a[i] - b[i]));
		return max;
	}
}
