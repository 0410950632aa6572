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
package fovea.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Jars of other TensorFlows, and of what they stand on, where the host's class path sees them: TensorFlow 1, which
 * CSBDeep, StarDist and N2V bring, has classes of the same names as Fovea's.
 *
 * @param folder of ImageJ or Fiji; empty: there is none
 */
record OtherTensorFlow(Optional<Path> folder) {

	private static final String NAMES =
			"(libtensorflow|libtensorflow_jni|libtensorflow_jni_gpu|tensorflow|imagej-tensorflow|"
					+ "tensorflow-core-.*|ndarray|protobuf-java|javacpp|proto)(-.*)?\\.jar";

	List<String> lines() throws IOException {
		if (folder.isEmpty()) return List.of("no ImageJ or Fiji to look at: this is the command line");
		final List<String> found = new ArrayList<>();
		for (final String each : List.of("jars", "plugins"))
			found.addAll(in(folder.get().resolve(each)));
		if (found.isEmpty()) return List.of("none in jars/ and plugins/");
		found.add("no problem for the engine 'worker', which has a class path of its own; one for "
				+ "-Dfovea.engine=inprocess");
		return found;
	}

	private List<String> in(final Path jars) throws IOException {
		if (!Files.isDirectory(jars)) return List.of();
		// Also one folder down, where Fiji has jars of one platform only.
		try (Stream<Path> files = Files.walk(jars, 2)) {
			return files.filter(file -> file.getFileName().toString().matches(NAMES))
					.map(file -> folder.get().relativize(file).toString())
					.sorted()
					.toList();
		}
	}
}
