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
import fovea.infer.geometry.GeometryCache;
import fovea.infer.geometry.GeometryProbe;
import fovea.infer.geometry.Port;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.network.FoldedNetwork;
import fovea.infer.network.Folding;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.BareModel;
import fovea.model.ModelSpec;
import fovea.model.Normalization;
import fovea.model.Processing;
import fovea.model.Purpose;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.model.TensorSpec;
import fovea.model.library.ModelArchive;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A model that is open, described and loaded. Close it to free the native memory and temporary files. Thread-safe. */
public final class LoadedModel implements AutoCloseable {

	private final ModelArchive archive;
	private final Network network;
	private final ModelSpec spec;
	private final Port input;
	private final Port output;
	private final boolean fast;
	/** By the number of channels that the input is given, which some models leave open. */
	private final Map<Integer, TileGeometry> geometries = new HashMap<>();

	private LoadedModel(
			final ModelArchive archive,
			final Network network,
			final ModelSpec spec,
			final Port input,
			final Port output,
			final boolean fast) {
		this.archive = archive;
		this.network = network;
		this.spec = spec;
		this.input = input;
		this.output = output;
		this.fast = fast;
	}

	/**
	 * Opens a model that turns images into images.
	 *
	 * @param archive is closed together with this, also if opening fails
	 * @param loader what loads the network
	 * @param options what the user says about the model
	 * @return a model that the caller closes
	 * @throws ModelException if the model may do more than compute and is not trusted, cannot be loaded or not be run
	 *     as it is described, or images do not go in or not come out
	 */
	public static LoadedModel open(final ModelArchive archive, final NetworkLoader loader, final ModelOptions options)
			throws ModelException {
		return open(archive, loader, options, true);
	}

	/**
	 * Opens any model that can be run: as {@link #open}, but what goes in or comes out may also be values without a
	 * place, as with a model that tells whole images apart.
	 *
	 * @param archive is closed together with this, also if opening fails
	 * @param loader what loads the network
	 * @param options what the user says about the model
	 * @return a model that the caller closes
	 * @throws ModelException if the model cannot be loaded or not be run as it is described
	 */
	public static LoadedModel openAny(
			final ModelArchive archive, final NetworkLoader loader, final ModelOptions options) throws ModelException {
		return open(archive, loader, options, false);
	}

	private static LoadedModel open(
			final ModelArchive archive, final NetworkLoader loader, final ModelOptions options, final boolean images)
			throws ModelException {
		boolean opened = false;
		try {
			final Signature own = choose(archive, loader.signatures(archive.savedModel()), options);
			final Optional<Folding> folding = Folding.of(options.axes());
			final Signature signature = folding.isPresent() ? folding.get().unfold(own) : own;
			final ModelSpec spec = describe(archive, signature, options);
			if (spec.inputs().size() != 1 || signature.inputs().size() != 1)
				throw new ModelException(
						"Model '" + spec.name() + "' takes " + names(signature.inputs()) + "; expected one input");
			final TensorSpec wanted = chosenOutput(spec, options.output());
			requireSupported(spec.inputs().get(0), wanted);
			final Port input = Port.of(spec.inputs().get(0), signature.inputs().get(0), wanted);
			final Port output = Port.of(
					wanted, outputInfo(spec, wanted, signature), spec.inputs().get(0));
			if (images) requireImages(spec, input, output);
			final Network network = new AuditedLoader(loader, options).open(archive, own);
			final LoadedModel model = new LoadedModel(
					archive,
					folding.<Network>map(folded -> new FoldedNetwork(network, folded, signature))
							.orElse(network),
					spec,
					input,
					output,
					options.fast());
			opened = true;
			return model;
		} finally {
			if (!opened) archive.close();
		}
	}

	private static void requireImages(final ModelSpec spec, final Port input, final Port output) throws ModelException {
		for (final Port port : List.of(input, output))
			if (!port.layout().isImage())
				throw new ModelException("Tensor '" + port.spec().id() + "' with axes '"
						+ port.spec().letters() + "' is no image: expected x and y, perhaps b, c, z, t"
						+ (port == output && !spec.classes().isEmpty()
								? "; a model that tells which class a whole image is of is run by fovea classify"
								: port == output
										? "; a model that gives a code of the image is run by 'Latent Space (CAE)...' "
												+ "(fovea latent)"
										: ""));
		if (!input.layout().tiledAxes().equals(output.layout().tiledAxes()))
			throw new ModelException(
					"Model '" + spec.name() + "' turns axes '" + input.spec().letters() + "' into '"
							+ output.spec().letters() + "'; expected the same x, y, z, t");
	}

