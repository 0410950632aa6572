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

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.FittedRange;
import fovea.infer.IntegerInput;
import fovea.infer.ModelOptions;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.NetworkLoader;
import fovea.model.AxisType;
import fovea.model.Processing;
import fovea.model.library.ModelArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An encoder that makes a few numbers of an image, and a decoder that makes an image of them. Images go through one by
 * one, so that what comes out does not depend on what goes with them, and every way to the same point gives the same
 * pixels.
 *
 * <p>Thread-safe. Whoever opened it closes it, which frees native memory and temporary files.
 */
public final class Autoencoder implements AutoCloseable {

	private final String name;
	private final List<ModelArchive> archives;
	private final Encoder encoder;
	private final Optional<Decoder> decoder;
	private final Optional<Decoder> whole;
	private final LatentMap latent;
	private final Pooling pooling;
	private volatile Fit lastFit;

	/**
	 * What was fitted last: the slices of a stack share it.
	 *
	 * @param on the image it was fitted on
	 */
	private record Fit(Image on, FittedRange range) {}

	/**
	 * @param archives closed together with this
	 * @param decoder takes the latent
	 * @param whole takes images, where there is no decoder: for the error of the reconstruction
	 */
	Autoencoder(
			final String name,
			final List<ModelArchive> archives,
			final Encoder encoder,
			final Optional<Decoder> decoder,
			final Optional<Decoder> whole,
			final LatentMap latent,
			final Pooling pooling) {
		this.name = name;
		this.archives = List.copyOf(archives);
		this.encoder = encoder;
		this.decoder = decoder;
		this.whole = whole;
		this.latent = latent;
		this.pooling = pooling;
	}

	/**
	 * Opens a model that has a signature for its encoder ("encode" or "encoder") and perhaps one for its decoder
	 * ("decode" or "decoder"), as those that are trained here.
	 *
	 * @param archive is closed together with this, also if opening fails
	 * @param loader what loads networks
	 * @param options as for any model; its signature are the names of encoder and decoder, such as "embed,generate",
	 *     where they have others; its output is that of the encoder
	 * @param pooling how a spatial latent becomes a vector
	 * @return an autoencoder that the caller closes
	 * @throws ModelException if it has no encoder, or cannot be loaded or not be run as it is described
	 */
	public static Autoencoder open(
			final ModelArchive archive, final NetworkLoader loader, final ModelOptions options, final Pooling pooling)
			throws ModelException {
		return new AutoencoderOpening(loader, options, pooling).open(archive);
	}

	/**
	 * Opens two models, the first one's output being the second one's input.
	 *
	 * @param encoder image in, latent out; closed together with this, also if opening fails
	 * @param decoder latent in, image out; the same
	 * @param loader what loads networks
	 * @param options as for any model; its signature are the names of those of encoder and decoder, if they are not the
	 *     first ones
	 * @param pooling how a spatial latent becomes a vector
	 * @return an autoencoder that the caller closes
	 * @throws ModelException if one cannot be loaded, or they do not fit to each other
	 */
	public static Autoencoder open(
			final ModelArchive encoder,
			final ModelArchive decoder,
			final NetworkLoader loader,
			final ModelOptions options,
			final Pooling pooling)
			throws ModelException {
		return new AutoencoderOpening(loader, options, pooling).open(encoder, decoder);
	}

	/** @return name of the model, for people */
	public String name() {
		return name;
	}

	/** @return columns that images must have; empty: free, within what the network's strides allow */
	public OptionalInt width() {
		return length(AxisType.X);
	}

	/** @return rows that images must have; empty: free, within what the network's strides allow */
	public OptionalInt height() {
		return length(AxisType.Y);
	}

	private OptionalInt length(final AxisType axis) {
		final int length = encoder.length(axis);
		return length > 0 ? OptionalInt.of(length) : OptionalInt.empty();
	}

	/** @return channels that images must have; empty: free */
	public OptionalInt channels() {
		return encoder.layout().channels();
	}

	/**
	 * @return whether {@link #decode(float[])} can be asked: there is a decoder, and its latent is not lost in a mean
	 */
	public boolean canDecode() {
		return decoder.isPresent() && !isPooled();
	}

	private boolean isPooled() {
		return pooling == Pooling.MEAN && !latent.isVector();
	}

	/**
	 * @param item of the size and channels that the network takes
	 * @return where it lies in the latent space, and how far its reconstruction is from it
	 * @throws FoveaException if it does not fit, has a pixel that is no number, or the run failed
	 */
	public Encoding encode(final Item item) throws FoveaException {
		final Coded coded = code(item);
		final Optional<Decoder.Planar> output = output(coded);
		final double error = output.isEmpty()
				? Double.NaN
				: meanSquare(
						coded.gray(),
						output.get().after(coded.range().after()).values(),
						item.image().size(Image.C));
		final double loss = output.isEmpty() || coded.range().own()
				? Double.NaN
				: meanSquare(
						coded.normalized(), output.get().values(), item.image().size(Image.C));
		return new Encoding(item.id(), item.label(), latent.vector(coded.latent(), pooling), error, loss, item.place());
	}

