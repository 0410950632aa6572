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
package fovea.model.audit;

import fovea.base.ModelException;
import fovea.model.graph.CallTree;
import fovea.model.graph.GraphCopy;
import fovea.model.graph.GraphSignature;
import fovea.model.graph.GraphWalk;
import fovea.model.graph.MetaGraph;
import fovea.model.graph.NodeLocation;
import fovea.model.graph.SavedModelReader;
import fovea.model.variables.TensorBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through a SavedModel before TensorFlow does, and writes anew what TensorFlow may get of it. Every op is held
 * against lists of those that are known: those that are run must only compute, on tensors and on variables in memory.
 * What is run is what the outputs of a signature need, through inputs, functions, and what is only waited for; what is
 * run when the model is loaded; and what reads its variables, which alone may read, and only the variables' own files.
 * Why all this, is said at the head of this package. Immutable and thread-safe.
 *
 * <pre>{@code
 * final GraphAudit audit = GraphAudit.read(folder, "my model");
 * audit.requireFits("serving_default", bytes);
 * try (SavedModelCopy copy = audit.copy("serving_default")) {
 * 	// copy.folder() is what TensorFlow may load
 * }
 * }</pre>
 */
public final class GraphAudit {

	private static final String SERVE = "serve";
	private static final OpRules RULES = new OpRules(OpTable.standard());
	private static final GraphCopy.Rule ATTRIBUTES = new AttributeRule(OpTable.standard());

	private final Path savedModel;
	private final String label;
	/** More than one only where several have the same tags: which of them is taken need not be known. */
	private final List<GraphWalk> graphs;

	private GraphAudit(final Path savedModel, final String label, final List<GraphWalk> graphs) {
		this.savedModel = savedModel;
		this.label = label;
		this.graphs = graphs;
	}

	/**
	 * Reads the graph, and looks at the files beside it. Takes a second for each gigabyte, and memory for names only.
	 *
	 * @param savedModel folder that holds saved_model.pb
	 * @param label its name in messages
	 * @return what is to be asked
	 * @throws ModelException if it cannot be read, has no end, or is more than its own files
	 */
	public static GraphAudit read(final Path savedModel, final String label) throws ModelException {
		SavedModelFiles.require(savedModel, label);
		try {
			final List<GraphWalk> graphs = new ArrayList<>();
			for (final MetaGraph graph : serving(SavedModelReader.read(savedModel.resolve(SavedModelFiles.GRAPH)))) {
				final GraphWalk walk = new GraphWalk(graph);
				CallTree.requireBounded(walk);
				graphs.add(walk);
			}
			final Optional<TensorBundle> variables = TensorBundle.of(savedModel);
			if (variables.isPresent()) variables.get().requireSound();
			final GraphAudit audit = new GraphAudit(savedModel, label, graphs);
			for (final GraphWalk walk : graphs) audit.requireSound(walk);
			return audit;
		} catch (final IOException e) {
			throw new ModelException(label + ": not a readable TensorFlow SavedModel: " + e.getMessage(), e);
		}
	}

	/**
	 * The graph tagged "serve" and nothing else, else one tagged so among others, else the only one: as it will be
	 * loaded.
	 */
	private static List<MetaGraph> serving(final List<MetaGraph> graphs) throws IOException {
		final Optional<MetaGraph> chosen = graphs.stream()
				.filter(g -> g.tags().contains(SERVE))
				.min(Comparator.comparingInt(g -> g.tags().size()))
				.or(() -> graphs.size() == 1 ? Optional.of(graphs.get(0)) : Optional.empty());
		if (chosen.isEmpty())
			throw new IOException("it holds no graph tagged '" + SERVE + "', only "
					+ graphs.stream()
							.map(graph -> graph.tags().stream()
									.map(NodeLocation::printable)
									.toList())
							.toList());
		return graphs.stream().filter(g -> g.tags().equals(chosen.get().tags())).toList();
	}

	/** What may stand nowhere in a graph, run or not. */
	private void requireSound(final GraphWalk walk) throws ModelException {
		for (final NodeLocation place : walk.everything()) {
			final Optional<String> complaint = Soundness.complaint(place.node());
			if (complaint.isPresent()) throw new ModelException(label + ": " + place.label() + " " + complaint.get());
		}
		for (final String asset : walk.graph().assets())
			if (!isPlain(asset))
				throw new ModelException(
						label + ": expected assets in its folder assets, got '" + NodeLocation.printable(asset) + "'");
	}

