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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.io.DataType;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.tf.SavedModelLoader;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import ij.IJ;
import ij.ImagePlus;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are ended, and what they meet: in the end all files are those of a run that met nothing. */
class BlockRunTest {

	private static final int EDGE = 64;

	@TempDir
	Path folder;

	private LoadedModel model;

	@BeforeEach
	void open() throws Exception {
		model = LoadedModel.open(
				new ModelLibrary(List.of()).openInside("blobs-threshold"),
				new SavedModelLoader(),
				ModelOptions.DEFAULT);
		write(folder.resolve("a.zarr"), IJ.openImage("samples/blobs.tif"));
	}

	@AfterEach
	void close() {
		model.close();
	}

	private static void write(final Path where, final ImagePlus image) throws Exception {
		final Image pixels = ImagePlusImages.wrap(image);
		OmeFiles.write(where, pixels, DataType.UINT8, OmeVersion.V0_5);
	}

	private BlockSegmentation job(final BlockImage image, final String name) throws FoveaException {
		final ObjectRows rows = (of, window, place) -> {
			final List<List<String>> lines = new java.util.ArrayList<>(List.of(List.of("Label", "Pixels")));
			window.objects().forEach(o -> lines.add(List.of("", String.valueOf(o.pixels()))));
			return lines;
		};
		return new BlockSegmentation(
				image,
				model,
				PredictionOptions.DEFAULT.withTileSize(100),
				SegmentOptions.DEFAULT,
				new BlockSegmentation.Settings(
						folder.resolve(name + ".work"), EDGE, OmeVersion.V0_5, "labels", rows, "test"));
	}

	/** @return objects */
	private long run(final String image, final String name, final StageRunner runner) throws Exception {
		try (BlockImage pixels = BlockImage.open(folder.resolve(image).toString(), 0);
				FolderStore store = FolderStore.create(folder.resolve(name))) {
			return job(pixels, name).run(store, runner, ProgressListener.NONE).objects();
		}
	}

	/** @return hash of each file */
	private Map<String, Integer> files(final String name) throws Exception {
		final Map<String, Integer> files = new TreeMap<>();
		final Path root = folder.resolve(name);
		try (Stream<Path> all = Files.walk(root)) {
			for (final Path file : all.filter(Files::isRegularFile).toList())
				files.put(root.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
		}
		return files;
	}

	/** Ends after some tasks. */
	private record Ending(int after, AtomicInteger done) implements StageRunner {

		Ending(final int after) {
			this(after, new AtomicInteger());
		}

		@Override
		public void run(final Pass pass, final Stage stage, final ProgressListener listener) throws FoveaException {
			for (int task = 0; task < stage.tasks(); task++) {
				if (stage.isDone(task)) continue;
				if (done.getAndIncrement() == after) throw new CancelledException();
				stage.run(task, listener);
			}
		}
	}

	@Test
	void aRunThatWasEndedGoesOn() throws Exception {
		final long objects = run("a.zarr", "whole", new LocalRunner(2));
		assertTrue(objects > 40, objects + " objects");
		final Random random = new Random(1);
		int ended = 0;
		long found = -1;
		for (int tries = 0; found < 0; tries++) {
			assertTrue(tries < 60, "no end");
			try {
				found = run("a.zarr", "ended", new Ending(18 + random.nextInt(10)));
			} catch (final CancelledException e) {
				ended++;
			}
		}
		assertTrue(ended > 1, ended + " times");
		assertEquals(objects, found);
		assertEquals(files("whole"), files("ended"));
	}

	@Test
	void ofTheSamePixelsOnlyTheyAreReadAgain() throws Exception {
		run("a.zarr", "whole", new LocalRunner(1));
		final Ending again = new Ending(Integer.MAX_VALUE);
		run("a.zarr", "whole", again);
		assertEquals(16, again.done.get(), "the blocks that were read");
	}

	@Test
	void ofOtherPixelsNothingIsKept() throws Exception {
		run("a.zarr", "kept", new LocalRunner(2));
		final ImagePlus other = IJ.openImage("samples/blobs.tif");
		other.getProcessor().flipHorizontal();
		write(folder.resolve("a.zarr"), other);
		run("a.zarr", "kept", new LocalRunner(2));
		run("a.zarr", "anew", new LocalRunner(2));
		assertEquals(files("anew"), files("kept"));
	}

	@Test
	void aDamagedChunkIsNamed() throws Exception {
		final Path shard = folder.resolve("a.zarr/0/c/0/0/0/1/0");
		final byte[] good = Files.readAllBytes(shard);
		final byte[] bad = good.clone();
		for (int i = 40; i < 90; i++) bad[i] ^= 0x55;
		Files.write(shard, bad);
		final ImageException e = assertThrows(ImageException.class, () -> run("a.zarr", "labels", new LocalRunner(2)));
		assertTrue(e.getMessage().startsWith("Chunk "), e.getMessage());
		assertFalse(Files.exists(folder.resolve("labels/zarr.json")), "an image of labels");
		Files.write(shard, good);
		run("a.zarr", "labels", new LocalRunner(2));
		run("a.zarr", "whole", new LocalRunner(2));
		assertEquals(files("whole"), files("labels"));
	}

	@Test
	void aMissingChunkIsOfTheFillValue() throws Exception {
		final ImagePlus black = IJ.openImage("samples/blobs.tif");
		black.getProcessor().setColor(0);
		black.getProcessor().fillRect(0, 154, 256, 100);
		write(folder.resolve("black.zarr"), black);
		Files.delete(folder.resolve("a.zarr/0/c/0/0/0/1/0"));
		assertEquals(run("black.zarr", "black", new LocalRunner(2)), run("a.zarr", "missing", new LocalRunner(2)));
		assertEquals(files("black"), files("missing"));
	}

	@Test
	void aStoreThatRefusesIsNamedAndLeftIncomplete() throws Exception {
		final AtomicInteger writes = new AtomicInteger();
		try (BlockImage pixels = BlockImage.open(folder.resolve("a.zarr").toString(), 0);
				FolderStore store = FolderStore.create(folder.resolve("labels"))) {
			final Store full = (Store) Proxy.newProxyInstance(
					Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, args) -> {
						if (method.getName().equals("write") && writes.getAndIncrement() == 5)
							throw new ImageException("Cannot write '" + args[0] + "': No space left on device");
						return method.invoke(store, args);
					});
			final ImageException e = assertThrows(
					ImageException.class,
					() -> job(pixels, "labels").run(full, new LocalRunner(1), ProgressListener.NONE));
			assertTrue(e.getMessage().endsWith("No space left on device"), e.getMessage());
			assertFalse(Files.readString(folder.resolve("labels/zarr.json")).contains("multiscales"));
		}
		run("a.zarr", "labels", new LocalRunner(2));
		run("a.zarr", "whole", new LocalRunner(2));
		assertEquals(files("whole"), files("labels"));
	}
}
