package fovea.ij1.bridge;

import fovea.FoveaException;
import ij.IJ;
import ij.plugin.PlugIn;
import org.scijava.module.ModuleException;

/**
 * Runs one of Fovea's commands in plain ImageJ. The command runs on the calling thread, so that macros
 * wait for it.
 */
public final class FoveaPlugIn implements PlugIn {

	/** @param command class name of the command, from plugins.config */
	@Override
	public void run(final String command) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// Where SciJava looks for commands, and libraries for their parts: beside this class, in plugins/.
		thread.setContextClassLoader(FoveaPlugIn.class.getClassLoader());
		String failure = "";
		try {
			new ModuleRun(Modules.create(command)).run();
		}
		catch (final FoveaException | ModuleException e) {
			failure = e.getMessage();
		}
		finally {
			thread.setContextClassLoader(before);
		}
		// Outside of the try, for ImageJ stops a macro by an exception.
		if (!failure.isEmpty()) IJ.error(failure);
	}
}
