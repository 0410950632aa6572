package fovea.ij1.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import ij.IJ;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * Runs commands for a macro as Fiji does: on a thread of SciJava's, while the macro waits. A macro reaches
 * it by {@code call("fovea.ij1.bridge.FijiLikeCalls.run", "SegmentCommand", "key=value")}.
 */
public final class FijiLikeCalls {

	private FijiLikeCalls() {}

	/**
	 * @param command class name within fovea.command
	 * @param options key=value without spaces in values
	 * @return the reason for which the command was cancelled, or "done"
	 */
	public static String run(final String command, final String options) throws InterruptedException, ExecutionException {
		final Map<String, Object> inputs = new HashMap<>();
		inputs.put("image", IJ.getImage());
		for (final String option : options.split(" "))
			if (!option.isEmpty()) inputs.put(option.split("=")[0], option.split("=")[1]);
		try (Context context = new Context()) {
			final Module module = context.service(ModuleService.class).run(context.service(CommandService.class).getCommand(
				"fovea.command." + command), true, inputs).get();
			final Cancelable cancelable = (Cancelable) module;
			return cancelable.isCanceled() ? cancelable.getCancelReason() : "done";
		}
	}
}
