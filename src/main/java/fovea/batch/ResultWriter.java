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
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.JobResult;
import fovea.memory.JavaMemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes results, and then the journal.
 *
 * @param key of the work
 * @param journal of the folder
 * @param lock on the folder
 */
record ResultWriter(WorkKey key, Journal journal, FolderLock lock) {

	/**
	 * @param image whose results these are
	 * @param sha256 of the image's file
	 * @param computed to be written
	 * @param alone whether it is the only image in memory
	 * @return the outcome
	 * @throws BatchException if the run cannot go on
	 */
	Outcome write(final PlannedImage image, final String sha256, final ImageJob.Computed computed, final boolean alone)
			throws BatchException {
		lock.requireFolder();
		final JobResult result;
		try {
			Files.createDirectories(image.destination().folder());
			result = computed.write(image.destination());
			journal.append(new JournalEntry(
					image.source().name(),
					true,
					result.seconds(),
					result.objects(),
					result.meanSquaredError(),
					"",
					sha256,
					key,
					bytes(result)));
			return new Outcome.Done(image, result);
		} catch (final BatchException e) {
			throw e;
		} catch (final IOException e) {
			return failed(
					image,
					sha256,
					new ImageException("Cannot write results of '" + image.file() + "': " + Reason.of(e), e),
					true);
		} catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			if (!alone && JavaMemoryException.isCauseOf(e)) return new Outcome.Postponed(image);
			return failed(image, sha256, e, true);
		}
	}

	private static long bytes(final JobResult result) throws IOException {
		long bytes = 0;
		for (final Path file : result.files()) bytes += Files.size(file);
		return bytes;
	}

	/**
	 * @param image that failed
	 * @param sha256 of its file
	 * @param cause why
	 * @param written whether there were results
	 * @return that
	 * @throws BatchException if the run cannot go on
	 */
	Outcome failed(final PlannedImage image, final String sha256, final Throwable cause, final boolean written)
			throws BatchException {
		lock.requireFolder();
		journal.append(JournalEntry.failed(image.source().name(), Reason.of(cause), sha256, key));
		return new Outcome.Failed(image, cause, written);
	}
}
