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
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param done images with new results
 * @param skipped images that were done before
 * @param failed images that were left out
 * @param left images that the run did not reach
 * @param end what ended it before its time: a {@link fovea.base.CancelledException}, or what makes going on senseless
 */
public record BatchSummary(int done, int skipped, int failed, int left, Optional<FoveaException> end) {

	/** @return the same with so many more failures */
	public BatchSummary withFailed(final int more) {
		return new BatchSummary(done, skipped, failed + more, left, end);
	}

	/** @return whether all images have results */
	public boolean isWell() {
		return failed == 0 && left == 0 && end.isEmpty();
	}

	/** @return for example "60 images: 20 done, 39 done before, 1 failed" */
	public String text() {
		final int all = done + skipped + failed + left;
		return all + (all == 1 ? " image: " : " images: ") + done + " done"
				+ (skipped > 0 ? ", " + skipped + " done before" : "") + ", " + failed + " failed"
				+ (left > 0 ? ", " + left + " not reached" : "");
	}
}
