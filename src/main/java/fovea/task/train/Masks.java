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
package fovea.task.train;

import fovea.job.MaskKind;
import fovea.job.MaskText;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import java.util.List;
import java.util.stream.Stream;

/** Where masks are, and what they mean. */
public final class Masks {

	/** The kind that is chosen by what there is; a command line says binary then. */
	public static final String AUTO = "auto";

	/** Where they are. */
	public static final Option<String> MASKS = Option.of("masks", Form.TEXT, "")
			.named("--masks", "PATH")
			.under("What is learned")
			.says(
					"Masks (folder; empty: ROIs on the images)",
					"Masks of the images, matched by name; for the kinds of ROIs TIFFs with overlays, or files of the "
							+ "ROI Manager",
					"for the kinds of ROIs those in or beside the images themselves")
			.with(Trait.FOLDER, Trait.OPTIONAL);

	/** What they are; words are read by {@link MaskText}. */
	public static final Option<String> KIND = Option.of("maskkind", kinds(), AUTO)
			.inFiles(MaskKind.BINARY.toString())
			.named("--mask-kind", "KIND")
			.under("What is learned")
			.says(
					"What masks show",
					"What masks are: binary (0 or not), instances (a number for each object), border (instances, "
							+ "with the border "
							+ "between touching objects as a class of its own), distance (border, and beside the "
							+ "classes how far each pixel is from its object's border), index (the value is "
							+ "the class, 0 for the first of the classes), colour (the colour tells the class), "
							+ "rois (drawn in ImageJ; "
							+ "a ROI's name or group tells its class), rois-instances (each ROI is an object), "
							+ "rois-border or rois-distance; in dialogs and macros also auto (binary where there are "
							+ "mask images, else rois, or rois-border where some of one class touch)");

	/** Names and colors. */
	public static final Option<List<String>> CLASSES = Option.of("classes", Form.list(Form.TEXT), List.<String>of())
			.named("--classes", "NAME[=#RRGGBB]")
			.under("What is learned")
			.says(
					"Classes (empty: automatic)",
					"For index and colour: the classes, background first, such as "
							+ "background,cell=#00ff00,debris=#ff0000; for index a color is how the class will be "
							+ "shown, and may be left out; for ROIs: names only, which names of ROIs begin with, such "
							+ "as cell,debris; for instances, border and distance: a name for the objects",
					"for ROIs their groups or names, in dialogs and macros those of the model that is trained further")
			.with(Trait.LIST, Trait.OPTIONAL);

	/** Pixels that do not count. */
	public static final Option<String> IGNORE = Option.of("ignore", Form.TEXT, "")
			.named("--ignore", "VALUE")
			.under("What is learned")
			.says(
					"Ignored value or color (empty: none)",
					"Pixels that do not count: for index a value such as 255, for colour a colour such as #ffffff; a "
							+ "ROI does not count if it is named ignore")
			.with(Trait.OPTIONAL)
			.and(Trait.ADVANCED);

	/** What pixels without a ROI are; words are read by {@link MaskText}. */
	public static final Option<String> UNLABELED = Option.of(
					"unlabelled",
					Form.word(List.of(MaskText.AUTO, MaskText.BACKGROUND, MaskText.IGNORE), text -> text, text -> text)
							.read(text -> text),
					MaskText.AUTO)
			.named("--unlabelled", "WHAT")
			.under("What is learned")
			.says(
					"Pixels without a ROI are",
					"For ROIs: whether pixels without one are background, or ignore, so that they do not count and "
							+ "background is drawn as well, or is a ring around each outline; auto: they do not count "
							+ "where background or strokes are drawn, or where much of the rest looks like what was "
							+ "outlined")
			.and(Trait.ADVANCED);

	/** Whether they are shown; dialogs alone. */
	public static final Option<Boolean> SHOW = Option.of("showmask", Form.FLAG, false)
			.under("What is learned")
			.says(
					"Show the classes before the training",
					"Shows the classes of all pixels before the training, gray where they do not count");

	/** What the command line has. */
	public static final List<Option<?>> NAMED = List.of(MASKS, KIND, CLASSES, IGNORE, UNLABELED);

	private Masks() {}

	private static Form<String> kinds() {
		final List<String> words = Stream.concat(
						Stream.of(AUTO), Stream.of(MaskKind.values()).map(MaskKind::toString))
				.toList();
		return Form.word(words, text -> text, text -> text).read(text -> text);
	}
}
