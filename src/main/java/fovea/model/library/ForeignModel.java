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

import fovea.io.InputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Networks in formats that Fovea does not run, told by their names and first bytes, and how to make a SavedModel of
 * each.
 */
enum ForeignModel {
	/** Its first field, a node, is of another kind than a SavedModel's, a number. */
	FROZEN_GRAPH(
			"a frozen TensorFlow graph (.pb)",
			"write it as a SavedModel, in Python with tf.compat.v1.saved_model.simple_save",
			"pb",
			"pbtxt"),
	RENAMED(
			"the graph of a SavedModel under another name",
			"name it saved_model.pb, with its folder variables beside it"),
	TFLITE(
			"a TensorFlow Lite model",
			"export the model that it was made from, in Python with model.export()",
			"tflite",
			"lite"),
	ONNX("an ONNX model", "convert it to a SavedModel, for example with onnx2tf", "onnx"),
	TORCH(
			"a PyTorch model",
			"export it to ONNX with torch.onnx.export and convert that to a SavedModel, for example with onnx2tf",
			"pt",
			"pth",
			"ptl",
			"torchscript"),
	KERAS(
			"a Keras model",
			"load it in Python with keras.saving.load_model and save it with model.export()",
			"keras",
			"h5",
			"hdf5"),
	SAFETENSORS(
			"weights in a safetensors file, without a network",
			"build the network, load them in Python and save it as a SavedModel, with Keras by model.export()",
			"safetensors"),
	CHECKPOINT(
			"a TensorFlow checkpoint, weights without a network",
			"build the network, load it in Python and save it as a SavedModel, with Keras by model.export()",
			"ckpt",
			"index",
			"meta"),
	OTHER(
			"a model of another framework",
			"convert it to a TensorFlow SavedModel",
			"mlmodel",
			"caffemodel",
			"prototxt",
			"engine",
			"trt",
			"pkl",
			"joblib");

	private static final int PEEK = 64;
	private static final int ENTRIES = 1000;

	private final String label;
	private final String wayOut;
	private final List<String> endings;

	ForeignModel(final String label, final String wayOut, final String... endings) {
		this.label = label;
		this.wayOut = wayOut;
		this.endings = List.of(endings);
	}

	/** @return what it is and what to do, for people, without a subject */
	String advice() {
		return label + ", which Fovea does not run: " + wayOut;
	}

	/**
	 * @param path a file, or a folder in which one may lie, at most two folders down
	 * @return what it is, for people, with the file's name where it is in a folder; empty where it is nothing known
	 */
	static Optional<String> find(final Path path) {
		try {
			if (Files.isRegularFile(path)) return of(path).map(ForeignModel::advice);
			try (Stream<Path> files = Files.find(
					path, 3, (file, attributes) -> attributes.isRegularFile(), FileVisitOption.FOLLOW_LINKS)) {
				for (final Path file : files.sorted().limit(ENTRIES).toList()) {
					final Optional<ForeignModel> kind = of(file);
					if (kind.isPresent())
						return Optional.of(
								path.relativize(file) + ", " + kind.get().advice());
				}
			}
			return Optional.empty();
		} catch (final IOException | java.io.UncheckedIOException e) {
			return Optional.empty(); // who asks has an error to tell already, of which this is only a better wording
		}
	}

	private static Optional<ForeignModel> of(final Path file) throws IOException {
		final byte[] head;
		try (InputStream in = InputFiles.stream(file)) {
			head = in.readNBytes(PEEK);
		}
		if (starts(head, 4, "TFL3")) return Optional.of(TFLITE);
		if (head.length > 9 && head[8] == '{' && head[9] == '"') return Optional.of(SAFETENSORS);
		if (starts(head, 0, "\u0089HDF")) return Optional.of(KERAS);
		if (starts(head, 0, "PK\u0003\u0004")) return ofZip(file);
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".pb") && starts(head, 0, "\b\u0001\u0012")) return Optional.of(RENAMED);
		if (name.matches(".*\\.data-\\d{5}-of-\\d{5}")) return Optional.of(CHECKPOINT);
		final String ending = name.substring(name.lastIndexOf('.') + 1);
		return Stream.of(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
	}

	/** PyTorch and Keras write zips. */
	private static Optional<ForeignModel> ofZip(final Path file) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(InputFiles.stream(file))) {
			ZipEntry entry = zip.getNextEntry();
			for (int i = 0; entry != null && i < ENTRIES; i++, entry = zip.getNextEntry()) {
				if (entry.getName().endsWith("/data.pkl") || entry.getName().endsWith("/constants.pkl"))
					return Optional.of(TORCH);
				if (entry.getName().equals("model.weights.h5")) return Optional.of(KERAS);
			}
		}
		return Optional.empty();
	}

	private static boolean starts(final byte[] head, final int at, final String text) {
		final byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
		for (int i = 0; i < wanted.length; i++) if (at + i >= head.length || head[at + i] != wanted[i]) return false;
		return true;
	}
}
