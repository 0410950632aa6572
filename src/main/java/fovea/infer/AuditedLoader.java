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
package fovea.infer;

import fovea.base.ModelException;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.model.Signature;
import fovea.model.audit.GraphAudit;
import fovea.model.audit.SavedModelCopy;
import fovea.model.library.ModelArchive;

/**
 * Opens networks of models that may come from anywhere: nothing but this calls {@link NetworkLoader#open}, whatever
 * runs the network, so that no session exists of a graph that was not searched. Immutable; as thread-safe as its
 * loader.
 *
 * @param loader what loads them
 * @param options of the model; whether it is trusted, and computed fast
 */
public record AuditedLoader(NetworkLoader loader, ModelOptions options) {

	/**
	 * @param archive stays the caller's, and open as long as the network
	 * @param signature of its SavedModel
	 * @return a network that the caller closes
	 * @throws ModelException if its graph may do more than compute, asks for more memory than there is, or cannot be
	 *     loaded
	 */
	public Network open(final ModelArchive archive, final Signature signature) throws ModelException {
		final String label = archive.location().toString();
		if (options.trusted())
			return loader.open(GraphSource.whole(archive.savedModel()).withFast(options.fast()), signature);
		final GraphAudit audit = GraphAudit.read(archive.savedModel(), label);
		audit.requireFits(signature.name(), MemoryBudget.most());
		final SavedModelCopy copy = audit.copy(signature.name());
		boolean opened = false;
		try {
			final Network network = loader.open(
					new GraphSource(copy.folder(), archive.savedModel().toString(), true, options.fast()), signature);
			opened = true;
			return new CopiedNetwork(network, copy);
		} finally {
			if (!opened) copy.close();
		}
	}
}
