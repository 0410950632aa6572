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
package fovea.teach;

import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.io.Npy;
import fovea.job.TaughtModel;
import fovea.model.ClassSpec;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.tf.TensorFlowNetworkFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;

/**
 * How well a network finds nuclei after some strokes: images with labels, strokes by a script, the overlap of what is
 * found and what is there. Writes the strokes as label images (0: none, 1: background, 2: object), so that other
 * methods can learn from the same.
 *
 * <p>System properties, all with a default: {@code fovea.teach.data} (a folder with images, labels and, in it or beside
 * it, index.csv), {@code fovea.teach.out} (folder for strokes and figures), {@code fovea.teach.images} (how many),
 * {@code fovea.teach.start} ("nuclei", or the name of a new network), {@code fovea.teach.seed}, and
 * {@code fovea.teach.rate}, {@code .patch}, {@code .batch}, {@code .update}, {@code .edit}, {@code .most},
 * {@code .averaging} for another recipe.
 */
public final class TeachingQualityDemo {

	private static final List<ClassSpec> CLASSES = ClassSpec.named(List.of("background", "object"));
	private static final double RADIUS = 2;

	private TeachingQualityDemo() {}

	/** An image, and where its objects are. */
	private record Picture(String name, String type, Image image, int[] labels, int width, int height) {}

	/** @param args none */
	public static void main(final String[] args) throws Exception {
		final Path data = Path.of(text("data", "../shared/data/dsb2018/train"));
		final Path out = Files.createDirectories(Path.of(text("out", "target/teaching-quality")));
		final int seed = Integer.getInteger("fovea.teach.seed", 1);
		final List<String> names = chosen(data, Integer.getInteger("fovea.teach.images", 20), seed);
		final String start = text("start", "nuclei");
		final List<String> lines =
				new ArrayList<>(List.of("image,type,width,height,iou_before,iou_6,iou_20,seconds_6,seconds_20"));
		final List<double[]> figures = new ArrayList<>();
		for (final String name : names) {
			final String[] parts = name.split(",");
			if (!text("only", "").isEmpty()
					&& !List.of(text("only", "").split(",")).contains(parts[0].substring(0, 8))) continue;
			final Picture picture = read(data, parts[0], parts[1]);
			final double[] figure = taught(picture, start, seed, out);
			figures.add(figure);
			final String line = String.format(
					Locale.ROOT,
					"%s,%s,%d,%d,%.4f,%.4f,%.4f,%.1f,%.1f",
					picture.name.substring(0, 8),
					picture.type,
					picture.width,
					picture.height,
					figure[0],
					figure[1],
					figure[2],
					figure[3],
					figure[4]);
			System.out.println(line);
			lines.add(line);
		}
		final StringBuilder medians = new StringBuilder("median");
		for (int i = 0; i < 5; i++) {
			final int k = i;
			final double[] sorted =
					figures.stream().mapToDouble(f -> f[k]).sorted().toArray();
			medians.append(String.format(
					Locale.ROOT,
					" %.4f (mean %.4f, least %.4f)",
					sorted[sorted.length / 2],
					DoubleStream.of(sorted).average().orElse(0),
					sorted[0]));
		}
		System.out.println(start + " " + medians);
		Files.write(out.resolve("figures-" + start + ".csv"), lines);
	}

	private static String text(final String key, final String usual) {
		return System.getProperty("fovea.teach." + key, usual);
	}

