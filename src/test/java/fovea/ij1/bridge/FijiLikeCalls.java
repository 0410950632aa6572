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
import ij.IJ;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * Runs commands for a macro as Fiji does: on a thread of SciJava's, while the macro waits. A macro reaches it by
 * {@code call("fovea.ij1.bridge.FijiLikeCalls.run", "SegmentCommand", "key=value")}.
 */
public final class FijiLikeCalls {

	private static final Context CONTEXT = Hosts.sciJava();

	private FijiLikeCalls() {}

	/**
	 * @param command class name within fovea.command
	 * @param options key=value without spaces in values
	 * @return the reason for which the command was cancelled, or "done"
	 */
	public static String run(final String command, final String options)
			throws InterruptedException, ExecutionException {
		final Map<String, Object> inputs = new HashMap<>();
		inputs.put("image", IJ.getImage());
		for (final String option : options.split(" "))
			if (!option.isEmpty()) inputs.put(option.split("=")[0], option.split("=")[1]);
		final Module module = CONTEXT.service(ModuleService.class)
				.run(CONTEXT.service(CommandService.class).getCommand("fovea.command." + command), true, inputs)
				.get();
		final Cancelable cancelable = (Cancelable) module;
		return cancelable.isCanceled() ? cancelable.getCancelReason() : "done";
	}
}
