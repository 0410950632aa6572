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
package fovea.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.base.FoveaException;
import fovea.ij1.macro.MacroOptions;
import fovea.ij1.macro.MacroValue;
import fovea.ij1.macro.Recording;
import fovea.ij1.macro.TextInputs;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.task.TaskKind;
import fovea.task.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * What plain ImageJ records, what ImageJ2 records, what a result's info says and what a macro is understood as, for
 * every command and each of its options: the same, and only what differs from the defaults.
 */
@ExtendWith(Hosts.class)
class RecordedStringsTest {

	/** Some of them are right for any text, and none is a default. */
	private static final List<String> TEXTS =
			List.of("7", "0.25", "0.1-0.3", "C:\\\\my data\\\\a.zip", "b(yx)", "1,3", "a b,c", "gpu:1");

	private final Context context;

	RecordedStringsTest(final Context context) {
		this.context = context;
	}

	private List<CommandInfo> commands() throws Exception {
		final List<CommandInfo> asking = new ArrayList<>();
		for (final CommandInfo info : context.service(CommandService.class).getCommands())
			if (info.getDelegateClassName().startsWith("fovea.")
					&& module(info) instanceof final HostCommand command
					&& !command.options().isEmpty()) asking.add(info);
		assertTrue(asking.size() >= 11, asking.toString());
		return asking;
	}

	private Module module(final CommandInfo info) throws Exception {
		return context.service(ModuleService.class).createModule(info);
	}

	private static List<Option<?>> options(final Module module) {
		return ((HostCommand) module).options();
	}

	private static Set<String> said(final Module module) {
		return options(module).stream()
				.filter(option -> option.is(Trait.SAID))
				.map(Option::key)
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** @return another value than the default that the option takes */
	private static <T> String other(final Option<T> option) {
		final List<String> candidates = new ArrayList<>(option.form().choices());
		if (option.isFlag()) candidates.addAll(List.of("true", "false"));
		candidates.addAll(TEXTS);
		for (final String text : candidates)
			try {
				final T value = option.read(text);
				if (!value.equals(option.initial())) return option.text(value);
			} catch (final FoveaException e) {
				continue; // that one is none
			}
		throw new AssertionError("no other value for " + option.key());
	}

	private static String line(final MacroOptions options) {
		return options.values().entrySet().stream()
				.map(entry -> entry.getKey() + "=" + MacroValue.word(entry.getValue()))
				.collect(Collectors.joining(" "));
	}

	/** As imagej-legacy writes it: inputs that are not null, as texts. */
	private static Map<String, String> inImageJ2(final Module module) {
		final Map<String, Object> instead = new HashMap<>();
		assertTrue(Recording.guard(module, "none", instead).isEmpty());
		final Map<String, String> written = new LinkedHashMap<>();
		new TextInputs(module).items().keySet().forEach(name -> {
			final Object value = instead.containsKey(name) ? instead.get(name) : module.getInput(name);
			if (value != null) written.put(name, value.toString());
		});
		return written;
	}

	private static Map<String, String> escaped(final Map<String, String> values) {
		final Map<String, String> escaped = new LinkedHashMap<>();
		values.forEach((key, value) -> escaped.put(key, MacroValue.inString(value)));
		return escaped;
	}

	@Test
	void aCommandWithItsDefaultsSaysNothingButWhatMayChange() throws Exception {
		for (final CommandInfo info : commands()) {
			final Module module = module(info);
			assertEquals(said(module), new TextInputs(module).toMacro().values().keySet(), info.getTitle());
		}
	}

	@Test
	void eachOptionIsWrittenOnceItDiffersAndReadAsItWas() throws Exception {
		int all = 0;
		for (final CommandInfo info : commands())
			for (final Option<?> option : options(module(info))) {
				holds(info, option);
				all++;
			}
		assertTrue(all > 150, String.valueOf(all));
	}

	private void holds(final CommandInfo info, final Option<?> option) throws Exception {
		final String what = info.getTitle() + ": " + option.key();
		final Module module = module(info);
		final TextInputs inputs = new TextInputs(module);
		final String value = other(option);
		inputs.set(option.key(), value);
		final MacroOptions recorded = inputs.toMacro();
		final Set<String> keys = said(module);
		keys.add(option.key());
		assertEquals(keys, new LinkedHashSet<>(recorded.values().keySet()), what);
		assertEquals(value, recorded.values().get(option.key()), what);
		assertEquals(escaped(recorded.values()), inImageJ2(module), what);
		assertEquals(recorded, MacroOptions.parse(line(recorded)), what);

		final Module again = module(info);
		new TextInputs(again).setAll(MacroOptions.parse(line(recorded)).values());
		final Values meant = ((HostCommand) module).values(options(module));
		assertEquals(meant.texts(), ((HostCommand) again).values(options(again)).texts(), what);
		for (final TaskKind kind : TaskKind.values())
			if (kind.label().equals(info.getTitle()))
				assertEquals(
						((HostCommand) module).values(kind.options()).macro(),
						without(recorded.values(), "device"),
						what);
	}

	/** What computes does not change results, so that they do not say it. */
	private static Map<String, String> without(final Map<String, String> values, final String key) {
		final Map<String, String> others = new LinkedHashMap<>(values);
		others.remove(key);
		return others;
	}
}
