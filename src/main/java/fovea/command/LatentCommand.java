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
package fovea.command;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.chart.ScatterPlot;
import fovea.ij1.EncodingResults;
import fovea.ij1.Host;
import fovea.ij1.HostProgress;
import fovea.ij1.RasterStacks;
import fovea.ij1.SettlesInputs;
import fovea.ij1.files.EncodingFile;
import fovea.ij1.open.ItemHost;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.job.ItemSources;
import fovea.latent.Autoencoder;
import fovea.latent.Encoding;
import fovea.latent.EncodingReport;
import fovea.latent.EncodingRun;
import fovea.latent.Encodings;
import fovea.latent.Interpolation;
import fovea.latent.ItemSource;
import fovea.latent.LatentProjection;
import fovea.latent.LatentSpace;
import fovea.model.library.ModelLibrary;
import fovea.task.LatentOptions;
import fovea.task.LatentTask;
import fovea.task.Values;
import fovea.ui.latent.LatentExplorer;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** A command for an autoencoder's latent space. */
abstract class LatentCommand extends NetworkCommand implements SettlesInputs {

	private static final int WIDTH = 800;
	private static final int HEIGHT = 700;

	@Parameter(label = "Image", required = false)
	private ImagePlus image;

	@Parameter(label = "Stack or plot", type = ItemIO.OUTPUT)
	private ImagePlus result;

	private Runnable settled = () -> {};

	@Override
	public final void whenSettled(final Runnable listener) {
		settled = listener;
	}

	/** @return what was said, with what was meant where nobody said it */
	Values meant(final Values said) throws FoveaException {
		return said;
	}

	/**
	 * @return what it does
	 * @throws FoveaException if what was said means nothing
	 */
	abstract LatentTask task() throws FoveaException;

	@Override
	List<String> proposals(final String input) {
		return input.equals(LatentOptions.MODEL.key())
				? FittingModels.names(new ModelLibrary(), Optional.empty())
				: super.proposals(input);
	}

	@Override
	Optional<UnaryOperator<String>> note(final String input) {
		return input.equals(LatentOptions.MODEL.key()) ? Optional.of(FittingModels::line) : super.note(input);
	}

	@Override
	void check() {
		// Without one, there may be a folder or a table.
		if (image == null && Host.isNoImageOpen()) resolveInput("image");
	}

	@Override
	final void work() throws FoveaException {
		final LatentTask task = task();
		if (task == LatentTask.EXPLORE && !LatentExplorer.isPossible())
			throw new FoveaException(
					"action=explore: expected a window, there is no display; without one there are encode, decode, "
							+ "interpolate and plot");
		final Values said = meant(values(task.options()));
		final LatentInputs inputs = new LatentInputs(said, image, this::warn);
		if (task == LatentTask.PLOT) {
			settled.run();
			plot(inputs);
			return;
		}
		final HostProgress progress = new HostProgress(name(), this::isCanceled);
		try {
			if (task == LatentTask.EXPLORE) explore(inputs, progress);
			else run(task, inputs, progress);
		} finally {
			progress.end();
		}
	}

	/** The window has the autoencoder from then on. */
	private void explore(final LatentInputs inputs, final ProgressListener progress) throws FoveaException {
		final Autoencoder autoencoder = inputs.open(loader());
		boolean shown = false;
		try {
			final ItemSource source = source(inputs, autoencoder);
			final Encodings encodings = new EncodingRun(autoencoder).encode(source, progress);
			final ItemHost host =
					ItemHost.of(inputs.areOpen() ? Optional.of(image) : Optional.empty(), source, encodings);
			LatentExplorer.open(new LatentSpace(autoencoder, source, encodings, projection(encodings)), host);
			shown = true;
		} finally {
			if (!shown) autoencoder.close();
		}
	}

	/** What is chosen by what there is, is recorded, so that a macro does the same again. */
	private ItemSource source(final LatentInputs inputs, final Autoencoder autoencoder) throws FoveaException {
		setInput(LatentOptions.ITEMS.key(), LatentOptions.ITEMS.text(inputs.kind(autoencoder)));
		settled.run();
		return inputs.source(autoencoder);
	}

	private void run(final LatentTask task, final LatentInputs inputs, final ProgressListener progress)
			throws FoveaException {
		try (Autoencoder autoencoder = inputs.open(loader())) {
			switch (task) {
				case DECODE -> {
					settled.run();
					decode(autoencoder, inputs.points(), progress);
				}
				case INTERPOLATE -> interpolate(autoencoder, inputs, progress);
				default -> encode(autoencoder, inputs, progress);
			}
		}
		tellDevice();
	}

	private void encode(final Autoencoder autoencoder, final LatentInputs inputs, final ProgressListener progress)
			throws FoveaException {
		final Encodings encodings = new EncodingRun(autoencoder).encode(source(inputs, autoencoder), progress);
		if (inputs.out().isPresent()) new EncodingFile(inputs.out().get()).write(encodings);
		EncodingResults.show(encodings);
		report(encodings, inputs);
	}

	private void decode(final Autoencoder autoencoder, final Encodings points, final ProgressListener progress)
			throws FoveaException {
		final List<Raster> images = new ArrayList<>();
		for (final Encoding point : points.all()) {
			if (progress.isCancelled()) throw new CancelledException();
			images.add(autoencoder.decode(point.z()));
			progress.tile(images.size(), points.size());
		}
		show(RasterStacks.of(
				"decoded", images, points.all().stream().map(Encoding::id).toList()));
	}

	private void interpolate(final Autoencoder autoencoder, final LatentInputs inputs, final ProgressListener progress)
			throws FoveaException {
		final ItemSource source = source(inputs, autoencoder);
		final int steps = inputs.said().get(LatentOptions.STEPS);
		final List<Raster> images = new Interpolation(autoencoder)
				.between(
						ItemSources.one(source, inputs.said().get(LatentOptions.FROM)),
						ItemSources.one(source, inputs.said().get(LatentOptions.TO)),
						steps,
						progress);
		show(RasterStacks.of(
				"interpolated",
				images,
				IntStream.rangeClosed(1, steps).mapToObj(String::valueOf).toList()));
	}

	private void plot(final LatentInputs inputs) throws FoveaException {
		final Encodings points = inputs.points();
		final LatentProjection projection = projection(points);
		final int most = projection.components();
		final int x = inputs.said().get(LatentOptions.X);
		final int y = inputs.said().get(LatentOptions.Y);
		final int upwards = most == 1 && y == 2 ? 1 : y; // points of one dimension are on a line
		if (x > most || upwards > most)
			throw new FoveaException("x, y: expected axes from 1 to " + most + ", got " + x + " and " + y);
		final ScatterPlot plot = new ScatterPlot(points, projection, x - 1, upwards - 1);
		if (inputs.out().isPresent()) plot.save(inputs.out().get(), WIDTH, HEIGHT);
		report(points, inputs);
		show(EncodingResults.picture(plot, "latent space", WIDTH, HEIGHT));
	}

	private static void report(final Encodings points, final LatentInputs inputs) {
		EncodingReport.lines(points, inputs.said().get(LatentOptions.NEIGHBORS), 0)
				.forEach(Host::log);
	}

	private static LatentProjection projection(final Encodings points) throws FoveaException {
		try {
			return LatentProjection.of(points.points());
		} catch (final IllegalArgumentException e) {
			throw new FoveaException(e.getMessage(), e);
		}
	}

	private void show(final ImagePlus made) {
		Host.show(made, caller());
		result = made;
	}
}
