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
package fovea.zarr.ome;

import fovea.base.ImageException;
import fovea.zarr.json.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An image, or labels of one, in several sizes: what the attributes of its group say. Immutable.
 *
 * <pre>{@code
 * OmeImage image = OmeImage.read(attributes, "cells.zarr");
 * String largest = image.levels().get(0).path();
 * Map<String, Object> written = image.attributes(OmeVersion.V0_5);
 * }</pre>
 *
 * @param name empty where it has none
 * @param axes of its arrays, slowest first, as a Zarr array has them
 * @param levels its sizes, largest first, at least one
 * @param channels how they are shown; empty where nothing is said
 * @param labels whether it has the numbers of objects instead of gray values
 * @see <a href="https://ngff.openmicroscopy.org/0.5/#multiscale-md">The specification</a>
 */
public record OmeImage(
		String name, List<OmeAxis> axes, List<OmeLevel> levels, List<OmeChannel> channels, boolean labels) {

	private static final String MULTISCALES = "multiscales";
	private static final String IMAGE_LABEL = "image-label";

	/** The axes of versions 0.1 and 0.2, which do not name them. */
	private static final List<String> UNNAMED = List.of("t", "c", "z", "y", "x");

	private static final int WHITE = 0xffffff;

	/** Copies the lists and checks that they fit. */
	public OmeImage {
		axes = List.copyOf(axes);
		levels = List.copyOf(levels);
		channels = List.copyOf(channels);
		if (levels.isEmpty()) throw new IllegalArgumentException("expected at least one level");
		for (final OmeLevel level : levels)
			if (level.scale().size() != axes.size())
				throw new IllegalArgumentException("expected a scale for each of " + axes + ", got " + level);
	}

	/**
	 * @param attributes of a Zarr group
	 * @return whether there is an image in it
	 */
	public static boolean isIn(final Map<String, Object> attributes) {
		return OmeVersion.in(attributes, "").get(MULTISCALES).isThere();
	}

	/**
	 * @param attributes of a Zarr group
	 * @param label for messages
	 * @return the first image that they describe
	 * @throws ImageException with one line if they describe none, or none as the specification has it, or if something
	 *     else than scales and translations leads from pixels to places
	 */
	public static OmeImage read(final Map<String, Object> attributes, final String label) throws ImageException {
		final Json ome = OmeVersion.in(attributes, label);
		final Json first = ome.get(MULTISCALES).some().get(0);
		final List<OmeAxis> axes = axes(first);
		final List<OmeLevel> levels = new ArrayList<>();
		final Transform common = first.get(Transform.SYSTEMS).isThere()
				? Transform.none(axes.size()) // of 0.6: leads on, to other systems of coordinates
				: Transform.read(first.get(Transform.KEY), axes.size());
		for (final Json each : first.get("datasets").some()) {
			final Transform whole =
					Transform.read(each.get(Transform.KEY), axes.size()).then(common);
			levels.add(new OmeLevel(each.get("path").text(), whole.scale(), whole.translation()));
		}
		return new OmeImage(
				first.get("name").maybeText().orElse(""),
				axes,
				levels,
				channels(ome),
				ome.get(IMAGE_LABEL).isThere());
	}

	private static List<OmeAxis> axes(final Json multiscale) throws ImageException {
		final List<Json> systems = multiscale.get(Transform.SYSTEMS).elements();
		final Json place =
				systems.isEmpty() ? multiscale.get("axes") : systems.get(0).get("axes");
		final List<OmeAxis> axes = new ArrayList<>();
		if (!place.isThere()) {
			for (final String name : UNNAMED) axes.add(axis(name, Optional.empty(), Optional.empty()));
			return axes;
		}
		for (final Json each : place.some())
			axes.add(
					each.isText() // as of 0.3
							? axis(each.text(), Optional.empty(), Optional.empty())
							: axis(
									each.get("name").text(),
									each.get("type").maybeText(),
									each.get("unit").maybeText()));
		final Set<OmeAxis.Kind> seen = EnumSet.noneOf(OmeAxis.Kind.class);
		for (final OmeAxis axis : axes)
			if (axis.kind() != OmeAxis.Kind.OTHER && !seen.add(axis.kind()))
				throw place.unexpected("one axis " + axis.kind() + " at most");
		if (!seen.contains(OmeAxis.Kind.X) || !seen.contains(OmeAxis.Kind.Y))
			throw place.unexpected("the axes x and y among others");
		return axes;
	}

	private static OmeAxis axis(final String name, final Optional<String> type, final Optional<String> unit) {
		for (final OmeAxis.Kind kind : OmeAxis.Kind.values()) {
			final boolean isType = type.isEmpty() || type.get().equals(kind.type());
			final boolean isOnly = kind == OmeAxis.Kind.C || kind == OmeAxis.Kind.T;
			if (type.isPresent() && isOnly && isType) return new OmeAxis(name, kind, unit);
			if (isType && name.toLowerCase(Locale.ROOT).equals(kind.name().toLowerCase(Locale.ROOT)))
				return new OmeAxis(name, kind, unit);
		}
		return new OmeAxis(name, OmeAxis.Kind.OTHER, unit);
	}

	private static List<OmeChannel> channels(final Json ome) throws ImageException {
		final List<OmeChannel> channels = new ArrayList<>();
		for (final Json each : ome.get("omero").get("channels").elements()) {
			final Json window = each.get("window");
			channels.add(new OmeChannel(
					lenient(each.get("label")),
					color(lenient(each.get("color"))),
					window.get("start").isThere() && window.get("end").isThere()
							? Optional.of(window(window))
							: Optional.empty(),
					!Boolean.FALSE.equals(each.get("active").value())));
		}
		return channels;
	}

	private static OmeChannel.Window window(final Json window) throws ImageException {
		final double start = window.get("start").number();
		final double end = window.get("end").number();
		return new OmeChannel.Window(
				window.get("min").isThere() ? window.get("min").number() : start,
				window.get("max").isThere() ? window.get("max").number() : end,
				start,
				end);
	}

	private static String lenient(final Json place) {
		return place.isThere() ? String.valueOf(place.value()) : "";
	}

	/** How an image looks is no reason to refuse it: what is no color is none. */
	private static Optional<Integer> color(final String text) {
		final String digits = text.startsWith("#") ? text.substring(1) : text;
		return digits.matches("[0-9a-fA-F]{6}") ? Optional.of(Integer.parseInt(digits, 16)) : Optional.empty();
	}

	/**
	 * @param kind of an axis
	 * @return its index among {@link #axes()}; empty if there is none
	 */
	public OptionalInt index(final OmeAxis.Kind kind) {
		for (int i = 0; i < axes.size(); i++) if (axes.get(i).kind() == kind) return OptionalInt.of(i);
		return OptionalInt.empty();
	}

	/**
	 * @param version to write
	 * @return attributes of the group
	 */
	public Map<String, Object> attributes(final OmeVersion version) {
		final Map<String, Object> multiscale = version.part();
		if (!name.isEmpty()) multiscale.put("name", name);
		multiscale.put("axes", axes.stream().map(OmeImage::written).toList());
		multiscale.put(
				"datasets",
				levels.stream()
						.map(level -> Map.of(
								"path",
								level.path(),
								Transform.KEY,
								new Transform(level.scale(), level.translation()).written()))
						.toList());
		final Map<String, Object> content = new LinkedHashMap<>();
		content.put(MULTISCALES, List.of(multiscale));
		if (isShown()) content.put("omero", omero(version));
		if (labels) content.put(IMAGE_LABEL, version.part());
		return version.attributes(content);
	}

	private static Map<String, Object> written(final OmeAxis axis) {
		final Map<String, Object> written = new LinkedHashMap<>();
		written.put("name", axis.name());
		if (axis.kind() != OmeAxis.Kind.OTHER) written.put("type", axis.kind().type());
		axis.unit().ifPresent(unit -> written.put("unit", unit));
		return written;
	}

	/** A channel without gray values cannot be written, and all or none are. */
	private boolean isShown() {
		return !channels.isEmpty()
				&& channels.stream().allMatch(channel -> channel.window().isPresent());
	}

	private Map<String, Object> omero(final OmeVersion version) {
		final List<Map<String, Object>> list = new ArrayList<>();
		for (final OmeChannel channel : channels) {
			final Map<String, Object> written = new LinkedHashMap<>();
			written.put("active", channel.active());
			if (!channel.label().isEmpty()) written.put("label", channel.label());
			written.put(
					"color", String.format(Locale.ROOT, "%06X", channel.color().orElse(WHITE)));
			channel.window()
					.ifPresent(window -> written.put(
							"window",
							Map.of(
									"min",
									window.min(),
									"max",
									window.max(),
									"start",
									window.start(),
									"end",
									window.end())));
			list.add(written);
		}
		final Map<String, Object> omero = version.part();
		omero.put("channels", list);
		return omero;
	}
}
