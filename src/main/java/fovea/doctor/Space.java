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

import fovea.base.FoveaException;
import fovea.device.NativeCache;
import fovea.infer.geometry.CacheFolder;
import fovea.model.library.ModelLibrary;
import fovea.scratch.PrivateFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory and disk there is, and what Fovea has taken of it.
 *
 * @param library of the user's models
 */
record Space(ModelLibrary library) {

	private static final long MEGA = 1 << 20;

	List<String> lines() {
		final List<String> lines = new ArrayList<>();
		final Runtime java = Runtime.getRuntime();
		final long used = java.totalMemory() - java.freeMemory();
		lines.add("Java heap: " + mega(java.maxMemory()) + " at most, " + mega(used) + " in use");
		if (ManagementFactory.getOperatingSystemMXBean()
				instanceof final com.sun.management.OperatingSystemMXBean machine)
			lines.add("memory of the machine: " + mega(machine.getTotalMemorySize()) + ", free "
					+ mega(machine.getFreeMemorySize()) + " (without what the system could give back)");
		lines.addAll(Section.look(Space::natives));
		lines.addAll(folder("cache", CacheFolder.ofUser()));
		for (final Path folder : library.folders()) lines.addAll(folder("own models", folder.toAbsolutePath()));
		lines.addAll(disk("temporary files", Path.of(System.getProperty("java.io.tmpdir"))));
		lines.addAll(disk("home", Path.of(System.getProperty("user.home"))));
		return lines;
	}

	private static List<String> natives() throws FoveaException {
		final NativeCache natives = NativeCache.choose();
		final List<String> lines = new ArrayList<>(folder("TensorFlow unpacked", natives.folder()));
		natives.notice().ifPresent(lines::add);
		return lines;
	}

	private static List<String> folder(final String what, final Path folder) {
		return Section.look(() -> List.of(what + ": " + folder + ", "
				+ (Files.isDirectory(folder) ? mega(bytes(folder)) : "not there yet") + ", " + free(folder)
				+ PrivateFolder.objection(folder)
						.map(line -> "; NOT SAFE: " + line)
						.orElse("")));
	}

	private static List<String> disk(final String what, final Path folder) {
		return Section.look(() -> List.of(what + ": " + folder + ", " + free(folder)));
	}

	/** Of the disk that the folder is on, or would be. */
	private static String free(final Path folder) throws IOException {
		Path existing = folder.toAbsolutePath();
		while (existing != null && !Files.exists(existing)) existing = existing.getParent();
		if (existing == null) return "no such disk";
		return mega(Files.getFileStore(existing).getUsableSpace()) + " free"
				+ (Files.isWritable(existing) ? "" : ", READ-ONLY");
	}

	/** Of all files in it; what cannot be looked at counts nothing. */
	private static long bytes(final Path folder) throws IOException {
		final AtomicLong sum = new AtomicLong();
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
				if (attributes.isRegularFile()) sum.addAndGet(attributes.size());
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(final Path file, final IOException e) {
				return FileVisitResult.CONTINUE;
			}
		});
		return sum.get();
	}

	private static String mega(final long bytes) {
		return bytes / MEGA + " MB";
	}
}
