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
package fovea.net.file;

import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.layer.FieldWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an architecture with one line per layer, as YAML or as JSON, which differ in quotes and commas only. */
final class ArchitectureWriter {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

	/** Words that YAML 1.1 takes for something other than text. */
	private static final Set<String> NOT_TEXT = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

	private final boolean json;

	private ArchitectureWriter(final boolean json) {
		this.json = json;
	}

	static String yaml(final Architecture architecture) {
		final ArchitectureWriter writer = new ArchitectureWriter(false);
		final StringBuilder text = new StringBuilder();
		head(architecture)
				.forEach((key, value) -> text.append(key)
						.append(": ")
						.append(writer.value(value))
						.append('\n'));
		text.append("layers:\n");
		writer.layers(architecture)
				.forEach(line -> text.append("  - ").append(line).append('\n'));
		return text.toString();
	}

	static String json(final Architecture architecture) {
		final ArchitectureWriter writer = new ArchitectureWriter(true);
		final StringBuilder text = new StringBuilder("{\n");
		head(architecture)
				.forEach((key, value) -> text.append("  ")
						.append(quoted(key))
						.append(": ")
						.append(writer.value(value))
						.append(",\n"));
		return text.append("  \"layers\": [\n    ")
				.append(String.join(",\n    ", writer.layers(architecture)))
				.append("\n  ]\n}\n")
				.toString();
	}

	private static Map<String, Object> head(final Architecture architecture) {
		final List<Node> nodes = architecture.nodes();
		final Map<String, Object> head = new LinkedHashMap<>();
		head.put("name", architecture.name());
		if (!architecture.description().isEmpty()) head.put("description", architecture.description());
		architecture.latent().ifPresent(latent -> head.put("latent", latent));
		if (!nodes.get(nodes.size() - 1).name().equals(architecture.output()))
			head.put("output", architecture.output());
		return head;
	}

	private List<String> layers(final Architecture architecture) {
		final List<String> lines = new ArrayList<>();
		String before = "";
		for (final Node node : architecture.nodes()) {
			final Map<String, Object> fields = new LinkedHashMap<>();
			fields.put("type", node.layer().type());
			fields.put("name", node.name());
			if (node.inputs().size() == 1 && !node.inputs().get(0).equals(before))
				fields.put("inputs", node.inputs().get(0));
			if (node.inputs().size() > 1) fields.put("inputs", node.inputs());
			fields.putAll(FieldWriter.fields(node.layer()));
			if (!node.trainable()) fields.put("trainable", false);
			lines.add(value(fields));
			before = node.name();
		}
		return lines;
	}

	private String value(final Object value) {
		if (value instanceof Map<?, ?> map)
			return map.entrySet().stream()
					.map(entry -> value(entry.getKey()) + ": " + value(entry.getValue()))
					.collect(Collectors.joining(", ", "{", "}"));
		if (value instanceof List<?> list)
			return list.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
		if (!(value instanceof String text)) return String.valueOf(value);
		final boolean plain = PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT));
		return plain && !json ? text : quoted(text);
	}

	private static String quoted(final String text) {
		final StringBuilder quoted = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '"' || c == '\\') quoted.append('\\').append(c);
			else if (c == '\n') quoted.append("\\n");
			else if (isPrintable(c)) quoted.append(c);
			else quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
		}
		return quoted.append('"').toString();
	}

	/** Halves of characters beyond 16 bit count as not printable, and go as JSON wants them. */
	private static boolean isPrintable(final char c) {
		return c == ' '
				|| Character.isLetterOrDigit(c)
				|| Character.getType(c) != Character.UNASSIGNED
						&& !Character.isISOControl(c)
						&& !Character.isSurrogate(c)
						&& !Character.isWhitespace(c)
						&& !Character.isSpaceChar(c)
						&& Character.getType(c) != Character.FORMAT
						&& Character.getType(c) != Character.PRIVATE_USE;
	}
}
