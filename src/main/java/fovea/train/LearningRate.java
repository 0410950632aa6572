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
package fovea.train;

/**
 * How large the optimizer's steps are: {@code initial / (1 + decay * step)} with the number of steps done (inverse time
 * decay, as Keras' optimizers have it), times a factor each time that the monitored loss has not fallen for some epochs.
 *
 * @param initial above 0
 * @param decay 0 or above; 0: none
 * @param plateau what to do where the loss stays as it is
 */
public record LearningRate(double initial, double decay, Plateau plateau) {

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

	/** Checks the ranges. */
	public LearningRate {
		Ranges.require(initial > 0 && initial < Double.POSITIVE_INFINITY, "learning rate", "a number above 0", initial);
		Ranges.require(decay >= 0 && decay < Double.POSITIVE_INFINITY, "decay", "0 or more", decay);
	}

	/**
	 * @param initial above 0
	 * @return always the same rate
	 */
	public static LearningRate constant(final double initial) {
		return new LearningRate(initial, 0, Plateau.NONE);
	}

	/** @return the same with another decay */
	public LearningRate withDecay(final double value) {
		return new LearningRate(initial, value, plateau);
	}

	/** @return the same with another plateau */
	public LearningRate withPlateau(final Plateau value) {
		return new LearningRate(initial, decay, value);
	}
}
