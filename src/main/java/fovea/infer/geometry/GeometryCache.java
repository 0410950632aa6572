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
package fovea.infer.geometry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps measured {@link TileGeometry}s between runs, one small JSON file each in the user's cache folder: a measurement
 * costs some dozens of runs of the network. A file that cannot be read or written is as good as none: then it is
 * measured again.
 */
public final class GeometryCache {

	private final Path folder;

	/** @param folder is made when first written to */
	GeometryCache(final Path folder) {
		this.folder = folder;
	}

	/** @return the cache in the folder that the system property fovea.cache names, else in the user's cache folder */
	public static GeometryCache ofUser() {
		return new GeometryCache(CacheFolder.ofUser().resolve("geometry"));
	}

	/**
	 * @param key says what was measured
	 * @return what is kept of it
	 */
	public Optional<TileGeometry> get(final String key) {
		final Path file = file(key);
		if (!Files.isReadable(file)) return Optional.empty();
		try {
			return Optional.of(new ObjectMapper().readValue(file.toFile(), TileGeometry.class));
		} catch (final IOException unreadable) {
			return Optional.empty();
		}
	}

	/**
	 * @param key says what was measured
	 * @param geometry to keep
	 */
	public void put(final String key, final TileGeometry geometry) {
		final Path file = file(key);
		final Path temporary = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
		try {
			Files.createDirectories(folder);
			new ObjectMapper().writeValue(temporary.toFile(), geometry);
			Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
		} catch (final IOException | UncheckedIOException notKept) {
			temporary.toFile().delete();
		}
	}

	private Path file(final String key) {
		return folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".json");
	}
}
