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
package fovea.zarr.ome;

import fovea.base.ImageException;
import fovea.io.DataType;
import fovea.zarr.Elements;
import fovea.zarr.ZarrArray;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ZarrSpec;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Keys;
import fovea.zarr.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small OME-Zarr for tests: planes of 8 bit, of 16-pixel chunks, two in a shard of version 0.5. */
public final class ZarrImages {

	private static final int CHUNK = 16;

	/** Gray values of a plane. */
	@FunctionalInterface
	public interface Pixels {

		/** @return 0 to 255 */
		int at(int x, int y);
	}

	private ZarrImages() {}

	/** An image of one plane. */
	public static void image(
			final Path folder, final OmeVersion version, final int width, final int height, final Pixels pixels)
			throws ImageException {
		try (Store store = FolderStore.create(folder)) {
			image(store, "", version, width, height, pixels);
		}
	}

	/** The same at a place in a store. */
	public static void image(
			final Store store,
			final String place,
			final OmeVersion version,
			final int width,
			final int height,
			final Pixels pixels)
			throws ImageException {
		final boolean isThree = version == OmeVersion.V0_5;
		final OmeImage image = new OmeImage(
				"",
				List.of(
						OmeAxis.of(OmeAxis.Kind.Y, Optional.of("micrometer")),
						OmeAxis.of(OmeAxis.Kind.X, Optional.of("micrometer"))),
				List.of(new OmeLevel("0", List.of(0.5, 0.5), List.of(0.0, 0.0))),
				List.of(),
				false);
		ZarrGroup.create(store, place, isThree ? 3 : 2, image.attributes(version));
		final long[] shape = {height, width};
		final ZarrArray array = ZarrArray.create(
				store,
				Keys.join(place, "0"),
				isThree
						? ZarrSpec.v3(DataType.UINT8, shape, CHUNK, CHUNK).withShards(CHUNK, 2 * CHUNK)
						: ZarrSpec.v2(DataType.UINT8, shape, CHUNK, CHUNK));
		final int step = isThree ? 2 * CHUNK : CHUNK;
		for (int row = 0; row * CHUNK < height; row++)
			for (int column = 0; column * step < width; column++)
				array.writeShard(index -> Optional.of(chunk(pixels, index)), row, column);
	}

	private static Elements chunk(final Pixels pixels, final long... index) {
		final Elements elements = Elements.zeros(DataType.UINT8, CHUNK * CHUNK);
		for (int i = 0; i < CHUNK * CHUNK; i++)
			elements.set(i, (long) pixels.at((int) index[1] * CHUNK + i % CHUNK, (int) index[0] * CHUNK + i / CHUNK));
		return elements;
	}

	/** A plate; each of its wells has the same number of fields, which are images of 32 x 32 pixels. */
	public static void plate(
			final Path folder, final OmeVersion version, final int fields, final Pixels pixels, final String... wells)
			throws ImageException {
		final int zarr = version == OmeVersion.V0_5 ? 3 : 2;
		try (Store store = FolderStore.create(folder)) {
			final List<Map<String, Object>> paths = List.of(wells).stream()
					.<Map<String, Object>>map(well -> new LinkedHashMap<>(Map.of("path", well)))
					.toList();
			ZarrGroup.create(store, "", zarr, version.attributes(Map.of("plate", Map.of("wells", paths))));
			for (final String well : wells) {
				final List<Map<String, Object>> images = new ArrayList<>();
				for (int i = 0; i < fields; i++) images.add(Map.of("path", String.valueOf(i)));
				ZarrGroup.create(store, well, zarr, version.attributes(Map.of("well", Map.of("images", images))));
				for (int i = 0; i < fields; i++) image(store, well + "/" + i, version, 32, 32, pixels);
			}
		}
	}
}
