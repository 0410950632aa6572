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
import fovea.fuzz.ModelMutator.Kind;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoiled models in the worker: each gives a result or one line, in its time, and this JVM goes on. All of them:
 * {@code mvn test -Pslow -Dtest=ModelFuzzTest}.
 */
@Tag("thorough")
class ModelFuzzTest {

	private static final List<String> MODELS = List.of(
			"tf1-ref-variables-radius3/savedmodel",
			"keras3-export-conv-radius4-stride1/savedmodel",
			"tf2-module-sigmoid1-radius3/savedmodel",
			"strided-encoder-decoder-stride4/savedmodel",
			"bioimageio-0.5-segmentation",
			"bioimageio-0.4-denoise",
			"tf1-frozen-radius3/savedmodel");

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	@Test
	void someEndInAResultOrALine() throws Exception {
		spoil(0, 36);
	}

	@Test
	@Tag("slow")
	void manyEndInAResultOrALine() throws Exception {
		spoil(Integer.getInteger("fovea.fuzz.from", 1000), Integer.getInteger("fovea.fuzz", 2000));
	}

	private void spoil(final long firstSeed, final int count) throws Exception {
		try (Engine engine = Engine.of(EngineKind.WORKER);
				Trials trials = new Trials(LIMIT)) {
			for (long seed = firstSeed; seed < firstSeed + count; seed++) {
				final Kind kind = Kind.values()[(int) (seed % Kind.values().length)];
				final String source = MODELS.get(new Random(seed).nextInt(MODELS.size()));
				final Path place = Files.createDirectory(folder.resolve("trial"));
				final Path model =
						new ModelMutator(seed).spoil(copy(Fixtures.model(source), place.resolve("model")), kind);
				trials.run(seed + " " + kind + " " + source, () -> run(model, engine));
				delete(place);
				if (seed % 100 == 99) System.out.println(seed + ": " + trials.ends() + " " + trials.wrong());
			}
			System.out.println(count + " spoiled models: " + trials.ends());
			assertEquals(Map.of(), trials.wrong());
			assertTrue(trials.ends().size() > 1, trials.ends().toString());
		}
	}

	private static Object run(final Path path, final Engine engine) throws Exception {
		try (LoadedModel model = LoadedModel.open(ModelArchive.open(path), engine.loader(), ModelOptions.DEFAULT)) {
			final float[] pixels = new float[40 * 36];
			for (int i = 0; i < pixels.length; i++) pixels[i] = i % 37;
			final Image image =
					new Image("waves", ArrayImgs.floats(pixels, 40, 36, 1, 1, 1), Calibration.PIXELS, false);
			return new Predictor(model, PredictionOptions.DEFAULT).predict(image, ProgressListener.NONE);
		}
	}

	private static Path copy(final Path from, final Path to) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			for (final Path file : all.toList()) {
				final Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) Files.createDirectories(target);
				else Files.copy(file, target);
			}
		}
		return to;
	}

	private static void delete(final Path place) throws IOException {
		try (Stream<Path> all = Files.walk(place)) {
			for (final Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
		}
	}
}
