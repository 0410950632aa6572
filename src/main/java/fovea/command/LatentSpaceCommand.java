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
import fovea.base.ModelException;
import fovea.chart.ScatterPlot;
import fovea.ij1.EncodingResults;
import fovea.ij1.Host;
import fovea.ij1.HostProgress;
import fovea.ij1.RasterStacks;
import fovea.ij1.files.EncodingFile;
import fovea.ij1.open.ItemHost;
import fovea.ij1.open.OpenItems;
import fovea.image.Raster;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.job.ItemSources;
import fovea.job.ItemSources.ItemKind;
import fovea.latent.Autoencoder;
import fovea.latent.Encoding;
import fovea.latent.EncodingReport;
import fovea.latent.EncodingRun;
import fovea.latent.EncodingTable;
import fovea.latent.Encodings;
import fovea.latent.Interpolation;
import fovea.latent.Item;
import fovea.latent.ItemSource;
import fovea.latent.LatentProjection;
import fovea.latent.LatentSpace;
import fovea.latent.Pooling;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.task.Option;
import fovea.task.Running;
import fovea.ui.latent.LatentExplorer;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; CAE Latent Space...: images as points, points as images, and what lies between two. */
@Plugin(
		type = Command.class,
		menuPath = "Plugins>Fovea>CAE Latent Space...",
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Encodes slices, ROIs or patches with an autoencoder, decodes points, interpolates, plots")
public final class LatentSpaceCommand extends NetworkCommand {

	/** The model inside whose name the window shows before anybody has chosen. */
	private static final String OFFERED = "nuclei-cae";

	private static final String EXPLORE = "explore";
	private static final String ENCODE = "encode";
	private static final String DECODE = "decode";
	private static final String INTERPOLATE = "interpolate";
	private static final String PLOT = "plot";
	private static final int WIDTH = 800;
	private static final int HEIGHT = 700;

	private static final List<Option<?>> RUNNING = List.of(
			Running.NORMALIZE, Running.CHANNELS, Running.SCOPE, Running.SIGNATURE, Running.AXES, Running.TRUST_MODEL);

	@Parameter(label = "Image", required = false)
	private ImagePlus image;

	@Parameter(
			label = "Action",
			choices = {EXPLORE, ENCODE, DECODE, INTERPOLATE, PLOT},
			persist = false,
			description = "explore: a window of points to walk through; encode: images to the Results table; "
					+ "decode: a table to a stack; interpolate: a stack between two images; "
					+ "plot: a table to a picture")
	private String action = isWatched() ? EXPLORE : ENCODE;

	@Parameter(
			label = "Model",
			style = "file",
			persist = false,
			description = "Name or path of a model with signatures encode and decode; or of the encoder")
	private String model = OFFERED;

	@Parameter(
			label = "Decoder (if a model of its own)",
			style = "file",
			required = false,
			persist = false,
			description = "Name or path of the decoder, where it is a model of its own")
	private String decoder = "";

	@Parameter(
			label = "Images (folder; empty: the active image)",
			style = "directory",
			required = false,
			persist = false,
			description =
					"A folder of images, or of folders whose names are labels, or a file; empty: the active image")
	private String data = "";

	@Parameter(
			label = "Items",
			choices = {"slices", "rois", "grid"},
			persist = false,
			description =
					"What is encoded as one: every slice, every ROI (overlay, else ROI Manager), or patches in rows "
							+ "and columns")
	private String items = "slices";

	@Parameter(
			label = "Latent maps",
			choices = {"mean", "flatten"},
			persist = false,
			description = "How a latent map becomes a vector; mean cannot be decoded")
	private String pooling = "mean";

	@Parameter(
			label = "Table (file; empty: Results)",
			style = "file",
			required = false,
			persist = false,
			description = "To decode or plot: a table (.csv) or an array (.npy); empty: the Results table")
	private String table = "";

	@Parameter(
			label = "From (number or id)",
			required = false,
			persist = false,
			description = "To interpolate: the first item")
	private String from = "1";

	@Parameter(
			label = "To (number or id)",
			required = false,
			persist = false,
			description = "To interpolate: the last item")
	private String to = "2";

	@Parameter(
			label = "Steps",
			min = "2",
			persist = false,
			description = "To interpolate: how many images, both ends included")
	private int steps = Interpolation.STEPS;

	@Parameter(label = "Plot from left to right", min = "1", persist = false, description = "Which axis, from 1 on")
	private int x = 1;

	@Parameter(label = "Plot upwards", min = "1", persist = false, description = "Which axis, from 1 on")
	private int y = 2;

	@Parameter(
			label = "Output file (empty: none)",
			required = false,
			persist = false,
			description = "To encode: .csv or .npy; to plot: .png or .svg")
	private String out = "";

	@Parameter(
			label = "Labels (file)",
			style = "file",
			required = false,
			persist = false,
			description = "An idx file of labels for an idx file; for ROIs the ROI Manager's files; empty: none")
	private String labels = "";

	@Parameter(
			label = "Labels to keep",
			required = false,
			persist = false,
			description = "Of an idx file, such as 1,5,6; empty: all")
	private String only = "";

	@Parameter(
			label = "Size (pixels, 0: the model's)",
			min = "0",
			persist = false,
			description = "Of ROIs and patches, where the model takes any size")
	private int size;

	@Parameter(
			label = "Grid step (pixels, 0: the size)",
			min = "0",
			persist = false,
			description = "From one patch to the next")
	private int step;

	@Parameter(
			label = "Margin around ROIs",
			min = "0",
			max = "2",
			stepSize = "0.1",
			persist = false,
			description = "As a part of the longer side of the ROI's bounding box")
	private double margin = 0.2;

	@Parameter(
			label = "Neighbors",
			min = "1",
			persist = false,
			description = "How many are asked for the label of a point")
	private int neighbours = 5;

	@Parameter(label = "Stack or plot", type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	List<Option<?>> ownOptions() {
		return RUNNING;
	}

	@Override
	void check() {
		// Without one, there may be a folder or a table.
		if (image == null && Host.isNoImageOpen()) resolveInput("image");
	}

	@Override
	void work() throws FoveaException {
		if (PLOT.equals(action)) {
			plot(points());
			return;
		}
		if (EXPLORE.equals(action) && !LatentExplorer.isPossible())
			throw new FoveaException(
					"action=explore: expected a window, there is no display; without one there are encode, decode, "
							+ "interpolate and plot");
		final HostProgress progress = new HostProgress(name(), this::isCanceled);
		if (EXPLORE.equals(action)) {
			explore(progress);
			return;
		}
		try (Autoencoder autoencoder = open()) {
			switch (action) {
				case DECODE -> decode(autoencoder, points(), progress);
				case INTERPOLATE -> interpolate(autoencoder, progress);
				default -> encode(autoencoder, progress);
			}
		} finally {
			progress.end();
		}
		tellDevice();
	}

	private Autoencoder open() throws FoveaException {
		final ModelOptions options = Running.hints(values(RUNNING));
		if (options.trusted()) warn(ModelOptions.TRUSTED);
		final Pooling chosen = Pooling.valueOf(pooling.toUpperCase(Locale.ROOT));
		final ModelArchive first = new ModelLibrary().openOffered(text(model), OFFERED, this::warn);
		if (text(decoder).isEmpty()) return Autoencoder.open(first, loader(), options, chosen);
		return Autoencoder.open(first, second(first), loader(), options, chosen);
	}

	private ModelArchive second(final ModelArchive first) throws ModelException {
		boolean opened = false;
		try {
			final ModelArchive second = new ModelLibrary().open(text(decoder), this::warn);
			opened = true;
			return second;
		} finally {
			if (!opened) first.close();
		}
	}

	/** The window has the autoencoder from then on. */
	private void explore(final HostProgress progress) throws FoveaException {
		final Autoencoder autoencoder = open();
		boolean shown = false;
		try {
			final ItemSource source = source(autoencoder);
			final Encodings encodings = new EncodingRun(autoencoder).encode(source, progress);
			final ItemHost host =
					ItemHost.of(text(data).isEmpty() ? Optional.of(image) : Optional.empty(), source, encodings);
			LatentExplorer.open(new LatentSpace(autoencoder, source, encodings, projection(encodings)), host);
			shown = true;
		} finally {
			if (!shown) autoencoder.close();
			progress.end();
		}
	}

	private void encode(final Autoencoder autoencoder, final ProgressListener progress) throws FoveaException {
		final Encodings encodings = new EncodingRun(autoencoder).encode(source(autoencoder), progress);
		if (!text(out).isEmpty()) new EncodingFile(InputChecks.path("out", text(out))).write(encodings);
		EncodingResults.show(encodings);
		EncodingReport.lines(encodings, neighbours, 0).forEach(Host::log);
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

	private void interpolate(final Autoencoder autoencoder, final ProgressListener progress) throws FoveaException {
		final ItemSource source = source(autoencoder);
		final Item first = ItemSources.one(source, text(from));
		final Item last = ItemSources.one(source, text(to));
		show(RasterStacks.of(
				"interpolated",
				new Interpolation(autoencoder).between(first, last, steps, progress),
				IntStream.rangeClosed(1, steps).mapToObj(String::valueOf).toList()));
	}

	private void plot(final Encodings points) throws FoveaException {
		final LatentProjection projection = projection(points);
		final int most = projection.components();
		final int upwards = most == 1 && y == 2 ? 1 : y; // points of one dimension are on a line
		if (x > most || upwards > most)
			throw new FoveaException("x, y: expected axes from 1 to " + most + ", got " + x + " and " + y);
		final ScatterPlot plot = new ScatterPlot(points, projection, x - 1, upwards - 1);
		if (!text(out).isEmpty()) plot.save(InputChecks.path("out", text(out)), WIDTH, HEIGHT);
		EncodingReport.lines(points, neighbours, 0).forEach(Host::log);
		show(EncodingResults.picture(plot, "latent space", WIDTH, HEIGHT));
	}

	private static LatentProjection projection(final Encodings points) throws FoveaException {
		try {
			return LatentProjection.of(points.points());
		} catch (final IllegalArgumentException e) {
			throw new FoveaException(e.getMessage(), e);
		}
	}

	/** @return whether a person looks at it: macros name what they want, or get a table */
	private static boolean isWatched() {
		return LatentExplorer.isPossible() && !Host.isMacro();
	}

	private void show(final ImagePlus made) {
		Host.show(made, caller());
		result = made;
	}

	private Encodings points() throws FoveaException {
		return text(table).isEmpty()
				? EncodingResults.read()
				: EncodingTable.read(InputChecks.path("table", text(table)));
	}

	/** @return what is to be encoded: of a path, else of the active image */
	private ItemSource source(final Autoencoder autoencoder) throws FoveaException {
		final PredictionOptions running = Running.prediction(values(RUNNING));
		final ItemSources options = new ItemSources(
				ItemKind.valueOf(items.toUpperCase(Locale.ROOT)),
				above0(size),
				above0(step),
				margin,
				running.channels().numbers(),
				running.scope());
		if (!text(data).isEmpty())
			return options.open(InputChecks.path("data", text(data)), path("labels", labels), kept(), autoencoder);
		// Without a window and without an image, the host passes an empty one.
		if (image == null || image.getWidth() == 0) throw noImage();
		return switch (options.kind()) {
			case SLICES -> OpenItems.planes(image, options.cutter(autoencoder));
			case ROIS ->
				OpenItems.rois(
						image,
						options.cutter(autoencoder),
						options.width(autoencoder),
						options.height(autoencoder),
						margin);
			case GRID -> options.grid(OpenItems.planes(image, options.cutter(autoencoder)), autoencoder);
		};
	}

	private Set<Integer> kept() throws FoveaException {
		final Set<Integer> kept = new HashSet<>();
		if (text(only).isEmpty()) return kept;
		for (final String part : text(only).split(",", -1)) {
			if (!part.strip().matches("[0-9]{1,3}"))
				throw new FoveaException("only: expected labels such as 1,5,6; got '" + only + "'");
			kept.add(Integer.valueOf(part.strip()));
		}
		return kept;
	}

	private static Optional<Path> path(final String name, final String text) throws FoveaException {
		return text(text).isEmpty() ? Optional.empty() : Optional.of(InputChecks.path(name, text(text)));
	}

	private static OptionalInt above0(final int pixels) {
		return pixels > 0 ? OptionalInt.of(pixels) : OptionalInt.empty();
	}

	private static String text(final String value) {
		return value == null ? "" : value.strip();
	}
}
