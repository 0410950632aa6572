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
package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.JavaProcess;
import fovea.model.library.ModelLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Macros that train, in plain ImageJ without a window, with the real engine; the library is in the process' own home.
 */
@ExtendWith(Hosts.class)
@Tag("thorough")
class TrainMacroTest {

	private final OpenImageJ imageJ;
	private final Path models;

	TrainMacroTest(final OpenImageJ imageJ) {
		this.imageJ = imageJ;
		models = imageJ.home().resolve(".fovea").resolve("models");
	}

	@Test
	@Tag("slow")
	void aTrainedDenoiserIsUsedByItsName() throws Exception {
		final List<String> output = run("""
			newImage('beads', '8-bit ramp', 48, 32, 3);
			run('Train Denoising (CAE)...', 'name=[my beads] epochs=2 batch=2 patch=16');
			run('Denoise (CAE)...', 'model=[my beads]');
			print(getTitle() + ' ' + nSlices);
			run('Train Denoising (CAE)...', 'name=pairs target=beads architecture=cae-strided epochs=1 validation=0');
			""");
		assertTrue(
				output.get(0).startsWith("Train Denoising (CAE): cae-denoise: ")
						&& output.get(0).endsWith("2 epochs with patches of 16 in batches of 2"),
				output.get(0));
		assertTrue(output.get(1).contains("one image: its last 1 of 3 planes are for validation"), output.get(1));
		assertTrue(output.get(2).startsWith("Train Denoising (CAE): epoch 1 of 2: loss "), output.get(2));
		assertTrue(output.get(3).startsWith("Train Denoising (CAE): epoch 2 of 2: loss "), output.get(3));
		assertTrue(
				output.get(4)
						.matches("Train Denoising (CAE): psnr [\\d.]+ with the network; without: input as it is .*"),
				output.get(4));
		assertTrue(output.get(5).startsWith("Train Denoising (CAE): model=[my beads], best epoch "), output.get(5));
		assertTrue(output.contains("beads-denoised 3"), () -> String.join("\n", output));
		assertTrue(
				output.stream()
						.anyMatch(line -> line.startsWith("Train Denoising (CAE): cae-strided: ")
								&& line.endsWith("1 epoch with whole images in batches of 32")),
				() -> String.join("\n", output));
		assertTrue(
				output.get(output.size() - 1).startsWith("Train Denoising (CAE): model=pairs, epoch 1 of 1"),
				output.get(output.size() - 1));
		assertTrue(output.get(5).endsWith(", in " + models.resolve("my beads.zip")), output.get(5));
		assertTrue(new ModelLibrary(List.of(models)).names().containsAll(List.of("my beads", "pairs")));
		final Path trainings =
				imageJ.home().resolve(".fovea").resolve("trainings").resolve("my beads");
		for (final String file : List.of("my beads-curves.csv", "my beads-curves.png", "my beads-samples.png"))
			assertTrue(Files.size(trainings.resolve(file)) > 0, file);
		assertFalse(Files.exists(imageJ.home().resolve(".fovea").resolve("checkpoints")));
	}

	/** The same macro once more, with the model that it has kept, and once without keeping one. */
	@Test
	void anImageIsDenoisedByANetworkOfItsOwn() throws Exception {
		final List<String> output = run("""
			newImage('own noise', '8-bit ramp', 48, 32, 1);
			run('Add Specified Noise...', 'standard=25');
			id = getImageID();
			run('Denoise This Image...', 'steps=3 keep=own seed=1');
			print(getTitle() + ' ' + getWidth());
			selectImage(id);
			run('Denoise This Image...', 'steps=3');
			print(getTitle() + ' ' + getHeight());
			""");
		assertTrue(
				output.stream()
						.anyMatch(line -> line.matches("Denoise This Image: model=own, .*epoch 1 of 1, completed, "
								+ "on .*, in .*own\\.zip")),
				() -> String.join("\n", output));
		assertTrue(output.contains("own noise-denoised 48"), () -> String.join("\n", output));
		assertTrue(output.contains("own noise-denoised 32"), () -> String.join("\n", output));
		assertTrue(output.get(output.size() - 3).endsWith("; the network is not kept (keep=NAME keeps it)"));
		// of so small an image the noise may look correlated
		assertTrue(output.get(output.size() - 2)
				.matches(".*(its result is taken|the result is that of the network trained here)"));
		assertTrue(Files.deleteIfExists(models.resolve("own.zip")));
	}

	/**
	 * Bright squares are drawn as ROIs on two images, one of them with a name of background on top, and found in a
	 * third.
	 */
	@Test
	void whatIsDrawnOnOpenImagesIsLearned() throws Exception {
		final String image = """
			newImage('NAME', '8-bit black', 64, 48, 1);
			setColor(200);
			fillRect(8, 8, 24, 24);
			""";
		final String draw = """
			makeRectangle(8, 8, 24, 24);
			Roi.setName('cell-1');
			Overlay.addSelection;
			run('Select None');
			""";
		final List<String> output = run(image.replace("NAME", "one") + draw + image.replace("NAME", "two") + draw + """
			settings = 'name=cells classes=cell epochs=1 batch=2 patch=16 validation=0 showmask=true';
			run('Train Segmentation (FCN)...', settings + ' startfrom=none');
			print(getTitle() + ' ' + nSlices + ' ' + getPixel(9, 9) + ' ' + getPixel(40, 9));
			"""
				+ image.replace("NAME", "three") + """
			run('Segment (FCN)...', 'model=cells mask=true');
			print(getTitle());
			""");
		assertTrue(
				output.get(0).equals("Train Segmentation (FCN): learns from what is drawn on two, one"), output.get(0));
		assertEquals(
				"Train Segmentation (FCN): 19 % of the pixels are annotated, and little of the rest looks like them: "
						+ "it is background (unlabelled=ignore: it does not count)",
				output.get(1));
		assertTrue(output.get(2).startsWith("Train Segmentation (FCN): fcn-small: "), output.get(2));
		assertTrue(output.contains("two-classes 2 1 0"), () -> String.join("\n", output));
		assertEquals("three-mask", output.get(output.size() - 1));
		assertTrue(Files.deleteIfExists(models.resolve("cells.zip")));
	}

	/** @return what was printed, where nothing went wrong */
	private List<String> run(final String macro) throws Exception {
		final JavaProcess.Outcome outcome = imageJ.run(macro.replace('\'', '"'));
		assertTrue(
				outcome.errors().stream().noneMatch(line -> line.contains("Macro Error")),
				() -> String.join("\n", outcome.errors()));
		return outcome.output();
	}
}
