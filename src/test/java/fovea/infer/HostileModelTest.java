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
package fovea.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.latent.Autoencoder;
import fovea.latent.Pooling;
import fovea.model.Signature;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that would read or write files: none reaches what makes a session. None is ever given to TensorFlow here, not
 * even where it is trusted.
 */
class HostileModelTest {

	private static final Path MODELS = Path.of("src/test/resources/fovea/models");
	private static final Path EVIL = Path.of("fovea-evil.txt");

	/** Reads signatures, which takes no session, and notes in place of making one. */
	private static final class Spy implements NetworkLoader {

		private final List<Path> opened = new ArrayList<>();

		@Override
		public List<Signature> signatures(final Path savedModel) throws ModelException {
			return new SavedModelLoader().signatures(savedModel);
		}

		@Override
		public Network open(final GraphSource source, final Signature signature) throws ModelException {
			opened.add(source.folder());
			throw new ModelException("a session would be made");
		}
	}

	static Stream<Path> hostile() throws IOException {
		final List<Path> models = new ArrayList<>(List.of(MODELS.resolve("hostile/graph-writes-a-file")));
		try (Stream<Path> folders = Files.list(MODELS.resolve("hostile-graphs"))) {
			models.addAll(folders.sorted().toList());
		}
		assertTrue(models.size() > 30);
		return models.stream();
	}

	@AfterEach
	void noFileIsTouched() {
		assertFalse(Files.exists(EVIL), EVIL.toAbsolutePath().toString());
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void isRefusedBeforeThereIsASession(final Path model) throws Exception {
		final Spy spy = new Spy();
		final ModelException refusal = assertThrows(
				ModelException.class, () -> LoadedModel.open(ModelArchive.open(model), spy, ModelOptions.DEFAULT));
		assertEquals(List.of(), spy.opened, refusal.getMessage());
		assertTrue(refusal.getMessage().startsWith(model + ": "), refusal.getMessage());
		assertEquals(1, refusal.getMessage().lines().count());
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void isRefusedAsAnAutoencoder(final Path model) throws Exception {
		final Spy spy = new Spy();
		final ModelOptions options = new ModelOptions("serving_default,serving_default", "", "byxc", "none");
		assertThrows(
				ModelException.class, () -> Autoencoder.open(ModelArchive.open(model), spy, options, Pooling.MEAN));
		assertEquals(List.of(), spy.opened);
	}

	@Test
	void isNotSearchedWhereItIsTrusted() throws Exception {
		final Path model = MODELS.resolve("hostile-graphs/write-in-function");
		final Spy spy = new Spy();
		assertThrows(
				ModelException.class,
				() -> LoadedModel.open(ModelArchive.open(model), spy, ModelOptions.DEFAULT.withTrusted(true)));
		assertEquals(1, spy.opened.size());
	}
}
