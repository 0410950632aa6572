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
package fovea.train.checkpoint;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.model.library.FolderRemoval;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of checkpoints, each a folder {@code epoch-000012} of .npy arrays and one checkpoint.json. One appears when
 * it is complete; then those before it are removed. Whenever a training is killed, there is a whole one, if there was
 * any. Used by one training at a time.
 */
public final class Checkpoints {

	private static final Pattern NAME = Pattern.compile("epoch-(\\d{6,})");
	private static final String UNFINISHED = ".part";

	private final Path folder;
	private final CheckpointFiles files;

	private Checkpoints(final Path folder, final CheckpointFiles files) {
		this.folder = folder;
		this.files = files;
	}

	/**
	 * @param folder is made where it is missing
	 * @param config of the training that they are of
	 * @param data checksum of its samples
	 * @param resume whether there may be checkpoints already
	 * @throws TrainingException if it cannot be made, or there are checkpoints that this training would replace
	 */
	public static Checkpoints open(
			final Path folder, final TrainingConfig config, final String data, final boolean resume)
			throws TrainingException {
		try {
			Files.createDirectories(folder);
			final Checkpoints checkpoints = new Checkpoints(folder, new CheckpointFiles(config, data));
			final List<Path> present = checkpoints.list(NAME);
			if (!resume && !present.isEmpty())
				throw new TrainingException(folder + ": expected a folder without checkpoints, found "
						+ present.get(present.size() - 1).getFileName() + "; resume from it, or choose another folder");
			for (final Path left : checkpoints.list(Pattern.compile("\\..*" + Pattern.quote(UNFINISHED))))
				FolderRemoval.remove(left); // of a training that was killed while it wrote
			return checkpoints;
		} catch (final IOException e) {
			throw new TrainingException(folder + ": cannot be used for checkpoints: " + e, e);
		}
	}

	/**
	 * @param folder of checkpoints of any training of the same network
	 * @param architecture of the network
	 * @return the best weights of the latest one
	 * @throws FoveaException if there is none, or it cannot be read, or is of another network
	 */
	public static WeightMap best(final Path folder, final Architecture architecture) throws FoveaException {
		try {
			final List<Path> present = Files.isDirectory(folder) ? list(folder, NAME) : List.of();
			if (present.isEmpty())
				throw new TrainingException(folder + ": expected a folder of checkpoints, found none");
			return CheckpointFiles.best(present.get(present.size() - 1), architecture);
		} catch (final IOException e) {
			throw new TrainingException(folder + ": cannot be read: " + e, e);
		}
	}

	/**
	 * @param folder that need not exist
	 * @return whether there is one in it
	 * @throws TrainingException if it cannot be listed
	 */
	public static boolean areIn(final Path folder) throws TrainingException {
		try {
			return Files.isDirectory(folder) && !list(folder, NAME).isEmpty();
		} catch (final IOException e) {
			throw new TrainingException(folder + ": cannot be read: " + e, e);
		}
	}

	/**
	 * @return the latest one, empty if there is none
	 * @throws FoveaException if it cannot be read, or is of a training with another configuration or other samples
	 */
	public Optional<Checkpoint> latest() throws FoveaException {
		try {
			final List<Path> present = list(NAME);
			if (present.isEmpty()) return Optional.empty();
			return Optional.of(files.read(present.get(present.size() - 1)));
		} catch (final IOException e) {
			throw new TrainingException(folder + ": cannot be read: " + e, e);
		}
	}

	/**
	 * @param checkpoint takes the place of those before
	 * @throws FoveaException if it cannot be written; those before are still there then
	 */
	public void save(final Checkpoint checkpoint) throws FoveaException {
		final Path target = folder.resolve(
				String.format(Locale.ROOT, "epoch-%06d", checkpoint.history().size()));
		final Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
		try {
			try {
				Files.createDirectory(part);
				files.write(part, checkpoint);
				final List<Path> before = list(NAME);
				if (before.contains(target)) FolderRemoval.remove(target);
				Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
				for (final Path old : before) if (!old.equals(target)) FolderRemoval.remove(old);
			} finally {
				FolderRemoval.remove(part);
			}
		} catch (final IOException e) {
			throw new TrainingException(target + ": cannot be written: " + e, e);
		}
	}

	/** @return what is in the folder under such names, by number of the epoch */
	private List<Path> list(final Pattern name) throws IOException {
		return list(folder, name);
	}

	private static List<Path> list(final Path folder, final Pattern name) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			final List<Path> found = new ArrayList<>(all.filter(path -> Files.isDirectory(path)
							&& name.matcher(path.getFileName().toString()).matches())
					.toList());
			found.sort(Comparator.comparingInt(
							(Path path) -> path.getFileName().toString().length())
					.thenComparing(Comparator.naturalOrder()));
			return found;
		}
	}
}
