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

import fovea.ij1.macro.EarlierNames;
import ij.IJ;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** Plain ImageJ has the menu that Fiji has, and beside it what commands were called before. */
class PluginsConfigTest {

	private static final Pattern LINE =
			Pattern.compile("([^,]+), \"(.+)\", " + Pattern.quote(FoveaPlugIn.class.getName()) + "\\(\"(.+)\"\\)");

	private static final String SEPARATOR = "Plugins>Fovea, \"-\"";
	private static final String EARLIER = "Plugins > Fovea > With Earlier Names > ";

	/**
	 * @param path in the menu
	 * @param command class
	 */
	private record Entry(String path, String command) {}

	/** In its order, too, which Fiji makes of weights. */
	@Test
	void plainImageJHasTheMenuThatFijiHas() throws IOException {
		final List<Entry> commands;
		try (Context context = new Context(CommandService.class)) {
			commands = context.service(CommandService.class).getCommands().stream()
					.filter(info -> info.getClassName().startsWith("fovea."))
					.sorted(Comparator.comparingDouble(
							info -> info.getMenuPath().getLeaf().getWeight()))
					.map(info -> new Entry(info.getMenuPath().getMenuString(), info.getClassName()))
					.toList();
		}
		assertEquals(
				commands,
				menu().stream()
						.filter(entry -> !entry.path().startsWith(EARLIER))
						.toList());
		assertTrue(commands.contains(new Entry("Plugins > Fovea > Segment (FCN)...", "fovea.command.SegmentCommand")));
	}

	@Test
	void earlierNamesRunTheSameCommands() throws IOException {
		final Map<String, String> commands = new TreeMap<>();
		final Map<String, String> earlier = new TreeMap<>();
		for (final Entry entry : menu())
			if (entry.path().startsWith(EARLIER))
				earlier.put(entry.path().substring(EARLIER.length()), entry.command());
			else commands.put(entry.path().substring(entry.path().lastIndexOf(" > ") + 3), entry.command());
		final Map<String, String> expected = new TreeMap<>();
		EarlierNames.all().forEach((before, now) -> expected.put(before, commands.get(now)));
		assertEquals(expected, earlier);
	}

	@Test
	void commandsAreInGroups() throws IOException {
		assertEquals(3, lines().stream().filter(SEPARATOR::equals).count());
	}

	/**
	 * Of a second command of the same label ImageJ tells in a window at each start. Shortcuts, in brackets, are no part
	 * of it.
	 */
	@Test
	void noLabelIsOneOfImageJs() throws IOException {
		final Pattern item = Pattern.compile("\\w+=\"(.+?)(\\[.\\d*\\])?\",.*");
		final Set<String> labels = new TreeSet<>();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(IJ.class.getResourceAsStream("/IJ_Props.txt"), StandardCharsets.UTF_8))) {
			lines.lines().map(item::matcher).filter(Matcher::matches).forEach(parts -> labels.add(parts.group(1)));
		}
		assertTrue(
				labels.containsAll(List.of("Blobs", "Gaussian Blur...", "HeLa Cells (48-bit RGB)")), labels.toString());
		for (final Entry entry : menu())
			assertFalse(labels.contains(entry.path().substring(entry.path().lastIndexOf(" > ") + 3)), entry.toString());
	}

	private static List<Entry> menu() throws IOException {
		return lines().stream()
				.filter(line -> !line.equals(SEPARATOR))
				.map(line -> {
					final Matcher parts = LINE.matcher(line);
					return parts.matches()
							? new Entry((parts.group(1) + ">" + parts.group(2)).replace(">", " > "), parts.group(3))
							: new Entry(line, "not understood");
				})
				.toList();
	}

	private static List<String> lines() throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				FoveaPlugIn.class.getResourceAsStream("/plugins.config"), StandardCharsets.UTF_8))) {
			return lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
		}
	}
}
