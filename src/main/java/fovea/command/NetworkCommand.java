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

import fovea.base.FoveaException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.device.GpuSetup;
import fovea.ij1.Host;
import fovea.infer.network.NetworkLoader;
import fovea.task.Option;
import fovea.task.Running;
import fovea.train.TrainableNetworkFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.module.ModuleItem;

/** A command that runs or trains networks, on what its user chooses. */
abstract class NetworkCommand extends HostCommand {

	private static final Option<DeviceChoice> DEVICE = Running.DEVICE;

	/** @return options that it asks for besides the device */
	List<Option<?>> ownOptions() {
		return List.of();
	}

	@Override
	final List<Option<?>> options() {
		return needsEngine()
				? Stream.concat(ownOptions().stream(), Stream.of(DEVICE)).toList()
				: ownOptions();
	}

	@Override
	protected void prepare() {
		if (!needsEngine()) {
			super.prepare();
			return;
		}
		// A person chooses; a macro may name any GPU.
		if (!Host.isMacro() && !Host.isHeadless() && !isInputResolved(DEVICE.key()))
			getInfo().getMutableInput(DEVICE.key(), String.class).setChoices(choices());
		super.prepare();
		final ModuleItem<?> item = getInfo().getInput(DEVICE.key());
		getInfo().removeInput(item);
		getInfo().addInput(item);
	}

	private static List<String> choices() {
		final List<String> choices = new ArrayList<>(List.of(
				DeviceChoice.AUTO.label(),
				DeviceChoice.CPU.label(),
				DeviceChoice.gpu(0).label()));
		for (int i = 1; i < GpuSetup.here(Optional.empty()).gpus().size(); i++)
			choices.add(DeviceChoice.gpu(i).label());
		return choices;
	}

	/** @return what the user wants networks to run on */
	private DeviceChoice choice() throws FoveaException {
		return values(List.of(DEVICE)).get(DEVICE);
	}

	/** @return what opens networks, where the user wants them to run */
	final NetworkLoader loader() throws FoveaException {
		return engines().engine().loader().on(choice());
	}

	/** @return what makes networks to be trained, where the user wants that */
	final TrainableNetworkFactory networks() throws FoveaException {
		return engines().engine().networks().on(choice());
	}

	/** Called before images are read, which may take long, in vain where there is no GPU and only one will do. */
	final void requireDevice() throws FoveaException {
		if (choice().needsGpu()) loader().device();
	}

	/** Says what has computed: in the status bar, and in the log too where it is a GPU or somebody chose. */
	final void tellDevice() throws FoveaException {
		tellDevice("");
	}

	/** @param outcome is said before it in the status bar; may be empty */
	final void tellDevice(final String outcome) throws FoveaException {
		final Device used = loader().device();
		final String line = name() + ": computed on " + used.label();
		Host.status(outcome.isEmpty() ? line : name() + ": " + outcome + ", computed on " + used.label());
		if (used.isGpu() || choice().kind() != DeviceChoice.Kind.AUTO) Host.log(line);
	}
}
