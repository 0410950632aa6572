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
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** Commands as SciJava runs them, without a window and without a macro. */
@ExtendWith(Hosts.class)
class FoveaCommandTest {

	private final Context context;
	private final ImagePlus image = new ImagePlus("gray", new ByteProcessor(8, 8));

	FoveaCommandTest(final Context context) {
		this.context = context;
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"threshold | 7 | Segment (FCN): threshold: expected 0.0 to 1.0, got 7.0",
				"threshold | NaN | Segment (FCN): threshold: expected 0.0 to 1.0, got NaN",
				"minsize | 0 | Segment (FCN): minsize: expected auto or a number of pixels, 1 or more, got '0'",
				"halo | -2 | Segment (FCN): halo: expected -1 or more, got -2",
				"normalize | gamma | Segment (FCN): normalize: expected one of model, percentile, zscore, minmax, "
						+ "div255, none; got 'gamma'",
				"scope | Slice | Segment (FCN): scope: expected one of image, slice; got 'Slice'",
				"device | tpu | Segment (FCN): device: expected auto, cpu, gpu, or a GPU by its number such as gpu:1; "
						+ "got 'tpu'",
				"channels | 1,x | Segment (FCN): channels: expected all, or numbers from 1 on, such as 1,2, got '1,x'"
			})
	void aWrongInputIsToldToTheCaller(final String name, final String value, final String reason)
			throws InterruptedException, ExecutionException {
		assertEquals(reason, run(SegmentCommand.class, Map.of("image", image, name, value)));
	}

	/** Scripts give a number where a macro gives text. */
	@Test
	void aNumberIsTakenWhereAWordMayStand() throws InterruptedException, ExecutionException {
		assertEquals(
				"Segment (FCN): minsize: expected auto or a number of pixels, 1 or more, got '-20'",
				run(SegmentCommand.class, Map.of("image", image, "minsize", -20)));
	}

	@Test
	void withoutAnImageTheCallerIsTold() throws InterruptedException, ExecutionException {
		final ImagePlus empty = new ImagePlus();
		final String reason = "Denoise (CAE): no image is open, expected one to work on";
		assertEquals(reason, run(DenoiseCommand.class, Map.of("image", empty)));
	}

	@Test
	void anUnknownModelIsNamedInOneLine() throws InterruptedException, ExecutionException {
		final String reason = run(ReconstructCommand.class, Map.of("image", image, "model", "no-such-model"));
		assertTrue(reason.startsWith("Reconstruct (CAE): ") && reason.contains("no-such-model"), reason);
		assertFalse(reason.contains("\n") || reason.contains("unexpected"), reason);
	}

	@ParameterizedTest
	@CsvSource({
		"fovea.command.DenoiseCommand, denoised, my cell 1-denoised",
		"fovea.command.ReconstructCommand, reconstruction, my cell 1-reconstructed"
	})
	void aResultIsCalledAsItsImageIsWithSpaces(final String command, final String output, final String title)
			throws InterruptedException, ExecutionException {
		final Map<String, Object> inputs = Map.of("image", new ImagePlus("my cell 1.tif", new ByteProcessor(40, 40)));
		final Module module = context.service(ModuleService.class)
				.run(context.service(CommandService.class).getCommand(command), true, new HashMap<>(inputs))
				.get();
		assertEquals(title, ((ImagePlus) module.getOutput(output)).getTitle());
	}

	/** The fields' names are the macro language: a key with an upper-case letter would be ignored. */
	@ParameterizedTest
	@ValueSource(classes = {BatchCommand.class, DenoiseCommand.class, ReconstructCommand.class, SegmentCommand.class})
	void keysAreLowerCaseWordsAndNothingIsRemembered(final Class<? extends Command> command) throws ModuleException {
		final Module module = context.service(ModuleService.class).createModule(info(command));
		assertNotNull(module.getInfo().getInput("model"));
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (!isShown(item)) continue;
			assertTrue(item.getName().matches("[a-z]+"), item.getName());
			assertTrue(item.getType() == ImagePlus.class || !item.isPersisted(), item.getName());
			assertFalse(item.getLabel().isEmpty(), item.getName());
		}
	}

	@Test
	void rareParametersComeLast() throws Exception {
		final Module module = context.service(ModuleService.class).createModule(info(DenoiseCommand.class));
		module.setInput("image", image);
		module.initialize();
		final List<String> names = new ArrayList<>();
		module.getInfo().inputs().forEach(item -> {
			if (isShown(item)) names.add(item.getName());
		});
		assertEquals(
				List.of(
						"image",
						"model",
						"bitdepth",
						"stabilize",
						"uncertainty",
						"score",
						"region",
						"normalize",
						"channels",
						"scope",
						"orientations",
						"border",
						"tilesize",
						"halo",
						"precision",
						"signature",
						"tensor",
						"axes",
						"trustmodel",
						"device"),
				names);
	}

	private static boolean isShown(final ModuleItem<?> item) {
		return item.getType() == ImagePlus.class
				|| item.getType() == String.class
				|| item.getType().isPrimitive();
	}

	private CommandInfo info(final Class<? extends Command> command) {
		return context.service(CommandService.class).getCommand(command);
	}

	/** @return the reason for which the command was cancelled, or null */
	private String run(final Class<? extends Command> command, final Map<String, Object> inputs)
			throws InterruptedException, ExecutionException {
		final Module module = context.service(ModuleService.class)
				.run(info(command), true, new HashMap<>(inputs))
				.get();
		module.getOutputs().values().forEach(output -> assertNull(output));
		return ((Cancelable) module).getCancelReason();
	}
}
