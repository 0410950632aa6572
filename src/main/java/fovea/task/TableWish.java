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
package fovea.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a table is wanted, and where.
 *
 * @param isWanted whether it is
 * @param name of the window that gets the rows; empty: the Results table
 */
public record TableWish(boolean isWanted, Optional<String> name) {

	/** No table. */
	public static final TableWish NONE = new TableWish(false, Optional.empty());

	/** The Results table. */
	public static final TableWish RESULTS = new TableWish(true, Optional.empty());

	/** Meant as yes or no, as no macro writes it. */
	private static final Set<String> NO_NAMES = Set.of("", "true", "false", "yes", "no", "on", "off", "1", "0");

	/** Yes, no, or the name of a table. */
	static final Form<TableWish> FORM = new Form<>(
			boolean.class,
			text -> parse(text).orElseThrow(() -> Form.refused("true, false or the name of a table", text)),
			TableWish::text,
			List.of(),
			Optional.empty(),
			Optional.empty());

	/** Whether there is to be a table of objects, and where. */
	public static final Option<TableWish> OPTION = Option.of("table", FORM, NONE)
			.inFiles(RESULTS)
			.named("--table", "")
			.under("Results")
			.says(
					"Measurements in a table",
					"A line for each object, added to the Results table (a macro may name another table: table=NAME), "
							+ "or in a file, NAME-objects.csv")
			.with(Option.Trait.NAMED);

	private static Optional<TableWish> parse(final String text) {
		if (text.equals("true") || text.equals("Results")) return Optional.of(RESULTS);
		if (text.equals("false")) return Optional.of(NONE);
		return NO_NAMES.contains(text.toLowerCase(Locale.ROOT))
				? Optional.empty()
				: Optional.of(new TableWish(true, Optional.of(text)));
	}

	private String text() {
		return name.orElse(String.valueOf(isWanted));
	}
}