	/**
	 * @param item as for {@link #encode}
	 * @return what becomes of it, in its own gray values where the normalization can be inverted, else in the
	 *     network's; never pooled on the way
	 * @throws FoveaException if it does not fit, there is nothing to reconstruct with, or the run failed
	 */
	public Raster reconstruct(final Item item) throws FoveaException {
		final Coded coded = code(item);
		return output(coded)
				.orElseThrow(this::noDecoder)
				.after(coded.range().after())
				.raster();
	}

	/**
	 * @param z a point of the latent space, not changed
	 * @return the image there; in gray values where the normalization is the same for all images (as div255), else in
	 *     the network's own values, about 0 to 1 for percentiles
	 * @throws FoveaException if nothing can be decoded, the point has too few or too many values or one that is no
	 *     number, or the run failed
	 */
	public Raster decode(final float[] z) throws FoveaException {
		if (decoder.isEmpty()) throw noDecoder();
		if (isPooled())
			throw new ModelException("Model '" + name + "': the means of a latent map "
					+ latent.info().label() + " cannot be decoded; encode with pooling=flatten");
		for (final float value : z)
			if (!Float.isFinite(value))
				throw new ImageException("Expected a point of numbers, got one with a value that is " + value);
		return decode(latent.tensor(z)).after(sameForAll().after()).raster();
	}

	/** @return what brings values back where no image is needed to know how, else the described postprocessing alone */
	private FittedRange sameForAll() throws ModelException {
		final List<Processing> before = encoder.input().processing();
		final boolean statistical = before.stream().anyMatch(step -> step instanceof Processing.Statistical);
		return FittedRange.fit(
				statistical ? List.of() : before, decoder.orElseThrow().postprocessing(), List.of(), true);
	}

	/** @return the decoded latent, in the network's own values */
	Decoder.Planar decode(final FloatTensor tensor) throws FoveaException {
		return decoder.orElseThrow(this::noDecoder).run(tensor);
	}

	private ModelException noDecoder() {
		return new ModelException(
				"Model '" + name + "' has no decoder: expected a signature 'decode', or a second model");
	}

	/**
	 * An item in front of the decoder.
	 *
	 * @param gray its values, planar
	 * @param normalized the same for the network
	 * @param range what became of them, and how they come back
	 * @param input the same as a tensor
	 * @param latent what the encoder made of it
	 */
	record Coded(float[] gray, float[] normalized, FittedRange range, FloatTensor input, FloatTensor latent) {}

	Coded code(final Item item) throws FoveaException {
		encoder.require(item);
		final FittedRange range = range(item);
		final float[] gray = Encoder.read(item);
		final float[] normalized = Encoder.normalized(gray, item.image(), range.before());
		final FloatTensor input = encoder.tensor(item.image(), normalized);
		return new Coded(gray, normalized, range, input, encoder.run(input));
	}

	private Optional<Decoder.Planar> output(final Coded coded) throws FoveaException {
		if (decoder.isPresent()) return Optional.of(decoder.get().run(coded.latent()));
		return whole.isPresent() ? Optional.of(whole.get().run(coded.input())) : Optional.empty();
	}

	private FittedRange range(final Item item) throws ModelException {
		final Fit last = lastFit;
		if (last != null && last.on() == item.statistics()) return last.range();
		final List<RandomAccessibleInterval<? extends RealType<?>>> channels = new ArrayList<>();
		for (int c = 0; c < item.statistics().size(Image.C); c++)
			channels.add(Views.hyperSlice(item.statistics().pixels(), Image.C, c));
		final FittedRange range = FittedRange.fit(
				encoder.input().processing(),
				decoder.or(() -> whole).map(Decoder::postprocessing).orElse(List.of()),
				channels,
				true);
		new IntegerInput(name, encoder.from().type(), encoder.input().processing())
				.require(item.statistics().name(), channels, range.before());
		lastFit = new Fit(item.statistics(), range);
		return range;
	}

	/** @return mean over the channels of their means, as an image's errors are told; NaN where the sizes differ */
	private static double meanSquare(final float[] expected, final float[] actual, final int channels) {
		if (expected.length != actual.length) return Double.NaN;
		final int area = expected.length / channels;
		double means = 0;
		for (int c = 0; c < channels; c++) {
			double sum = 0;
			for (int i = c * area; i < (c + 1) * area; i++) {
				final double error = (double) expected[i] - actual[i];
				sum += error * error;
			}
			means += sum / area;
		}
		return means / channels;
	}

	@Override
	public void close() {
		try {
			encoder.network().close();
		} finally {
			decoder.or(() -> whole).ifPresent(other -> other.network().close());
			archives.forEach(ModelArchive::close);
		}
	}
}
