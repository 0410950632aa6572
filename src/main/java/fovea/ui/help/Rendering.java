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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Makes of a page what a window shows. Stateless. */
final class Rendering {

	private static final int PICTURE_WIDTH = 700;

	private static final List<Extension> TABLES = List.of(TablesExtension.create());

	private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

	private Rendering() {}

	/**
	 * @param place on the page that is wanted
	 * @return the page as HTML; where there is none, it says so
	 * @throws IOException if it cannot be read
	 */
	static String html(final Place place) throws IOException {
		return html(text(place).orElse("There is no page `" + place.page() + "`. Go to the [start](help.md)."));
	}

	private static Optional<String> text(final Place place) throws IOException {
		try (InputStream page = Rendering.class.getResourceAsStream(place.resource())) {
			return page == null
					? Optional.empty()
					: Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	/**
	 * @param markdown a page
	 * @return the same as HTML; links to what is not packed are text
	 */
	static String html(final String markdown) {
		final HtmlRenderer renderer = HtmlRenderer.builder()
				.extensions(TABLES)
				.nodeRendererFactory(Headings::new)
				.nodeRendererFactory(Links::new)
				.attributeProviderFactory(context -> Rendering::look)
				.build();
		return "<html><body>" + renderer.render(PARSER.parse(markdown)) + "</body></html>";
	}

	/** Swing knows no style sheets of today. */
	private static void look(final Node node, final String tag, final Map<String, String> attributes) {
		if (node instanceof TableBlock && tag.equals("table")) {
			attributes.put("border", "1");
			attributes.put("cellspacing", "0");
			attributes.put("cellpadding", "3");
		}
		if (node instanceof final Image image)
			width(image.getDestination())
					.ifPresent(width -> attributes.put("width", Integer.toString(Math.min(width, PICTURE_WIDTH))));
	}

	private static Optional<Integer> width(final String picture) {
		try (InputStream file =
				Rendering.class.getResourceAsStream(Place.of(picture).resource())) {
			final BufferedImage image = file == null ? null : ImageIO.read(file);
			return image == null ? Optional.empty() : Optional.of(image.getWidth());
		} catch (final IOException e) {
			return Optional.empty(); // shown as it is, then
		}
	}

	/**
	 * @param heading its words
	 * @return what links on the web call it
	 */
	static String anchor(final String heading) {
		return heading.codePoints()
				.filter(each -> Character.isLetterOrDigit(each) || each == ' ' || each == '-' || each == '_')
				.map(each -> each == ' ' ? '-' : Character.toLowerCase(each))
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
	}

	private static String words(final Node node) {
		final StringBuilder words = new StringBuilder();
		node.accept(new AbstractVisitor() {

			@Override
			public void visit(final Text text) {
				words.append(text.getLiteral());
			}

			@Override
			public void visit(final Code code) {
				words.append(code.getLiteral());
			}
		});
		return words.toString();
	}

	private static void renderChildren(final Node parent, final HtmlNodeRendererContext context) {
		for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) context.render(child);
	}

	/** Headings that can be gone to: Swing goes by the names of anchors. */
	private record Headings(HtmlNodeRendererContext context) implements NodeRenderer {

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(Heading.class);
		}

		@Override
		public void render(final Node node) {
			final HtmlWriter html = context.getWriter();
			final String tag = "h" + ((Heading) node).getLevel();
			html.line();
			html.tag(tag);
			html.tag("a", Map.of("name", anchor(words(node))));
			renderChildren(node, context);
			html.tag("/a");
			html.tag("/" + tag);
			html.line();
		}
	}

	/** Links that lead somewhere: to the web, or to what is packed. */
	private record Links(HtmlNodeRendererContext context) implements NodeRenderer {

		@Override
		public Set<Class<? extends Node>> getNodeTypes() {
			return Set.of(Link.class);
		}

		@Override
		public void render(final Node node) {
			final String target = ((Link) node).getDestination();
			final boolean leads = target.startsWith("#") || isWeb(target) || HelpPages.has(target);
			if (leads) context.getWriter().tag("a", Map.of("href", target));
			renderChildren(node, context);
			if (leads) context.getWriter().tag("/a");
		}
	}

	/** @return whether a link leads out of the documentation */
	static boolean isWeb(final String target) {
		return target.startsWith("https://") || target.startsWith("http://");
	}
}
