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
package fovea.latent;

import fovea.base.ModelException;
import fovea.image.TensorLayout;
import fovea.infer.AuditedLoader;
import fovea.infer.ModelOptions;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.BareModel;
import fovea.model.ModelSpec;
import fovea.model.Normalization;
import fovea.model.Processing;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.model.TensorSpec;
import fovea.model.library.ModelArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds encoder and decoder in one model or two, and opens them.
 *
 * @param loader what loads networks
 * @param options what the user says about the model
 * @param pooling how a spatial latent becomes a vector
 */
record AutoencoderOpening(NetworkLoader loader, ModelOptions options, Pooling pooling) {

	/** Those that models trained here have come first. */
	private static final List<String> ENCODERS = List.of("encode", "encoder");

	private static final List<String> DECODERS = List.of("decode", "decoder");
	private static final String WHOLE = "serving_default";

	Autoencoder open(final ModelArchive archive) throws ModelException {
		final Opened opened = new Opened();
		opened.archives.add(archive);
		try {
			final List<Signature> all = loader.signatures(archive.savedModel());
			final Signature encode = named(all, ENCODERS, 0)
					.orElseThrow(() -> new ModelException(
							"Model '" + archive.name() + "' has no signature 'encode', only " + names(all)
									+ ": expected an autoencoder with a latent space, as cae-strided trains"));
			final Optional<Signature> decode = named(all, DECODERS, 1);
			final Optional<Signature> whole = decode.isPresent()
					? Optional.empty()
					: all.stream().filter(s -> s.name().equals(WHOLE)).findFirst();
			return open(archive, encode, archive, decode, whole, opened);
		} finally {
			opened.closeUnlessDone();
		}
	}

	Autoencoder open(final ModelArchive encoder, final ModelArchive decoder) throws ModelException {
		final Opened opened = new Opened();
		opened.archives.addAll(List.of(encoder, decoder));
		try {
			return open(
					encoder,
					only(encoder, ENCODERS, 0),
					decoder,
					Optional.of(only(decoder, DECODERS, 1)),
					Optional.empty(),
					opened);
		} finally {
			opened.closeUnlessDone();
		}
	}

	/** What is to be closed where opening fails. */
	private static final class Opened {

		private final List<ModelArchive> archives = new ArrayList<>();
		private final List<Network> networks = new ArrayList<>();
		private boolean done;

		Network add(final Network network) {
			networks.add(network);
			return network;
		}

		void closeUnlessDone() {
			if (done) return;
			networks.forEach(Network::close);
			archives.forEach(ModelArchive::close);
		}
	}

	private Autoencoder open(
			final ModelArchive encoding,
			final Signature encode,
			final ModelArchive decoding,
			final Optional<Signature> decode,
			final Optional<Signature> whole,
			final Opened opened)
			throws ModelException {
		final String name = encoding.name();
		final TensorSpec input = input(encoding, encode);
		final TensorLayout layout = TensorLayout.of(input);
		if (!layout.tiledAxes().equals(List.of(AxisType.X, AxisType.Y)))
			throw new ModelException(
					"Model '" + name + "' takes axes '" + input.letters() + "'; expected planes, such as 'byxc'");
		final TensorInfo latent = chosen(encode);
		final Optional<Signature> second = decode.or(() -> whole);
		if (second.isPresent()) single(decoding.name(), second.get());
		if (decode.isPresent()) requireFit(latent, single(decoding.name(), decode.get()), decoding.name());
		final LatentMap map = new LatentMap(
				name,
				decode.map(d -> d.inputs().get(0))
						.filter(i -> i.shape().isPresent())
						.orElse(latent),
				channelAxis(name, latent, input));
		final Encoder encoder = new Encoder(
				name, opened.add(audited().open(encoding, encode)), input, layout, single(name, encode), latent);
		final Optional<Decoder> made =
				second.isEmpty() ? Optional.empty() : Optional.of(decoder(decoding, second.get(), input, opened));
		opened.done = true;
		return new Autoencoder(
				name,
				opened.archives,
				encoder,
				decode.isPresent() ? made : Optional.empty(),
				decode.isPresent() ? Optional.empty() : made,
				map,
				pooling);
	}

