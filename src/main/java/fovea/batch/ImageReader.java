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

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.ij1.files.Destination;
import fovea.ij1.files.ImageJob;
import fovea.task.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads images that are not done yet.
 *
 * @param job whose images they are
 * @param key of the work
 * @param journal tells what was done
 */
record ImageReader(ImageJob job, WorkKey key, Journal journal) {

	/** @return the outcome, whatever it was */
	ReadImage read(final PlannedImage image) {
		String sha256 = "";
		try {
			final FileState before = FileState.of(image.file());
			sha256 = before.sha256();
			if (isDone(image, sha256)) return new ReadImage.Unchanged(image);
			final ImageJob.Opened opened = job.open(image.file());
			if (!FileState.of(image.file()).equals(before))
				throw new ImageException("Cannot open '" + image.file() + "': it was changed while it was being read");
			return new ReadImage.Ready(image, opened, sha256);
		} catch (final IOException e) {
			return new ReadImage.Unreadable(
					image, sha256, new ImageException("Cannot open '" + image.file() + "': " + Reason.of(e), e));
		}
		// A file can be broken in ways its reader did not think of, or too large: the next may be well.
		catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			return new ReadImage.Unreadable(image, sha256, e);
		}
	}

	private boolean isDone(final PlannedImage image, final String sha256) throws IOException {
		final Optional<JournalEntry> entry = journal.done(image.source().name());
		return entry.isPresent()
				&& entry.get().inputSha256().equals(sha256)
				&& entry.get().work().equals(key)
				&& entry.get().bytes() == bytes(image.destination());
	}

	/** @return of all results together; -1 if one is missing */
	private long bytes(final Destination destination) throws IOException {
		long bytes = 0;
		for (final Output output : job.outputs()) {
			final Path file = destination.file(output);
			if (!Files.isRegularFile(file)) return -1;
			bytes += Files.size(file);
		}
		return bytes;
	}
}
