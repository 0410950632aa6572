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
package fovea.net.zoo;

import fovea.base.ModelException;
import fovea.net.Alignment;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.net.shape.Size;

/** An architecture that has a name, to be built with options. Get one from {@link Architectures}. */
public final class NamedArchitecture {

	private final String name;
	private final String description;
	private final ArchitectureOptions defaults;
	private final TrainingDefaults training;
	private final Recipe recipe;

	/** How the layers are put together; the options have been checked against the defaults. */
	@FunctionalInterface
	interface Recipe {

		/** @throws ModelException if the options do not go with this architecture; the message does not name it */
		void build(GraphBuilder graph, ArchitectureOptions options) throws ModelException;
	}

	NamedArchitecture(
			final String name,
			final String description,
			final ArchitectureOptions defaults,
			final TrainingDefaults training,
			final Recipe recipe) {
		this.name = name;
		this.description = description;
		this.defaults = defaults;
		this.training = training;
		this.recipe = recipe;
	}

	/** @return as given on a command line, for example "cae-strided" */
	public String name() {
		return name;
	}

	/** @return a paragraph for people */
	public String description() {
		return description;
	}

	/** @return the options it is published with */
	public ArchitectureOptions defaults() {
		return defaults;
	}

	/** @return how it is trained where nothing else is said */
	public TrainingDefaults training() {
		return training;
	}

	/** @return true if it tells classes apart, so that {@link ArchitectureOptions#classes} counts */
	public boolean hasClasses() {
		return defaults.classes() > 0;
	}

	/** @return true if the length of its encoding can be chosen, so that {@link ArchitectureOptions#latent} counts */
	public boolean hasLatentLength() {
		return defaults.latent() > 0;
	}

	/** @return the architecture as published */
	public Architecture build() {
		try {
			return build(defaults);
		} catch (final ModelException e) {
			throw new IllegalStateException("defaults of " + name, e);
		}
	}

	/**
	 * @param options {@link #defaults()}, changed as needed
	 * @return the architecture, whose shapes fit
	 * @throws ModelException if it cannot be built like this
	 */
	public Architecture build(final ArchitectureOptions options) throws ModelException {
		require(options.classes(), defaults.classes(), 2, "classes");
		require(options.latent(), defaults.latent(), 1, "latent length");
		final Architecture architecture = assemble(options);
		// before the shapes: they fit at the published size, and the message says what any size has to be
		requireAligned(options, Alignment.of(assemble(options.withSize(defaults.height(), defaults.width()))));
		Shapes.infer(architecture);
		return architecture;
	}

	private Architecture assemble(final ArchitectureOptions options) throws ModelException {
		final GraphBuilder graph = new GraphBuilder(options.inputShape());
		try {
			recipe.build(graph, options);
		} catch (final ModelException e) {
			throw new ModelException(name + ": " + e.getMessage(), e);
		}
		return Architecture.of(name, description, graph.nodes(), graph.last(), graph.latent());
	}

	private void require(final int value, final int published, final int least, final String what)
			throws ModelException {
		if (published == 0 && value != 0) throw new ModelException(name + ": expected no " + what + ", got " + value);
		if (published != 0 && value < least)
			throw new ModelException(name + ": expected " + what + " of at least " + least + ", got " + value);
	}

	private void requireAligned(final ArchitectureOptions options, final Alignment alignment) throws ModelException {
		if (options.height() % alignment.height() == 0 && options.width() % alignment.width() == 0) return;
		throw new ModelException(name + ": expected a height and width that are multiples of "
				+ new Size(alignment.height(), alignment.width()) + " pixels, got an input of " + options.inputShape());
	}
}
