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
package fovea.job;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.net.Alignment;
import fovea.net.Architecture;
import fovea.net.DistanceHead;
import fovea.net.file.ArchitectureFile;
import fovea.net.shape.Shape;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.net.zoo.TrainingDefaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which network is to be trained: a named one, that is built for the data, or one from a file, that is what it says.
 * Immutable.
 */
public final class NetworkChoice {

	/** ImageNet's weights want three channels. */
	private static final String OF_THREE_CHANNELS = "fcn8-vgg16";

	static final int MAX_CHANNELS = 3;

	/** Tells whole images apart. */
	private static final String CLASSIFIER = "resnet-block";

	private final Optional<NamedArchitecture> named;
	private final Optional<Architecture> own;
	private final Optional<Pretrained> pretrained;
	private final Optional<UnaryOperator<ArchitectureOptions>> changes;

	private NetworkChoice(
			final Optional<NamedArchitecture> named,
			final Optional<Architecture> own,
			final Optional<Pretrained> pretrained,
			final Optional<UnaryOperator<ArchitectureOptions>> changes) {
		this.named = named;
		this.own = own;
		this.pretrained = pretrained;
		this.changes = changes;
	}

	private NetworkChoice(
			final Optional<NamedArchitecture> named,
			final Optional<Architecture> own,
			final Optional<Pretrained> pretrained) {
		this(named, own, pretrained, Optional.empty());
	}

	/**
	 * @param published of a named network: what is changed in what was published
	 * @return the same, taken at its word: neither its input nor patches are fitted to the images
	 */
	public NetworkChoice literal(final UnaryOperator<ArchitectureOptions> published) {
		return new NetworkChoice(named, own, pretrained, Optional.of(published));
	}

	/**
	 * @param task what is to come out
	 * @return the same, where a model or a network from a file gives the distance to objects' borders beside classes
	 *     if, and only if, that is to be learned
	 * @throws ModelException if the network is built so that it cannot
	 */
	public NetworkChoice fitted(final LearningTask task) throws ModelException {
		if (own.isEmpty() || task.classes().isEmpty()) return this;
		if (pretrained.isPresent()) return of(pretrained.get().fitted(task.hasDistance()), changes);
		return new NetworkChoice(
				named, Optional.of(DistanceHead.fitted(own.get(), task.hasDistance())), pretrained, changes);
	}

	/** @return whether it is taken at its word */
	public boolean isLiteral() {
		return changes.isPresent();
	}

	/**
	 * @param task images, of which the first one is read, and what is to come out
	 * @return the same, whose network is built already; to be called for one that is taken at its word
	 * @throws FoveaException if it cannot be built like this, or the first image cannot be read
	 */
	public NetworkChoice built(final LearningTask task) throws FoveaException {
		if (own.isPresent()) return this;
		final int channels = channels(Math.min(MAX_CHANNELS, TrainingPlan.channels(task.images())));
		return new NetworkChoice(
				named,
				Optional.of(build(channels, task.classes().size(), task.hasDistance(), 0, 0)),
				pretrained,
				changes);
	}

	/** @return the network, empty where it is still to be built for the images */
	public Optional<Architecture> architecture() {
		return own;
	}

	/**
	 * @param name of a named architecture
	 * @return that
	 * @throws ModelException if there is none of that name; the message has all names
	 */
	public static NetworkChoice named(final String name) throws ModelException {
		return new NetworkChoice(Optional.of(Architectures.named(name)), Optional.empty(), Optional.empty());
	}

	/**
	 * @param model that is to be trained further
	 * @return its network, as it is
	 */
	public static NetworkChoice of(final Pretrained model) {
		return of(model, Optional.empty());
	}

	private static NetworkChoice of(
			final Pretrained model, final Optional<UnaryOperator<ArchitectureOptions>> changes) {
		return new NetworkChoice(Optional.empty(), Optional.of(model.architecture()), Optional.of(model), changes);
	}

