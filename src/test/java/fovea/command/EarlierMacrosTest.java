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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.JavaProcess;
import fovea.base.FoveaException;
import fovea.ij1.bridge.OpenImageJ;
import fovea.ij1.macro.EarlierNames;
import fovea.ij1.macro.EarlierNamesService;
import fovea.ij1.macro.MacroCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.service.SciJavaService;

/** Macros of before: names that commands had, and every key, from a list that is never changed. */
@ExtendWith(Hosts.class)
class EarlierMacrosTest {

	private static final Path LIST = Path.of("src", "test", "resources", "fovea", "keys", "earlier-macros.txt");
	private static final Pattern RUN = Pattern.compile("run\\(\"([^\"]+)\"(?:, \"([^\"]+)\")?\\);");

	private final Context context;

	EarlierMacrosTest(final Context context) {
		this.context = context;
	}

	private static List<Matcher> macros() throws IOException {
		return Files.readAllLines(LIST).stream()
				.filter(line -> !line.isBlank() && !line.startsWith("#"))
				.map(line -> {
					final Matcher run = RUN.matcher(line);
					assertTrue(run.matches(), line);
					return run;
				})
				.toList();
	}

	/** Whatever stands there is understood; nothing is computed. */
	@Test
	void everyCommandIsFoundAndEveryKeyIsTaken() throws Exception {
		final Map<String, String> wrong = new TreeMap<>();
		for (final Matcher macro : macros()) {
			final Optional<CommandInfo> info = command(EarlierNames.now(macro.group(1)));
			if (info.isEmpty()) {
				wrong.put(macro.group(), "no such command");
				continue;
			}
			final Module module = context.service(ModuleService.class).createModule(info.get());
			try {
				MacroCall.of(module, macro.group(2)).setInputs();
			} catch (final FoveaException e) {
				wrong.put(macro.group(), e.getMessage());
			}
		}
		assertTrue(macros().size() >= 18);
		assertEquals(Map.of(), wrong);
	}

	/**
	 * ImageJ2 begins with SciJava's services and its own; others are made when somebody needs them, which is too late.
	 */
	@Test
	void imageJ2HasTheServiceFromItsStart() {
		try (Context first = new Context(SciJavaService.class)) {
			assertTrue(first.getServiceIndex().getAll().stream()
					.anyMatch(service -> service instanceof EarlierNamesService));
		}
	}

	private Optional<CommandInfo> command(final String label) {
		return context.service(CommandService.class).getCommands().stream()
				.filter(info -> info.getDelegateClassName().startsWith("fovea."))
				.filter(info -> info.getMenuPath().getLeaf().getName().equals(label))
				.findFirst();
	}

	private static final String EARLIER = """
			open('%s');
			run('FCN Segment...', 'model=blobs-threshold table=true');
			print('objects ' + nResults);
			run('CAE Denoise...', 'model=smooth-denoise');
			print('denoised ' + nImages);
			run('CAE Reconstruct...', 'model=smooth-denoise errormap=true');
			print('reconstructed ' + nImages);
			""".formatted(
					Path.of("samples", "blobs.tif").toAbsolutePath().toString().replace('\\', '/'))
			.replace('\'', '"');

	private static final String LATER = EARLIER.replace("FCN Segment...", "Segment (FCN)...")
			.replace("CAE Denoise...", "Denoise (CAE)...")
			.replace("CAE Reconstruct...", "Reconstruct (CAE)...");

	/** In plain ImageJ by entries of its menu; in ImageJ2 by the listener, since there the menu has none of them. */
	@ParameterizedTest
	@ValueSource(booleans = {false, true})
	void earlierNamesRunAndGiveTheSame(final boolean imageJ2, @TempDir final Path folder) throws Exception {
		try (OpenImageJ imageJ = new OpenImageJ(folder, imageJ2)) {
			final JavaProcess.Outcome earlier = imageJ.run(EARLIER);
			assertTrue(
					earlier.output().stream().anyMatch(line -> line.matches("objects [1-9]\\d*")), earlier.toString());
			assertEquals(imageJ.run(LATER).output(), earlier.output());
			assertEquals(List.of(), earlier.errors());
		}
	}
}
