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
package fovea.io;

import fovea.base.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A place in a YAML document, whether something is there or not. Whoever reads it says what type is expected; what else
 * comes is a {@link ModelException} with the path of the place.
 *
 * <p>This stands on SnakeYAML's node graph, below the conversion to Java objects: aliases are shared and never
 * multiplied, no class is ever instantiated for a tag, and scalars keep their text (a version 2.10 stays 2.10, an axis
 * y is no boolean). JSON is YAML, and read as well. Immutable.
 */
public final class YamlNode {

	/** The most elements along an axis that a description may ask for. */
	public static final int LONGEST = 1_000_000;

	/** Bytes of a document; a hundred times what most have, since long trainings leave long ones. */
	public static final int MAX_BYTES = 3_000_000;

	/** Beginnings, ends and texts in a document: what takes time and memory. */
	private static final int MAX_EVENTS = 400_000;

	private static final int MAX_NAME = 60;
	private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
	private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,5})?");
	private static final Pattern INFINITE = Pattern.compile("[-+]?\\.?(inf|Inf|INF)");

	private final String document;
	private final String path;
	private final Node node;

	private YamlNode(final String document, final String path, final Node node) {
		this.document = document;
		this.path = path;
		this.node = node;
	}

	/**
	 * @param text a YAML document
	 * @param document its name in messages
	 * @return its root
	 * @throws ModelException if it is no YAML
	 */
	public static YamlNode parse(final String text, final String document) throws ModelException {
		if (text.length() > MAX_BYTES)
			throw new ModelException(
					document + ": expected at most " + MAX_BYTES + " letters of YAML, got " + text.length());
		final LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(MAX_BYTES);
		options.setMaxAliasesForCollections(200);
		options.setNestingDepthLimit(50);
		try {
			return new YamlNode(
					document, "", new Composer(new Events(text, options), new Resolver(), options).getSingleNode());
		} catch (final MarkedYAMLException e) {
			final String where = e.getProblemMark() == null
					? ""
					: "line " + (e.getProblemMark().getLine() + 1) + ": ";
			throw new ModelException(document + ": " + where + "expected YAML, got: " + oneLine(e.getProblem()), e);
		} catch (final YAMLException e) {
			throw new ModelException(document + ": expected YAML, got: " + oneLine(e.getMessage()), e);
		}
	}

	/** A parser that ends where there is too much. */
	private static final class Events extends ParserImpl {

		private int events;

		Events(final String text, final LoaderOptions options) {
			super(new StreamReader(text), options);
		}

		@Override
		public Event getEvent() {
			if (++events > MAX_EVENTS) throw new YAMLException("more than " + MAX_EVENTS + " items");
			return super.getEvent();
		}
	}

	/**
	 * @return the texts of a list, or of a single item, of what nobody need be strict with; anything else is left out
	 */
	public List<String> texts() {
		if (node instanceof ScalarNode && !isMissing()) return List.of(scalar());
		final List<String> texts = new ArrayList<>();
		if (node instanceof SequenceNode list)
			for (final Node item : list.getValue()) if (item instanceof ScalarNode text) texts.add(text.getValue());
		return texts;
	}

	/** @return true if there is nothing here, or null */
	public boolean isMissing() {
		return node == null || node.getTag().equals(Tag.NULL);
	}

	/** @return true if keys and values are here */
	public boolean isMapping() {
		return node instanceof MappingNode;
	}

	/** @return true if a list is here, maybe an empty one */
	public boolean isList() {
		return node instanceof SequenceNode;
	}

	/**
	 * @param key of a mapping
	 * @return what it holds, which may be missing
	 * @throws ModelException if there is something here that is no mapping
	 */
	public YamlNode get(final String key) throws ModelException {
		return new YamlNode(
				document,
				path.isEmpty() ? key : path + "." + key,
				isMissing() ? null : entries().get(key));
	}

	/**
	 * @return the keys of a mapping in order, none if it is missing
	 * @throws ModelException if there is something here that is no mapping
	 */
	public List<String> keys() throws ModelException {
		return isMissing() ? List.of() : List.copyOf(entries().keySet());
	}

	/**
	 * @param expected what the list holds, for the message
	 * @return its items
	 * @throws ModelException if this is no list, or an empty one
	 */
	public List<YamlNode> items(final String expected) throws ModelException {
		if (!(node instanceof SequenceNode) || ((SequenceNode) node).getValue().isEmpty()) throw error(expected);
		return optionalItems(expected);
	}

	/**
	 * @param expected what the list holds, for the message
	 * @return its items, none if it is missing
	 * @throws ModelException if this is something else
	 */
	public List<YamlNode> optionalItems(final String expected) throws ModelException {
		if (isMissing()) return List.of();
		if (!(node instanceof SequenceNode)) throw error(expected);
		final List<YamlNode> items = new ArrayList<>();
		for (final Node item : ((SequenceNode) node).getValue())
			items.add(new YamlNode(document, path + "[" + items.size() + "]", item));
		return items;
	}

	/**
	 * @param expected what the text says, for the message
	 * @return it, not empty
	 * @throws ModelException if this is missing, empty, a list or a mapping
	 */
	public String text(final String expected) throws ModelException {
		if (isMissing() || !(node instanceof ScalarNode) || scalar().isBlank()) throw error(expected);
		return scalar();
	}

	/**
	 * @param expected what the text says, for the message
	 * @param fallback what is returned if this is missing
	 * @return the text, may be empty
	 * @throws ModelException if this is a list or a mapping
	 */
	public String text(final String expected, final String fallback) throws ModelException {
		if (isMissing()) return fallback;
		if (!(node instanceof ScalarNode)) throw error(expected);
		return scalar();
	}

	/**
	 * @param min least value allowed
	 * @param expected for the message
	 * @return an integer
	 * @throws ModelException if this is none, or a smaller one
	 */
	public int integer(final int min, final String expected) throws ModelException {
		return integer(min, Integer.MAX_VALUE, expected);
	}

	/**
	 * @param min least value allowed
	 * @param max largest value allowed
	 * @param expected for the message
	 * @return an integer
	 * @throws ModelException if this is none, or outside of these
	 */
	public int integer(final int min, final int max, final String expected) throws ModelException {
		if (!isInteger()) throw error(expected);
		final long value = Long.parseLong(scalar());
		if (value < min || value > max) throw error(expected);
		return (int) value;
	}

	/**
	 * @param min least value allowed
	 * @return a number of elements along an axis
	 * @throws ModelException if this is none, a smaller one, or larger than {@link #LONGEST}
	 */
	public int length(final int min) throws ModelException {
		return integer(min, LONGEST, "an integer of " + min + " to " + LONGEST);
	}

	/** @return true if a whole number of up to 18 digits is here, without quotes */
	public boolean isInteger() {
		return isPlain() && INTEGER.matcher(scalar()).matches();
	}

	/** @return true if a number is here, infinite ones included, without quotes */
	public boolean isNumber() {
		return isPlain()
				&& (NUMBER.matcher(scalar()).matches()
						|| INFINITE.matcher(scalar()).matches());
	}

	/**
	 * @param expected for the message
	 * @return a number, may be infinite
	 * @throws ModelException if this is none
	 */
	public double number(final String expected) throws ModelException {
		if (!isNumber()) throw error(expected);
		if (!INFINITE.matcher(scalar()).matches()) return Double.parseDouble(scalar());
		return scalar().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
	}

	/**
	 * @param expected what should be here
	 * @return an error that says so, and what is here instead
	 */
	public ModelException error(final String expected) {
		return problem("expected " + expected + ", got " + describe());
	}

	/**
	 * @param message what is wrong, one line
	 * @return an error that says so after naming document and place
	 */
	public ModelException problem(final String message) {
		return new ModelException(document + ": " + (path.isEmpty() ? "" : path + ": ") + message);
	}

	private Map<String, Node> entries() throws ModelException {
		if (!(node instanceof MappingNode)) throw error("a mapping");
		final Map<String, Node> entries = new LinkedHashMap<>();
		for (final NodeTuple entry : ((MappingNode) node).getValue()) {
			final String key =
					entry.getKeyNode() instanceof ScalarNode ? ((ScalarNode) entry.getKeyNode()).getValue() : "?";
			if (entries.put(key, entry.getValueNode()) != null)
				throw problem("expected every key once, got '" + oneLine(key) + "' twice");
		}
		return entries;
	}

	private boolean isPlain() {
		return node instanceof ScalarNode && ((ScalarNode) node).isPlain();
	}

	private String scalar() {
		return ((ScalarNode) node).getValue();
	}

	private String describe() {
		if (isMissing()) return "nothing";
		if (node instanceof SequenceNode) {
			final int n = ((SequenceNode) node).getValue().size();
			return n == 0 ? "an empty list" : "a list of " + n;
		}
		if (node instanceof MappingNode) return "a mapping";
		return isPlain() && isNumber() ? scalar() : "'" + oneLine(scalar()) + "'";
	}

	private static String oneLine(final String text) {
		if (text == null) return "something else";
		final String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return line.length() > MAX_NAME ? line.substring(0, MAX_NAME) + "..." : line;
	}
}
