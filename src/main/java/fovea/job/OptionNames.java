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

/**
 * What options are called in messages, where a command line and a macro have the same ones.
 *
 * @param prefix of each name
 * @param joint between its words
 */
public record OptionNames(String prefix, String joint) {

	/** As in {@code --mask-kind}. */
	public static final OptionNames COMMAND_LINE = new OptionNames("--", "-");

	/** As in {@code maskkind}. */
	public static final OptionNames MACRO = new OptionNames("", "");

	/**
	 * @param words of the name, with hyphens between them
	 * @return the name
	 */
	public String of(final String words) {
		return prefix + words.replace("-", joint);
	}

	/**
	 * @param words of the name, with hyphens between them
	 * @param value of the option
	 * @return what a user writes, such as {@code --mask-kind rois} or {@code maskkind=rois}
	 */
	public String said(final String words, final String value) {
		return of(words) + (joint.isEmpty() ? "=" : " ") + value;
	}

	/** @throws IllegalArgumentException with the message, if it does not hold */
	static void require(final boolean holds, final String message) {
		if (!holds) throw new IllegalArgumentException(message);
	}
}
