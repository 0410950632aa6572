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

import fovea.job.MaskKind;
import fovea.job.MaskMeaning;
import fovea.job.MaskText;
import fovea.job.OptionNames;
import fovea.model.ClassSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where masks are, and what they mean. */
public final class MaskOptions {

	@Option(
			names = "--masks",
			paramLabel = "PATH",
			order = 20,
			description =
					"Masks of the images, matched by name. For the kinds of ROIs: TIFFs with overlays, or files of "
							+ "the ROI Manager; may be left out where they are in or beside the images themselves.")
	private Path masks;

	@Option(
			names = "--mask-kind",
			paramLabel = "KIND",
			order = 21,
			description = "binary (0 or not), instances (a number for each object), border (instances, with the border "
					+ "between touching objects as a class of its own), index (the value is the class, 0 for the "
					+ "first of "
					+ "--classes), colour (the colour tells the class), rois (drawn in ImageJ; a ROI's name or group "
					+ "tells its "
					+ "class), rois-instances (each ROI is an object) or rois-border. Default: binary.")
	private String kind;

	@Option(
			names = "--classes",
			split = ",",
			paramLabel = "NAME[=#RRGGBB]",
			order = 22,
			description = "For index and colour: the classes, background first, such as "
					+ "background,cell=#00ff00,debris=#ff0000. For index a color is how the class will be shown, "
					+ "and may be "
					+ "left out. For ROIs: names only, which names of ROIs begin with, such as cell,debris.")
	private List<String> classes = List.of();

	@Option(
			names = "--ignore",
			paramLabel = "VALUE",
			order = 23,
			description =
					"Pixels that do not count: for index a value such as 255, for colour a colour such as #ffffff. "
							+ "A ROI does not count if it is named ignore.")
	private String ignore;

	@Option(
			names = "--unlabelled",
			paramLabel = "WHAT",
			order = 24,
			description =
					"For ROIs: whether pixels without one are background, or ignore, so that they do not count and "
							+ "background is drawn as well. Default: background.")
	private String unlabeled;

	/** @return null where none is named */
	public Path path() {
		return masks;
	}

	/** @return whether there are masks; these may be in the images themselves */
	public boolean areGiven(final Usage usage) {
		return usage.inRange(text()::areGiven);
	}

	public MaskKind kind(final Usage usage) {
		return usage.inRange(text()::ofKind);
	}

	/** @return whether somebody else must know the names of the classes */
	public boolean lackNames(final Usage usage) {
		return usage.inRange(text()::lackNames);
	}

	/** @return what the masks mean, empty where there are none */
	public Optional<MaskMeaning> meaning(final Usage usage) {
		return meaning(List.of(), usage);
	}

	/**
	 * @param known classes, background first, for masks of indices where no names are given; may be empty
	 * @return what the masks mean, empty where there are none
	 */
	public Optional<MaskMeaning> meaning(final List<ClassSpec> known, final Usage usage) {
		return usage.inRange(() -> text().meaning(known));
	}

	private MaskText text() {
		return new MaskText(
				OptionNames.COMMAND_LINE,
				masks != null,
				Optional.ofNullable(kind),
				classes,
				Optional.ofNullable(ignore),
				Optional.ofNullable(unlabeled));
	}
}