	private static Signature choose(
			final ModelArchive archive, final List<Signature> signatures, final ModelOptions options)
			throws ModelException {
		if (signatures.isEmpty())
			throw new ModelException(archive.location() + ": the SavedModel has no signature with tensors in and out");
		if (!options.signature().isEmpty())
			return signatures.stream()
					.filter(s -> s.name().equals(options.signature()))
					.findFirst()
					.orElseThrow(() -> new ModelException(
							"Model '" + archive.name() + "' has no signature '" + options.signature() + "', only "
									+ signatures.stream().map(Signature::name).collect(Collectors.joining(", "))));
		final Optional<String> described =
				archive.spec().map(s -> s.inputs().get(0).id());
		return signatures.stream()
				.filter(s -> described.isPresent()
						&& s.inputs().stream().anyMatch(i -> i.name().equals(described.get())))
				.findFirst()
				.orElse(signatures.get(0));
	}

	private static ModelSpec describe(final ModelArchive archive, final Signature signature, final ModelOptions options)
			throws ModelException {
		final boolean own =
				options.normalize().isEmpty() || options.normalize().equalsIgnoreCase(ModelOptions.AS_MODEL);
		if (archive.spec().isEmpty())
			return BareModel.describe(
					archive.name(),
					signature,
					options.output(),
					Folding.of(options.axes()).map(Folding::letters).orElse(options.axes()),
					own ? Optional.empty() : Optional.of(Normalization.ofLabel(options.normalize())));
		final ModelSpec spec = archive.spec().get();
		if (!options.axes().isEmpty()
				&& !options.axes().equals(spec.inputs().get(0).letters()))
			throw new ModelException("Model '" + spec.name() + "' describes its axes as '"
					+ spec.inputs().get(0).letters() + "', got axes=" + options.axes());
		return own
				? spec
				: spec.withPreprocessing(
						Normalization.ofLabel(options.normalize()).steps());
	}

	private static TensorSpec chosenOutput(final ModelSpec spec, final String name) throws ModelException {
		return name.isEmpty()
				? spec.outputs().get(0)
				: spec.outputs().stream()
						.filter(o -> o.id().equals(name))
						.findFirst()
						.orElseThrow(() -> new ModelException("Model '" + spec.name() + "' has no output '" + name
								+ "', only "
								+ spec.outputs().stream().map(TensorSpec::id).collect(Collectors.joining(", "))));
	}

	private static TensorInfo outputInfo(final ModelSpec spec, final TensorSpec output, final Signature signature)
			throws ModelException {
		for (final TensorInfo info : signature.outputs()) if (info.name().equals(output.id())) return info;
		final int position = spec.outputs().indexOf(output);
		if (position >= signature.outputs().size())
			throw new ModelException("Model '" + spec.name() + "' describes output '" + output.id()
					+ "', but its signature '" + signature.name() + "' gives " + names(signature.outputs()));
		return signature.outputs().get(position);
	}

	private static void requireSupported(final TensorSpec... tensors) throws ModelException {
		for (final TensorSpec tensor : tensors)
			for (final Processing step : tensor.processing())
				if (step instanceof Processing.Unsupported)
					throw new ModelException("Tensor '" + tensor.id() + "' wants the processing step '" + step.label()
							+ "', which Fovea does not know");
	}

	private static String names(final List<TensorInfo> tensors) {
		return tensors.stream().map(t -> "'" + t.name() + "' " + t.label()).collect(Collectors.joining(", "));
	}

	/**
	 * @param wanted what the model is to be used for
	 * @param warnings hears, in one line, where that may be wrong
	 * @return this
	 * @throws ModelException if the model is for something else, and is closed; the message has the command that fits
	 */
	public LoadedModel usedTo(final Purpose wanted, final Consumer<String> warnings) throws ModelException {
		return usedTo(
				wanted, spec.purpose().purpose().map(found -> found.way(wanted)).orElse(""), warnings);
	}

	/**
	 * As {@link #usedTo(Purpose, Consumer)}.
	 *
	 * @param wanted what the model is to be used for
	 * @param remedy what to do where it is for something else
	 * @param warnings hears, in one line, where that may be wrong
	 * @return this
	 * @throws ModelException if the model is for something else, and is closed
	 */
	public LoadedModel usedTo(final Purpose wanted, final String remedy, final Consumer<String> warnings)
			throws ModelException {
		boolean fits = false;
		try {
			spec.purpose().require(spec.name(), wanted, remedy).ifPresent(warnings);
			fits = true;
			return this;
		} finally {
			if (!fits) close();
		}
	}

