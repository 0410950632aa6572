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
package fovea.cli.image;

import fovea.task.TaskKind;
import picocli.CommandLine.Command;

/** {@code fovea segment}. */
@Command(
		name = "segment",
		header = "Finds objects and outlines them in an overlay.",
		description = "%nWrites NAME-overlay.tif, the image with an outline around each object in its overlay, and by "
				+ "default "
				+ "NAME-mask.tif (255 in objects, else 0) and NAME-objects.csv (a line for each object).",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea segment samples/nuclei-touching.png --out out",
			"  fovea segment --min-size 20 --labels --no-mask --out out images/",
			"  fovea segment --model my-unet.zip --threshold 0.7 --probabilities nuclei.png"
		})
public final class Segment extends ImageCommand {

	/** With nothing said yet. */
	public Segment() {
		super(TaskKind.SEGMENT);
	}
}
