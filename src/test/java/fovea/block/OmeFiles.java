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

import fovea.image.Image;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

/** Writes images of OME-Zarr for tests. */
final class OmeFiles {

	private static final List<OmeAxis.Kind> KINDS =
			List.of(OmeAxis.Kind.T, OmeAxis.Kind.C, OmeAxis.Kind.Z, OmeAxis.Kind.Y, OmeAxis.Kind.X);

	private static final int[] ORDER = {Image.T, Image.C, Image.Z, Image.Y, Image.X};

	private OmeFiles() {}

	/** Five axes, of chunks that fit nothing else. */
	static void write(final Path folder, final Image image, final DataType type, final OmeVersion version)
			throws Exception {
		try (FolderStore store = FolderStore.create(folder)) {
			final List<OmeAxis> axes = new ArrayList<>();
			for (final OmeAxis.Kind kind : KINDS)
				axes.add(OmeAxis.of(
						kind,
						kind == OmeAxis.Kind.C || kind == OmeAxis.Kind.T
								? Optional.empty()
								: Optional.of("micrometer")));
			final long[] shape = new long[5];
			for (int d = 0; d < 5; d++) shape[d] = image.size(ORDER[d]);
			final int[] chunks = {1, 1, 2, 77, 100};
			final ZarrSpec spec = version == OmeVersion.V0_4
					? ZarrSpec.v2(type, shape, chunks)
					: ZarrSpec.v3(type, shape, chunks).withShards(1, 1, 2, 154, 300);
			ZarrGroup.create(
					store,
					"",
					version == OmeVersion.V0_4 ? 2 : 3,
					new OmeImage(
									"cells",
									axes,
									List.of(new OmeLevel(
											"0", List.of(1.0, 1.0, 2.0, 0.5, 0.5), Collections.nCopies(5, 0.0))),
									List.of(),
									false)
							.attributes(version));
			final ZarrArray array = ZarrArray.create(store, "0", spec);
			final long[] counts = array.grid().shardCounts();
			final long[] at = new long[5];
			do {
				array.writeShard(index -> Optional.of(chunk(image, type, chunks, index)), at);
			} while (next(at, counts));
		}
	}

	private static Elements chunk(final Image image, final DataType type, final int[] chunks, final long... index) {
		int length = 1;
		for (final int c : chunks) length *= c;
		final Elements elements = Elements.zeros(type, length);
		final RandomAccess<? extends RealType<?>> pixels = image.pixels().randomAccess();
		final long[] inside = new long[5];
		final long[] sizes = new long[5];
		for (int d = 0; d < 5; d++) sizes[d] = chunks[d];
		int i = 0;
		do {
			boolean there = true;
			for (int d = 0; d < 5; d++) {
				final long p = index[d] * chunks[d] + inside[d];
				there &= p < image.size(ORDER[d]);
				if (there) pixels.setPosition(p, ORDER[d]);
			}
			if (there) elements.set(i, pixels.get().getRealDouble());
			i++;
		} while (next(inside, sizes));
		return elements;
	}

	private static boolean next(final long[] at, final long... counts) {
		for (int d = at.length - 1; d >= 0; d--) {
			if (++at[d] < counts[d]) return true;
			at[d] = 0;
		}
		return false;
	}
}
