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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.model.Signature;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small residual network learns to tell stripes that lie from stripes that stand. With the real engine. */
@Tag("thorough")
class TrainClassifierTest {

	private static final int SIDE = 28;
	private static final int COUNT = 120;

	@TempDir
	Path folder;

	private TrainingCalls calls;

	@BeforeEach
	void makeCalls() {
		calls = new TrainingCalls(folder);
	}

	private static int stripes(final boolean stand, final int x, final int y, final int phase) {
		return ((stand ? x : y) + phase) / 4 % 2 == 0 ? 40 : 200;
	}

	private Path images(final String name, final int count, final long seed) throws IOException {
		final SplittableRandom random = new SplittableRandom(seed);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(bytes);
		for (final int number : new int[] {0x803, count, SIDE, SIDE}) out.writeInt(number);
		for (int i = 0; i < count; i++) {
			final int phase = random.nextInt(8);
			for (int k = 0; k < SIDE * SIDE; k++)
				out.writeByte(stripes(i % 3 == 0, k % SIDE, k / SIDE, phase) + random.nextInt(40));
		}
		return Files.write(folder.resolve(name + "-idx3-ubyte"), bytes.toByteArray());
	}

	/** 4 where stripes stand, else 2. */
	private Path labels(final String name, final int count) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(0x801);
		out.writeInt(count);
		for (int i = 0; i < count; i++) out.writeByte(i % 3 == 0 ? 4 : 2);
		return Files.write(folder.resolve(name + "-idx1-ubyte"), bytes.toByteArray());
	}

	@Test
	void labelsOfAFileAreLearnedAndTheModelLoads() throws IOException, FoveaException {
		calls.assertTrains(
				"--architecture",
				"resnet-block",
				"--width",
				"0.25",
				"--data",
				images("train", COUNT, 1).toString(),
				"--target-labels",
				labels("train", COUNT).toString(),
				"--normalize",
				"div255",
				"--epochs",
				"4",
				"--batch",
				"8",
				"--validation-data",
				images("test", 60, 2).toString(),
				"--validation-labels",
				labels("test", 60).toString());
		assertTrue(calls.out().contains("most frequent class (2), accuracy 0.6667"), calls.out());
		final List<String> curves = Files.readAllLines(folder.resolve("x-curves.csv"));
		assertEquals("epoch,loss,validation_loss,accuracy,learning_rate,seconds", curves.get(0));
		assertTrue(Double.parseDouble(curves.get(4).split(",")[3]) > 0.95, curves.toString());
		try (ModelArchive archive = ModelArchive.open(calls.model())) {
			assertEquals(
					List.of("2", "4"),
					archive.spec().orElseThrow().classes().stream()
							.map(c -> c.name())
							.toList());
			final NpyArray input = Npy.read(archive.resolve("test_input.npy"));
			final NpyArray output = Npy.read(archive.resolve("test_output.npy"));
			final float[] scaled = new float[input.data().length];
			for (int i = 0; i < scaled.length; i++) scaled[i] = input.data()[i] / 255;
			final Signature signature =
					new SavedModelLoader().signatures(archive.savedModel()).get(0);
			try (Network network = new SavedModelLoader().open(GraphSource.whole(archive.savedModel()), signature)) {
				assertArrayEquals(
						output.data(),
						network.run("input", new FloatTensor(input.shape(), scaled), "output")
								.data(),
						1e-5f);
			}
		}
		assertEquals(0, calls.execute("model", "test", calls.model().toString()), calls::err);
		assertTrue(calls.out().contains("gives its test output"), calls.out());
		tellsWhatItLearned();
	}

	/** Images that it has not seen: every third stands. */
	private void tellsWhatItLearned() throws IOException {
		final String csv = folder.resolve("classes.csv").toString();
		assertEquals(
				0,
				calls.execute(
						"classify",
						"--model",
						calls.model().toString(),
						"--csv",
						csv,
						images("new", 30, 3).toString()),
				calls::err);
		final List<String> lines = Files.readAllLines(Path.of(csv));
		assertEquals("image,class,probability,2,4", lines.get(0));
		assertEquals(31, lines.size());
		for (int i = 0; i < 30; i++) {
			final String[] cells = lines.get(i + 1).split(",");
			assertEquals("new-idx3-ubyte " + i, cells[0]);
			assertEquals(i % 3 == 0 ? "4" : "2", cells[1], lines.get(i + 1));
			assertEquals(1, Double.parseDouble(cells[3]) + Double.parseDouble(cells[4]), 1e-5);
			assertEquals(Double.parseDouble(cells[i % 3 == 0 ? 4 : 3]), Double.parseDouble(cells[2]));
		}
		assertTrue(calls.out().lines().findFirst().orElse("").startsWith("new-idx3-ubyte 0: 4, 0."), calls.out());
		assertEquals(1, calls.execute("classify", "--model", calls.model().toString(), "samples/blobs.tif"));
		assertEquals(1, calls.err().lines().count(), calls.err());
		assertTrue(calls.err().contains("blobs.tif") && calls.err().contains("28, 28"), calls.err());
		programsGetAnObjectForEachImage(folder.resolve("new-idx3-ubyte").toString());
		channelsAreNotMixed();
		assertEquals(
				1, calls.execute("classify", "--model", calls.model().toString(), "samples/blobs.tif", "gone.tif"));
		assertEquals("", calls.out());
		assertTrue(calls.err().contains("gone.tif"), calls.err());
		assertEquals(
				1,
				calls.execute(
						"denoise",
						"--model",
						calls.model().toString(),
						"samples/blobs.tif",
						"--out",
						folder.toString()));
		assertTrue(
				calls.err().contains("is no image") && calls.err().contains("is run by fovea classify"), calls.err());
	}

	private void programsGetAnObjectForEachImage(final String images) {
		final String model = calls.model().toString();
		assertEquals(1, calls.execute("classify", "--json", "-m", model, images, "samples/blobs.tif"), calls::err);
		final List<String> objects = calls.out().lines().toList();
		assertEquals(31, objects.size());
		assertTrue(
				objects.get(0)
						.startsWith("{\"input\":\"new-idx3-ubyte 0\",\"status\":\"done\",\"planes\":[{\"class\":\"4\","
								+ "\"probability\":0."),
				objects.get(0));
		assertTrue(objects.get(30).contains("\"status\":\"failed\",\"error\":\""), objects.get(30));
		assertEquals(0, calls.execute("classify", "--quiet", "-m", model, images), calls::err);
		assertEquals("", calls.out());
	}

	/** Which of two has the stripes nobody but the user knows. */
	private void channelsAreNotMixed() {
		final ImagePlus pair = IJ.createHyperStack("pair", SIDE, SIDE, 2, 1, 1, 8);
		for (int i = 0; i < SIDE * SIDE; i++)
			for (int c = 1; c <= 2; c++) pair.getStack().getProcessor(c).set(i, stripes(c == 2, i % SIDE, i / SIDE, 0));
		final String file = folder.resolve("pair.tif").toString();
		IJ.saveAsTiff(pair, file);
		final String model = calls.model().toString();
		assertEquals(1, calls.execute("classify", "--model", model, file));
		assertEquals(1, calls.err().lines().count(), calls.err());
		assertTrue(
				calls.err().contains("has 2 channels: expected channels=N (on the command line --channels N)"),
				calls.err());
		assertEquals(0, calls.execute("classify", "--model", model, "--channels", "2", file), calls::err);
		assertTrue(calls.out().startsWith("pair.tif: 4, "), calls.out());
		assertEquals(0, calls.execute("classify", "--model", model, "--channels", "all", file), calls::err);
		assertEquals(2, calls.out().lines().count(), calls.out());
	}

	@Test
	void modelsThatMakeImagesDoNotClassify() {
		assertEquals(1, calls.execute("classify", "--model", "smooth-denoise", "samples/blobs.tif"));
		assertEquals(1, calls.err().lines().count(), calls.err());
		assertTrue(
				calls.err()
						.contains("expected one that tells which class a whole image is of; run it with "
								+ "'Denoise (CAE)...'"),
				calls.err());
		assertEquals(
				2,
				calls.execute(
						"classify", "--model", "smooth-denoise", "--csv", folder.toString(), "samples/blobs.tif"));
		assertEquals(2, calls.execute("classify", "samples/blobs.tif"));
	}

	@Test
	void foldersAreClasses() throws IOException {
		for (final boolean stand : new boolean[] {true, false})
			calls.grayImages(stand ? "types/stand" : "types/lie", 12, (x, y) -> stripes(stand, x, y, 0));
		calls.assertTrains(
				"--architecture",
				"resnet-block",
				"--size",
				"32",
				"--width",
				"0.25",
				"--data",
				folder.resolve("types").toString(),
				"--class-folders",
				"--epochs",
				"8",
				"--batch",
				"4",
				"--validation",
				"0.25");
		final List<String> curves = Files.readAllLines(folder.resolve("x-curves.csv"));
		assertEquals(1, Double.parseDouble(curves.get(8).split(",")[3]), curves.toString());
		// A color image is of one class too, by its gray: blue alone has no stripes.
		final String colors = calls.images("colours", 1, (x, y) -> 0x010100 * stripes(true, x, y, 0) + 30);
		assertEquals(0, calls.execute("classify", "--model", calls.model().toString(), colors), calls::err);
		assertEquals(1, calls.out().lines().count(), calls.out());
		assertTrue(calls.out().startsWith("a0.png: stand, "), calls.out());
	}

	@Test
	void otherClassesInValidationDataAndPatchesAreRefused() throws IOException {
		final String[] arguments = {
			"--architecture",
			"resnet-block",
			"--data",
			images("train", 6, 1).toString(),
			"--target-labels",
			labels("train", 6).toString(),
			"--only",
			"2,4",
			"--patch",
			"20"
		};
		calls.assertFails(1, List.of("train-idx3-ubyte 0", "whole images", "patch size of 20"), arguments);
		for (final String name : List.of("types/a", "types/b", "others/a", "others/c"))
			calls.grayImages(name, 2, (x, y) -> x);
		calls.assertFails(
				1,
				List.of("others", "expected classes of a, b, got 'c'"),
				"--architecture",
				"resnet-block",
				"--data",
				folder.resolve("types").toString(),
				"--class-folders",
				"--validation-data",
				folder.resolve("others").toString());
	}
}
