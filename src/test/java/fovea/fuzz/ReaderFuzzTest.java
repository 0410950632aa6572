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
package fovea.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.FoveaException;
import fovea.data.IdxFile;
import fovea.ij1.ImageFiles;
import fovea.ij1.files.RoiReading;
import fovea.io.Npy;
import fovea.model.DescriptionReading;
import fovea.model.library.ModelArchive;
import fovea.net.Architecture;
import fovea.net.file.ArchitectureFile;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.train.KerasWeightFile;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.plugin.filter.AVI_Writer;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files of all kinds that are read beside the graphs of models, spoiled: each gives a result or one line within its
 * time, takes no memory for what it claims, and leaves no file open.
 */
@Tag("thorough")
class ReaderFuzzTest {

	private static final Duration LIMIT = Duration.ofSeconds(30);
	/** Of what a reader takes from Java in all for a file of some ten thousand bytes. */
	private static final long MOST_ALLOCATED = 512 << 20;

	private static final long MOST_LEFT = 48 << 20;

	/**
	 * ImageJ's TiffDecoder leaves damaged files open; they are closed some time after a collection, on another thread.
	 */
	private static final int COLLECTIONS = 100;

	@TempDir
	private Path folder;

	private interface Reader {

		Object read(Path file) throws Exception;
	}

	/** Kinds of files, each with files that are whole and with its reader. */
	private enum Kind {
		H5(".h5", file -> KerasWeightFile.read(file, reduced())),
		NPY(".npy", Npy::read),
		IDX("-ubyte", file -> IdxFile.read(file).images()),
		ROI(".roi", RoiReading::read),
		ROIS(".zip", RoiReading::read),
		ZIP(".zip", Kind::opened),
		YAML(".yaml", file -> DescriptionReading.read(file)),
		NETWORK(".yaml", ArchitectureFile::read),
		TIFF(".tif", ImageFiles::open),
		PICTURE("", ImageFiles::open);

		private final String ending;
		private final Reader reader;

		Kind(final String ending, final Reader reader) {
			this.ending = ending;
			this.reader = reader;
		}

		private static Architecture reduced() throws Exception {
			final NamedArchitecture named = Architectures.named("fcn8-vgg16");
			return named.build(named.defaults().withWidthMultiplier(1.0 / 32).withClasses(3));
		}

		private static Object opened(final Path zip) throws Exception {
			try (ModelArchive archive = ModelArchive.open(zip)) {
				return archive.name();
			}
		}

		/** @return files that are whole, each of at most some ten thousand bytes, and the endings of their names */
		private List<Path> whole(final Path folder) throws Exception {
			return switch (this) {
				case H5 -> small("layers/vgg16-h5", ".h5");
				case NPY -> small("models", ".npy");
				case IDX -> idx(folder);
				case ROI -> rois(folder);
				case ROIS -> List.of(Fixtures.file("rois/RoiSet.zip"));
				case ZIP ->
					List.of(
							Fixtures.model("bioimageio-0.5-segmentation.zip"),
							Fixtures.model("bioimageio-0.5-segmentation/tensorflow_saved_model_bundle.zip"));
				case YAML ->
					small("models", "rdf.yaml").stream()
							.filter(file -> !file.toString().contains("hostile"))
							.toList();
				case NETWORK -> networks(folder);
				case TIFF -> tiffs(folder);
				case PICTURE -> pictures(folder);
			};
		}

		private static List<Path> small(final String below, final String ending) throws IOException {
			try (Stream<Path> files = Files.walk(Fixtures.file(below))) {
				return files.filter(file ->
								file.toString().endsWith(ending) && new File(file.toString()).length() < 130_000)
						.sorted()
						.toList();
			}
		}

		private static List<Path> idx(final Path folder) throws IOException {
			final byte[] plain = ByteBuffer.allocate(16 + 4 * 14 * 14)
					.putInt(0x803)
					.putInt(4)
					.putInt(14)
					.putInt(14)
					.array();
			final Path packed = folder.resolve("packed.gz-ubyte");
			try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
				out.write(plain);
			}
			return List.of(Files.write(folder.resolve("plain-ubyte"), plain), packed);
		}

