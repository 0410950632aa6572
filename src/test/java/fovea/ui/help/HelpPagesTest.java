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
package fovea.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** Pages of the documentation as a window shows them. */
class HelpPagesTest {

	private static final Path DOCS = Path.of("docs");

	private static List<String> pages() throws IOException {
		try (Stream<Path> files = Files.list(DOCS)) {
			return files.map(file -> file.getFileName().toString())
					.filter(name -> name.endsWith(".md"))
					.sorted()
					.toList();
		}
	}

	@Test
	void pagesArePackedWithTheirPictures() throws IOException {
		assertTrue(pages().size() > 15, pages().toString());
		for (final String page : pages()) assertTrue(HelpPages.has(page), page);
		assertTrue(HelpPages.has(HelpPages.START));
		assertTrue(HelpPages.has("images/models-window.png"));
		assertFalse(HelpPages.has("nothing.md"));
	}

	/** Of what is packed: a heading that was renamed is missed by links to it. */
	@Test
	void linksLeadToHeadingsThatThereAre() throws IOException {
		final Set<String> wrong = new TreeSet<>();
		int links = 0;
		for (final String page : pages()) {
			final Matcher link = Pattern.compile("href=\"([^\"]*)\"").matcher(Rendering.html(Place.of(page)));
			while (link.find()) {
				if (Rendering.isWeb(link.group(1))) continue;
				links++;
				final Place to = Place.of(page).follow(link.group(1));
				if (!to.heading().isEmpty() && !Rendering.html(to).contains("<a name=\"" + to.heading() + "\">"))
					wrong.add(page + ": " + link.group(1));
			}
		}
		assertTrue(links > 50, "there are " + links);
		assertEquals(Set.of(), wrong);
	}

	@Test
	void headingsTablesAndCodeAreShown() {
		final String html = Rendering.html("# Keys of `a`, b\n\n| x | y |\n|---|---|\n| 1 | `<2>` |\n");
		assertTrue(html.contains("<h1><a name=\"keys-of-a-b\">Keys of <code>a</code>, b</a></h1>"), html);
		assertTrue(html.contains("<table border=\"1\""), html);
		assertTrue(html.contains("<td><code>&lt;2&gt;</code></td>"), html);
	}

	@Test
	void whatIsNotPackedIsNoLink() {
		assertEquals(
				"<html><body><p>See this and <a href=\"keys.md#selections\">that</a></p>\n</body></html>",
				Rendering.html("See [this](../README.md) and [that](keys.md#selections)"));
	}

	@Test
	void pagesAreFollowedAndLeftAgain() throws Exception {
		final AtomicReference<HelpPane> pane = new AtomicReference<>();
		SwingUtilities.invokeAndWait(() -> {
			pane.set(new HelpPane());
			pane.get().go(Place.of(HelpPages.START));
			assertTrue(pane.get().text().contains("A first try"));
			pane.get().follow("results.md");
			assertEquals("results.md", pane.get().shown().page());
			pane.get().follow("#units");
			assertEquals(new Place("results.md", "units"), pane.get().shown());
			pane.get().back();
			pane.get().back();
			assertEquals(HelpPages.START, pane.get().shown().page());
			pane.get().go(Place.of("nothing.md"));
			assertTrue(pane.get().text().contains("There is no page"));
		});
	}
}
