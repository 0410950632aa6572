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
package fovea.site;

import java.util.List;
import java.util.Optional;

/**
 * A file of a site with its versions, as the updater knows it.
 *
 * @param filename path within the site, of the newest version
 * @param current empty if the file is obsolete: the updater removes it
 * @param description one line
 * @param dependencies files without versions, of this site or of Fiji's, which are installed with it
 * @param platform the system it is only for; empty if for all
 * @param previous all versions there were, newest first
 */
public record SiteFile(
		String filename,
		Optional<Version> current,
		String description,
		List<String> dependencies,
		Optional<String> platform,
		List<Previous> previous) {

	/**
	 * @param checksum see {@link Checksums}
	 * @param timestamp yyyyMMddHHmmss
	 * @param size in bytes
	 */
	public record Version(String checksum, long timestamp, long size) {}

	/**
	 * @param filename at that time
	 * @param checksum see {@link Checksums}
	 * @param timestamp yyyyMMddHHmmss
	 * @param obsolete when it was followed by another one
	 */
	public record Previous(String filename, String checksum, long timestamp, long obsolete) {}

	/** Keeps copies of the lists. */
	public SiteFile {
		dependencies = List.copyOf(dependencies);
		previous = List.copyOf(previous);
	}

	/** @return what the updater knows it by */
	public String key() {
		return FileName.key(filename);
	}

	/**
	 * @param name a system, for example linux64
	 * @return whether it is installed there
	 */
	public boolean isFor(final String name) {
		return platform.isEmpty() || platform.get().equals(name);
	}

	/**
	 * @param filename path within the site
	 * @param timestamp yyyyMMddHHmmss
	 * @return where the site has the bytes of a version, as a path within it
	 */
	public static String stored(final String filename, final long timestamp) {
		return filename + "-" + timestamp;
	}
}
