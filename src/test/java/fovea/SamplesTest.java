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
package fovea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.ij1.bridge.OpenImageJ;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * The sample images in the menu, through SciJava and through a macro of plain ImageJ: what samples/README.md says of
 * them.
 */
@ExtendWith(Hosts.class)
@Tag("thorough")
class SamplesTest {

	private static final Path FOLDER = Path.of("samples");
	private static final String MENU = "Plugins > Fovea > Samples > ";
	private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| (.+?) \\| (.+?) \\| .+");

	/** @return by label, file and type, for example "blobs.tif, 256 x 254, 8 bit" */
	private static Map<String, String> documented() throws IOException {
		final Map<String, String> rows = new TreeMap<>();
		for (final String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
			final Matcher row = ROW.matcher(line);
			if (row.matches()) rows.put(row.group(2), row.group(1) + ", " + row.group(3));
		}
		return rows;
	}

	private static String described(final ImagePlus image) {
		return described(
				image.getTitle(), image.getWidth(), image.getHeight(), image.getNChannels(), image.getBitDepth());
	}

	private static String described(
			final String title, final int width, final int height, final int channels, final int bits) {
		return title + ", " + width + " x " + height + (channels == 1 ? "" : ", " + channels + " channels")
				+ (bits == 24 ? ", RGB" : ", " + bits + " bit");
	}

	private static List<CommandInfo> commands(final Context context) {
		return context.service(CommandService.class).getCommands().stream()
				.filter(info -> info.getMenuPath().getMenuString().startsWith(MENU))
				.toList();
	}

	@Test
	void eachSampleOpensAsItIsDescribed(final Context context) throws Exception {
		final Map<String, String> opened = new TreeMap<>();
		for (final CommandInfo info : commands(context)) {
			final Module module =
					context.service(ModuleService.class).run(info, true).get();
			assertNull(((Cancelable) module).getCancelReason());
			final ImagePlus sample = (ImagePlus) module.getOutput("sample");
			opened.put(info.getMenuPath().getLeaf().getName(), described(sample));
			assertIsItsFile(sample);
		}
		assertEquals(documented(), opened);
	}

	private static void assertIsItsFile(final ImagePlus sample) {
		final ImagePlus file = IJ.openImage(FOLDER.resolve(sample.getTitle()).toString());
		assertEquals(file.getCalibration().toString(), sample.getCalibration().toString());
		assertEquals(file.isComposite(), sample.isComposite());
		assertEquals(file.getDisplayRangeMax(), sample.getDisplayRangeMax());
		assertEquals(file.getStackSize(), sample.getStackSize());
		for (int i = 1; i <= file.getStackSize(); i++)
			assertArrayEquals(
					file.getStack().getProcessor(i).getFloatArray(),
					sample.getStack().getProcessor(i).getFloatArray());
	}

	@Test
	void plainImageJOpensThemByTheirLabels(final OpenImageJ imageJ) throws Exception {
		final List<String> labels = new ArrayList<>(documented().keySet());
		final String macro = labels.stream()
				.map(label -> "run(\"" + label + "\");\nshow(" + labels.indexOf(label) + ");\n")
				.collect(Collectors.joining("", "", """
				function show(i) {
					getDimensions(w, h, c, z, t);
					print(i + ";" + getTitle() + ";" + w + ";" + h + ";" + c + ";" + bitDepth() + ";" + nImages);
				}
				"""));
		final List<String> output = imageJ.run(macro).output();
		assertEquals(labels.size(), output.size(), () -> String.join("\n", output));
		for (int i = 0; i < output.size(); i++) {
			final String[] parts = output.get(i).split(";");
			assertEquals(
					documented().get(labels.get(i)),
					described(
							parts[1],
							Integer.parseInt(parts[2]),
							Integer.parseInt(parts[3]),
							Integer.parseInt(parts[4]),
							Integer.parseInt(parts[5])),
					labels.get(i));
			assertEquals(i + 1, Integer.parseInt(parts[6]), "each is an image of its own");
		}
	}

	/** As in Fiji: on a thread of SciJava's, while the macro waits. */
	@Test
	void aMacroSeesWhatACommandOnAnotherThreadOpened(final OpenImageJ imageJ) throws Exception {
		final List<String> output = imageJ.run("""
			newImage("other", "8-bit", 8, 8, 1);
			print(call("fovea.ij1.bridge.FijiLikeCalls.run", "SampleCommands$CellsNoisy", "") + nImages + getTitle());
			getPixelSize(unit, w, h);
			print(unit + " " + w);
			""").output();
		assertEquals(List.of("done2cells-noisy.tif", "microns 0.325"), output);
	}

	@Test
	void allAreSmallAndInTheMenu() throws IOException {
		final Set<String> images = new TreeSet<>();
		long total = 0;
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (final Path file :
					files.filter(f -> f.toString().matches(".*\\.(tif|png)")).toList()) {
				images.add(file.getFileName().toString());
				assertTrue(Files.size(file) < 150_000, file + " " + Files.size(file));
				total += Files.size(file);
			}
		}
		assertTrue(total < 900_000, total + " bytes");
		assertEquals(
				images,
				documented().values().stream()
						.map(row -> row.split(",")[0])
						.collect(Collectors.toCollection(TreeSet::new)));
	}
}
