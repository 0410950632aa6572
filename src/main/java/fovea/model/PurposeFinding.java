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
package fovea.model;

import fovea.base.ModelException;
import java.util.Optional;

/**
 * What is known of what a model is for.
 *
 * @param purpose empty where nothing tells
 * @param sure whether the description says it; else tags and names only suggest it
 */
public record PurposeFinding(Optional<Purpose> purpose, boolean sure) {

	/** Of a model without a description. */
	public static final PurposeFinding UNKNOWN = new PurposeFinding(Optional.empty(), false);

	/**
	 * @param model its name
	 * @param wanted what it is to be used for
	 * @param remedy what to do where it is for something else, after a semicolon
	 * @return a warning where that may be wrong, in one line
	 * @throws ModelException if the model is for something else
	 */
	public Optional<String> require(final String model, final Purpose wanted, final String remedy)
			throws ModelException {
		if (purpose.isEmpty())
			return Optional.of(
					"Model '" + model + "' does not say what it is for: its output is taken for " + wanted.output());
		if (purpose.get() == wanted) return Optional.empty();
		if (sure)
			throw new ModelException("Model '" + model + "' " + purpose.get().does() + ", expected one that "
					+ wanted.does() + "; " + remedy);
		return Optional.of("Model '" + model + "' seems to be one that "
				+ purpose.get().does() + ", by its tags and names, but its output is taken for " + wanted.output()
				+ "; if that is wrong, " + remedy);
	}
}