	private static boolean isPlain(final String asset) {
		final String slashed = "/" + asset.replace('\\', '/') + "/";
		return !asset.isEmpty()
				&& !slashed.startsWith("//")
				&& !slashed.contains("/../")
				&& !asset.contains(":")
				&& asset.chars().noneMatch(Character::isISOControl);
	}

	/**
	 * @param signature that is to be run
	 * @throws ModelException if that, or loading the model, could run an op that may do more than compute; names op and
	 *     node
	 */
	public void requireHarmless(final String signature) throws ModelException {
		for (final GraphWalk walk : graphs) {
			for (final NodeLocation place : walk.everything())
				if (!RULES.knows(place.node(), walk)) throw refused(place);
			for (final NodeLocation place : run(walk, signature))
				if (!RULES.allows(place.node(), walk)) throw refused(place);
			for (final NodeLocation place : walk.from(restoring(walk)))
				if (!RULES.allows(place.node(), walk) && !place.node().op().equals(RestoreRule.RESTORE))
					throw refused(place);
			final Optional<NodeLocation> elsewhere = RestoreRule.broken(walk);
			if (elsewhere.isPresent()) throw refused(elsewhere.get());
			for (final NodeLocation place : walk.everything())
				if (RULES.holdsObject(place.node())) throw refused(place);
		}
	}

	/**
	 * @param signature that is to be run
	 * @param bytes of memory that there are for it
	 * @throws ModelException if its constants, its variables and the largest result that has its size written down take
	 *     more; names the node that takes most
	 */
	public void requireFits(final String signature, final long bytes) throws ModelException {
		for (final GraphWalk walk : graphs) {
			final Set<NodeLocation> used = new LinkedHashSet<>(run(walk, signature));
			used.addAll(walk.from(restoring(walk)));
			final Optional<DeclaredMemory.Demand> demand = DeclaredMemory.of(walk, used);
			if (demand.isPresent() && demand.get().bytes() > bytes)
				throw new ModelException(String.format(
						Locale.ROOT,
						"%s: the model asks for %.1f GB of memory, there are %.1f GB for it; most is for op '%s' (%s)",
						label,
						demand.get().bytes() / 1e9,
						bytes / 1e9,
						demand.get().place().node().op(),
						demand.get().place().label()));
		}
	}

	/**
	 * Writes the model anew as TensorFlow may get it: what the signature runs, what reads the variables, and nothing
	 * else.
	 *
	 * @param signature that is to be run, and that the copy has alone
	 * @return a SavedModel that the caller closes, not before the network that is opened on it
	 * @throws ModelException if the graph may do more than compute ({@link #requireHarmless}), has attributes that are
	 *     not known, or no file can be written
	 */
	public SavedModelCopy copy(final String signature) throws ModelException {
		requireHarmless(signature);
		// all that have the same tags were found harmless; one of them is enough
		final GraphWalk walk = graphs.get(0);
		final List<String> roots = roots(walk, signature);
		roots.addAll(restoring(walk));
		try {
			return SavedModelCopy.of(savedModel, new GraphCopy(walk, ATTRIBUTES).of(signature, walk.calledFrom(roots)));
		} catch (final IOException e) {
			throw new ModelException(label + ": " + e.getMessage(), e);
		}
	}

	/**
	 * What is wanted of the signature, what is given to it (what leads there is not run, but is in the copy), and what
	 * is run first.
	 */
	private List<String> roots(final GraphWalk walk, final String name) throws ModelException {
		final GraphSignature signature = walk.graph().signatures().get(name);
		if (signature == null)
			throw new ModelException(label + ": has no signature '" + NodeLocation.printable(name) + "'");
		final List<String> roots = new ArrayList<>(signature.outputs());
		roots.addAll(signature.inputs());
		roots.addAll(walk.graph().initializers());
		return roots;
	}

	/** What is run for the signature and when the model is loaded, but for reading variables. */
	private Set<NodeLocation> run(final GraphWalk walk, final String signature) throws ModelException {
		final List<String> roots = roots(walk, signature);
		walk.graph().nodes().stream().filter(RULES::isPureCall).forEach(node -> roots.add(node.name()));
		return walk.from(roots);
	}

	private static Collection<String> restoring(final GraphWalk walk) {
		return walk.graph().restore().isEmpty()
				? List.of()
				: List.of(walk.graph().restore());
	}

	private ModelException refused(final NodeLocation place) {
		return new ModelException(label + ": refused, since op '"
				+ NodeLocation.printable(place.node().op()) + "' (" + place.label()
				+ ") may do more than compute; who trusts the model's maker runs it with --trust-model, in a "
				+ "macro trustmodel=true");
	}
}
