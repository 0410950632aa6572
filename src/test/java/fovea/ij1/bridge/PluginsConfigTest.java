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

import ij.IJ;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** Under the same path and label Fiji has one entry for both hosts, else two. */
class PluginsConfigTest {

	private static final Pattern LINE =
			Pattern.compile("(\\S+), \"(.+)\", " + Pattern.quote(FoveaPlugIn.class.getName()) + "\\(\"(.+)\"\\)");

	@Test
	void plainImageJHasTheMenuThatFijiHas() throws IOException {
		final Map<String, String> commands = new TreeMap<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : context.service(CommandService.class).getCommands())
				if (info.getClassName().startsWith("fovea."))
					commands.put(info.getClassName(), info.getMenuPath().getMenuString());
		}
		assertEquals(commands, menu());
		assertEquals("Plugins > Fovea > FCN Segment...", commands.get("fovea.command.SegmentCommand"));
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
		for (final String path : menu().values())
			assertFalse(labels.contains(path.substring(path.lastIndexOf(" > ") + 3)), path);
	}

	private static Map<String, String> menu() throws IOException {
		final Map<String, String> menu = new TreeMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				FoveaPlugIn.class.getResourceAsStream("/plugins.config"), StandardCharsets.UTF_8))) {
			for (final String line : lines.lines()
					.filter(l -> !l.isBlank() && !l.startsWith("#"))
					.toList()) {
				final Matcher parts = LINE.matcher(line);
				if (parts.matches())
					menu.put(parts.group(3), (parts.group(1) + ">" + parts.group(2)).replace(">", " > "));
				else menu.put(line, "not understood");
			}
		}
		return menu;
	}
}
