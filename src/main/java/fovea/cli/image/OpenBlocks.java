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
package fovea.cli.image;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.block.BlockImage;
import fovea.block.BlockSegmentation;
import fovea.ij1.files.OpenJob;
import fovea.infer.LoadedModel;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;

/**
 * A segmentation block by block, with what it needs open. Thread-safe, but for closing.
 *
 * @param job what is to be done
 * @param store of the labels
 * @param image that is segmented
 * @param model that finds objects
 */
public record OpenBlocks(BlockSegmentation job, Store store, BlockImage image, LoadedModel model)
		implements AutoCloseable {

	static OpenBlocks open(final BlockRun run, final OpenJob.Opener<LoadedModel> models) throws FoveaException {
		final BlockImage image = BlockImage.open(run.image(), 0);
		LoadedModel model = null;
		boolean opened = false;
		try {
			model = models.open();
			final OpenBlocks open = new OpenBlocks(run.job(image, model), FolderStore.create(run.out()), image, model);
			opened = true;
			return open;
		} finally {
			if (!opened) {
				if (model != null) model.close();
				image.close();
			}
		}
	}

	@Override
	public void close() throws ImageException {
		try (Store labels = store;
				BlockImage pixels = image) {
			model.close();
		}
	}
}
