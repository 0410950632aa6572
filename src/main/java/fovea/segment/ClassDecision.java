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
package fovea.segment;

/** How the numbers that a network gives for a pixel become a class. */
enum ClassDecision {
	/** One number: the index of the class. */
	CLASS_MAP {
		@Override
		int decide(final float[][] channels, final int i, final double threshold, final double borderWeight) {
			return Math.round(channels[0][i]);
		}

		@Override
		float probability(final float[][] channels, final int i, final int chosen, final double borderWeight) {
			return 1;
		}
	},
	/** One number: the probability of the only class beside background. */
	SINGLE {
		@Override
		int decide(final float[][] channels, final int i, final double threshold, final double borderWeight) {
			return channels[0][i] >= (float) threshold ? 1 : 0;
		}

		@Override
		float probability(final float[][] channels, final int i, final int chosen, final double borderWeight) {
			return chosen == 1 ? channels[0][i] : 1 - channels[0][i];
		}
	},
	/** Two numbers: the probabilities of background and of the only class beside it. */
	PAIR {
		@Override
		int decide(final float[][] channels, final int i, final double threshold, final double borderWeight) {
			return channels[1][i] >= (float) threshold ? 1 : 0;
		}

		@Override
		float probability(final float[][] channels, final int i, final int chosen, final double borderWeight) {
			return channels[chosen][i];
		}
	},
	/** A number for each class: the largest wins, of equal ones the first. */
	LARGEST {
		@Override
		int decide(final float[][] channels, final int i, final double threshold, final double borderWeight) {
			int best = 0;
			for (int c = 1; c < channels.length; c++) if (channels[c][i] > channels[best][i]) best = c;
			return best;
		}

		@Override
		float probability(final float[][] channels, final int i, final int chosen, final double borderWeight) {
			return channels[chosen][i];
		}
	},
	/**
	 * A number for each class, the last of which is the border between touching objects. Foreground is what is not
	 * background; it is inside of an object where the objects' classes together are more probable than
	 * {@value #INSIDE}: less than a half, since borders count more than their share in training.
	 */
	BORDERED {
		@Override
		int decide(final float[][] channels, final int i, final double threshold, final double borderWeight) {
			if (foreground(channels, i, borderWeight) < (float) threshold) return 0;
			final int border = channels.length - 1;
			int best = 1;
			float inside = 0;
			for (int c = 1; c < border; c++) {
				inside += channels[c][i];
				if (channels[c][i] > channels[best][i]) best = c;
			}
			return inside > INSIDE ? best : border;
		}

		@Override
		float probability(final float[][] channels, final int i, final int chosen, final double borderWeight) {
			final float foreground = foreground(channels, i, borderWeight);
			return chosen == 0 ? 1 - foreground : foreground;
		}
	};

	/**
	 * @param channels of the network's output
	 * @param i a pixel
	 * @return the probability of being inside an object: of all classes but background and border
	 */
	float inside(final float[][] channels, final int i) {
		if (this == SINGLE) return channels[0][i];
		float inside = 0;
		final int end = this == BORDERED ? channels.length - 1 : channels.length;
		for (int c = 1; c < end; c++) inside += channels[c][i];
		return inside;
	}

	/**
	 * @return the probability of what is not background, with that of the border as it would be had it counted like the
	 *     others
	 */
	private static float foreground(final float[][] channels, final int i, final double borderWeight) {
		final double border = channels[channels.length - 1][i];
		return (float) (1 - channels[0][i] / (1 - border + border / borderWeight));
	}

	/** Of 0.3, 0.4, 0.5 and 0.6 it gave the best AP50 on the training images of the nuclei that are part of Fovea. */
	private static final float INSIDE = 0.4f;

	/**
	 * @param channels of the network's output, none of them NaN at i
	 * @param i a pixel
	 * @param threshold of the probability, where there are two classes, or a border
	 * @param borderWeight {@link fovea.model.ObjectTraits#borderWeight()}
	 * @return index of the pixel's class; of a map of classes unchecked
	 */
	abstract int decide(float[][] channels, int i, double threshold, double borderWeight);

	/**
	 * @return the probability that the network gives the class chosen; of objects that have a border, that of
	 *     foreground
	 */
	abstract float probability(float[][] channels, int i, int chosen, double borderWeight);
}
