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

import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Samples: a command for each sample image. */
final class SampleCommands {

	private SampleCommands() {}

	/** Opens blobs.tif. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Bright blobs", weight = 31.1)
			},
			headless = true)
	public static final class Blobs extends SampleCommand {

		/** By the host. */
		public Blobs() {
			super("blobs.tif");
		}
	}

	/** Opens nuclei-culture.png. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Nuclei, fluorescence", weight = 31.2)
			},
			headless = true)
	public static final class NucleiCulture extends SampleCommand {

		/** By the host. */
		public NucleiCulture() {
			super("nuclei-culture.png");
		}
	}

	/** Opens nuclei-tissue.png. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Nuclei, fluorescence, small", weight = 31.3)
			},
			headless = true)
	public static final class NucleiTissue extends SampleCommand {

		/** By the host. */
		public NucleiTissue() {
			super("nuclei-tissue.png");
		}
	}

	/** Opens nuclei-touching.png. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Nuclei, fluorescence, touching", weight = 31.4)
			},
			headless = true)
	public static final class NucleiTouching extends SampleCommand {

		/** By the host. */
		public NucleiTouching() {
			super("nuclei-touching.png");
		}
	}

	/** Opens tissue-stained.png. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Nuclei, stained tissue (RGB)", weight = 31.5)
			},
			headless = true)
	public static final class TissueStained extends SampleCommand {

		/** By the host. */
		public TissueStained() {
			super("tissue-stained.png");
		}
	}

	/** Opens cells-brightfield.png. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Cells, brightfield", weight = 31.6)
			},
			headless = true)
	public static final class CellsBrightfield extends SampleCommand {

		/** By the host. */
		public CellsBrightfield() {
			super("cells-brightfield.png");
		}
	}

	/** Opens cells-noisy.tif. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Cells, noisy (16-bit)", weight = 31.7)
			},
			headless = true)
	public static final class CellsNoisy extends SampleCommand {

		/** By the host. */
		public CellsNoisy() {
			super("cells-noisy.tif");
		}
	}

	/** Opens hela-cells.tif. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "HeLa cells, three channels (16-bit)", weight = 31.8)
			},
			headless = true)
	public static final class HelaCells extends SampleCommand {

		/** By the host. */
		public HelaCells() {
			super("hela-cells.tif");
		}
	}

	/** Opens galaxy-m51.tif. */
	@Plugin(
			type = Command.class,
			menu = {
				@Menu(
						label = MenuConstants.PLUGINS_LABEL,
						weight = MenuConstants.PLUGINS_WEIGHT,
						mnemonic = MenuConstants.PLUGINS_MNEMONIC),
				@Menu(label = "Fovea"),
				@Menu(label = "Samples", weight = 31),
				@Menu(label = "Galaxy M51 (16-bit)", weight = 31.9)
			},
			headless = true)
	public static final class GalaxyM51 extends SampleCommand {

		/** By the host. */
		public GalaxyM51() {
			super("galaxy-m51.tif");
		}
	}
}
