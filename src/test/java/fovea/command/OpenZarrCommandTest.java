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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.io.DataType;
import fovea.zarr.Elements;
import fovea.zarr.ZarrArray;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ZarrSpec;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLevel;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** OME-Zarr as an image that commands work on. */
@ExtendWith(Hosts.class)
class OpenZarrCommandTest {

	private static final int SIDE = 64;
	private static final int SLICES = 2;

	@TempDir
	private Path folder;

	private final Context context;
	private Path zarr;

	OpenZarrCommandTest(final Context context) {
		this.context = context;
	}

	/** Two slices with a bright square each, in shards of several chunks, and the same at half the size. */
	@BeforeEach
	void write() throws Exception {
		zarr = Files.createDirectories(folder.resolve("squares.zarr"));
		final OmeAxis z = OmeAxis.of(OmeAxis.Kind.Z, Optional.of("micrometer"));
		final OmeAxis y = OmeAxis.of(OmeAxis.Kind.Y, Optional.of("micrometer"));
		final OmeAxis x = OmeAxis.of(OmeAxis.Kind.X, Optional.of("micrometer"));
		final List<Double> origin = List.of(0.0, 0.0, 0.0);
		final OmeImage image = new OmeImage(
				"",
				List.of(z, y, x),
				List.of(
						new OmeLevel("0", List.of(2.0, 0.5, 0.5), origin),
						new OmeLevel("1", List.of(2.0, 1.0, 1.0), origin)),
				List.of(),
				false);
		try (Store store = FolderStore.open(zarr)) {
			ZarrGroup.create(store, "", 3, image.attributes(OmeVersion.V0_5));
			fill(store, "0", SIDE);
			fill(store, "1", SIDE / 2);
		}
	}

	private static void fill(final Store store, final String path, final int side) throws Exception {
		final int chunk = side / 4;
		final ZarrSpec spec = ZarrSpec.v3(DataType.UINT8, new long[] {SLICES, side, side}, 1, chunk, chunk)
				.withShards(1, side / 2, side / 2);
		final ZarrArray array = ZarrArray.create(store, path, spec);
		for (int shard = 0; shard < SLICES * 4; shard++) {
			array.writeShard(index -> Optional.of(chunk(side, chunk, index)), shard / 4, shard / 2 % 2, shard % 2);
		}
	}

	private static Elements chunk(final int side, final int chunk, final long... index) {
		final Elements pixels = Elements.zeros(DataType.UINT8, chunk * chunk);
		for (int i = 0; i < chunk * chunk; i++) {
			final long x = index[2] * chunk + i % chunk;
			final long y = index[1] * chunk + i / chunk;
			pixels.set(i, (long) pixel((double) x / side, (double) y / side, (int) index[0]));
		}
		return pixels;
	}

	/** Of a place in the image, 0 to 1. */
	private static int pixel(final double x, final double y, final int slice) {
		final double left = slice == 0 ? 0.25 : 0.5;
		return x >= left && x < left + 0.25 && y >= 0.25 && y < 0.75 ? 200 : 10;
	}

	@Test
	void opensAVirtualStackOfAnySize() throws Exception {
		for (int level = 0; level < 2; level++) {
			final int side = SIDE >> level;
			final ImagePlus imp = (ImagePlus) run(OpenZarrCommand.class, "zarr", zarr.toString(), "level", level)
					.getOutput("opened");
			assertEquals("squares.zarr", imp.getTitle());
			assertTrue(imp.getStack().isVirtual());
			assertArrayEquals(new int[] {side, side, 1, SLICES, 1}, imp.getDimensions());
			assertEquals("\u00b5m", imp.getCalibration().getUnit());
			assertEquals(0.5 * (1 << level), imp.getCalibration().pixelWidth);
			assertEquals(2, imp.getCalibration().pixelDepth);
			for (int z = 0; z < SLICES; z++)
				for (int i = 0; i < side * side; i++)
					assertEquals(
							pixel((double) (i % side) / side, (double) (i / side) / side, z),
							imp.getStack().getProcessor(z + 1).get(i));
		}
	}

	@Test
	void whatIsOpenedIsSegmented() throws Exception {
		final ImagePlus imp =
				(ImagePlus) run(OpenZarrCommand.class, "zarr", zarr.toString()).getOutput("opened");
		final ImagePlus labels = labels(imp);
		assertArrayEquals(new int[] {SIDE, SIDE, 1, SLICES, 1}, labels.getDimensions());
		assertEquals(0.5, labels.getCalibration().pixelWidth);
		assertEquals(SLICES, imp.getOverlay().size());
		final ImagePlus same = labels(imp.duplicate());
		for (int z = 1; z <= SLICES; z++)
			assertArrayEquals((short[]) same.getStack().getPixels(z), (short[])
					labels.getStack().getPixels(z));
	}

	private ImagePlus labels(final ImagePlus image) throws Exception {
		final Module found = run(SegmentCommand.class, "image", image, "model", "blobs-threshold", "labels", true);
		return (ImagePlus) found.getOutput("labelimage");
	}

	@Test
	void nothingIsNoPlace() throws Exception {
		final Module module = started(OpenZarrCommand.class);
		assertEquals(
				"Open OME-Zarr: zarr: expected a folder, a .zip or an address, got nothing",
				((Cancelable) module).getCancelReason());
	}

	private Module run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		final Module module = started(command, inputs);
		assertEquals(null, ((Cancelable) module).getCancelReason());
		return module;
	}

	private Module started(final Class<? extends Command> command, final Object... inputs) throws Exception {
		return context.service(ModuleService.class)
				.run(context.service(CommandService.class).getCommand(command), true, inputs)
				.get();
	}
}
