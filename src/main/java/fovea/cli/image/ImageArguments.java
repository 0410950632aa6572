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

import fovea.ij1.files.ImagePlace;
import fovea.io.FileNames;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which images, and where their results go. */
final class ImageArguments {

	@Parameters(
			paramLabel = "IMAGE",
			arity = "1..*",
			description = "Image files, OME-Zarr, or folders: of a folder the images in it, of a plate all fields of "
					+ "all wells. Of folders and plates a journal is kept, fovea-journal.csv beside the results, so "
					+ "that a run that was ended goes on where it was when it is started again. OME-Zarr of a server "
					+ "by its address, which begins with https://, http:// or s3://.")
	private List<String> images;

	@Option(
			names = {"-o", "--out"},
			paramLabel = "FOLDER",
			defaultValue = "fovea-out",
			order = 1,
			description = "Where results go; made where it is missing. Results of the same name are replaced, "
					+ "an image that is read never is. Default: ${DEFAULT-VALUE} in the current folder. "
					+ "segment also takes LABELS.zarr: one image of OME-Zarr, of any size, is segmented block by "
					+ "block into labels of OME-Zarr; LABELS-objects.csv is beside them.")
	private Path out;

	/** @return paths and addresses, as they were given */
	List<String> images() {
		return images;
	}

	/** @return those that are no addresses */
	List<Path> paths() {
		return images.stream()
				.filter(text -> !ImagePlace.isAddress(text))
				.map(FileNames::lenient)
				.toList();
	}

	/** @return whether one of the images is at an address of the network */
	boolean hasAddress() {
		return images.stream().anyMatch(ImagePlace::isAddress);
	}

	Path out() {
		return out;
	}
}
