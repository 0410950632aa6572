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
package fovea.cli;

import fovea.base.FoveaException;
import fovea.cli.terminal.Program;
import fovea.device.DeviceChoice;
import fovea.doctor.DeviceComparison;
import fovea.doctor.Doctor;
import fovea.doctor.HostFacts;
import fovea.ij1.Host;
import fovea.task.Running;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code fovea doctor}. */
@Command(
		name = "doctor",
		header = "Says what there is on this computer, and what is wrong with it.",
		description =
				"%nShows versions, devices and how fast they are, why a GPU is not used, memory, disk, folders and "
						+ "installed "
						+ "models. The text has no user name and no home folder in it, and can be pasted into a forum.",
		footerHeading = "%nExamples:%n",
		footer = {"  fovea doctor", "  fovea doctor --engine worker", "  fovea doctor --compare gpu"})
final class DoctorReport implements Callable<Integer> {

	@Option(
			names = "--compare",
			paramLabel = "DEVICE",
			converter = Converter.class,
			order = 1,
			description = "Also runs two models and a step of a training, on the processor and on this device (such as "
					+ "gpu), and says how far "
					+ "results differ and which is faster. Exit code 1 if they differ by more than a "
					+ "ten-thousandth of their range.")
	private DeviceChoice compared;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws FoveaException {
		final Program fovea = Program.of(spec);
		final HostFacts host = new HostFacts(Optional.of(Host.version()), Optional.empty());
		new Doctor(host, fovea::engine, fovea.library()).report(fovea.console()::print);
		if (compared == null) return ExitCode.OK;
		final List<DeviceComparison.Line> lines =
				new DeviceComparison(fovea.engine(), fovea.library()).compare(DeviceChoice.CPU, compared);
		fovea.console().print("Processor and " + compared.label());
		lines.forEach(line -> fovea.console().print("  " + line.text()));
		return lines.stream().allMatch(DeviceComparison.Line::agrees) ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	/** As {@code --device} is understood. */
	private static final class Converter implements ITypeConverter<DeviceChoice> {

		@Override
		public DeviceChoice convert(final String text) {
			try {
				return Running.DEVICE.readChosen(text);
			} catch (final FoveaException e) {
				throw new TypeConversionException(e.getMessage());
			}
		}
	}
}
