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
package fovea.block;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.image.ChannelValues;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.io.Digests;
import fovea.model.AxisType;
import fovea.segment.PartialSegmenter;
import fovea.segment.SegmentOptions;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.Store;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Segments an image of any size, block by block, into an image of labels. What comes out is what
 * {@link fovea.segment.Segmenter} finds in the image as one piece, pixel by pixel, up to the numbers of objects.
 *
 * <p>It is done in passes ({@link Stage}), whose tasks know nothing of one another; what they leave is in files of a
 * folder. So any {@link StageRunner} may do them, on one machine or many; a run that was ended goes on where it was,
 * whatever ended it. What an earlier run left of other pixels, another model or other options is not taken.
 *
 * <pre>{@code
 * BlockSegmentation job = new BlockSegmentation(image, model, prediction, options, settings);
 * BlockSegmentation.Result result = job.run(store, new LocalRunner(2), ProgressListener.NONE);
 * }</pre>
 *
 * Image, model and store are the caller's, who closes them.
 */
public final class BlockSegmentation {

	/**
	 * Where and how.
	 *
	 * @param work folder of what is known in between, which everybody at work sees; made if it is not there
	 * @param edge of a block in pixels, a multiple of 4
	 * @param version of OME-Zarr that is written
	 * @param name of the image of labels
	 * @param rows what is said of each object
	 * @param parameters all that else decides the result, as text
	 */
	public record Settings(Path work, int edge, OmeVersion version, String name, ObjectRows rows, String parameters) {

		/** What blocks are, where nobody chose: as large as a shard may well be. */
		public static final int EDGE = 2048;

		/** Checks the edge. */
		public Settings {
			if (edge < 4 || edge % 4 != 0) throw new IllegalArgumentException("edge " + edge);
		}
	}

	private static final String VALUES = "values";
	private static final String RELIEFS = "reliefs";
	private static final String NUMBERS = "numbers";

	private final BlockContext context;
	private final Settings settings;

	/**
	 * @param image to be segmented
	 * @param model stays open
	 * @param prediction how to run it
	 * @param options how its output becomes objects
	 * @param settings where and how
	 * @throws FoveaException if the model cannot be run plane by plane
	 */
	public BlockSegmentation(
			final BlockImage image,
			final LoadedModel model,
			final PredictionOptions prediction,
			final SegmentOptions options,
			final Settings settings)
			throws FoveaException {
		if (model.inputPort().layout().tiledAxes().stream()
				.anyMatch(axis -> axis == AxisType.Z || axis == AxisType.TIME))
			throw new ModelException("Model '" + model.spec().name()
					+ "' sees slices or frames together: blocks are of one plane; segment the image as one piece");
		final String all = String.join(
				"\n",
				model.sha256(),
				settings.parameters(),
				image.place().place(),
				Arrays.toString(image.array().grid().shape()),
				String.valueOf(image.place().image()),
				String.valueOf(image.level()),
				String.valueOf(settings.edge()),
				settings.version().label());
		final byte[] key = Digests.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
		this.settings = settings;
		this.context = new BlockContext(
				image,
				new PartialSegmenter(model, prediction, options),
				prediction.scope(),
				new Workplace(settings.work()),
				key,
				settings.edge(),
				settings.rows());
	}

	/**
	 * What was found.
	 *
	 * @param objects how many
	 * @param scale that the network saw the image at
	 * @param warnings lines that the user should see
	 * @param table gives headings and then a line for each object
	 */
	public record Result(long objects, double scale, List<String> warnings, Table table) {}

	/** Gives the lines of a table, one after the other. */
	public interface Table {

		/** @param to takes each line's cells; the headings first */
		void forEach(Line to) throws FoveaException;
	}

	/** Takes a line of a table. */
	public interface Line {

		/** @param cells of it */
		void take(List<String> cells) throws FoveaException;
	}