	/** @return "id,type", types in turn */
	private static List<String> chosen(final Path data, final int count, final long seed) throws IOException {
		final Path beside = data.toAbsolutePath().resolveSibling("index.csv");
		final List<String> lines =
				Files.readAllLines(Files.exists(data.resolve("index.csv")) ? data.resolve("index.csv") : beside);
		final Map<String, List<String>> byType = new LinkedHashMap<>();
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",");
			if (!Files.exists(data.resolve("images").resolve(cells[0] + ".png")) || Integer.parseInt(cells[6]) < 6)
				continue;
			byType.computeIfAbsent(cells[4], type -> new ArrayList<>()).add(cells[0]);
		}
		final Random random = new Random(seed);
		for (final List<String> ids : byType.values()) Collections.shuffle(ids, random);
		final List<String> chosen = new ArrayList<>();
		for (int i = 0; chosen.size() < count; i++)
			for (final Map.Entry<String, List<String>> entry : byType.entrySet())
				if (i < entry.getValue().size() && chosen.size() < count)
					chosen.add(entry.getValue().get(i) + "," + entry.getKey());
		return chosen;
	}

	private static Picture read(final Path data, final String id, final String type) throws IOException {
		final java.awt.image.Raster pixels = ImageIO.read(
						data.resolve("images").resolve(id + ".png").toFile())
				.getRaster();
		final java.awt.image.Raster labels = ImageIO.read(
						data.resolve("labels").resolve(id + ".png").toFile())
				.getRaster();
		final int width = pixels.getWidth();
		final int height = pixels.getHeight();
		final int channels = Math.min(3, pixels.getNumBands());
		final byte[] bytes = new byte[width * height * channels];
		final int[] ids = new int[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				for (int c = 0; c < channels; c++)
					bytes[(c * height + y) * width + x] = (byte) pixels.getSample(x, y, c);
				ids[y * width + x] = labels.getSample(x, y, 0);
			}
		if (text("change", "").equals("edges")) edges(bytes, width, height, channels);
		return new Picture(
				id,
				type,
				new Image(
						id,
						ArrayImgs.unsignedBytes(bytes, width, height, channels, 1, 1),
						Calibration.PIXELS,
						channels == 3,
						List.of()),
				ids,
				width,
				height);
	}

	/** The slope in the place of the value: objects are rings then, which no model knows. */
	private static void edges(final byte[] bytes, final int width, final int height, final int channels) {
		final byte[] from = bytes.clone();
		for (int y = 0; y < height * channels; y++)
			for (int x = 0; x < width; x++) {
				final int here = from[y * width + x] & 0xFF;
				final int right = from[y * width + Math.min(width - 1, x + 1)] & 0xFF;
				final int below = (y + 1) % height == 0 ? here : from[(y + 1) * width + x] & 0xFF;
				bytes[y * width + x] = (byte) Math.min(255, Math.abs(right - here) + Math.abs(below - here));
			}
	}

	/** @return overlap before any stroke, after 6, after 20, and seconds that those took */
	private static double[] taught(final Picture picture, final String start, final int seed, final Path out)
			throws Exception {
		final Random random = new Random(seed * 31L + picture.name.hashCode());
		final List<Stroke> first = strokes(picture, 3, random);
		final List<Stroke> more = strokes(picture, 7, random);
		write(picture, first, out.resolve(picture.name + "-6.npy"));
		final List<Stroke> all = new ArrayList<>(first);
		all.addAll(more);
		write(picture, all, out.resolve(picture.name + "-20.npy"));
		try (TeachingSession session = TeachingSession.open(
				options(start, seed), List.of(picture.image), new TensorFlowNetworkFactory(), new Trace(picture))) {
			final double before = start.equals("nuclei") ? overlap(picture, session) : 0;
			final long begin = System.nanoTime();
			if (Boolean.getBoolean("fovea.teach.trace")) session.look(new View(Plane.of(0), Box.of(picture.image)));
			session.teach(first);
			final long middle = System.nanoTime();
			final double six = overlap(picture, session);
			final long again = System.nanoTime();
			for (final Stroke stroke : more) {
				session.add(stroke);
			}
			session.settle();
			final long end = System.nanoTime();
			return new double[] {before, six, overlap(picture, session), (middle - begin) * 1e-9, (end - again) * 1e-9};
		}
	}

	private static TeachingOptions options(final String start, final int seed) throws Exception {
		TeachingOptions options = TeachingOptions.of(CLASSES);
		if (start.equals("nuclei")) {
			try (ModelArchive archive = new ModelLibrary(List.of(Path.of("none"))).open("nuclei")) {
				options = TeachingOptions.of(CLASSES, TaughtModel.start(archive));
			}
		} else options = options.withNetwork(start);
		if (!text("frozen", "").isEmpty())
			options = options.withFrozen(List.of(text("frozen", "").split(",")));
		return options.withSeed(seed)
				.withLearnedLoss(Double.parseDouble(text("until", "" + options.learnedLoss())))
				.withLearningRate(Double.parseDouble(text("rate", "" + options.learningRate())))
				.withAveraging(Double.parseDouble(text("averaging", "" + options.averaging())))
				.withPatches(number("patch", options.patch()), number("batch", options.batch()))
				.withSteps(
						number("update", options.stepsPerUpdate()),
						number("edit", options.stepsPerEdit()),
						number("most", options.mostSteps()));
	}

	/** Tells of each prediction. */
	private static final class Trace implements TeachingListener {

		private final Picture picture;
		private long last = -1;

		Trace(final Picture picture) {
			this.picture = picture;
		}

		@Override
		public void changed(final TeachingState state) {
			if (!Boolean.getBoolean("fovea.teach.trace")
					|| state.predictionOfView().isEmpty()) return;
			final Prediction made = state.predictionOfView().get();
			if (made.steps() == last || made.width() != picture.width) return;
			last = made.steps();
			final byte[] map = made.classMap();
			int both = 0;
			int either = 0;
			for (int i = 0; i < map.length; i++) {
				if (map[i] > 0 && picture.labels[i] > 0) both++;
				if (map[i] > 0 || picture.labels[i] > 0) either++;
			}
			System.out.printf(Locale.ROOT, "  %d: %.3f (loss %.3f)%n", last, (double) both / either, state.loss());
		}
	}

	private static int number(final String key, final int usual) {
		return Integer.getInteger("fovea.teach." + key, usual);
	}

	/** Of foreground, over the whole image, view by view. */
	private static double overlap(final Picture picture, final TeachingSession session) throws Exception {
		long both = 0;
		long either = 0;
		for (int y = 0; y < picture.height; y += View.MOST)
			for (int x = 0; x < picture.width; x += View.MOST) {
				final Box box =
						new Box(x, y, Math.min(View.MOST, picture.width - x), Math.min(View.MOST, picture.height - y));
				session.look(new View(Plane.of(0), box));
				final byte[] map =
						session.settle().predictionOfView().orElseThrow().classMap();
				for (int i = 0; i < map.length; i++) {
					final boolean there =
							picture.labels[(y + i / box.width()) * picture.width + x + i % box.width()] > 0;
					if (there && map[i] > 0) both++;
					if (there || map[i] > 0) either++;
				}
			}
		session.lookAway();
		return (double) both / either;
	}

	/** @return so many of objects, each on another one, and as many of background, in turns */
	private static List<Stroke> strokes(final Picture picture, final int each, final Random random) {
		final Map<Integer, Integer> areas = new LinkedHashMap<>();
		for (final int label : picture.labels) if (label > 0) areas.merge(label, 1, Integer::sum);
		final int middle = areas.values().stream()
				.sorted()
				.skip(areas.size() / 2)
				.findFirst()
				.orElseThrow();
		final List<Integer> objects = new ArrayList<>();
		areas.forEach((label, area) -> {
			if (area >= middle / 2) objects.add(label);
		});
		Collections.shuffle(objects, random);
		final List<Stroke> strokes = new ArrayList<>();
		for (int i = 0; i < each; i++) {
			strokes.add(walk(picture, objects.get(i % objects.size()), 1, 12, random));
			strokes.add(walk(picture, 0, 0, 24, random));
		}
		return strokes;
	}

	/** A short way that stays on pixels of one label; the brush leaves nothing on others. */
	private static Stroke walk(
			final Picture picture, final int label, final int classIndex, final int length, final Random random) {
		final int[] places = new int[picture.labels.length];
		int n = 0;
		for (int i = 0; i < places.length; i++) if (picture.labels[i] == label) places[n++] = i;
		final int from = places[random.nextInt(n)];
		double x = from % picture.width;
		double y = from / picture.width;
		double angle = random.nextDouble() * 2 * Math.PI;
		final List<Stroke.Point> points = new ArrayList<>(List.of(new Stroke.Point(x, y)));
		for (int i = 0; i < length; i++)
			for (int tries = 0; tries < 12; tries++) {
				final double turned = angle + random.nextGaussian() * (0.3 + 0.3 * tries);
				final double nextX = x + Math.cos(turned);
				final double nextY = y + Math.sin(turned);
				if (labelAt(picture, nextX, nextY) != label) continue;
				x = nextX;
				y = nextY;
				angle = turned;
				points.add(new Stroke.Point(x, y));
				break;
			}
		final Stroke brush = Stroke.line(Plane.of(0), classIndex, points, RADIUS);
		final BitSet mask = brush.mask();
		final Box box = brush.box();
		brush.forEach((px, py) -> {
			if (labelAt(picture, px, py) != label) mask.clear((py - box.y()) * box.width() + px - box.x());
		});
		return Stroke.of(Plane.of(0), classIndex, box, mask);
	}

	private static int labelAt(final Picture picture, final double x, final double y) {
		final int column = (int) Math.round(x);
		final int row = (int) Math.round(y);
		return column < 0 || row < 0 || column >= picture.width || row >= picture.height
				? -1
				: picture.labels[row * picture.width + column];
	}

	private static void write(final Picture picture, final List<Stroke> strokes, final Path file) throws Exception {
		final float[] drawn = new float[picture.labels.length];
		for (final Stroke stroke : strokes)
			stroke.forEach((x, y) -> drawn[y * picture.width + x] = stroke.classIndex() + 1);
		Npy.write(file, new int[] {picture.height, picture.width}, drawn);
	}
}
