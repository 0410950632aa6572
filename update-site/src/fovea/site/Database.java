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
package fovea.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The list of a site's files, which is its file db.xml.gz.
 *
 * @param files in the order of their names, each known by another name without version
 */
public record Database(List<SiteFile> files) {

	/** Its name at the root of a site. */
	public static final String NAME = "db.xml.gz";

	/** Sorts them. */
	public Database {
		files = files.stream().sorted(Comparator.comparing(SiteFile::filename)).toList();
	}

	/**
	 * @param site folder
	 * @return its list; an empty one if it has none
	 * @throws IOException if it cannot be read
	 * @throws SiteException if it is not understood
	 */
	public static Database of(final Path site) throws IOException, SiteException {
		final Path file = site.resolve(NAME);
		return Files.exists(file) ? read(Files.readAllBytes(file)) : new Database(List.of());
	}

	/**
	 * @param compressed bytes of a db.xml.gz
	 * @return what they say
	 * @throws SiteException if they are not understood
	 */
	public static Database read(final byte[] compressed) throws SiteException {
		final List<SiteFile> files = new ArrayList<>();
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
			for (final Element plugin : children(parser().parse(in).getDocumentElement(), "plugin"))
				files.add(file(plugin));
		} catch (final IOException | SAXException | NumberFormatException e) {
			throw new SiteException(NAME + " is not understood: " + e.getMessage(), e);
		}
		return new Database(files);
	}

	private static DocumentBuilder parser() {
		try {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			final DocumentBuilder parser = factory.newDocumentBuilder();
			parser.setErrorHandler(null);
			return parser;
		} catch (final ParserConfigurationException e) {
			throw new IllegalStateException("every JDK reads XML", e);
		}
	}

	private static SiteFile file(final Element plugin) {
		final String filename = plugin.getAttribute("filename");
		final List<SiteFile.Previous> previous = children(plugin, "previous-version").stream()
				.map(e -> new SiteFile.Previous(
						e.hasAttribute("filename") ? e.getAttribute("filename") : filename,
						e.getAttribute("checksum"),
						number(e, "timestamp"),
						number(e, "timestamp-obsolete")))
				.toList();
		final List<Element> versions = children(plugin, "version");
		if (versions.isEmpty())
			return new SiteFile(filename, Optional.empty(), "", List.of(), Optional.empty(), previous);
		final Element version = versions.get(0);
		final List<Element> platforms = new ArrayList<>(children(version, "platform"));
		platforms.addAll(children(plugin, "platform"));
		return new SiteFile(
				filename,
				Optional.of(new SiteFile.Version(
						version.getAttribute("checksum"), number(version, "timestamp"), number(version, "filesize"))),
				children(version, "description").stream()
						.map(Element::getTextContent)
						.findFirst()
						.orElse(""),
				children(version, "dependency").stream()
						.map(e -> e.getAttribute("filename"))
						.toList(),
				platforms.stream().map(Element::getTextContent).findFirst(),
				previous);
	}

	private static long number(final Element element, final String attribute) {
		return element.hasAttribute(attribute) ? Long.parseLong(element.getAttribute(attribute)) : 0;
	}

	private static List<Element> children(final Element parent, final String tag) {
		final List<Element> found = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling())
			if (child instanceof final Element element && element.getTagName().equals(tag)) found.add(element);
		return found;
	}

	/** @return the bytes of a db.xml.gz: the same for the same list */
	public byte[] write() {
		final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pluginRecords>\n");
		files.forEach(file -> write(xml, file));
		xml.append("</pluginRecords>\n");
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
		} catch (final IOException e) {
			throw new IllegalStateException("memory can be written", e);
		}
		return bytes.toByteArray();
	}

	private static void write(final StringBuilder xml, final SiteFile file) {
		xml.append("  <plugin filename=\"").append(escaped(file.filename())).append("\">\n");
		file.current().ifPresent(version -> {
			xml.append("    <version checksum=\"")
					.append(version.checksum())
					.append("\" timestamp=\"")
					.append(version.timestamp())
					.append("\" filesize=\"")
					.append(version.size())
					.append("\">\n");
			xml.append("      <description>")
					.append(escaped(file.description()))
					.append("</description>\n");
			for (final String dependency : file.dependencies())
				xml.append("      <dependency filename=\"")
						.append(escaped(dependency))
						.append("\" timestamp=\"")
						.append(version.timestamp())
						.append("\"/>\n");
			file.platform()
					.ifPresent(platform ->
							xml.append("      <platform>").append(platform).append("</platform>\n"));
			xml.append("    </version>\n");
		});
		for (final SiteFile.Previous old : file.previous())
			xml.append("    <previous-version timestamp=\"")
					.append(old.timestamp())
					.append("\" timestamp-obsolete=\"")
					.append(old.obsolete())
					.append("\" checksum=\"")
					.append(old.checksum())
					.append("\" filename=\"")
					.append(escaped(old.filename()))
					.append("\"/>\n");
		xml.append("  </plugin>\n");
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;")
				.replace("<", "&lt;")
				.replace(">", "&gt;")
				.replace("\"", "&quot;");
	}
}
