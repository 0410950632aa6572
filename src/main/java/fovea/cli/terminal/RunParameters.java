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
package fovea.cli.terminal;

import fovea.infer.PredictionOptions;
import fovea.infer.PredictionOptions.Border;
import fovea.infer.PredictionOptions.Scope;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say how a model is run over an image. */
public final class RunParameters {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec;

	@Option(
			names = "--scope",
			paramLabel = "WHAT",
			defaultValue = "image",
			order = 34,
			description = "Over what the normalisation takes its statistics: image (all slices and frames together) or "
					+ "slice. "
					+ "Default: ${DEFAULT-VALUE}.")
	private Scope scope;

	@Option(
			names = "--channels",
			paramLabel = "N",
			split = ",",
			order = 35,
			description =
					"Channels of the image to give to the model, counted from 1; 1,1,1 makes a gray image fit an RGB "
							+ "model. all: "
							+ "each by itself, where the model takes one. Default: all; segment gives a model of one "
							+ "channel the mean of red, green "
							+ "and blue, and asks for the channel of other images that have several.")
	private List<String> channels = List.of();

	@Option(
			names = "--orientations",
			paramLabel = "N",
			defaultValue = "1",
			order = 36,
			description = "In how many orientations (mirrored, turned) the network sees the image; the mean of what it "
					+ "makes of them is often a "
					+ "little better and takes N times as long: 1, 2, 4 or 8. Default: ${DEFAULT-VALUE}.")
	private int orientations;

	@Option(
			names = "--border",
			paramLabel = "WHAT",
			defaultValue = "network",
			order = 37,
			description =
					"What the network sees at the border of the image: network (its own padding, as in the framework "
							+ "that it comes from) "
							+ "or mirror (a halo of mirrored pixels around the image). Default: ${DEFAULT-VALUE}.")
	private Border border;

	@Option(
			names = "--tile-size",
			paramLabel = "PIXELS",
			order = 40,
			description = "Edge of a tile, halo included. Default: as large as the memory allows.")
	private Integer tileSize;

	@Option(
			names = "--halo",
			paramLabel = "PIXELS",
			order = 41,
			description = "Pixels around a tile that are computed and thrown away. Default: as the model says, else "
					+ "measured.")
	private Integer halo;

	@Option(
			names = "--memory",
			paramLabel = "SIZE",
			converter = MemorySize.class,
			order = 42,
			description =
					"Native memory that one run may take, for example 2g or 512m. Default: a quarter of the machine's.")
	private Long memory;

	/** @throws ParameterException if a number is out of range */
	public PredictionOptions toOptions() {
		require(PredictionOptions.ORIENTATIONS.contains(orientations), "--orientations", "1, 2, 4 or 8", orientations);
		PredictionOptions options = PredictionOptions.DEFAULT
				.withScope(scope)
				.withOrientations(orientations)
				.withBorder(border)
				.withChannels(new Usage(spec.commandLine()).channels(channels));
		if (tileSize != null) {
			require(tileSize >= 1, "--tile-size", "1 or more pixels", tileSize);
			options = options.withTileSize(tileSize);
		}
		if (halo != null) {
			require(halo >= 0, "--halo", "0 or more pixels", halo);
			options = options.withHalo(halo);
		}
		return memory == null ? options : options.withMemoryBytes(memory);
	}

	private void require(final boolean condition, final String option, final String expected, final int came) {
		if (!condition)
			throw new ParameterException(
					spec.commandLine(),
					"Invalid value for option '" + option + "': expected " + expected + ", got " + came);
	}
}