	/**
	 * @param pass which stage
	 * @param store where the labels are; not asked before they are written
	 * @return it, for those who do its tasks elsewhere; all before it are done
	 * @throws FoveaException if what those have left cannot be read
	 */
	public Stage stage(final Pass pass, final Store store) throws FoveaException {
		final double scale = pass.scale();
		return switch (pass.kind()) {
			case COUNT -> new CountStage(context, scale, counted(scale));
			case DECIDE -> {
				final Known<List<List<ChannelValues>>> values = values(scale);
				yield new DecideStage(
						context,
						scale,
						values.digest,
						values.what,
						() -> new DecidedPixels(context, context.segmenter().firstScale()).background());
			}
			case RELIEF -> new ReliefStage(context, scale, values(scale).digest);
			case FIND -> {
				final Known<float[][]> highest = reliefs(scale);
				yield new FindStage(context, scale, highest.digest, highest.what);
			}
			case WIDTH ->
				new WidthStage(context, scale, reliefs(scale).digest, new DecidedPixels(context, scale).runs());
			case WRITE -> {
				final Known<long[]> numbers = numbers(scale);
				yield new WriteStage(context, scale, numbers.digest, numbers.what, labels(store, scale));
			}
			case PYRAMID -> {
				final double first = finalScale();
				yield new PyramidStage(context, (int) scale, numbers(first).digest, labels(store, first));
			}
		};
	}

	private double finalScale() throws FoveaException {
		try (Workplace.Result result = context.work().result(NUMBERS, 0)) {
			return result.in().readDouble();
		} catch (final IOException e) {
			throw new ImageException("Cannot read the numbers of objects: " + e.getMessage(), e);
		}
	}

	private LabelImage labels(final Store store, final double scale) throws FoveaException {
		return new LabelImage(
				store, context.image(), new DecidedPixels(context, scale).runs(), settings.edge(), settings.version());
	}

	/** @return digest that a count at this scale is of */
	private byte[] counted(final double scale) throws FoveaException {
		return scale == context.segmenter().firstScale()
				? context.key()
				: values(context.segmenter().firstScale()).digest;
	}

	/** What a pass has left, and the digest of all that it is of. */
	private record Known<T>(byte[] digest, T what) {}

	private interface Reading<T> {
		T read(DataInputStream in) throws IOException;
	}

	private <T> Known<T> known(final String what, final double scale, final Reading<T> reading) throws FoveaException {
		try (Workplace.Result result = context.work().result(what + "-" + scale, 0)) {
			return new Known<>(result.digest(), reading.read(result.in()));
		} catch (final IOException e) {
			throw new ImageException("Cannot read what is known of the image: " + e.getMessage(), e);
		}
	}

	private Known<List<List<ChannelValues>>> values(final double scale) throws FoveaException {
		return known(VALUES, scale, in -> {
			final List<List<ChannelValues>> all = new ArrayList<>();
			for (int planes = in.readInt(); planes > 0; planes--) {
				final List<ChannelValues> values = new ArrayList<>();
				for (int groups = in.readInt(); groups > 0; groups--) values.add(ChannelValues.read(in));
				all.add(values);
			}
			return all;
		});
	}

	private Known<float[][]> reliefs(final double scale) throws FoveaException {
		return known(RELIEFS, scale, in -> {
			final float[][] all = new float[in.readInt()][in.readInt()];
			for (final float[] plane : all) for (int run = 0; run < plane.length; run++) plane[run] = in.readFloat();
			return all;
		});
	}

	private Known<long[]> numbers(final double scale) throws FoveaException {
		try (Workplace.Result result = context.work().result(NUMBERS, 0)) {
			result.in().readDouble();
			final long[] before = new long[result.in().readInt()];
			for (int i = 0; i < before.length; i++) before[i] = result.in().readLong();
			return new Known<>(result.digest(), before);
		} catch (final IOException e) {
			throw new ImageException("Cannot read the numbers of objects: " + e.getMessage(), e);
		}
	}