		private static List<Path> rois(final Path folder) throws IOException {
			final List<Path> files = new ArrayList<>();
			final Roi named = new Roi(3, 4, 20, 10);
			named.setName("a name");
			named.setProperty("key", "value");
			for (final Roi roi : List.of(
					named,
					new OvalRoi(2, 2, 30, 20),
					new PolygonRoi(new float[] {1, 20, 30}, new float[] {1, 5, 25}, Roi.FREEROI),
					new PointRoi(3, 4),
					new ShapeRoi(new Roi(0, 0, 20, 20)).not(new ShapeRoi(new OvalRoi(5, 5, 8, 8))),
					new TextRoi(3, 4, "words")))
				files.add(Files.write(folder.resolve(files.size() + ".roi"), RoiEncoder.saveAsByteArray(roi)));
			return files;
		}

		private static List<Path> networks(final Path folder) throws Exception {
			final List<Path> files = new ArrayList<>();
			for (final String name : List.of("fcn-small", "cae-strided"))
				for (final String ending : List.of(".yaml", ".json")) {
					final Path file = folder.resolve(name + ending);
					ArchitectureFile.write(Architectures.named(name).build(), file);
					files.add(file);
				}
			return files;
		}

		/** Half of them as ImageJ writes them: with an overlay, a selection, labels and info of its own. */
		private static List<Path> tiffs(final Path folder) throws IOException {
			final List<Path> files = new ArrayList<>();
			for (final Path file : small("tiff/kinds", ".tif")) {
				final ImagePlus image = IJ.createImage("own", "16-bit ramp", 20, 18, 1 + files.size() % 3);
				final Overlay overlay = new Overlay(new OvalRoi(2, 2, 9, 8));
				overlay.add(new PolygonRoi(new float[] {1, 12, 13}, new float[] {1, 5, 15}, Roi.FREEROI));
				image.setOverlay(overlay);
				image.setRoi(new PolygonRoi(new int[] {1, 12, 13}, new int[] {1, 5, 15}, 3, Roi.POLYGON));
				image.setProperty("Info", "info");
				image.getStack().setSliceLabel("label", 1);
				final Path own = folder.resolve("own" + files.size() + ".tif");
				new FileSaver(image).saveAsTiff(own.toString());
				files.addAll(List.of(file, own));
			}
			return files;
		}

