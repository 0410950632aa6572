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
import fovea.engine.Engine;
import fovea.engine.EngineKind;
import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelArchive;
import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoiled TIFF and PNG files through a network in the worker: each gives a result or one line, in its time. All of
 * them: {@code mvn test -Pslow -Dtest=ImageFuzzTest}.
 */
@Tag("thorough")
class ImageFuzzTest {

	private static final Duration LIMIT = Duration.ofSeconds(60);
	/** Where a header, and a TIFF's directory, usually is: most of what can be spoiled. */
	private static final int HEAD = 300;

	@TempDir
	private Path folder;

	private final List<Path> images = new ArrayList<>();

	@BeforeEach
	void writeImages() throws Exception {
		for (final String type : List.of("8-bit ramp", "16-bit ramp", "32-bit ramp", "RGB ramp")) {
			final ImagePlus image = IJ.createImage(type, type, 40, 36, type.startsWith("8") ? 3 : 1);
			save(image, type + ".tif");
			if (!type.startsWith("32") && image.getStackSize() == 1) save(image, type + ".png");
		}
	}

	private void save(final ImagePlus image, final String name) throws Exception {
		images.add(folder.resolve(name));
		ImageFiles.save(image, folder.resolve(name));
	}

	@Test
	void someEndInAResultOrALine() throws Exception {
		spoil(0, 60);
	}

	@Test
	@Tag("slow")
	void manyEndInAResultOrALine() throws Exception {
		spoil(Integer.getInteger("fovea.fuzz.from", 1000), Integer.getInteger("fovea.fuzz", 500));
	}

	private void spoil(final long firstSeed, final int count) throws Exception {
		try (Engine engine = Engine.of(EngineKind.WORKER);
				Trials trials = new Trials(LIMIT);
				LoadedModel model = LoadedModel.open(
						ModelArchive.open(Fixtures.model("tf1-frozen-radius3/savedmodel")),
						engine.loader(),
						ModelOptions.DEFAULT)) {
			for (long seed = firstSeed; seed < firstSeed + count; seed++) {
				final Random random = new Random(seed);
				final Path source = images.get(random.nextInt(images.size()));
				final Path spoiled = folder.resolve("spoiled-" + source.getFileName());
				Files.write(spoiled, spoiled(Files.readAllBytes(source), random));
				trials.run(seed + " " + source.getFileName(), () -> run(spoiled, model));
			}
			System.out.println(count + " spoiled images: " + trials.ends());
			assertEquals(Map.of(), trials.wrong());
			assertTrue(trials.ends().size() > 1, trials.ends().toString());
		}
	}

	private static byte[] spoiled(final byte[] bytes, final Random random) {
		switch (random.nextInt(5)) {
			case 0:
				return Arrays.copyOf(bytes, random.nextInt(bytes.length));
			case 1:
				for (int n = 1 + random.nextInt(16); n > 0; n--)
					bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
				return bytes;
			case 2: // a number of four bytes becomes another
				final int at = random.nextInt(Math.min(bytes.length, HEAD) - 4);
				for (int i = 0; i < 4; i++) bytes[at + i] = (byte) (random.nextBoolean() ? 0xFF : 0x7F);
				return bytes;
			default:
				for (int n = 1 + random.nextInt(4); n > 0; n--)
					bytes[random.nextInt(Math.min(bytes.length, HEAD))] ^= (byte) (1 << random.nextInt(8));
				return bytes;
		}
	}

	/** Large ones are images too, but not for a test: they are opened and left. */
	private static Object run(final Path file, final LoadedModel model) throws Exception {
		final Image image = ImagePlusImages.wrap(ImageFiles.open(file));
		if (image.size(Image.X) * image.size(Image.Y) > 1 << 20) return image;
		return new Predictor(model, PredictionOptions.DEFAULT.withChannels(List.of(1)))
				.predict(image, ProgressListener.NONE);
	}
}
