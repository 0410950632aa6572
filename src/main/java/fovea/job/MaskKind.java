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
package fovea.job;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users call the kinds of masks. */
public enum MaskKind {

	/** 0 or not. */
	BINARY("binary"),
	/** A number for each object. */
	INSTANCES("instances"),
	/** The same, with the border between touching objects as a class. */
	BORDER("border"),
	/** The same, and beside the classes how deep each pixel lies in its object. */
	DISTANCE("distance"),
	/** The value is the class. */
	INDEX("index"),
	/** The color tells the class. */
	COLOR("colour"),
	/** Drawn in ImageJ; the name or the group of a ROI tells its class. */
	ROIS("rois"),
	/** Drawn in ImageJ; each ROI is an object. */
	ROI_INSTANCES("rois-instances"),
	/** The same, with the border between touching objects as a class. */
	ROI_BORDER("rois-border"),
	/** The same, and beside the classes how deep each pixel lies in its object. */
	ROI_DISTANCE("rois-distance");

	private static final String AMERICAN = "color";

	private final String word;

	MaskKind(final String word) {
		this.word = word;
	}

	/**
	 * @param option for messages
	 * @param text as typed
	 * @param rois whether it may be one of ROIs
	 * @return the kind
	 * @throws IllegalArgumentException if there is no such kind; the message names those that there are
	 */
	public static MaskKind of(final String option, final String text, final boolean rois) {
		final String typed = text.toLowerCase(Locale.ROOT);
		final String wanted = typed.equals(AMERICAN) ? COLOR.word : typed;
		final List<MaskKind> known =
				Stream.of(values()).filter(kind -> rois || !kind.isOfRois()).toList();
		return known.stream()
				.filter(kind -> kind.word.equals(wanted))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(option + ": expected one of "
						+ known.stream().map(kind -> kind.word).collect(Collectors.joining(", ")) + ", got '" + text
						+ "'"));
	}

	/** @return whether it is drawn in ImageJ */
	public boolean isOfRois() {
		return this == ROIS || this == ROI_INSTANCES || this == ROI_BORDER || this == ROI_DISTANCE;
	}

	/** @return whether the border between touching objects is a class */
	public boolean hasBorder() {
		return this == BORDER || this == DISTANCE || this == ROI_BORDER || this == ROI_DISTANCE;
	}

	/** @return whether networks learn how deep each pixel lies in its object, beside the classes */
	public boolean hasDistance() {
		return this == DISTANCE || this == ROI_DISTANCE;
	}

	/** @return whether names of classes say something */
	public boolean hasNames() {
		return this != BINARY;
	}

	/** @return whether there are pixel values that can be left out; ROIs have a name for that */
	public boolean hasIgnored() {
		return this == INDEX || this == COLOR;
	}

	/**
	 * @param classes that there are, at least two
	 * @return the kind that result images have by default where the truth is of this one
	 */
	public MaskKind ofResults(final int classes) {
		return switch (this) {
			case ROIS -> classes == 2 ? BINARY : INDEX;
			case ROI_INSTANCES -> INSTANCES;
			case ROI_BORDER, ROI_DISTANCE, DISTANCE -> BORDER;
			default -> this;
		};
	}

	/** @return what a user types */
	@Override
	public String toString() {
		return word;
	}
}
