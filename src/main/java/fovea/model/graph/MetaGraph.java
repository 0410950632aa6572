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
package fovea.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of a SavedModel's graphs.
 *
 * @param tags by which it is chosen
 * @param nodes of the graph itself, in the order of the file
 * @param functions its library, in the order of the file
 * @param signatures what it can be asked for, by its key
 * @param collections nodes that are run when it is loaded, by the key that says so
 * @param restore node that reads the variables; empty if there is none
 * @param filename tensor that is given the place of the variables; empty if there is none
 * @param assets files in the folder assets/ that are given to the graph
 * @param versions a VersionDef: of what TensorFlow it is
 */
public record MetaGraph(
		Set<String> tags,
		List<GraphNode> nodes,
		List<GraphFunction> functions,
		Map<String, GraphSignature> signatures,
		Map<String, List<String>> collections,
		String restore,
		String filename,
		List<String> assets,
		Encoded versions) {

	/** The signature that stands for what is run when a model of TensorFlow 2 is loaded. */
	static final String INIT_SIGNATURE = "__saved_model_init_op";

	/** Copies. */
	public MetaGraph {
		tags = Set.copyOf(tags);
		nodes = List.copyOf(nodes);
		functions = List.copyOf(functions);
		signatures = Map.copyOf(signatures);
		collections = Map.copyOf(collections);
		assets = List.copyOf(assets);
	}

	/** @return nodes and tensors that are run when it is loaded, whatever says so */
	public List<String> initializers() {
		final List<String> all = new ArrayList<>();
		collections.values().forEach(all::addAll);
		if (signatures.containsKey(INIT_SIGNATURE))
			all.addAll(signatures.get(INIT_SIGNATURE).outputs());
		return all;
	}
}
