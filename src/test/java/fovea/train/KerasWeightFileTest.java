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
package fovea.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.io.Npy;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.layer.WeightSpec;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Keras wrote, or that are laid out as its older versions wrote them. */
class KerasWeightFileTest {

	@TempDir
	Path folder;

	/** As large as the fixtures: a 32nd of VGG16's filters. */
	private static Architecture reduced() throws ModelException {
		final NamedArchitecture named = Architectures.named("fcn8-vgg16");
		return named.build(named.defaults().withWidthMultiplier(1.0 / 32).withClasses(3));
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"notop-as-first-shared.h5",
				"save-weights-keras-3.weights.h5",
				"save-weights-keras-2.h5",
				"save-model-keras-3.h5"
			})
	void everyLayoutGivesTheThirteenConvolutions(final String name) throws ModelException {
		final Architecture architecture = reduced();
		final WeightMap read = KerasWeightFile.read(Fixtures.file("layers/vgg16-h5/" + name), architecture);
		int convolutions = 0;
		for (final WeightSpec spec : WeightSpecs.of(architecture)) {
			if (!spec.node().startsWith("block")) continue;
			final Path truth = Fixtures.file("layers/network-fcn8-vgg16/" + spec.node() + "." + spec.name() + ".npy");
			assertArrayEquals(Npy.read(truth).data(), read.get(spec), spec.key());
			convolutions += spec.name().equals("kernel") ? 1 : 0;
		}
		assertEquals(13, convolutions);
	}

	@Test
	void anotherShapeIsRefused() {
		final ModelException exc = assertThrows(
				ModelException.class,
				() -> KerasWeightFile.read(
						Fixtures.file("layers/vgg16-h5/notop-as-first-shared.h5"),
						Architectures.named("fcn8-vgg16").build()));
		assertTrue(exc.getMessage().contains("block1_conv1/kernel has shape"), exc.getMessage());
	}

	@Test
	void aFileThatNamesNoLayerIsRefused() {
		final ModelException exc = assertThrows(
				ModelException.class,
				() -> KerasWeightFile.read(
						Fixtures.file("layers/vgg16-h5/notop-as-first-shared.h5"),
						Architectures.named("cae-strided").build()));
		assertTrue(exc.getMessage().contains("found none"), exc.getMessage());
	}

	@Test
	void whatIsNoHdf5IsRefused() throws Exception {
		final Path text = Files.writeString(folder.resolve("weights.h5"), "no weights");
		assertThrows(ModelException.class, () -> KerasWeightFile.read(text, reduced()));
		assertThrows(ModelException.class, () -> KerasWeightFile.read(folder.resolve("missing.h5"), reduced()));
	}

	/** Flipped bits and cut ends: the weights, or one line, whatever the library ends with. */
	@ParameterizedTest
	@Timeout(120)
	@ValueSource(strings = {"notop-as-first-shared.h5", "save-weights-keras-2.h5"})
	void aDamagedFileIsToldInOneLine(final String name) throws Exception {
		final byte[] whole = Files.readAllBytes(Fixtures.file("layers/vgg16-h5/" + name));
		final Architecture architecture = reduced();
		final Random random = new Random(1);
		int refused = 0;
		for (int i = 0; i < 150; i++) {
			final byte[] bytes = i % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
			for (int flip = 0; flip < 1 + i % 8 && bytes.length > 0; flip++)
				bytes[random.nextInt(Math.min(bytes.length, 1 << 12 << i % 3))] ^= 1 << random.nextInt(8);
			final Path file = Files.write(folder.resolve("damaged.h5"), bytes);
			try {
				KerasWeightFile.read(file, architecture);
			} catch (final ModelException exc) {
				refused++;
				assertTrue(
						exc.getMessage().startsWith(file.toString())
								&& !exc.getMessage().contains("\n"),
						exc.getMessage());
			}
		}
		assertTrue(refused > 50, refused + " refused");
	}
}
