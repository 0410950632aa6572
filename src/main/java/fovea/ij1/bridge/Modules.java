package fovea.ij1.bridge;

import java.util.List;

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
			service = new Context(List.of(LogService.class, ModuleService.class, Class.forName(COMMAND_SERVICE, true, Modules.class
				.getClassLoader()).asSubclass(Service.class))).service(ModuleService.class);
		}
		catch (final ClassNotFoundException e) {
			throw new IllegalStateException("scijava-common lacks " + COMMAND_SERVICE, e);
		}
	}

	/** Made at its first use. */
	private static final class Holder {
		private static final Modules INSTANCE = new Modules();
	}

	/**
	 * @param className of a command
	 * @return a new module of it, with its services, not initialised
	 * @throws ModuleException if there is none
	 */
	static Module create(final String className) throws ModuleException {
		for (final ModuleInfo info : Holder.INSTANCE.service.getModules())
			if (className.equals(info.getDelegateClassName())) return Holder.INSTANCE.service.createModule(info);
		throw new ModuleException("No command " + className + " is known to SciJava");
	}
}
