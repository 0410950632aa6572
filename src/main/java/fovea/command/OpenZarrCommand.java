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
import fovea.ij1.Host;
import fovea.ij1.zarr.OmeZarr;
import fovea.task.OpenZarr;
import fovea.task.Option;
import fovea.task.Values;
import ij.ImagePlus;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Open OME-Zarr...: an image of any size as a virtual hyperstack. */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = OpenZarr.LABEL, weight = 30)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Opens an image of OME-Zarr, whose planes are read when they are shown")
public final class OpenZarrCommand extends HostCommand {

	@Parameter(label = "Image", type = ItemIO.OUTPUT)
	private ImagePlus opened;

	@Override
	boolean needsEngine() {
		return false;
	}

	@Override
	List<Option<?>> options() {
		return OpenZarr.OPTIONS;
	}

	@Override
	void check() {
		// needs no image
	}

	@Override
	void work() throws FoveaException {
		final Values said = values(OpenZarr.OPTIONS);
		final String place = said.get(OpenZarr.PLACE);
		if (place.isBlank())
			throw new FoveaException(OpenZarr.PLACE.key() + ": expected a folder, a .zip or an address, got nothing");
		final OmeZarr.Opened result = OmeZarr.open(place, said.get(OpenZarr.LEVEL));
		result.warnings().forEach(this::warn);
		opened = result.image();
		Host.show(opened, caller());
	}
}
