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
package fovea.ij1.bridge;

import fovea.Hosts;
import fovea.ij1.macro.EarlierNames;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import ij.WindowManager;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import net.imagej.patcher.EssentialLegacyHooks;
import net.imagej.patcher.LegacyInjector;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.thread.ThreadService;

/**
 * What ImageJ2 makes of a patched ImageJ: run("Label...", "key=value") runs the SciJava command on a thread of
 * SciJava's, whose inputs ImageJ2 has read from the options, with all the leniency that it has (imagej-legacy's
 * MacroPreprocessor).
 */
final class ImageJ2Hooks extends EssentialLegacyHooks {

	private static final String BRIDGE = "fovea.ij1.bridge.FoveaPlugIn";

	private final Context context = Hosts.sciJava();

	private ImageJ2Hooks() {
		final PluginInfo<PreprocessorPlugin> reading = new PluginInfo<>(MacroReading.class, PreprocessorPlugin.class);
		reading.setPriority(2
				* Priority.VERY_HIGH); // before commands are initialized, and when it is added: plugins are sorted then
		context.service(PluginService.class).addPlugin(reading);
	}

	static void install() {
		LegacyInjector.installHooks(ImageJ2Hooks.class.getClassLoader(), new ImageJ2Hooks());
		forgetEarlierNames();
	}

	/** ImageJ2 has the menu of SciJava's commands: no plugins.config is on the update site. */
	private static void forgetEarlierNames() {
		try {
			final Method init = IJ.class.getDeclaredMethod("init");
			init.setAccessible(true);
			init.invoke(null);
		} catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
		Menus.getCommands().keySet().removeAll(EarlierNames.all().keySet());
		EarlierNames.understand();
	}

	@Override
	public Object interceptRunPlugIn(final String className, final String arg) {
		if (!className.equals(BRIDGE)) return super.interceptRunPlugIn(className, arg);
		return run(context, arg);
	}

	/** @return the module, once it has ended */
	static Object run(final Context context, final String command) {
		try {
			return Optional.ofNullable(context.service(ModuleService.class)
					.run(context.service(CommandService.class).getCommand(command), true)
					.get());
		} catch (final InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public Iterable<Thread> getThreadAncestors() {
		final ThreadService threads = context.service(ThreadService.class);
		final List<Thread> ancestors = new java.util.ArrayList<>();
		for (Thread t = threads.getParent(Thread.currentThread()); t != null; t = threads.getParent(t))
			ancestors.add(t);
		return ancestors;
	}

	/** As imagej-legacy's, and the active image for the rest. */
	public static final class MacroReading extends AbstractPreprocessorPlugin {

		@org.scijava.plugin.Parameter
		private ConvertService convert;

		@Override
		public void process(final Module module) {
			if (!IJ.isMacro()) return;
			final String options = Macro.getOptions() == null ? "" : Macro.getOptions();
			for (final ModuleItem<?> input : module.getInfo().inputs()) {
				final String value = Macro.getValue(options, input.getName(), null);
				if (value != null && convert.supports(value, input.getType())) {
					module.setInput(input.getName(), convert.convert(value, input.getType()));
					module.resolveInput(input.getName());
				} else if (input.getType() == ImagePlus.class) {
					module.setInput(input.getName(), WindowManager.getCurrentImage());
					module.resolveInput(input.getName());
				}
			}
		}
	}
}
