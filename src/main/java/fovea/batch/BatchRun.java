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

import fovea.ij1.ImageFiles;
import fovea.ij1.files.ImageJob;
import fovea.task.Output;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A job for all images of a folder. Images are read and results are written while the network computes: at most five
 * images are in memory at once. A failure is a line of the journal and does not stop the others; three results in a row
 * that cannot be written, or images that are not there any more, do. One that there was no Java memory for is tried
 * again in the end, alone. Thread-safe; does not close the model.
 *
 * @param job what is done to each
 * @param key tells this work from others
 */
public record BatchRun(ImageJob job, WorkKey key) {

	/**
	 * @param plan images and where their results go
	 * @param resume whether images that were done before, and have not changed, nor their results, are left out
	 * @param listener hears how it goes
	 * @return the summary; also of a run that ended before its time
	 * @throws FolderBusyException if another run writes into the folder
	 * @throws BatchException if the folder for results or the journal cannot be used; nothing was done then
	 */
	public BatchSummary run(final BatchPlan plan, final boolean resume, final BatchListener listener)
			throws BatchException {
		try (FolderLock lock = FolderLock.acquire(plan.out())) {
			clear(plan);
			return run(plan, resume, listener, lock);
		}
	}

	private BatchSummary run(
			final BatchPlan plan, final boolean resume, final BatchListener listener, final FolderLock lock)
			throws BatchException {
		final Tally tally = new Tally(listener, plan.images().size());
		Optional<fovea.base.FoveaException> end = Optional.empty();
		try (Journal journal = Journal.open(plan.out(), resume)) {
			for (final UnreadName name : plan.unread())
				journal.append(JournalEntry.failed(name.name(), name.reason(), "", key));
			try (Pipeline pipeline =
					new Pipeline(new ImageReader(job, key, journal), new ResultWriter(key, journal, lock), tally)) {
				pipeline.run(plan.images());
			}
			if (job.outputs().contains(Output.TABLE)) CommonTable.write(plan, journal);
		} catch (final fovea.base.FoveaException e) {
			if (!tally.begun())
				throw e instanceof final BatchException own ? own : new BatchException(e.getMessage(), e);
			end = Optional.of(e);
		}
		return tally.summary(end);
	}

	/** Removes what killed runs have not brought to its end, in the folders that this one writes into. */
	private static void clear(final BatchPlan plan) throws BatchException {
		final Set<Path> folders = new LinkedHashSet<>(Set.of(plan.out()));
		plan.images().forEach(image -> folders.add(image.destination().folder()));
		for (final Path folder : folders) {
			if (!Files.isDirectory(folder)) continue;
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.part")) {
				for (final Path file : files)
					if (ImageFiles.unfinished(file).filter(BatchRun::isOurs).isPresent()) Files.deleteIfExists(file);
			} catch (final IOException | DirectoryIteratorException e) {
				throw new BatchException(folder + ": cannot clear up what an earlier run left: " + Reason.of(e), e);
			}
		}
	}

	private static boolean isOurs(final String name) {
		return name.equals(Journal.NAME)
				|| name.equals(CommonTable.NAME)
				|| Arrays.stream(Output.values()).anyMatch(output -> name.endsWith(output.suffix()));
	}
}