	/** @return the description: the model's own, or one made up from the signature and the options */
	public ModelSpec spec() {
		return spec;
	}

	/**
	 * @return SHA-256 in hex over description and network, as {@link ModelArchive#sha256()}
	 * @throws ModelException if a file cannot be read
	 */
	public String sha256() throws ModelException {
		return archive.sha256();
	}

	/** @return the one input */
	public TensorSpec input() {
		return input.spec();
	}

	/** @return the output that was asked for */
	public TensorSpec output() {
		return output.spec();
	}

	/** @return the number of channels that it takes together; empty where that is left open */
	public OptionalInt channels() {
		return input.layout().channels();
	}

	/** @return this model run by another network of the same ports; only one of the two is to be closed */
	LoadedModel with(final Network other, final TileGeometry known) {
		final LoadedModel model = new LoadedModel(archive, other, spec, input, output, fast);
		model.geometries.put(input.layout().channels().orElse(1), known);
		return model;
	}

	/**
	 * @param image its name
	 * @param lengths of its axes that the model has
	 * @throws ModelException if the model takes one size only and cannot see an image in parts
	 */
	void requireSize(final String image, final long... lengths) throws ModelException {
		if (!(network instanceof FoldedNetwork folded)) return;
		final List<AxisType> axes = input.layout().tiledAxes();
		final long[] wanted = axes.stream()
				.mapToLong(axis ->
						input.info().shape().orElseThrow().get(input.spec().indexOf(axis)))
				.toArray();
		if (!Arrays.equals(wanted, lengths))
			throw new ModelException("Image '" + image + "' has " + by(lengths) + " pixels; model '" + spec.name()
					+ "' with axes " + folded.folding().axes() + " takes " + by(wanted) + " exactly");
	}

	private static String by(final long... lengths) {
		return Arrays.stream(lengths).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
	}

	/** @return folder that holds saved_model.pb */
	Path savedModel() {
		return archive.savedModel();
	}

	/** @return a .npy file of the model */
	NpyArray readTensor(final String source) throws ModelException {
		return Npy.read(archive.resolve(source));
	}

	public Network network() {
		return network;
	}

	public Port inputPort() {
		return input;
	}

	public Port outputPort() {
		return output;
	}

	/**
	 * @param channels number of channels the input is given
	 * @return what the description and, where it is silent, a measurement says; measured once and kept with the model
	 */
	public synchronized TileGeometry geometry(final int channels) throws InferenceException, ModelException {
		final TileGeometry known = geometries.get(channels);
		if (known != null) return known;
		final String key = archive.fingerprint() + "/" + network.signature().name() + "/"
				+ output.info().name() + "/" + input.spec().letters() + channels + "/"
				+ input.spec().axes() + (fast ? "/fast" : "");
		final GeometryCache cache = GeometryCache.ofUser();
		final Optional<TileGeometry> kept = cache.get(key);
		final TileGeometry geometry = kept.isPresent() ? kept.get() : measure(channels);
		if (kept.isEmpty()) cache.put(key, geometry);
		geometries.put(channels, geometry);
		return geometry;
	}

	private TileGeometry measure(final int channels) throws InferenceException, ModelException {
		final GeometryProbe probe = new GeometryProbe(network, input, output, channels);
		final List<AxisType> axes = input.layout().tiledAxes();
		final int[] stride = new int[axes.size()];
		final int[] halo = new int[axes.size()];
		boolean complete = true;
		for (int d = 0; d < axes.size(); d++) {
			final AxisSpec in = input.spec().axis(axes.get(d)).orElseThrow();
			final AxisSpec out = output.spec().axis(axes.get(d)).orElseThrow();
			final OptionalInt declared = out.halo();
			complete &= declared.isPresent() && in.size() instanceof AxisSize.Steps;
			if (!complete) continue;
			final double scale = out.size() instanceof AxisSize.Reference r ? r.factor() : 1;
			stride[d] = ((AxisSize.Steps) in.size()).step();
			halo[d] = (int) Math.ceil(declared.getAsInt() / scale);
		}
		return complete ? probe.complete(stride, halo) : probe.measure();
	}

	@Override
	@SuppressWarnings("try") // the files are closed, whatever the network does
	public void close() {
		try (ModelArchive files = archive) {
			network.close();
		}
	}
}
