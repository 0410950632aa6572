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

import fovea.GoldenList;
import fovea.Hosts;
import fovea.ij1.macro.TextInputs;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** The language of macros and scripts: every command, every key of it, as both hosts ask for them. */
@ExtendWith(Hosts.class)
class MacroKeysTest {

	private static final Path MENU = Path.of("src", "main", "resources", "plugins.config");

	private final Context context;

	MacroKeysTest(final Context context) {
		this.context = context;
	}

	@Test
	void areAsTheyWere() throws IOException, ModuleException {
		final List<String> lines = new ArrayList<>();
		lines.add(
				"# Commands in Fiji: menu, class; their keys in the order of the dialog, [of plain ImageJ, too], with");
		lines.add("# type, default, choices, least and greatest number, whether one may be empty; their outputs.");
		for (final CommandInfo info : commands()) lines.addAll(linesOf(info));
		lines.add("");
		lines.add("# Menu of plain ImageJ.");
		Files.readAllLines(MENU).stream()
				.filter(line -> !line.startsWith("#") && !line.isBlank())
				.forEach(lines::add);
		GoldenList.requireSame("macro-keys.txt", lines);
	}

	private List<CommandInfo> commands() {
		return context.service(CommandService.class).getCommands().stream()
				.filter(info -> info.getDelegateClassName().startsWith("fovea."))
				.sorted(Comparator.comparing(CommandInfo::getDelegateClassName))
				.toList();
	}

	private List<String> linesOf(final CommandInfo info) throws ModuleException {
		final Module module = context.service(ModuleService.class).createModule(info);
		if (info.getInput("image") != null) module.setInput("image", new ImagePlus("gray", new ByteProcessor(8, 8)));
		final Set<String> before = names(module.getInfo().inputs());
		module.initialize();
		assertEquals(before, names(module.getInfo().inputs()), "a script sets them before the command begins");
		final Collection<String> plain = new TextInputs(module).items().keySet();
		final List<String> lines = new ArrayList<>();
		lines.add("");
		lines.add(info.getMenuPath().getMenuString() + " | " + info.getDelegateClassName()
				+ (info.canRunHeadless() ? " | headless" : ""));
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (isAsked(item)) lines.add("\t" + line(item, module, plain.contains(item.getName())));
		for (final ModuleItem<?> item : module.getInfo().outputs())
			lines.add("\tgives " + item.getName() + " | " + item.getType().getSimpleName());
		return lines;
	}

	private static Set<String> names(final Iterable<ModuleItem<?>> items) {
		final Set<String> names = new TreeSet<>();
		items.forEach(item -> names.add(item.getName()));
		return names;
	}

	private static boolean isAsked(final ModuleItem<?> item) {
		return item.getVisibility() == ItemVisibility.NORMAL
				&& !Service.class.isAssignableFrom(item.getType())
				&& item.getType() != Context.class;
	}

	private static <T> String line(final ModuleItem<T> item, final Module module, final boolean isPlain) {
		final Object value = item.getType() == ImagePlus.class ? "" : item.getValue(module);
		final List<T> choices = item.getChoices();
		return (isPlain ? "[" + item.getName() + "]" : item.getName())
				+ " | " + item.getType().getSimpleName()
				+ " | " + value
				+ (choices == null || choices.isEmpty()
						? ""
						: " | " + choices.stream().map(String::valueOf).collect(Collectors.joining(", ")))
				+ (item.getMinimumValue() == null ? "" : " | min " + item.getMinimumValue())
				+ (item.getMaximumValue() == null ? "" : " | max " + item.getMaximumValue())
				+ (item.isRequired() ? "" : " | optional")
				+ (item.isPersisted() && item.getType() != ImagePlus.class ? " | remembered" : "");
	}
}
