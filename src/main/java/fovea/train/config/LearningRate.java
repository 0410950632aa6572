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
package fovea.train.config;

import fovea.check.Ranges;

/**
 * How large the optimizer's steps are: {@code initial / (1 + decay * step)} with the number of steps done (inverse time
 * decay, as Keras' optimizers have it), times a factor each time that the monitored loss has not fallen for some
 * epochs. Or, where the length of the training is known to be kept to, the initial rate for a part of it and then the
 * half wave of a cosine down to 0 (the shape of Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm
 * Restarts, ICLR 2017, with one period and no restart).
 *
 * @param initial above 0
 * @param decay 0 or above; 0: none
 * @param plateau what to do where the loss stays as it is
 * @param flat the part of all steps, 0 to 1, that have the initial rate, after which it falls by a cosine that would be
 *     0 for the step after the last; 1: it does not fall so. Less than 1 goes with neither decay nor plateau, which
 *     would lower the rate a second time
 * @param rise steps, 0 or more, in which the rate rises evenly to what it is otherwise: Adam's first steps change every
 *     weight by the whole rate, whatever its gradient, which undoes a part of what weights have learned already
 */
public record LearningRate(double initial, double decay, Plateau plateau, double flat, int rise) {

	/**
	 * A smaller learning rate where the loss stays as it is.
	 *
	 * @param factor between 0 and 1: what the rate is multiplied by
	 * @param patience epochs without a loss below the lowest so far by one part in 10000; 0: the rate is never lowered
	 * @param minimum below which the rate is not taken
	 */
	public record Plateau(double factor, int patience, double minimum) {

		/** The rate is never lowered. */
		public static final Plateau NONE = new Plateau(0.5, 0, 0);

		/** Checks the ranges. */
		public Plateau {
			Ranges.require(factor > 0 && factor < 1, "plateau factor", "a number between 0 and 1", factor);
			Ranges.require(patience >= 0, "plateau patience", "0 epochs or more", patience);
			Ranges.require(minimum >= 0, "minimal learning rate", "0 or more", minimum);
		}
	}

	/** Checks the ranges, and that the rate is lowered in one way only where that is by a cosine. */
	public LearningRate {
		Ranges.require(initial > 0 && initial < Double.POSITIVE_INFINITY, "learning rate", "a number above 0", initial);
		Ranges.require(decay >= 0 && decay < Double.POSITIVE_INFINITY, "decay", "0 or more", decay);
		Ranges.require(flat >= 0 && flat <= 1, "cosine", "the part of the steps before it, 0 to 1", flat);
		Ranges.require(rise >= 0, "rise", "0 steps or more", rise);
		Ranges.require(flat == 1 || decay == 0, "cosine", "no decay beside it", decay);
		Ranges.require(
				flat == 1 || plateau.patience() == 0, "cosine", "no plateau beside it", plateau.patience() + " epochs");
	}

	/**
	 * @param initial above 0
	 * @return always the same rate
	 */
	public static LearningRate constant(final double initial) {
		return new LearningRate(initial, 0, Plateau.NONE, 1, 0);
	}

	/** @return the same with another decay */
	public LearningRate withDecay(final double value) {
		return new LearningRate(initial, value, plateau, flat, rise);
	}

	/** @return the same with another plateau */
	public LearningRate withPlateau(final Plateau value) {
		return new LearningRate(initial, decay, value, flat, rise);
	}

	/** @return the same with a cosine after another part of the steps, 1 for none */
	public LearningRate withCosine(final double value) {
		return new LearningRate(initial, decay, plateau, value, rise);
	}

	/** @return the same that rises in another number of first steps, 0 for none */
	public LearningRate withRise(final int value) {
		return new LearningRate(initial, decay, plateau, flat, value);
	}

	/** @return true if rates depend on how many steps there will be */
	public boolean isCosine() {
		return flat < 1;
	}

	/**
	 * @param step steps that the optimizer has done since its moments were 0
	 * @return what the rate of the next step is multiplied by, above 0 and at most 1
	 */
	public double risen(final long step) {
		return step < rise ? (step + 1.0) / rise : 1;
	}

	/**
	 * @param step steps done
	 * @param total steps of the whole training, above {@code step}
	 * @return the rate of the next step, before it has risen and before plateaus lower it; the same bits for the same
	 *     arguments on any machine
	 */
	public double at(final long step, final long total) {
		if (!isCosine()) return initial / (1 + decay * step);
		final double from = flat * total;
		return step <= from ? initial : initial * 0.5 * (1 + StrictMath.cos(Math.PI * (step - from) / (total - from)));
	}
}
