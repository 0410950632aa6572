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
package fovea.ij1.macro;

import fovea.base.FoveaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scijava.Contextual;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

/** The inputs of a module that a user can write as text: text, numbers, yes or no. */
public final class TextInputs {

	/** Attribute of a text parameter whose value may be a number, or a span of two. */
	public static final String NUMBER = "number";

	/** Attribute of a parameter that macros name even where it has its default. */
	public static final String SAID = "said";

	/** Attribute of a yes or no in whose place a macro may have a name, which the input holds as a text then. */
	public static final String NAMED = "named";

	private static final Set<Class<?>> TYPES = Set.of(String.class, boolean.class, int.class, double.class);

	private final Module module;
	private final Map<String, ModuleItem<?>> items = new LinkedHashMap<>();

	/** @param module whose inputs of these types are meant; others are images and SciJava's services */
	public TextInputs(final Module module) {
		this.module = module;
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (item.getVisibility() == ItemVisibility.NORMAL && TYPES.contains(item.getType()))
				items.put(item.getName(), item);
	}

	/** @return by name, in the order of the dialog */
	public Map<String, ModuleItem<?>> items() {
		return items;
	}

	/** @return those that nobody has decided on yet, which a person is asked for */
	public List<ModuleItem<?>> unresolved() {
		return items.values().stream()
				.filter(item -> !module.isInputResolved(item.getName()))
				.toList();
	}

	/**
	 * @param name of one of {@link #items()}
	 * @param text a value that a person may still change
	 * @throws FoveaException if it is no value of the input's type
	 */
	public void propose(final String name, final String text) throws FoveaException {
		module.setInput(name, value(items.get(name), text));
	}

	/**
	 * @param item one of {@link #items()}
	 * @return its present value as macros write it
	 */
	public String get(final ModuleItem<?> item) {
		return text(item.getValue(module));
	}

	/**
	 * @param name of one of {@link #items()}
	 * @param text its new value as macros write it
	 * @throws FoveaException if it is no value of the input's type
	 */
	public void set(final String name, final String text) throws FoveaException {
		module.setInput(name, value(items.get(name), text.strip()));
		module.resolveInput(name);
	}

	/**
	 * @param name of one of {@link #items()}
	 * @param text a value as macros write it
	 * @throws FoveaException if it is no value of the input's type, or outside of its range
	 */
	public void require(final String name, final String text) throws FoveaException {
		final ModuleItem<?> item = items.get(name);
		final Object value = value(item, text.strip());
		if (value instanceof final Number number) requireInRange(item, number);
	}

	/**
	 * @param item an input
	 * @param value a number
	 * @throws FoveaException if it is outside of the range that the input declares
	 */
	public static void requireInRange(final ModuleItem<?> item, final Number value) throws FoveaException {
		final Object min = item.getMinimumValue();
		final Object max = item.getMaximumValue();
		// Written so that NaN fails.
		final boolean above = !(min instanceof final Number least) || value.doubleValue() >= least.doubleValue();
		final boolean below = !(max instanceof final Number most) || value.doubleValue() <= most.doubleValue();
		if (!above || !below)
			throw new FoveaException(item.getName() + ": expected "
					+ (max == null ? min + " or more" : min + " to " + max) + ", got " + value);
	}

	private static Object value(final ModuleItem<?> item, final String text) throws FoveaException {
		final Class<?> type = item.getType();
		if (type == String.class) return text;
		if (type == boolean.class) {
			if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
			if (item.get(NAMED) != null) return text;
			throw new FoveaException(item.getName() + ": expected true or false, got '" + text + "'");
		}
		try {
			return type == int.class ? (Object) NumberText.whole(text) : (Object) NumberText.number(text);
		} catch (final NumberFormatException e) {
			throw new FoveaException(item.getName() + ": " + e.getMessage(), e);
		}
	}

	/**
	 * @param name of one of {@link #items()}
	 * @param text what a person has typed into a window, in the language of this computer
	 * @return the same as macros write it; what is no number stays as it is
	 * @throws FoveaException if it may be one number or another
	 */
	public String typed(final String name, final String text) throws FoveaException {
		final ModuleItem<?> item = items.get(name);
		if (!isNumber(item)) return text;
		try {
			return HostNumbers.here().toPoint(text, item.getType() == int.class);
		} catch (final NumberFormatException e) {
			throw new FoveaException(name + ": " + e.getMessage(), e);
		}
	}

	/** @return whether its values are numbers, or a text that may also be one, such as "auto" */
	private static boolean isNumber(final ModuleItem<?> item) {
		return item.getType() == int.class
				|| item.getType() == double.class
				|| item.getType() == String.class && item.get(NUMBER) != null;
	}

	/** Brings texts that a person has typed into a window, and that are numbers, to the form that macros have. */
	public void normalize() throws FoveaException {
		for (final Map.Entry<String, ModuleItem<?>> entry : items.entrySet())
			if (entry.getValue().getType() == String.class
					&& module.getInput(entry.getKey()) instanceof final String text)
				module.setInput(entry.getKey(), typed(entry.getKey(), text));
	}

	/**
	 * Sets what a macro says; all others stay as they are.
	 *
	 * @param values by name
	 * @throws FoveaException if there is no such input, or the text is no value of its type
	 */
	public void setAll(final Map<String, String> values) throws FoveaException {
		for (final Map.Entry<String, String> entry : values.entrySet()) {
			if (!items.containsKey(entry.getKey()))
				throw new FoveaException("unknown option '" + entry.getKey() + "', expected "
						+ (items.isEmpty() ? "none" : "one of " + String.join(", ", new TreeSet<>(items.keySet()))));
			set(entry.getKey(), entry.getValue());
		}
	}

	/**
	 * @return what a macro says to have the present values: those that differ from what an untouched module has
	 * @throws IllegalStateException if there is no such module
	 */
	public MacroOptions toMacro() {
		final Module untouched = untouched();
		final Map<String, String> values = new LinkedHashMap<>();
		items.forEach((name, item) -> {
			if (item.get(SAID) != null || !get(item).equals(text(untouched.getInput(name))))
				values.put(name, get(item));
		});
		return new MacroOptions(values);
	}

	/** @return the same as nobody has touched it, with defaults */
	Module untouched() {
		try {
			final Module untouched = module.getInfo().createModule();
			if (module instanceof final Contextual mine && untouched instanceof final Contextual other)
				other.setContext(mine.context());
			return untouched;
		} catch (final ModuleException e) {
			throw new IllegalStateException("a module that was made can be made again", e);
		}
	}

	private static String text(final Object value) {
		return value == null ? "" : value.toString();
	}
}