	private Decoder decoder(
			final ModelArchive archive, final Signature signature, final TensorSpec input, final Opened opened)
			throws ModelException {
		final TensorInfo to = signature.outputs().get(0);
		final Optional<TensorSpec> described =
				archive.spec().map(spec -> spec.outputs().get(0));
		final String letters = described.map(TensorSpec::letters).orElse(input.letters());
		if (to.shape().isPresent() && to.shape().get().size() != letters.length())
			throw new ModelException("Model '" + archive.name() + "' decodes to " + to.label()
					+ ", expected an image with axes '" + letters + "'");
		final List<AxisSpec> axes = new ArrayList<>();
		for (final char letter : letters.toCharArray())
			axes.add(AxisSpec.of(AxisType.ofLetter(letter), new AxisSize.Unknown()));
		final List<Processing> steps = described.map(TensorSpec::processing).orElse(List.of());
		return new Decoder(
				opened.add(audited().open(archive, signature)),
				signature.inputs().get(0),
				to,
				TensorLayout.of(new TensorSpec(to.name(), "", to.type(), axes, steps, Optional.empty())),
				steps);
	}

	private AuditedLoader audited() {
		return new AuditedLoader(loader, options);
	}

	/** @return the image, as described or made up */
	private TensorSpec input(final ModelArchive archive, final Signature encode) throws ModelException {
		final boolean own =
				options.normalize().isEmpty() || options.normalize().equalsIgnoreCase(ModelOptions.AS_MODEL);
		if (archive.spec().isEmpty())
			return BareModel.describe(
							archive.name(),
							encode,
							options.output(),
							options.axes(),
							own ? Optional.empty() : Optional.of(Normalization.ofLabel(options.normalize())))
					.inputs()
					.get(0);
		final ModelSpec spec = own
				? archive.spec().get()
				: archive.spec()
						.get()
						.withPreprocessing(
								Normalization.ofLabel(options.normalize()).steps());
		final TensorInfo info = single(archive.name(), encode);
		final TensorSpec input = spec.inputs().get(0);
		if (spec.inputs().size() != 1
				|| info.shape().isPresent()
						&& info.shape().get().size() != input.axes().size())
			throw new ModelException("Model '" + archive.name() + "': its encoder takes " + info.label()
					+ ", but is described with axes '" + input.letters() + "'");
		return input;
	}

	private TensorInfo chosen(final Signature encode) throws ModelException {
		if (!options.output().isEmpty()) return encode.output(options.output());
		return encode.outputs().stream()
				.filter(output -> output.name().equals("latent"))
				.findFirst()
				.orElse(encode.outputs().get(0));
	}

	private static int channelAxis(final String model, final TensorInfo latent, final TensorSpec input)
			throws ModelException {
		final int rank = latent.shape().map(List::size).orElse(input.axes().size());
		if (rank < 2)
			throw new ModelException("Model '" + model + "': its latent is " + latent.label()
					+ ", expected a batch of vectors or of maps");
		final int channels = input.indexOf(AxisType.CHANNEL);
		return rank == input.axes().size() && channels > 0 ? channels : rank - 1;
	}

	private static void requireFit(final TensorInfo given, final TensorInfo taken, final String model)
			throws ModelException {
		if (given.shape().isEmpty() || taken.shape().isEmpty()) return;
		final List<Long> a = given.shape().get();
		final List<Long> b = taken.shape().get();
		boolean fits = a.size() == b.size();
		for (int i = 1; fits && i < a.size(); i++)
			fits = a.get(i) < 0 || b.get(i) < 0 || a.get(i).equals(b.get(i));
		if (!fits)
			throw new ModelException(
					"Model '" + model + "' decodes " + taken.label() + ", but the encoder gives " + given.label());
	}

	private static TensorInfo single(final String model, final Signature signature) throws ModelException {
		if (signature.inputs().size() != 1 || signature.outputs().isEmpty())
			throw new ModelException("Model '" + model + "', signature '"
					+ signature.name() + "': expected one input and an output, got "
					+ signature.inputs().size() + " and " + signature.outputs().size());
		return signature.inputs().get(0);
	}

	/** @return of a model that is one half: the signature of that name, else the first one */
	private Signature only(final ModelArchive archive, final List<String> usual, final int half) throws ModelException {
		final List<Signature> all = loader.signatures(archive.savedModel());
		if (all.isEmpty())
			throw new ModelException(archive.location() + ": the SavedModel has no signature with tensors in and out");
		return named(all, usual, half).orElse(all.get(0));
	}

	private Optional<Signature> named(final List<Signature> all, final List<String> usual, final int half)
			throws ModelException {
		final String[] own = options.signature().split(",", -1);
		final String wanted = half < own.length ? own[half].strip() : "";
		if (wanted.isEmpty())
			return usual.stream()
					.flatMap(name -> all.stream().filter(s -> s.name().equals(name)))
					.findFirst();
		return Optional.of(all.stream()
				.filter(s -> s.name().equals(wanted))
				.findFirst()
				.orElseThrow(() -> new ModelException("There is no signature '" + wanted + "', only " + names(all))));
	}

	private static String names(final List<Signature> all) {
		return all.isEmpty() ? "none" : all.stream().map(Signature::name).collect(Collectors.joining(", "));
	}
}
