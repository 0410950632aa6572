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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.job.ModelFacts;
import fovea.model.library.ModelLibrary;
import fovea.train.result.PastTraining;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** The commands that train, as SciJava runs them, without a window and without a macro. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class TrainCommandTest {

	private static final String LIBRARY = "fovea.models";

	@TempDir
	Path folder;

	private final Context context;
	private final String before = System.getProperty(LIBRARY);
	private Path models;

	TrainCommandTest(final Context context) {
		this.context = context;
	}

	@BeforeEach
	void useALibraryOfItsOwn() {
		models = folder.resolve("models");
		System.setProperty(LIBRARY, models.toString());
	}

	@AfterEach
	void useTheUsualLibrary() {
		if (before == null) System.clearProperty(LIBRARY);
		else System.setProperty(LIBRARY, before);
	}

	@Test
	void aTrainingGoesOnFromAModelOfTheSameUse() throws Exception {
		final List<String> offered =
				((HostCommand) module(TrainSegmenterCommand.class).getDelegateObject()).proposals("startfrom");
		assertEquals(List.of("auto", "none"), offered.subList(0, 2));
		assertTrue(offered.contains("nuclei") && !offered.contains("denoise"), offered.toString());
	}

	@Test
	void aTrainedModelIsInTheLibraryAndUsed() throws Exception {
		final Module trained = module(TrainAutoencoderCommand.class);
		run(trained, Map.of("image", stack(), "epochs", 1, "batch", 2, "patch", 16));
		assertNull(((Cancelable) trained).getCancelReason());
		final Path zip = models.resolve("my-stack-cae-denoise.zip");
		assertEquals(zip.toString(), trained.getOutput("path"));
		assertTrue(Files.isRegularFile(zip));
		final Module used = module(DenoiseCommand.class);
		run(used, Map.of("image", stack(), "model", "my-stack-cae-denoise"));
		assertNull(((Cancelable) used).getCancelReason());
		assertEquals(3, ((ImagePlus) used.getOutput("denoised")).getStackSize());
		final String reason =
				"there is a model 'my-stack-cae-denoise' already: expected another name, or overwrite=true";
		assertEquals(
				"Train Denoising (CAE): " + reason, fails(TrainAutoencoderCommand.class, Map.of("image", stack())));
		final Module again = module(TrainAutoencoderCommand.class);
		run(again, Map.of("image", stack(), "epochs", 1, "batch", 2, "patch", 16, "overwrite", true));
		assertNull(((Cancelable) again).getCancelReason());
	}

	/** Noise of photons, one image, nothing said: begins with a model inside, and the result is nearer to the truth. */
	@Test
	void oneNoisyImageAloneIsLearnedFrom() throws Exception {
		final float[] clean = new float[192 * 192];
		final float[] noisy = new float[clean.length];
		final Random random = new Random(1);
		for (int i = 0; i < clean.length; i++) {
			clean[i] = 400 + 300 * (float) (Math.sin(i % 192 / 9.0) * Math.cos(i / 192 / 11.0));
			noisy[i] = clean[i] + (float) (Math.sqrt(10 * clean[i]) * random.nextGaussian());
		}
		final ImagePlus image = new ImagePlus("one.tif", new FloatProcessor(192, 192, noisy.clone()));
		final Module trained = module(TrainAutoencoderCommand.class);
		run(trained, Map.of("image", image, "name", "own", "epochs", 1));
		assertNull(((Cancelable) trained).getCancelReason());
		final PastTraining past = ModelFacts.of(new ModelLibrary(List.of(models)), "own")
				.training()
				.orElseThrow();
		assertEquals("cae-denoise", past.architecture());
		final Module used = module(DenoiseCommand.class);
		run(used, Map.of("image", image, "model", "own", "score", false));
		final float[] result = (float[])
				((ImagePlus) used.getOutput("denoised")).getProcessor().getPixels();
		assertTrue(
				error(result, clean) < 0.2 * error(noisy, clean), error(result, clean) + " of " + error(noisy, clean));
	}

	/** Photons again, three exposures; an open image of that title is no target. */
	@Test
	void framesAreLearnedFromTheNextOnes() throws Exception {
		final Random random = new Random(2);
		final float[] clean = new float[96 * 96];
		for (int i = 0; i < clean.length; i++)
			clean[i] = 400 + 300 * (float) (Math.sin(i % 96 / 9.0) * Math.cos(i / 96 / 11.0));
		final ImageStack planes = new ImageStack(96, 96);
		for (int t = 0; t < 3; t++) {
			final float[] noisy = clean.clone();
			for (int i = 0; i < noisy.length; i++)
				noisy[i] += (float) (Math.sqrt(10 * clean[i]) * random.nextGaussian());
			planes.addSlice(new FloatProcessor(96, 96, noisy));
		}
		final ImagePlus frames = new ImagePlus("frames.tif", planes);
		frames.setDimensions(1, 1, 3);
		final ImagePlus title = new ImagePlus("next-frame", new FloatProcessor(96, 96));
		Interpreter.addBatchModeImage(title);
		try {
			final Module trained = module(TrainAutoencoderCommand.class);
			run(trained, Map.of("image", frames, "name", "own", "epochs", 1, "target", "next-frame"));
			assertNull(((Cancelable) trained).getCancelReason());
		} finally {
			Interpreter.removeBatchModeImage(title);
		}
		final String card = ModelFacts.of(new ModelLibrary(List.of(models)), "own")
				.spec()
				.orElseThrow()
				.description();
		assertTrue(
				card.startsWith(
						"Trained with Fovea: cae-denoise on 3 planes of frames.tif, each with its neighbor as the "
								+ "target (Noise2Noise). It began as denoise"),
				card);
		final Module used = module(DenoiseCommand.class);
		run(used, Map.of("image", frames, "model", "own", "score", false));
		final float[] result = (float[])
				((ImagePlus) used.getOutput("denoised")).getProcessor().getPixels();
		final float[] noisy = (float[]) planes.getPixels(1);
		assertTrue(
				error(result, clean) < 0.2 * error(noisy, clean), error(result, clean) + " of " + error(noisy, clean));
	}

	private static double error(final float[] values, final float[] clean) {
		double sum = 0;
		for (int i = 0; i < clean.length; i++) sum += Math.pow((double) values[i] - clean[i], 2);
		return sum / clean.length;
	}

	@Test
	void whatIsKnownOfCleanImagesAgrees() throws Exception {
		assertEquals(
				"Train Denoising (CAE): clean=none: no noise is put on noisy images, got noise=0.1",
				fails(TrainAutoencoderCommand.class, Map.of("image", stack(), "clean", "none", "noise", "0.1")));
		assertEquals(
				"Train Denoising (CAE): clean=none: goes with purpose=denoise, got purpose=reconstruct",
				fails(
						TrainAutoencoderCommand.class,
						Map.of("image", stack(), "clean", "none", "purpose", "reconstruct")));
	}

	@Test
	void foldersOfImagesAndMasksAreLearned() throws Exception {
		final Path images = Files.createDirectory(folder.resolve("images"));
		final Path masks = Files.createDirectory(folder.resolve("masks"));
		for (final String name : List.of("a.tif", "b.tif")) {
			IJ.saveAsTiff(
					new ImagePlus(name, stack().getStack().getProcessor(1)),
					images.resolve(name).toString());
			final ByteProcessor mask = new ByteProcessor(48, 32);
			mask.setRoi(4, 4, 8, 8);
			mask.setValue(9);
			mask.fill();
			IJ.saveAsTiff(new ImagePlus(name, mask), masks.resolve(name).toString());
		}
		final Module module = module(TrainSegmenterCommand.class);
		run(module, Map.of("data", images.toString(), "masks", masks.toString(), "epochs", 1, "showmask", true));
		assertNull(((Cancelable) module).getCancelReason());
		assertEquals(models.resolve("images-fcn-small.zip").toString(), module.getOutput("path"));
		final ImagePlus shown = (ImagePlus) module.getOutput("maskimage");
		assertEquals(2, shown.getStackSize());
		assertEquals("b.tif", shown.getStack().getSliceLabel(2));
		assertEquals(1, shown.getStack().getProcessor(2).get(4, 11));
		assertEquals(0, shown.getStack().getProcessor(2).get(3, 11));
	}

	/** Further from a model that was just trained: the first epoch goes on where that ended. */
	@Test
	void aModelIsTrainedFurther() throws Exception {
		final Module first = module(TrainAutoencoderCommand.class);
		run(
				first,
				Map.of(
						"image",
						stack(),
						"epochs",
						8,
						"batch",
						2,
						"patch",
						16,
						"name",
						"first",
						"normalize",
						"div255",
						"architecture",
						"cae-strided",
						"augment",
						false,
						"purpose",
						"reconstruct"));
		assertNull(((Cancelable) first).getCancelReason());
		final Module further = module(TrainAutoencoderCommand.class);
		run(
				further,
				Map.of(
						"image",
						stack(),
						"epochs",
						1,
						"name",
						"second",
						"startfrom",
						"first",
						"augment",
						false,
						"purpose",
						"reconstruct",
						"seed",
						9));
		assertNull(((Cancelable) further).getCancelReason());
		final ModelLibrary library = new ModelLibrary(List.of(models));
		final PastTraining before = ModelFacts.of(library, "first").training().orElseThrow();
		final PastTraining after = ModelFacts.of(library, "second").training().orElseThrow();
		assertEquals("cae-strided", after.architecture());
		final double began = before.history().get(0).loss();
		final double ended = before.history().get(7).loss();
		final double went = after.history().get(0).loss();
		assertTrue(went < (began + ended) / 2, began + " to " + ended + ", then " + went);
		assertEquals(
				"div255",
				ModelFacts.of(library, "second").rows().stream()
						.filter(row -> row.what().equals("normalized"))
						.findFirst()
						.orElseThrow()
						.text());
		assertEquals(
				"Train Denoising (CAE): "
						+ "file: a model that is trained further (startfrom=first) has its network, expected one of "
						+ "the two",
				fails(
						TrainAutoencoderCommand.class,
						Map.of("image", stack(), "startfrom", "first", "file", "/no.yaml")));
		assertEquals(
				"Train Segmentation (FCN): "
						+ "'first' gives images: expected a model that tells 2 classes apart (background, foreground)",
				fails(TrainSegmenterCommand.class, Map.of("image", annotated(), "startfrom", "first")));
		assertEquals(
				"Train Denoising (CAE): "
						+ "'nuclei' tells classes apart (background, nucleus, border): expected a model that gives "
						+ "images",
				fails(TrainAutoencoderCommand.class, Map.of("image", stack(), "startfrom", "nuclei")));
	}

	/** Killed, or cancelled: the same command with checkpoints goes on, and the history is of both. */
	@Test
	void aTrainingGoesOnFromItsCheckpoints() throws Exception {
		final Map<String, Object> inputs = Map.of(
				"image",
				stack(),
				"batch",
				2,
				"patch",
				16,
				"name",
				"long",
				"checkpoints",
				true,
				"architecture",
				"cae-strided",
				"clean",
				"images");
		final Map<String, Object> endless = new HashMap<>(inputs);
		endless.put("epochs", 100000);
		final Path checkpoints = folder.resolve("checkpoints").resolve("long");
		final Module ended = module(TrainAutoencoderCommand.class);
		final Future<Module> future = start(ended, endless);
		while (!future.isDone() && !hasFinishedAnEpoch(checkpoints)) Thread.sleep(20);
		((Cancelable) ended).cancel("");
		future.get();
		final int done = ModelFacts.of(new ModelLibrary(List.of(models)), "long")
				.training()
				.orElseThrow()
				.history()
				.size();
		final Map<String, Object> more = new HashMap<>(inputs);
		more.put("epochs", done + 2);
		more.put("overwrite", true);
		final Module resumed = module(TrainAutoencoderCommand.class);
		run(resumed, more);
		assertNull(((Cancelable) resumed).getCancelReason());
		assertEquals(
				done + 2,
				ModelFacts.of(new ModelLibrary(List.of(models)), "long")
						.training()
						.orElseThrow()
						.history()
						.size());
	}

	/** With checkpoints, by which a finished epoch is seen from here. */
	@Test
	void aTrainingThatIsCancelledKeepsTheBest() throws Exception {
		final Module module = module(TrainAutoencoderCommand.class);
		final Future<Module> future = start(
				module,
				Map.of(
						"image",
						stack(),
						"epochs",
						100000,
						"batch",
						2,
						"patch",
						16,
						"name",
						"ended",
						"checkpoints",
						true));
		while (!future.isDone()
				&& !hasFinishedAnEpoch(folder.resolve("checkpoints").resolve("ended"))) Thread.sleep(20);
		assertNull(((Cancelable) module).getCancelReason());
		((Cancelable) module).cancel("");
		future.get();
		assertEquals("", ((Cancelable) module).getCancelReason());
		assertTrue(Files.isRegularFile(models.resolve("ended.zip")));
	}

	private static boolean hasFinishedAnEpoch(final Path checkpoints) throws IOException {
		if (!Files.isDirectory(checkpoints)) return false;
		try (Stream<Path> all = Files.list(checkpoints)) {
			return all.anyMatch(path -> path.getFileName().toString().startsWith("epoch-"));
		}
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"architecture=cae-magic | architecture: expected one of cae-strided, cae-pooling, cae-unpooling, "
						+ "cae-transposed, ae-dense, "
						+ "cae-denoise; got 'cae-magic'",
				"file=/no/such.yaml | /no/such.yaml: expected a file that describes a network, found none",
				"patch=64 | patch: expected at most 32 pixels, the shortest side of the images, got 64",
				"patch=18 | patch: expected a multiple of 4 pixels for this network, got 18",
				"noise=pink:0.1 | noise: expected a number or a range such as 0.02-0.2, gaussian:0.02-0.2, "
						+ "poisson:30 or salt-pepper:0.05, "
						+ "got 'pink:0.1'",
				"purpose=reconstruct noise=0.1 | noise: goes with purpose=denoise, got purpose=reconstruct",
				"target=clean | target: expected a folder, a file, the title of an open image, next-frame or "
						+ "next-slice, got 'clean'",
				"target=next-frame | my stack.tif: expected several frames for next-frame, got one with 3 slices, for "
						+ "which there is next-slice",
				"target=next-slice clean=none | clean=none: learns from single noisy images, expected no target, got "
						+ "target=next-slice",
				"target=next-slice purpose=reconstruct | target: goes with purpose=denoise, got purpose=reconstruct, "
						+ "for which the images themselves are to come out",
				"data=/no/such/folder | /no/such/folder: no such file or folder",
				"name=a/b | name: expected letters, digits, spaces and . _ + - ( ), beginning with a letter or "
						+ "digit, got 'a/b'",
				"name=smooth-denoise | there is a model 'smooth-denoise' already: expected another name, or "
						+ "overwrite=true",
				"validation=1 | validation: expected 0.0 to 0.9, got 1.0"
			})
	void whatCannotBeTrainedIsToldInOneLine(final String options, final String reason) throws Exception {
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", stack()));
		for (final String option : options.split(" ")) inputs.put(option.split("=")[0], option.split("=")[1]);
		assertEquals("Train Denoising (CAE): " + reason, fails(TrainAutoencoderCommand.class, inputs));
		assertFalse(Files.exists(models.resolve("my-stack-cae-denoise.zip")));
		assertFalse(Files.exists(folder.resolve("trainings").resolve("my-stack-cae-denoise")));
	}

	@ParameterizedTest
	@ValueSource(classes = {TrainAutoencoderCommand.class, TrainSegmenterCommand.class})
	void withoutAnImageTheCallerIsTold(final Class<? extends Command> command) throws Exception {
		final String reason = fails(command, Map.of("image", new ImagePlus()));
		assertTrue(reason.endsWith(": no image is open, expected one to work on"), reason);
	}

	@Test
	void anImageWithoutRoisIsNotAnnotated() throws Exception {
		assertEquals(
				"Train Segmentation (FCN): "
						+ "expected ROIs in the overlay of an open image (Image > Overlay > Add Selection) or in "
						+ "the ROI "
						+ "Manager, found none",
				fails(TrainSegmenterCommand.class, Map.of("image", stack())));
	}

	@Test
	void roisAndMasksAreNotMixed() throws Exception {
		final Path masks = Files.createDirectory(folder.resolve("masks"));
		IJ.saveAsTiff(
				new ImagePlus("a", new ByteProcessor(8, 8)),
				masks.resolve("a.tif").toString());
		assertEquals(
				"Train Segmentation (FCN): "
						+ "expected ROIs on open images or masks of a folder of images, got both: my stack.tif has "
						+ "an overlay, "
						+ "and masks=" + masks,
				fails(TrainSegmenterCommand.class, Map.of("image", annotated(), "masks", masks.toString())));
		assertEquals(
				"Train Segmentation (FCN): masks: expected data=FOLDER beside it, the images of these masks",
				fails(TrainSegmenterCommand.class, Map.of("image", stack(), "masks", masks.toString())));
		final Path images = Files.createDirectory(folder.resolve("images"));
		Files.write(masks.resolve("b.roi"), new byte[0]);
		assertEquals(
				"Train Segmentation (FCN): " + masks + ": expected ROI files or mask images, got both: b.roi and a.tif",
				fails(TrainSegmenterCommand.class, Map.of("data", images.toString(), "masks", masks.toString())));
		assertEquals(
				"Train Segmentation (FCN): " + masks
						+ ": expected mask images alone for maskkind=binary, found files of ROIs too",
				fails(
						TrainSegmenterCommand.class,
						Map.of("data", images.toString(), "masks", masks.toString(), "maskkind", "binary")));
	}

	@Test
	void kindsOfMasksAreToldByTheirKeys() throws Exception {
		assertEquals(
				"Train Segmentation (FCN): maskkind binary needs masks",
				fails(TrainSegmenterCommand.class, Map.of("image", annotated(), "maskkind", "binary")));
		assertEquals(
				"Train Segmentation (FCN): ignore: goes with maskkind index or colour, not with rois",
				fails(TrainSegmenterCommand.class, Map.of("image", annotated(), "ignore", "255")));
		assertTrue(fails(TrainSegmenterCommand.class, Map.of("image", annotated(), "maskkind", "paintings"))
				.startsWith("Train Segmentation (FCN): maskkind: expected one of auto, binary, "));
	}

	@ParameterizedTest
	@ValueSource(classes = {TrainAutoencoderCommand.class, TrainSegmenterCommand.class})
	void keysAreLowerCaseWordsAndNothingIsRemembered(final Class<? extends Command> command) throws Exception {
		final Module module = module(command);
		module.setInput("image", stack());
		module.initialize();
		final List<String> shown = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getType() != String.class && !item.getType().isPrimitive()) continue;
			shown.add(item.getName());
			assertTrue(item.getName().matches("[a-z]+"), item.getName());
			assertFalse(item.isPersisted(), item.getName());
			assertFalse(item.getLabel().isEmpty(), item.getName());
		}
		assertTrue(shown.contains("startfrom"));
		assertEquals("data", shown.get(0));
		assertEquals(List.of("file", "device"), shown.subList(shown.size() - 2, shown.size()));
		assertNotNull(module.getInfo().getInput("architecture").getChoices());
	}

	private static ImagePlus stack() {
		final ImageStack stack = new ImageStack(48, 32);
		for (int n = 0; n < 3; n++) {
			final ByteProcessor plane = new ByteProcessor(48, 32);
			for (int i = 0; i < plane.getPixelCount(); i++) plane.set(i, (i * 7 + n * 31) % 251);
			stack.addSlice(plane);
		}
		return new ImagePlus("my stack.tif", stack);
	}

	private static ImagePlus annotated() {
		final ImagePlus image = stack();
		image.setOverlay(new Overlay(new Roi(4, 4, 8, 8)));
		return image;
	}

	private Module module(final Class<? extends Command> command) throws Exception {
		final CommandInfo info = context.service(CommandService.class).getCommand(command);
		return context.service(ModuleService.class).createModule(info);
	}

	private Future<Module> start(final Module module, final Map<String, Object> inputs) {
		return context.service(ModuleService.class).run(module, true, new HashMap<>(inputs));
	}

	private void run(final Module module, final Map<String, Object> inputs) throws Exception {
		start(module, inputs).get();
	}

	/** @return why it was cancelled, in one line */
	private String fails(final Class<? extends Command> command, final Map<String, Object> inputs) throws Exception {
		final Module module = module(command);
		run(module, inputs);
		final String reason = ((Cancelable) module).getCancelReason();
		assertNotNull(reason);
		assertFalse(reason.contains("\n"), reason);
		assertNull(module.getOutput("path"));
		return reason;
	}
}
