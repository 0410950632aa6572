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
package fovea.ij1.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the OME-XML in an OME-TIFF's description. No text from elsewhere is fetched, whatever it asks for. */
final class OmeXml {

	private OmeXml() {}

	/** @return whether a description is meant to be OME-XML */
	static boolean is(final String description) {
		final String text = description.strip();
		return text.endsWith("OME>") && text.contains("<OME") || text.contains("openmicroscopy.org/Schemas/OME/");
	}

	/**
	 * @param description for which {@link #is}
	 * @return its first image
	 * @throws Unreadable if it tells of none, or contradicts itself
	 */
	static OmeImage read(final String description) throws Unreadable {
		final Element root = root(description.strip());
		if (!children(root, "BinaryOnly").isEmpty())
			throw new Unreadable("its dimensions are in another file, "
					+ children(root, "BinaryOnly").get(0).getAttribute("MetadataFile"));
		final List<Element> images = children(root, "Image");
		if (images.isEmpty()) throw new Unreadable("its OME-XML has no image");
		final List<Element> pixels = children(images.get(0), "Pixels");
		if (pixels.isEmpty()) throw new Unreadable("its OME-XML has no pixels");
		try {
			return image(root.getAttribute("UUID"), images.size(), pixels.get(0));
		} catch (final NumberFormatException e) {
			throw new Unreadable("its OME-XML has a number that cannot be read (" + e.getMessage() + ")");
		}
	}

	private static OmeImage image(final String uuid, final int images, final Element pixels) throws Unreadable {
		final List<OmeImage.Channel> channels = new ArrayList<>();
		for (final Element channel : children(pixels, "Channel"))
			channels.add(new OmeImage.Channel(
					channel.getAttribute("Name"), Math.max(1, integer(channel, "SamplesPerPixel", 1))));
		final List<OmeImage.Data> data = new ArrayList<>();
		for (final Element element : children(pixels, "TiffData")) data.add(data(element));
		final String order = pixels.getAttribute("DimensionOrder");
		if (!order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)")) throw new Unreadable("its OME-XML has no DimensionOrder");
		final OmeImage image = new OmeImage(
				uuid,
				images,
				order.substring(2),
				integer(pixels, "SizeX", 0),
				integer(pixels, "SizeY", 0),
				integer(pixels, "SizeC", 1),
				integer(pixels, "SizeZ", 1),
				integer(pixels, "SizeT", 1),
				length(pixels, "X"),
				length(pixels, "Y"),
				length(pixels, "Z"),
				seconds(pixels),
				List.copyOf(channels),
				List.copyOf(data));
		if (image.c() < 1 || image.z() < 1 || image.t() < 1)
			throw new Unreadable("its OME-XML has sizes of less than 1");
		return image;
	}

	private static OmeImage.Data data(final Element element) {
		final boolean hasIfd = element.hasAttribute("IFD");
		final List<Element> uuids = children(element, "UUID");
		return new OmeImage.Data(
				integer(element, "IFD", 0),
				integer(element, "FirstC", 0),
				integer(element, "FirstZ", 0),
				integer(element, "FirstT", 0),
				integer(element, "PlaneCount", hasIfd ? 1 : Integer.MAX_VALUE),
				uuids.isEmpty() ? "" : uuids.get(0).getTextContent().strip(),
				uuids.isEmpty() ? "" : uuids.get(0).getAttribute("FileName"));
	}

	private static Optional<OmeImage.Length> length(final Element pixels, final String axis) {
		final String text = pixels.getAttribute("PhysicalSize" + axis);
		if (text.isBlank()) return Optional.empty();
		final double size = Double.parseDouble(text.strip());
		final String unit = pixels.getAttribute("PhysicalSize" + axis + "Unit");
		return size > 0 && size < Double.POSITIVE_INFINITY
				? Optional.of(new OmeImage.Length(size, unit.isEmpty() ? "µm" : unit))
				: Optional.empty();
	}

	/** @return between frames; 0 if it is not said */
	private static double seconds(final Element pixels) throws Unreadable {
		final String text = pixels.getAttribute("TimeIncrement");
		if (text.isBlank()) return 0;
		final String unit = pixels.getAttribute("TimeIncrementUnit");
		return Double.parseDouble(text.strip())
				* switch (unit) {
					case "", "s" -> 1;
					case "ms" -> 1e-3;
					case "µs" -> 1e-6;
					case "ns" -> 1e-9;
					case "min" -> 60;
					case "h" -> 3600;
					case "d" -> 86400;
					default -> throw new Unreadable("its OME-XML has time in " + unit);
				};
	}

	private static int integer(final Element element, final String name, final int otherwise) {
		final String text = element.getAttribute(name);
		return text.isBlank() ? otherwise : Integer.parseInt(text.strip());
	}

	private static List<Element> children(final Element parent, final String name) {
		final List<Element> children = new ArrayList<>();
		final NodeList all = parent.getChildNodes();
		for (int i = 0; i < all.getLength(); i++)
			if (all.item(i).getNodeType() == Node.ELEMENT_NODE
					&& name.equals(all.item(i).getLocalName())) children.add((Element) all.item(i));
		return children;
	}

	private static Element root(final String xml) throws Unreadable {
		try {
			// Java's own, not one that a host has: it knows these features
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setXIncludeAware(false);
			factory.setExpandEntityReferences(false);
			final DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(null); // it would print
			return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
		} catch (final ParserConfigurationException | SAXException | IOException e) {
			throw new Unreadable("its OME-XML cannot be read (" + e.getMessage() + ")");
		}
	}

	/** OME-XML that does not say what an image is. The message is the reason. */
	static final class Unreadable extends fovea.base.FoveaException {

		private static final long serialVersionUID = 1L;

		Unreadable(final String reason) {
			super(reason);
		}
	}
}
