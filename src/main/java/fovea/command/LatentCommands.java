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

import fovea.task.LatentTask;
import fovea.task.Option;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Latent: a command for each thing that is done with a latent space without its window. */
public final class LatentCommands {

	private LatentCommands() {}

	private abstract static class One extends LatentCommand {

		private final LatentTask task;

		One(final LatentTask task) {
			this.task = task;
		}

		@Override
		final LatentTask task() {
			return task;
		}

		/** {@inheritDoc} Called before the constructor has ended. */
		@Override
		final List<Option<?>> ownOptions() {
			return task.options();
		}
	}

	/** Images to points. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Latent", weight = 22),
				@Menu(label = "Latent Encode...", weight = 22.1)
			},
			initializer = HostCommand.INITIALIZER,
			headless = true,
			description = "Encodes images, slices or ROIs into points of an autoencoder's latent space, a row of the "
					+ "Results table each")
	public static final class Encode extends One {
		/** As described. */
		public Encode() {
			super(LatentTask.ENCODE);
		}
	}

	/** Points to images. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Latent", weight = 22),
				@Menu(label = "Latent Decode...", weight = 22.2)
			},
			initializer = HostCommand.INITIALIZER,
			headless = true,
			description = "Decodes points, of the Results table or a file, into a stack of images")
	public static final class Decode extends One {
		/** As described. */
		public Decode() {
			super(LatentTask.DECODE);
		}
	}

	/** From one image to another. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Latent", weight = 22),
				@Menu(label = "Latent Interpolate...", weight = 22.3)
			},
			initializer = HostCommand.INITIALIZER,
			headless = true,
			description = "Goes from one image to another through an autoencoder's latent space")
	public static final class Interpolate extends One {
		/** As described. */
		public Interpolate() {
			super(LatentTask.INTERPOLATE);
		}
	}

	/** Points to a picture. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Latent", weight = 22),
				@Menu(label = "Latent Plot...", weight = 22.4)
			},
			initializer = HostCommand.INITIALIZER,
			headless = true,
			description = "Draws points, of the Results table or a file, colored by their labels")
	public static final class Plot extends One {
		/** As described. */
		public Plot() {
			super(LatentTask.PLOT);
		}

		@Override
		boolean needsEngine() {
			return false;
		}
	}
}
