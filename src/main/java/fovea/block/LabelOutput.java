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
package fovea.block;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.io.AtomicFile;
import fovea.io.Csv;
import fovea.io.InputFiles;
import fovea.io.ProcessLock;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLabels;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that labels are written into, what is beside it, and the right to write there: of two processes the second
 * is refused. While labels are not complete, there is a folder NAME.work beside it, and no reader takes the folder for
 * an image. Close it to let others write.
 *
 * @param folder of the labels
 * @param store of the same
 * @param lock on the folder of what is known in between
 */
public record LabelOutput(Path folder, Store store, ProcessLock lock) implements AutoCloseable {

	private static final String WORK = ".work";
	private static final String TABLE = "-objects.csv";
	private static final String LOCK = "lock";

	/** Where labels and table are complete, though what is in between may not be removed yet. */
	private static final String COMPLETE = "complete";

	/**
	 * @param folder that is not there, or that an earlier run has not completed
	 * @return the right to write into it
	 * @throws ImageException if it has something else in it, another process writes there, or nobody may
	 */
	public static LabelOutput open(final Path folder) throws ImageException {
		final Path work = work(folder);
		if (Files.exists(work.resolve(COMPLETE))) new Workplace(work).remove();
		requireOurs(folder, work);
		try {
			Files.createDirectories(work);
			final ProcessLock lock = ProcessLock.on(work.resolve(LOCK))
					.orElseThrow(() -> new ImageException("Another process writes '" + folder + "' now"));
			return new LabelOutput(folder, FolderStore.create(folder), lock);
		} catch (final IOException e) {
			throw new ImageException("Cannot write into '" + work + "': " + InputFiles.reason(e), e);
		}
	}

	private static void requireOurs(final Path folder, final Path work) throws ImageException {
		if (!Files.exists(folder) || Files.isDirectory(work)) return;
		if (Files.isDirectory(folder))
			try (Stream<Path> files = Files.list(folder)) {
				if (files.findAny().isEmpty()) return;
			} catch (final IOException | UncheckedIOException e) {
				throw new ImageException("Cannot read '" + folder + "'", e);
			}
		throw new ImageException(
				"'" + folder + "' is there already, and is not replaced: remove it, or choose another name");
	}

	/**
	 * @param folder of labels
	 * @return the folder of what is known in between
	 */
	public static Path work(final Path folder) {
		return folder.resolveSibling(folder.getFileName() + WORK);
	}

	/** @return the table of objects beside it */
	public Path table() {
		return table(folder);
	}

	/**
	 * @param folder of labels
	 * @return the table of objects beside it: labels-objects.csv of labels.zarr
	 */
	public static Path table(final Path folder) {
		return folder.resolveSibling(name(folder) + TABLE);
	}

	/**
	 * @param folder of labels
	 * @return its name without .zarr
	 */
	public static String name(final Path folder) {
		return folder.getFileName().toString().replaceFirst("(?i)\\.zarr$", "");
	}

	/**
	 * @param lines of the table, replaces the file, at once or not at all
	 * @throws FoveaException if it cannot be written
	 */
	public void write(final BlockSegmentation.Table lines) throws FoveaException {
		final List<FoveaException> failure = new ArrayList<>();
		AtomicFile.write(table(), 0, out -> {
			try {
				lines.forEach(cells -> {
					try {
						out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8));
					} catch (final IOException e) {
						throw new UncheckedIOException(e);
					}
				});
			} catch (final FoveaException e) {
				failure.add(e);
				throw new IOException(e.getMessage(), e);
			} catch (final UncheckedIOException e) {
				throw e.getCause();
			}
		});
	}

	/**
	 * Where the folder is in the group "labels" of an image of OME-Zarr, names it there, so that viewers find it.
	 *
	 * @param version of OME-Zarr
	 * @throws ImageException if the group cannot be read or written
	 */
	public void register(final OmeVersion version) throws ImageException {
		if (!isInImage(folder)) return;
		final Path group = folder.toAbsolutePath().getParent();
		try (FolderStore of = FolderStore.open(group)) {
			final List<String> names =
					new ArrayList<>(OmeLabels.read(attributes(group).orElse(Map.of()), group.toString()));
			final String name = folder.getFileName().toString();
			if (!names.contains(name)) names.add(name);
			ZarrGroup.create(of, "", version == OmeVersion.V0_4 ? 2 : 3, OmeLabels.attributes(names, version));
		}
	}

	/**
	 * @param folder of labels
	 * @return whether it is in the group "labels" of an image of OME-Zarr
	 */
	public static boolean isInImage(final Path folder) {
		final Path group = folder.toAbsolutePath().getParent();
		if (group == null || !OmeLabels.GROUP.equals(String.valueOf(group.getFileName()))) return false;
		try {
			return attributes(group.getParent()).filter(OmeImage::isIn).isPresent();
		} catch (final ImageException e) {
			return false;
		}
	}

	private static Optional<Map<String, Object>> attributes(final Path folder) throws ImageException {
		if (folder == null || !Files.isDirectory(folder)) return Optional.empty();
		final boolean isGroup = Files.exists(folder.resolve("zarr.json")) || Files.exists(folder.resolve(".zgroup"));
		if (!isGroup) return Optional.empty();
		try (FolderStore store = FolderStore.open(folder)) {
			return Optional.of(ZarrGroup.open(store, "").attributes());
		}
	}

	/** @return whether there is nothing in a folder but a lock */
	private static boolean isEmpty(final Path of) throws IOException {
		try (Stream<Path> files = Files.list(of)) {
			return files.allMatch(file -> LOCK.equals(file.getFileName().toString()));
		}
	}

	/**
	 * Removes what is known in between: labels, table and all are complete.
	 *
	 * @throws ImageException if it cannot be removed
	 */
	public void complete() throws ImageException {
		AtomicFile.write(work(folder).resolve(COMPLETE), 0, out -> {});
		new Workplace(work(folder)).remove();
	}

	/** A run that failed before it did anything leaves nothing. */
	@Override
	public void close() throws ImageException {
		try (Store closed = store) {
			lock.close();
			if (Files.isDirectory(folder) && isEmpty(folder)) Files.deleteIfExists(folder);
			if (Files.isDirectory(work(folder)) && isEmpty(work(folder))) new Workplace(work(folder)).remove();
		} catch (final IOException e) {
			throw new ImageException("Cannot let go of '" + work(folder) + "': " + InputFiles.reason(e), e);
		}
	}
}
