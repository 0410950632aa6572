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
package fovea.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What TensorFlow 2.18 needs for an NVIDIA GPU, and what of it is there: natives that know GPUs, the driver with
 * libcuda, and the libraries of CUDA 12 and cuDNN 9. Looks at files only. Immutable; looks anew with every call.
 *
 * @param root of the file system
 * @param environment of the process that TensorFlow runs in
 * @param natives platform of TensorFlow's native library; empty: not known
 */
public record GpuSetup(Path root, Map<String, String> environment, Optional<String> natives) {

	/** What hides GPUs from CUDA. */
	private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

	private static final String LIBCUDA = "libcuda.so.1";
	private static final String NO_DRIVER = "no NVIDIA driver is loaded (/proc/driver/nvidia/version is not there)";

	/** Without any one of these TensorFlow 2.18 takes no GPU. */
	private static final List<String> CUDA = List.of(
			"libcudart.so.12",
			"libcublas.so.12",
			"libcublasLt.so.12",
			"libcufft.so.11",
			"libcusolver.so.11",
			"libcusparse.so.12",
			"libcudnn.so.9");

	/** Copies the map. */
	public GpuSetup {
		environment = Map.copyOf(environment);
	}

	/**
	 * @param natives platform of TensorFlow's native library; empty: not known
	 * @return what is there on this computer
	 */
	public static GpuSetup here(final Optional<String> natives) {
		return new GpuSetup(Path.of(System.getProperty("file.separator")), System.getenv(), natives);
	}

	/** @return the driver's version as the kernel tells it, for example "560.35.03"; empty where none is loaded */
	public Optional<String> driver() {
		final List<String> lines = Lines.of(root.resolve("proc/driver/nvidia/version"));
		if (lines.isEmpty()) return Optional.empty();
		for (final String word : lines.get(0).split("\\s+"))
			if (word.matches("[0-9]+\\.[0-9.]+")) return Optional.of(word);
		return Optional.of(lines.get(0).strip());
	}

	/** @return models of the GPUs that the driver knows, for example "NVIDIA GeForce RTX 4090" */
	public List<String> gpus() {
		final List<String> models = new ArrayList<>();
		for (final Path gpu : LibraryFolders.matching(root.resolve("proc/driver/nvidia/gpus"), "*"))
			models.add(Lines.of(gpu.resolve("information")).stream()
					.filter(line -> line.startsWith("Model:"))
					.findFirst()
					.map(line -> line.substring("Model:".length()).strip())
					.orElse("an NVIDIA GPU"));
		return models;
	}

	/** @return a line for each thing that a GPU needs, whether it is there or not */
	public List<String> lines() {
		final LibraryFolders folders = LibraryFolders.of(root, environment);
		final List<String> lines = new ArrayList<>();
		lines.add("TensorFlow's natives: "
				+ natives.map(platform -> platform + (Natives.haveGpu(platform) ? " (know GPUs)" : " (without GPU)"))
						.orElse("not known"));
		lines.add("NVIDIA driver: " + driver().orElse("none loaded (/proc/driver/nvidia/version is not there)"));
		if (!gpus().isEmpty()) lines.add("NVIDIA GPUs: " + String.join(", ", gpus()));
		lines.add(LIBCUDA + ": " + where(folders, LIBCUDA));
		CUDA.forEach(library -> lines.add(library + ": " + where(folders, library)));
		if (environment.containsKey(VISIBLE)) lines.add(VISIBLE + ": '" + environment.get(VISIBLE) + "'");
		return lines;
	}

	/**
	 * @return one line, the first thing that keeps TensorFlow from using a GPU; where all seems to be there, how to
	 *     learn more
	 */
	public String reason() {
		if (natives.isPresent() && !Natives.haveGpu(natives.get()))
			return natives.get().startsWith("linux-x86_64")
					? "TensorFlow's native library is the one without GPU (" + natives.get()
							+ "; docs/doctor.md has the other)" + (driver().isEmpty() ? ", and " + NO_DRIVER : "")
					: "TensorFlow Java has natives with GPU for Linux x86-64 only, these are " + natives.get();
		if (driver().isEmpty()) return NO_DRIVER;
		final LibraryFolders folders = LibraryFolders.of(root, environment);
		if (folders.find(LIBCUDA).isEmpty()) return "the driver's library " + LIBCUDA + " is not found";
		final String visible = environment.get(VISIBLE);
		if (visible != null && (visible.isBlank() || visible.startsWith("-")))
			return VISIBLE + " is '" + visible + "', which hides all GPUs";
		final List<String> missing =
				CUDA.stream().filter(library -> folders.find(library).isEmpty()).toList();
		if (!missing.isEmpty())
			return "libraries of CUDA 12 and cuDNN 9 are not found: " + String.join(", ", missing)
					+ folders.findBesides(missing.get(0))
							.map(file -> "; " + inside(file.getParent()) + " is not in LD_LIBRARY_PATH")
							.orElse("");
		return "driver and libraries are there; TF_CPP_MIN_LOG_LEVEL=0 scripts/fovea doctor shows what TensorFlow "
				+ "says of them";
	}

	private String where(final LibraryFolders folders, final String library) {
		return folders.find(library)
				.map(file -> inside(real(file)))
				.orElseGet(() -> folders.findBesides(library)
						.map(file -> "in " + inside(file.getParent()) + ", which is not in LD_LIBRARY_PATH")
						.orElse("not found"));
	}

	/** The name behind a link has the whole version. */
	private static Path real(final Path file) {
		try {
			return file.toRealPath();
		} catch (final IOException e) {
			return file;
		}
	}

	/** @return as seen from the root */
	private String inside(final Path file) {
		final Path base = Files.exists(root) ? real(root) : root;
		return file.startsWith(base)
				? "/" + base.relativize(file)
				: file.startsWith(root) ? "/" + root.relativize(file) : file.toString();
	}
}