	/**
	 * @param file that describes a network
	 * @return that
	 * @throws ModelException if there is no such file, or no network in it
	 */
	public static NetworkChoice of(final Path file) throws ModelException {
		if (!Files.exists(file))
			throw new ModelException(file + ": expected a file that describes a network, found none");
		return new NetworkChoice(Optional.empty(), Optional.of(ArchitectureFile.read(file)), Optional.empty());
	}

	/** @return names of networks that make images */
	public static List<String> autoencoders() {
		return Architectures.all().stream()
				.filter(each -> !each.hasClasses())
				.map(NamedArchitecture::name)
				.toList();
	}

	/** @return names of networks that tell the class of each pixel */
	public static List<String> segmenters() {
		return Architectures.all().stream()
				.filter(each -> each.hasClasses() && !each.name().equals(CLASSIFIER))
				.map(NamedArchitecture::name)
				.toList();
	}

	/** @return how it is trained where nothing else is said, empty for one from a file and what was made by one */
	public Optional<TrainingDefaults> training() {
		if (named.isPresent()) return named.map(NamedArchitecture::training);
		return pretrained
				.flatMap(model -> Architectures.all().stream()
						.filter(each -> each.name().equals(model.architecture().name()))
						.findFirst())
				.map(NamedArchitecture::training);
	}

	/** @return the model that is trained further, empty where a network begins anew */
	public Optional<Pretrained> pretrained() {
		return pretrained;
	}

	/** @return whether it is not built for the images, but is what it is */
	boolean isOwn() {
		return own.isPresent();
	}

	/**
	 * @param ofImages that the images have
	 * @return channels that it takes
	 */
	public int channels(final int ofImages) {
		if (own.isPresent()) return own.get().inputShape().channels();
		return named.orElseThrow().name().equals(OF_THREE_CHANNELS)
				? named.orElseThrow().defaults().channels()
				: ofImages;
	}

	/**
	 * @param task that it is to be trained for
	 * @param ofImages channels that the images have
	 * @throws FoveaException if it is a named one, or a model, that does something else
	 */
	void requireFor(final LearningTask task, final int ofImages) throws FoveaException {
		final int classes = task.classes().size();
		if (pretrained.isPresent()) pretrained.get().requireFor(task.classes(), ofImages);
		if (named.isEmpty() || named.get().hasClasses() == classes > 0) return;
		throw new TrainingException(named.get().name()
				+ (classes > 0
						? " makes images: expected a network that tells classes apart, " + "one of "
								+ String.join(", ", segmenters())
						: " tells classes apart: expected a network that makes images, one of "
								+ String.join(", ", autoencoders())));
	}

	/**
	 * @return whether it is built for images of one size: those whose encoding has a length of its own, which else
	 *     would be an image
	 */
	boolean isOfOneSize() {
		return named.isPresent() && named.get().hasLatentLength();
	}

	/** @return the input as published, or as in the file */
	Shape published() {
		return own.isPresent()
				? own.get().inputShape()
				: named.orElseThrow().defaults().inputShape();
	}

	/**
	 * @return what sides of the input must be multiples of
	 * @throws ModelException if that is more than any image has
	 */
	Alignment alignment() throws ModelException {
		return Alignment.of(own.isPresent() ? own.get() : named.orElseThrow().build());
	}

	/**
	 * @param channels of the input
	 * @param classes to be told apart, 0 where images are to come out
	 * @param distance whether the distance to objects' borders is to be told as well; not used for one from a file or a
	 *     model, see {@link #fitted}
	 * @param height of the input, 0 for any; not used for one from a file or taken at its word
	 * @param width of the input, 0 for any; not used for one from a file or taken at its word
	 * @return the network
	 * @throws ModelException if it cannot be built like this
	 */
	Architecture build(final int channels, final int classes, final boolean distance, final int height, final int width)
			throws ModelException {
		if (own.isPresent()) return own.get();
		final NamedArchitecture network = named.orElseThrow();
		final ArchitectureOptions options = network.defaults().withChannels(channels);
		final ArchitectureOptions sized =
				changes.isPresent() ? changes.get().apply(options) : options.withSize(height, width);
		if (classes == 0) return network.build(sized);
		return DistanceHead.fitted(network.build(sized.withClasses(classes)), distance);
	}
}
