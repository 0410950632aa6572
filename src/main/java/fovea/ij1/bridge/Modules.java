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

import fovea.engine.EngineService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** SciJava inside plain ImageJ: the few services that a command needs. Thread-safe. */
final class Modules {

	/** By name, since this package must not know it. It turns the plugins it finds into modules. */
	private static final String COMMAND_SERVICE = "org.scijava.command.CommandService";

	private final ModuleService service;

	private Modules() {
		try {
			service = new Context(List.of(
							LogService.class,
							ModuleService.class,
							EngineService.class,
							Class.forName(COMMAND_SERVICE, true, Modules.class.getClassLoader())
									.asSubclass(Service.class)))
					.service(ModuleService.class);
		} catch (final ClassNotFoundException e) {
			throw new IllegalStateException("scijava-common lacks " + COMMAND_SERVICE, e);
		}
	}

	/** Made at its first use. */
	private static final class Holder {
		private static final Modules INSTANCE = new Modules();
	}

	/** @return class names of Fovea's commands, by their labels in the menu */
	static Map<String, String> labels() {
		final Map<String, String> labels = new TreeMap<>();
		for (final ModuleInfo info : Holder.INSTANCE.service.getModules())
			if (info.getDelegateClassName().startsWith("fovea."))
				labels.put(info.getMenuPath().getLeaf().getName(), info.getDelegateClassName());
		return labels;
	}

	/**
	 * @param className of a command
	 * @return a new module of it, with its services, not initialized
	 * @throws ModuleException if there is none
	 */
	static Module create(final String className) throws ModuleException {
		for (final ModuleInfo info : Holder.INSTANCE.service.getModules())
			if (className.equals(info.getDelegateClassName())) return Holder.INSTANCE.service.createModule(info);
		throw new ModuleException("No command " + className + " is known to SciJava");
	}
}
