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
package fovea.task;

import java.util.List;

/** The element type of a result that is an image. */
final class Restoring {

	private static final String SAME = "same as input";
	private static final String FLOAT = "32-bit";

	private Restoring() {}

	/**
	 * @param same whether by default the result has the type of the image
	 * @return whether it has
	 */
	static Option<Boolean> bitDepth(final boolean same) {
		final List<String> choices = same ? List.of(SAME, FLOAT) : List.of(FLOAT, SAME);
		final Form<Boolean> words = Form.word(choices, SAME::equals, isSame -> isSame ? SAME : FLOAT);
		final Form<Boolean> form = words.read(text -> {
			final boolean isShort = text.equals("same") || text.equals("32");
			return isShort ? text.equals("same") : words.reader().read(text);
		});
		return Option.of("bitdepth", form, same)
				.named("--bit-depth", "DEPTH")
				.under("Results")
				.says(
						"Bit depth of the result",
						"same as input (rounded and clipped to the type of the image) or 32-bit (float, as the model "
								+ "gives it); on the command line same and 32 will do");
	}
}
