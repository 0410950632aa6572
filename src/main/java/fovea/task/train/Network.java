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
package fovea.task.train;

import fovea.job.NetworkChoice;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import java.util.List;
import java.util.Optional;

/** Which network is trained, and what it begins with. */
public final class Network {

	/** Of an autoencoder. */
	public static final Option<String> AUTOENCODER = architecture(NetworkChoice.autoencoders(), "cae-denoise");

	/** Of a segmenter. */
	public static final Option<String> SEGMENTER = architecture(NetworkChoice.segmenters(), "fcn-small");

	/** In a dialog one's own has an input of its own. */
	public static final Option<String> FILE = Option.of("file", Form.TEXT, "")
			.under("Network")
			.says("Own network (file)", "A file that describes a network, in place of one from the list", "none")
			.with(Trait.FILE, Trait.OPTIONAL)
			.and(Trait.ADVANCED);

	/** A name or a file. */
	public static final Option<String> NAME_OR_FILE = Option.of("", Form.TEXT, "")
			.named("--architecture", "NAME")
			.says("", "Name of a network (see 'fovea architectures') or a file that describes one")
			.with(Trait.REQUIRED, Trait.FILE);

	/** The number of filters. */
	public static final Option<Optional<Double>> WIDTH = Option.of(
					"", Form.maybe(Form.decimal()), Optional.<Double>empty())
			.named("--width", "X")
			.says("", "Multiplies the number of filters of a named architecture", "1");

	/** Of the input; dialogs fit it to the images. */
	public static final Option<Optional<Integer>> SIZE = Option.of("", number(), Optional.<Integer>empty())
			.named("--size", "N")
			.says(
					"",
					"Height and width of the input of a named architecture, 0 for any where it allows it",
					"as published");

	/** Length of the encoding. */
	public static final Option<Optional<Integer>> LATENT = Option.of("", number(), Optional.<Integer>empty())
			.named("--latent", "N")
			.says("", "Length of the encoding of a named architecture", "as published");

	/** First weights. */
	public static final Option<String> KERAS_WEIGHTS = Option.of("", Form.TEXT, "")
			.named("--keras-weights", "FILE")
			.says("", "First weights from a Keras .h5 file, by names of layers (VGG16 for fcn8-vgg16)")
			.with(Trait.FILE);

	/** A new network, in place of what is chosen automatically. */
	public static final String NEW = "none";

	/** A model inside that does already what is to be learned, if there is one and data is little. */
	public static final String AUTO = "auto";

	/** A model whose weights a segmenter begins with. */
	public static final Option<String> START_FROM_FITTING = Option.of("startfrom", Form.TEXT, AUTO)
			.under("Network")
			.says(
					"Begin with a model (auto: one that fits; none: a new network)",
					"A model whose weights the training begins with; its network and its normalization are taken, too. "
							+ "auto: with little data a model inside, if it tells three quarters of the annotated "
							+ "pixels of each class right already, and neither a network nor a normalization is "
							+ "chosen; none: a new network")
			.with(Trait.OPTIONAL, Trait.FILE)
			.and(Trait.FRESH);

	/** A model whose weights a denoiser begins with. */
	public static final Option<String> START_FROM_DENOISER = Option.of("startfrom", Form.TEXT, AUTO)
			.under("Network")
			.says(
					"Begin with a model (auto: one that fits; none: a new network)",
					"A model whose weights the training begins with; its network and its normalization are taken, too. "
							+ "auto: where it learns from noisy images alone, the model inside that removes most of "
							+ "their noise, if neither a network nor a normalization is chosen; none: a new network")
			.with(Trait.OPTIONAL, Trait.FILE)
			.and(Trait.FRESH);

	/** On the command line the weights alone come from there, but from what fits. */
	public static final Option<String> START_FROM = Option.of("", Form.TEXT, "")
			.named("--start-from", "MODEL|FOLDER")
			.says(
					"",
					"First weights from a model, by name or path, or from the checkpoints (--checkpoints) of an "
							+ "earlier training; of the same network, whatever its settings and images were. A model "
							+ "may have fewer filters. auto: a model inside, with its network and normalization, "
							+ "where little is annotated and it tells three quarters of the pixels of each class right "
							+ "already; else the network of --architecture, anew")
			.with(Trait.FILE);

	/** What the command line has beside the name. */
	static final List<Option<?>> NAMED = List.of(WIDTH, SIZE, LATENT, KERAS_WEIGHTS, START_FROM);

	private Network() {}

	private static Form<Optional<Integer>> number() {
		return Form.maybe(Form.whole(Integer::valueOf));
	}

	private static Option<String> architecture(final List<String> names, final String first) {
		return Option.of("architecture", Form.word(names, text -> text, text -> text), first)
				.under("Network")
				.says("Network to train", "Which network is trained");
	}
}