		private static List<Path> pictures(final Path folder) throws IOException {
			final List<Path> files = new ArrayList<>();
			for (final String ending : List.of("png", "jpg", "gif", "bmp", "pgm", "fits", "avi", "zip")) {
				final ImagePlus image = IJ.createImage(
						"picture", "8-bit ramp", 40, 36, ending.equals("avi") || ending.equals("zip") ? 3 : 1);
				final Path file = folder.resolve("picture." + ending);
				save(image, ending, file.toString());
				files.add(file);
			}
			return files;
		}
	}

	private static void save(final ImagePlus image, final String ending, final String file) throws IOException {
		final FileSaver saver = new FileSaver(image);
		switch (ending) {
			case "png" -> saver.saveAsPng(file);
			case "jpg" -> saver.saveAsJpeg(file);
			case "gif" -> saver.saveAsGif(file);
			case "bmp" -> saver.saveAsBmp(file);
			case "pgm" -> saver.saveAsPgm(file);
			case "fits" -> saver.saveAsFits(file);
			case "zip" -> saver.saveAsZip(file);
			default -> new AVI_Writer().writeImage(image, file, AVI_Writer.NO_COMPRESSION, 0);
		}
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void someEndInAResultOrALine(final Kind kind) throws Exception {
		spoil(kind, 0, 30);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	@Tag("slow")
	void manyEndInAResultOrALine(final Kind kind) throws Exception {
		spoil(kind, Integer.getInteger("fovea.fuzz.from", 1000), Integer.getInteger("fovea.fuzz", 400));
	}

	private void spoil(final Kind kind, final long firstSeed, final int count) throws Exception {
		final List<Path> whole = kind.whole(Files.createDirectory(folder.resolve("whole")));
		for (final Path file : whole.subList(0, Math.min(20, whole.size()))) {
			if (kind == Kind.TIFF) continue; // some are none that can be read
			final Path copy =
					Files.copy(file, folder.resolve("copy-" + file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			kind.reader.read(copy); // so that what is opened once for all is open
		}
		final List<String> open = openFiles();
		final long before = usedMemory();
		final long[] most = {0};
		final long[] slowest = {0};
		try (Trials trials = new Trials(LIMIT)) {
			for (long seed = firstSeed; seed < firstSeed + count; seed++) {
				final Random random = new Random(seed * 31 + kind.ordinal());
				final Path source = whole.get(random.nextInt(whole.size()));
				final byte[] bytes = new ByteMutator(random, kind == Kind.YAML || kind == Kind.NETWORK)
						.spoil(Files.readAllBytes(source), Files.readAllBytes(whole.get(random.nextInt(whole.size()))));
				final String name = source.getFileName().toString();
				final Path spoiled = Files.write(
						folder.resolve("spoiled"
								+ (kind == Kind.PICTURE
										? name.substring(name.lastIndexOf('.'))
										: kind == Kind.NETWORK ? "-" + name : kind.ending)),
						bytes);
				final long start = System.nanoTime();
				trials.run(kind + " " + seed + " " + name, () -> {
					final long taken = allocated();
					try {
						return kind.reader.read(spoiled);
					} catch (final FoveaException e) {
						for (Throwable cause = e; cause != null; cause = cause.getCause())
							if (cause instanceof OutOfMemoryError)
								throw new AssertionError(name + " asked for all memory", e);
						throw e;
					} finally {
						most[0] = Math.max(most[0], allocated() - taken);
					}
				});
				slowest[0] = Math.max(slowest[0], System.nanoTime() - start);
			}
			System.out.println(count + " spoiled " + kind + ": " + trials.ends() + ", slowest " + slowest[0] / 1_000_000
					+ " ms, most memory taken " + (most[0] >> 20) + " MB");
			assertEquals(Map.of(), trials.wrong());
			assertTrue(
					trials.ends().keySet().stream().noneMatch(end -> end.contains("time limit")),
					trials.ends().toString());
			assertTrue(
					trials.ends().size() > 1 || kind == Kind.ZIP,
					trials.ends().toString()); // a zip has checksums everywhere
		}
		assertTrue(most[0] < MOST_ALLOCATED, most[0] + " bytes taken by one");
		final long left = usedMemory() - before;
		assertTrue(left < MOST_LEFT, left + " bytes more in use than before");
		List<String> still = leftOpen(open);
		for (int i = 0; i < COLLECTIONS && !still.isEmpty(); i++) {
			System.gc();
			Thread.sleep(20);
			still = leftOpen(open);
		}
		assertEquals(List.of(), still, "left open");
	}

	private List<String> leftOpen(final List<String> before) throws IOException {
		final List<String> still = new ArrayList<>(openFiles());
		still.removeAll(before);
		still.removeIf(file -> !file.contains("spoiled") && !file.contains(folder.toString()));
		return still;
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
				.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	private static long usedMemory() {
		System.gc();
		final Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	/** What the descriptors of this process lead to, on Linux; elsewhere nothing is known. */
	private static List<String> openFiles() throws IOException {
		final Path descriptors = Path.of("/proc/self/fd");
		if (!Files.isDirectory(descriptors)) return List.of();
		final List<String> files = new ArrayList<>();
		try (Stream<Path> all = Files.list(descriptors)) {
			for (final Path each : all.toList())
				try {
					files.add(Files.readSymbolicLink(each).toString());
				} catch (final IOException closed) { // that of the listing itself
					continue;
				}
		}
		return files;
	}
}
