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
package fovea.ij1.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.io.DataType;
import fovea.zarr.Elements;
import fovea.zarr.ZarrArray;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ZarrSpec;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeChannel;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLevel;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import ij.CompositeImage;
import ij.ImagePlus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link OmeZarr}. */
class OmeZarrTest {

	private static final int WIDTH = 5;
	private static final int HEIGHT = 3;

	@TempDir
	private Path folder;

	private Path zarr;

	@BeforeEach
	void name() {
		zarr = folder.resolve("cells.zarr");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("Channels, slices and frames are where they belong, in both versions")
	void hyperstack(final OmeVersion version) throws Exception {
		write(
				version,
				"tczyx",
				DataType.UINT16,
				new long[] {2, 3, 4, HEIGHT, WIDTH},
				Optional.of("micrometer"),
				List.of());
		final ImagePlus imp = open();
		assertEquals("cells.zarr", imp.getTitle());
		assertArrayEquals(new int[] {WIDTH, HEIGHT, 3, 4, 2}, imp.getDimensions());
		assertEquals(16, imp.getBitDepth());
		for (int t = 0; t < 2; t++)
			for (int c = 0; c < 3; c++)
				for (int z = 0; z < 4; z++) {
					final int plane = (t * 3 + c) * 4 + z;
					final short[] pixels = (short[]) imp.getStack().getPixels(imp.getStackIndex(c + 1, z + 1, t + 1));
					for (int i = 0; i < pixels.length; i++) assertEquals(plane * pixels.length + i, pixels[i]);
				}
	}

	@Test
	void pixelsHaveTheSizesOfTheFile() throws Exception {
		write(
				OmeVersion.V0_5,
				"tzyx",
				DataType.UINT8,
				new long[] {2, 4, HEIGHT, WIDTH},
				Optional.of("nanometer"),
				List.of());
		final ImagePlus imp = open();
		assertEquals("nm", imp.getCalibration().getUnit());
		assertEquals(40, imp.getCalibration().pixelWidth);
		assertEquals(30, imp.getCalibration().pixelHeight);
		assertEquals(20, imp.getCalibration().pixelDepth);
		assertEquals(10, imp.getCalibration().frameInterval);
		assertEquals(80, OmeZarr.open(zarr.toString(), 1).image().getCalibration().pixelWidth);
	}

	@Test
	@DisplayName("A number without a unit is no size")
	void withoutUnits() throws Exception {
		write(OmeVersion.V0_5, "yx", DataType.UINT8, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		assertFalse(open().getCalibration().scaled());
	}

	@ParameterizedTest
	@CsvSource({
		"UINT8, 8, 255",
		"INT8, 16, -1",
		"INT16, 16, -1",
		"UINT16, 16, 65535",
		"INT32, 32, -1",
		"UINT32, 32, 4294967295",
		"INT64, 32, -1",
		"FLOAT32, 32, -1",
		"FLOAT64, 32, -1"
	})
	@DisplayName("Numbers are those of the file, whatever ImageJ has for them")
	void types(final DataType type, final int bitDepth, final double value) throws Exception {
		write(OmeVersion.V0_5, "yx", type, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		try (Store store = FolderStore.open(zarr)) {
			final Elements elements = Elements.zeros(type, HEIGHT * WIDTH);
			elements.set(7, type.isInteger() ? -1L : -1.0);
			if (!type.isInteger()) elements.set(7, -1.0);
			ZarrArray.open(store, "0").writeChunk(elements, 0, 0);
		}
		final OmeZarr.Opened opened = OmeZarr.open(zarr.toString(), 0);
		final ImagePlus imp = opened.image();
		assertEquals(bitDepth, imp.getBitDepth());
		final double pixel = imp.getStack().getProcessor(1).getf(2, 1);
		assertEquals((float) value, (float) (imp.getCalibration().isSigned16Bit() ? pixel - 32768 : pixel));
		assertEquals(
				type.isInteger() && bitDepth == 32 ? 1 : 0, opened.warnings().size());
	}

	@Test
	@DisplayName("Arrays may have their columns one after the other")
	void transposed() throws Exception {
		write(OmeVersion.V0_5, "xy", DataType.UINT8, new long[] {WIDTH, HEIGHT}, Optional.empty(), List.of());
		final ImagePlus imp = open();
		assertEquals(WIDTH, imp.getWidth());
		assertEquals(3 * HEIGHT + 2, imp.getStack().getProcessor(1).get(3, 2));
	}

	@Test
	void channelsHaveTheirColorsAndWindows() throws Exception {
		final OmeChannel.Window window = new OmeChannel.Window(0, 65535, 3, 9);
		final OmeChannel blue = new OmeChannel("DAPI", Optional.of(0x0000ff), Optional.of(window), true);
		final OmeChannel green = new OmeChannel("GFP", Optional.of(0x00ff00), Optional.of(window), false);
		write(
				OmeVersion.V0_4,
				"cyx",
				DataType.UINT16,
				new long[] {2, HEIGHT, WIDTH},
				Optional.empty(),
				List.of(blue, green));
		final CompositeImage imp = (CompositeImage) open();
		assertEquals(0x00ff00, imp.getChannelLut(2).getRGB(255) & 0xffffff);
		assertEquals(3, imp.getChannelLut(1).min);
		assertEquals(9, imp.getChannelLut(1).max);
		assertTrue(imp.getActiveChannels()[0]);
		assertFalse(imp.getActiveChannels()[1]);
		assertEquals("GFP", imp.getStack().getSliceLabel(2));
	}

	@Test
	@DisplayName("ImageJ has signed pixels moved up, and with them what is black and white")
	void windowsOfSignedPixels() throws Exception {
		final OmeChannel.Window window = new OmeChannel.Window(-32768, 32767, -3, 9);
		final OmeChannel channel = new OmeChannel("CT", Optional.empty(), Optional.of(window), true);
		write(OmeVersion.V0_5, "yx", DataType.INT16, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of(channel));
		final ImagePlus imp = open();
		assertEquals(32765, imp.getDisplayRangeMin());
		assertEquals(32777, imp.getDisplayRangeMax());
	}

	@Test
	@DisplayName("A chunk that is not there is background")
	void missingChunks() throws Exception {
		write(OmeVersion.V0_5, "yx", DataType.UINT8, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		Files.delete(chunk());
		assertArrayEquals(new byte[HEIGHT * WIDTH], (byte[]) open().getStack().getPixels(1));
	}

	@Test
	@DisplayName("A damaged chunk is no background")
	void damagedChunks() throws Exception {
		write(OmeVersion.V0_5, "yx", DataType.UINT8, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		Files.write(chunk(), new byte[] {1, 2});
		assertEquals(
				"Chunk [0, 0] of '0' in '" + zarr + "' is damaged: expected a checksum at its end, got 2 bytes",
				message());
	}

	@Test
	@DisplayName("A plane that is read later either: whoever asks for it hears why")
	void laterDamage() throws Exception {
		write(OmeVersion.V0_5, "zyx", DataType.UINT8, new long[] {2, HEIGHT, WIDTH}, Optional.empty(), List.of());
		try (Store store = FolderStore.open(zarr)) {
			final ZarrArray array = ZarrArray.create(
					store, "0", ZarrSpec.v3(DataType.UINT8, new long[] {2, HEIGHT, WIDTH}, 1, HEIGHT, WIDTH));
			array.writeChunk(Elements.zeros(DataType.UINT8, HEIGHT * WIDTH), 0, 0, 0);
			array.writeChunk(Elements.zeros(DataType.UINT8, HEIGHT * WIDTH), 1, 0, 0);
		}
		final ImagePlus imp = open();
		try (Stream<Path> files = Files.walk(zarr.resolve("0").resolve("c").resolve("1"))) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) Files.write(file, new byte[3]);
		}
		final String line = assertThrows(
						IllegalStateException.class, () -> imp.getStack().getProcessor(2))
				.getMessage();
		assertTrue(line.startsWith("Chunk [1, 0, 0] of ") && line.contains("is damaged"), line);
	}

	@Test
	void whatImageJHasNoPlaceForIsRefused() throws Exception {
		write(OmeVersion.V0_5, "ayx", DataType.UINT8, new long[] {2, HEIGHT, WIDTH}, Optional.empty(), List.of());
		assertEquals(zarr + ": ImageJ has no place for axis 'a' of length 2", message());
	}

	@Test
	void levelsThatAreNotThereAreRefused() throws Exception {
		write(OmeVersion.V0_5, "yx", DataType.UINT8, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		assertEquals(
				zarr + ": has 2 sizes, numbered from 0; got level 2",
				assertThrows(ImageException.class, () -> OmeZarr.open(zarr.toString(), 2))
						.getMessage());
	}

	@Test
	@DisplayName("A plate holds many images: which one must be said")
	void plates() throws Exception {
		try (Store store = FolderStore.open(Files.createDirectories(zarr))) {
			final Map<String, Object> wells = Map.of("wells", List.of(Map.of("path", "A/1"), Map.of("path", "A/2")));
			ZarrGroup.create(store, "", 3, Map.of("ome", Map.of("version", "0.5", "plate", wells)));
		}
		assertEquals(
				zarr + ": holds 2 groups and no image of its own; open one of them: " + zarr + "/A/1, " + zarr + "/A/2",
				message());
	}

	@Test
	void groupsWithoutImagesAreRefused() throws Exception {
		try (Store store = FolderStore.open(Files.createDirectories(zarr))) {
			ZarrGroup.create(store, "", 2, Map.of());
		}
		assertEquals(zarr + ": expected an image of OME-Zarr, but its attributes have no 'multiscales'", message());
	}

	@Test
	@DisplayName("The only image of a file of bioformats2raw is taken")
	void series() throws Exception {
		write(OmeVersion.V0_5, "yx", DataType.UINT8, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		final Path whole = Files.createDirectories(folder.resolve("whole.zarr"));
		try (Store store = FolderStore.open(whole)) {
			ZarrGroup.create(store, "", 3, Map.of("ome", Map.of("version", "0.5", "bioformats2raw.layout", 3)));
		}
		Files.move(zarr, whole.resolve("0"));
		assertEquals(WIDTH, OmeZarr.open(whole.toString(), 0).image().getWidth());
		assertEquals(
				"whole.zarr/0",
				OmeZarr.open(whole.resolve("0").toString(), 0).image().getTitle());
	}

	@Test
	@DisplayName("A zip may hold what is in the folder, or the folder")
	void zips() throws Exception {
		write(OmeVersion.V0_5, "yx", DataType.UINT8, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		for (final Path top : List.of(zarr, folder)) {
			final Path zip = Files.createTempDirectory("fovea-test-").resolve("cells.ozx");
			zip(top, zip);
			assertTrue(OmeZarr.isOne(zip));
			final ImagePlus imp = OmeZarr.open(zip.toString(), 0).image();
			assertEquals(WIDTH + 1, imp.getStack().getProcessor(1).get(1, 1));
		}
	}

	@Test
	void othersAreNone() throws Exception {
		assertFalse(OmeZarr.isOne(folder));
		assertFalse(OmeZarr.isOne(folder.resolve("missing.ozx")));
		write(OmeVersion.V0_4, "yx", DataType.UINT8, new long[] {HEIGHT, WIDTH}, Optional.empty(), List.of());
		assertTrue(OmeZarr.isOne(zarr));
	}

	private Path chunk() throws IOException {
		try (Stream<Path> files = Files.walk(zarr.resolve("0"))) {
			return files.filter(file -> Files.isRegularFile(file)
							&& !file.getFileName().toString().contains("."))
					.findFirst()
					.orElseThrow();
		}
	}

	private ImagePlus open() throws ImageException {
		return OmeZarr.open(zarr.toString(), 0).image();
	}

	private String message() {
		return assertThrows(ImageException.class, this::open).getMessage();
	}

	/**
	 * Pixels are 0, 1, 2 and so on, in the array's order, in one chunk; sizes are 10 for the first axis, 20, 30, ...
	 */
	private void write(
			final OmeVersion version,
			final String names,
			final DataType type,
			final long[] shape,
			final Optional<String> unit,
			final List<OmeChannel> channels)
			throws ImageException, IOException {
		final List<OmeAxis> axes =
				names.chars().mapToObj(name -> axis((char) name, unit)).toList();
		final List<Double> scale =
				Stream.iterate(10.0, each -> each + 10).limit(names.length()).toList();
		final List<Double> none = Collections.nCopies(names.length(), 0.0);
		final OmeImage image = new OmeImage(
				"",
				axes,
				List.of(
						new OmeLevel("0", scale, none),
						new OmeLevel("1", scale.stream().map(each -> 2 * each).toList(), none)),
				channels,
				false);
		final int[] chunks = new int[shape.length];
		int count = 1;
		for (int d = 0; d < chunks.length; d++) {
			chunks[d] = (int) shape[d];
			count *= chunks[d];
		}
		final boolean isThree = version == OmeVersion.V0_5;
		final Elements elements = Elements.zeros(type, count);
		for (int i = 0; i < count; i++) elements.set(i, (double) i);
		try (Store store = FolderStore.open(Files.createDirectories(zarr))) {
			ZarrGroup.create(store, "", isThree ? 3 : 2, image.attributes(version));
			for (final OmeLevel level : image.levels())
				ZarrArray.create(
								store,
								level.path(),
								isThree ? ZarrSpec.v3(type, shape, chunks) : ZarrSpec.v2(type, shape, chunks))
						.writeChunk(elements, new long[shape.length]);
		}
	}

	private static OmeAxis axis(final char name, final Optional<String> unit) {
		return switch (name) {
			case 'x' -> OmeAxis.of(OmeAxis.Kind.X, unit);
			case 'y' -> OmeAxis.of(OmeAxis.Kind.Y, unit);
			case 'z' -> OmeAxis.of(OmeAxis.Kind.Z, unit);
			case 'c' -> OmeAxis.of(OmeAxis.Kind.C, Optional.empty());
			case 't' -> OmeAxis.of(OmeAxis.Kind.T, Optional.of("second"));
			default -> new OmeAxis(String.valueOf(name), OmeAxis.Kind.OTHER, Optional.empty());
		};
	}

	private static void zip(final Path top, final Path zip) throws IOException {
		try (Stream<Path> files = Files.walk(top);
				OutputStream out = Files.newOutputStream(zip);
				ZipOutputStream entries = new ZipOutputStream(out)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				entries.putNextEntry(
						new ZipEntry(top.relativize(file).toString().replace('\\', '/')));
				Files.copy(file, entries);
				entries.closeEntry();
			}
		}
	}
}