	/**
	 * @param store takes the labels; nothing else may be in it
	 * @param runner does the work
	 * @param listener hears of progress and warnings, may cancel
	 * @return what was found; the labels are there. The folder of what is known in between is the caller's to remove,
	 *     once the table was read
	 * @throws FoveaException if a task failed, or on cancel: what is done is kept for the next run
	 */
	public Result run(final Store store, final StageRunner runner, final ProgressListener listener)
			throws FoveaException {
		double scale = context.segmenter().firstScale();
		FindStage found = look(scale, store, runner, listener);
		FindStage.Numbers numbers = found.numbers();
		while (true) {
			final double at = scale;
			final FindStage objects = found;
			final OptionalDouble next = context.segmenter()
					.scaleAfter(context.image().image(), at, numbers.sizes(), () -> {
						final Pass pass = new Pass(Pass.Kind.WIDTH, at);
						final WidthStage stage = (WidthStage) stage(pass, store);
						runner.run(pass, stage, listener);
						return stage.sum();
					});
			if (next.isEmpty()) break;
			scale = next.getAsDouble();
			found = look(scale, store, runner, listener);
			numbers = found.numbers();
		}
		final List<String> warnings = new DecidedPixels(context, scale).warnings();
		write(scale, found, numbers, store, runner, listener);
		final FindStage last = found;
		final FindStage.Numbers counts = numbers;
		final double end = scale;
		return new Result(counts.total(), scale, warnings, line -> table(end, last, line));
	}

	private FindStage look(
			final double scale, final Store store, final StageRunner runner, final ProgressListener listener)
			throws FoveaException {
		final Pass count = new Pass(Pass.Kind.COUNT, scale);
		final CountStage counting = (CountStage) stage(count, store);
		runner.run(count, counting, listener);
		final CountStage.Counted counted = counting.sum();
		context.work().write(VALUES + "-" + scale, 0, counted.input(), out -> {
			out.writeInt(counted.values().size());
			for (final List<ChannelValues> plane : counted.values()) {
				out.writeInt(plane.size());
				for (final ChannelValues values : plane) values.write(out);
			}
		});
		final Pass decide = new Pass(Pass.Kind.DECIDE, scale);
		runner.run(decide, stage(decide, store), listener);

		final Pass relief = new Pass(Pass.Kind.RELIEF, scale);
		final ReliefStage reliefs = (ReliefStage) stage(relief, store);
		final DecidedPixels pixels = new DecidedPixels(context, scale);
		final boolean split = context.segmenter().isSplit(pixels.sample());
		if (split) runner.run(relief, reliefs, listener);
		final float[][] highest =
				split ? reliefs.highest() : new float[context.blocks().planes()][pixels.runs()];
		context.work().write(RELIEFS + "-" + scale, 0, counted.input(), out -> {
			out.writeInt(highest.length);
			out.writeInt(highest[0].length);
			for (final float[] plane : highest) for (final float each : plane) out.writeFloat(each);
		});
		final Pass find = new Pass(Pass.Kind.FIND, scale);
		final FindStage finding = (FindStage) stage(find, store);
		runner.run(find, finding, listener);
		return finding;
	}

	private void write(
			final double scale,
			final FindStage found,
			final FindStage.Numbers numbers,
			final Store store,
			final StageRunner runner,
			final ProgressListener listener)
			throws FoveaException {
		if (numbers.total() > 0xFFFFFFFFL)
			throw new ImageException("Found " + numbers.total() + " objects: labels have at most 4294967295");
		final byte[] digest = reliefs(scale).digest;
		context.work().write(NUMBERS, 0, digest, out -> {
			out.writeDouble(scale);
			out.writeInt(numbers.before().length);
			for (final long before : numbers.before()) out.writeLong(before);
		});
		final LabelImage labels = labels(store, scale);
		labels.createArrays();
		final Pass write = new Pass(Pass.Kind.WRITE, scale);
		runner.run(write, stage(write, store), listener);
		for (int level = 1; level < labels.levels(); level++) {
			final Pass pyramid = new Pass(Pass.Kind.PYRAMID, level);
			runner.run(pyramid, stage(pyramid, store), listener);
		}
		labels.finish(settings.name());
	}

	private void table(final double scale, final FindStage found, final Line line) throws FoveaException {
		final String name = BlockContext.name(Pass.Kind.FIND, scale);
		long label = 0;
		for (int task = 0; task < found.tasks(); task++)
			for (int run = 0; run < found.runs(); run++) {
				final List<List<String>> rows =
						FoundBlock.read(context.work(), name, task, run, 2).rows();
				if (task == 0 && run == 0) line.take(rows.get(0));
				for (int n = 1; n < rows.size(); n++) {
					final List<String> cells = new ArrayList<>(rows.get(n));
					cells.set(
							ObjectRows.LABEL,
							cells.get(ObjectRows.LABEL).replaceFirst("\\d*$", String.valueOf(++label)));
					line.take(cells);
				}
			}
	}
}
