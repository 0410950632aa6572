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

/** What a model is for, and which commands run it. */
public enum Purpose {
	/** Outlines objects: a value for each class comes out for each pixel. */
	SEGMENTS(
			"finds objects",
			"class probabilities",
			"nuclei",
			"'Segment (FCN)...' (fovea segment; task=segment in 'Batch Folder...')"),
	/** Images come out, denoised or reconstructed. */
	RESTORES(
			"denoises or reconstructs images",
			"an image",
			"denoise",
			"'Denoise (CAE)...' or 'Reconstruct (CAE)...' (fovea denoise, fovea reconstruct; task=denoise or "
					+ "task=reconstruct in 'Batch Folder...')"),
	/** A value for each class comes out for the whole image. */
	CLASSIFIES("tells which class a whole image is of", "values of classes", "", "fovea classify");

	private final String does;
	private final String output;
	private final String example;
	private final String commands;

	Purpose(final String does, final String output, final String example, final String commands) {
		this.does = does;
		this.output = output;
		this.example = example;
		this.commands = commands;
	}

	/** @return for people, after "a model that" */
	public String does() {
		return does;
	}

	/** @return what comes out of it, for people */
	String output() {
		return output;
	}

	/** @return what runs it, and where there is one another model that does what this is for */
	public String way(final Purpose wanted) {
		return "run it with " + commands
				+ (wanted.example.isEmpty() ? "" : ", or take another model, such as " + wanted.example);
	}

	/** @return what runs it */
	public String commands() {
		return commands;
	}
}
