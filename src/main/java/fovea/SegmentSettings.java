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
package fovea;

import fovea.segment.Linking;
import fovea.segment.SegmentOptions;
import fovea.segment.Splitting;
import java.util.OptionalDouble;

/**
 * How a network's class probabilities become objects. Immutable; begin with {@link #DEFAULT}:
 *
 * <pre>{@code
 * model.segment(image, SegmentSettings.DEFAULT.withThreshold(0.4).withMinSize(30));
 * }</pre>
 */
public final class SegmentSettings {

	/**
	 * Threshold 0.5; minimum size and confidence as the model says; touching objects are split where the model knows
	 * their borders; the scale is chosen by the objects' size; no probabilities are kept; {@link RunSettings#DEFAULT}.
	 */
	public static final SegmentSettings DEFAULT = new SegmentSettings(SegmentOptions.DEFAULT, RunSettings.DEFAULT);

	private final SegmentOptions options;
	private final RunSettings run;

	private SegmentSettings(final SegmentOptions options, final RunSettings run) {
		this.options = options;
		this.run = run;
	}

	/**
	 * @param probability 0 to 1, from which on a pixel is foreground; with more than two classes the most probable one
	 *     wins and this is not used
	 * @return the same with this threshold
	 * @throws IllegalArgumentException if it is not within 0 to 1
	 */
	public SegmentSettings withThreshold(final double probability) {
		return with(options.withThreshold(probability));
	}

	/**
	 * @param pixels 1 or more: smaller objects are left out; 0: as the model says, none where it does not
	 * @return the same with this minimum size
	 * @throws IllegalArgumentException if it is below 0
	 */
	public SegmentSettings withMinSize(final int pixels) {
		return with(options.withMinSize(pixels));
	}

	/**
	 * @param probability 0 to 1: objects of which no pixel has it are left out; NaN: 0.4 above the threshold, at most
	 *     0.95, if the model has a class for the border between objects, else 0
	 * @return the same with this confidence
	 * @throws IllegalArgumentException if it is not within 0 to 1
	 */
	public SegmentSettings withConfidence(final double probability) {
		return with(options.withConfidence(
				Double.isNaN(probability) ? OptionalDouble.empty() : OptionalDouble.of(probability)));
	}

	/**
	 * @param split true: touching objects are taken apart by their shape, whatever the model says; false: what touches
	 *     is one object. Without this call they are where the model has a class for the border between them
	 * @return the same
	 */
	public SegmentSettings withTouchingSplit(final boolean split) {
		return with(options.withSplitting(split ? Splitting.ALWAYS : Splitting.NEVER));
	}

	/**
	 * @param factor 0.1 to 8: by how much the image is enlarged for the network (below 1: shrunk); 0: chosen by the
	 *     size of the objects. Results are those of the image as it is
	 * @return the same with this scale
	 * @throws IllegalArgumentException if it is not within these bounds
	 */
	public SegmentSettings withScale(final double factor) {
		return with(options.withScale(factor));
	}

	/**
	 * @param linked whether objects of neighboring slices that overlap are one: they have one
	 *     {@link FoundObject#label() label}
	 * @return the same
	 */
	public SegmentSettings withSlicesLinked(final boolean linked) {
		return with(options.withLinking(linked ? Linking.Z : Linking.NONE));
	}

	/**
	 * @param kept whether {@link Segmentation#probabilities()} has those of all classes
	 * @return the same
	 */
	public SegmentSettings withProbabilities(final boolean kept) {
		return with(options.withProbabilities(kept));
	}

	/**
	 * @param settings of the network
	 * @return the same with another way to run the network
	 */
	public SegmentSettings withRun(final RunSettings settings) {
		return new SegmentSettings(options, settings);
	}

	private SegmentSettings with(final SegmentOptions other) {
		return new SegmentSettings(other, run);
	}

	SegmentOptions options() {
		return options;
	}

	RunSettings run() {
		return run;
	}
}
