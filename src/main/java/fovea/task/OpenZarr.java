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

import fovea.task.Option.Trait;
import java.util.List;

/** What <i>Open OME-Zarr...</i> asks for. */
public final class OpenZarr {

	/** As the menu has it. */
	public static final String LABEL = "Open OME-Zarr...";

	/** Where the image is. */
	public static final Option<String> PLACE = Option.of("zarr", Form.TEXT, "")
			.under("Image")
			.says(
					"Folder, .zip or address",
					"The folder of the image (NAME.zarr or one in it), a .zip or .ozx file, or an address that begins "
							+ "with https://, http:// or s3://")
			.with(Trait.FOLDER);

	/** Which of its sizes. */
	public static final Option<Integer> LEVEL = Option.of("level", Form.whole(0), 0)
			.under("Image")
			.says(
					"Size (0: full, 1 and more: smaller)",
					"Which of the image's sizes: 0 is the full one",
					"the full size");

	/** All, in the order of the dialog. */
	public static final List<Option<?>> OPTIONS = List.of(PLACE, LEVEL);

	private OpenZarr() {}
}
