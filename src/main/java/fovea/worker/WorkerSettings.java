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
package fovea.worker;

import fovea.device.NativeCache;
import fovea.device.OneDnn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a worker is started and when it is given up. Immutable; {@link #of} has the defaults.
 *
 * @param java the program
 * @param classPath jars and folders with Fovea, TensorFlow and what they need
 * @param jvmOptions of the worker's JVM
 * @param environment variables, beside those of the host
 * @param places folders for temporary files, the fastest first
 * @param start time for the JVM to say that it is there
 * @param silence time without a sign of life, in a request, after which it is taken for hung and ended
 * @param idle time without a call after which it is ended
 */
public record WorkerSettings(
		Path java,
		List<Path> classPath,
		List<String> jvmOptions,
		Map<String, String> environment,
		List<Path> places,
		Duration start,
		Duration silence,
		Duration idle) {

	private static final Path MEMORY_FILES = Path.of("/dev/shm");
	/** 0: GPUs calculate in float32 as processors do, and not with the 10 bits of mantissa that TF32 has. */
	private static final String TF32 = "NVIDIA_TF32_OVERRIDE";

	/** Copies lists and map. */
	public WorkerSettings {
		classPath = List.copyOf(classPath);
		jvmOptions = List.copyOf(jvmOptions);
		environment = Map.copyOf(environment);
		places = List.copyOf(places);
	}

	/**
	 * @param classPath jars and folders with Fovea, TensorFlow and what they need
	 * @param cache where TensorFlow is unpacked
	 * @return the Java that runs here, TensorFlow quiet and without oneDNN where that is wrong, 60 s to start, 30 s of
	 *     silence, 10 idle minutes
	 */
	public static WorkerSettings of(final List<Path> classPath, final NativeCache cache) {
		final String windows = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";
		final List<String> options = new ArrayList<>();
		options.add("-Djava.awt.headless=true");
		// Unset, JavaCPP refuses to allocate once the process is four times as large as the Java heap may be.
		options.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
		options.add("-XX:+UseSerialGC"); // few objects, large ones: no threads beside TensorFlow's
		options.add(
				"-XX:TieredStopAtLevel=1"); // little Java runs here, and compiling it would be in the way of the first
		// tile
		options.add("-XX:MaxRAMPercentage=40"); // tiles on their way; what TensorFlow takes is not Java's
		options.add("-XX:-CreateCoredumpOnCrash");
		options.add("-XX:+DisplayVMOutputToStderr"); // standard output is for messages
		options.add("-D" + NativeCache.PROPERTY + "=" + cache.folder());
		final Map<String, String> environment = new HashMap<>(OneDnn.here().remedy());
		environment.put("TF_CPP_MIN_LOG_LEVEL", "3");
		environment.put(TF32, System.getenv().getOrDefault(TF32, "0"));
		return new WorkerSettings(
				Path.of(System.getProperty("java.home"), "bin", "java" + windows),
				classPath,
				options,
				environment,
				List.of(MEMORY_FILES, Path.of(System.getProperty("java.io.tmpdir"))),
				Duration.ofSeconds(60),
				Duration.ofSeconds(30),
				Duration.ofMinutes(10));
	}

	/** @return the same with further options of the JVM */
	public WorkerSettings withJvmOptions(final String... more) {
		final List<String> all = new ArrayList<>(jvmOptions);
		all.addAll(List.of(more));
		return new WorkerSettings(java, classPath, all, environment, places, start, silence, idle);
	}

	/** @return the same with other places for temporary files */
	public WorkerSettings withPlaces(final List<Path> value) {
		return new WorkerSettings(java, classPath, jvmOptions, environment, value, start, silence, idle);
	}

	/** @return the same that waits longer or shorter for a sign of life */
	public WorkerSettings withSilence(final Duration value) {
		return new WorkerSettings(java, classPath, jvmOptions, environment, places, start, value, idle);
	}

	/** @return the same with another idle time */
	public WorkerSettings withIdle(final Duration value) {
		return new WorkerSettings(java, classPath, jvmOptions, environment, places, start, silence, value);
	}
}
