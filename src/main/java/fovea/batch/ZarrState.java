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
package fovea.batch;

import fovea.io.AtomicFile;
import fovea.io.Sha256;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What tells whether a folder of OME-Zarr is still the same, without reading its pixels, of which there may be
 * terabytes: the bytes of its metadata; of all other files their names, sizes and dates. So a copy with other dates
 * counts as changed, and is worked on once more.
 *
 * <p>The checksum is the sum of those of the files, modulo 2^256: they come in any order, and are too many to be kept.
 * Visits one folder, in one thread.
 */
final class ZarrState extends SimpleFileVisitor<Path> {

	private static final Set<String> METADATA = Set.of("zarr.json", ".zarray", ".zgroup", ".zattrs", ".zmetadata");
	private static final int BITS = 256;

	private final Path folder;
	private long size;
	private FileTime modified = FileTime.fromMillis(0);
	private BigInteger sum = BigInteger.ZERO;

	private ZarrState(final Path folder) {
		this.folder = folder;
	}

	/** @throws IOException if a file or folder in it cannot be read */
	static FileState of(final Path folder) throws IOException {
		final ZarrState state = new ZarrState(folder);
		Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, state);
		return new FileState(state.size, state.modified, String.format(Locale.ROOT, "%064x", state.sum));
	}

	@Override
	public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
		final String name = file.getFileName().toString();
		if (AtomicFile.target(name).isPresent()) return FileVisitResult.CONTINUE;
		final String content = METADATA.contains(name)
				? Sha256.of(file)
				: attributes.size() + " " + attributes.lastModifiedTime().toMillis();
		final String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
		final String each = Sha256.of((path + "\n" + content).getBytes(StandardCharsets.UTF_8));
		sum = sum.add(new BigInteger(each, 16)).mod(BigInteger.ONE.shiftLeft(BITS));
		size += attributes.size();
		if (attributes.lastModifiedTime().compareTo(modified) > 0) modified = attributes.lastModifiedTime();
		return FileVisitResult.CONTINUE;
	}
}
