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

import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import java.util.List;

/** What <i>Teach...</i> may be told: with strokes that are there it needs no window. */
public final class Teach {

	/** What the command is called in the menu, and in macros. */
	public static final String LABEL = "Teach...";

	/** Where strokes come from. */
	public enum Strokes {
		/** A person draws them. */
		WINDOW,

		/** They are ROIs in the overlay of the active image. */
		OVERLAY
	}

	/** Where strokes come from. */
	public static final Option<Strokes> STROKES = Option.of("strokes", Form.word(Strokes.class), Strokes.WINDOW)
			.under("What is learned")
			.says(
					"Strokes",
					"window: they are drawn on the image, beside a window; overlay: they are ROIs in its overlay, "
							+ "named after their classes, such as nucleus-1, and there is no window");

	/** How long. */
	public static final Option<Integer> STEPS = Option.of("steps", Form.whole(0), 0)
			.under("Training")
			.says(
					"Steps (0: automatic)",
					"With strokes=overlay: steps of learning",
					"as many as a window makes for so many strokes");

	/** What the network knows at first. */
	public static final Option<String> START = Option.of("startfrom", Form.TEXT, Network.AUTO)
			.under("Network")
			.says(
					"Begin with a model (auto: one inside; none: a new network)",
					"A model that is taught further; its network and its normalization are taken, too. auto: a model "
							+ "inside that segments, since what it has learned to see "
							+ "helps with other objects as well; "
							+ "none: a small new network")
			.with(Trait.OPTIONAL, Trait.FILE)
			.and(Trait.FRESH);

	private static final List<Option<?>> ALL =
			List.of(STROKES, Run.LIBRARY_NAME, Masks.CLASSES, START, STEPS, Run.SEED, Run.OVERWRITE);

	private Teach() {}

	/** @return all, in their order */
	public static List<Option<?>> options() {
		return ALL;
	}
}
