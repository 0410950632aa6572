package fovea.ij1.files;

import java.nio.file.Path;

/**
 * Where the results of one image go.
 *
 * @param folder an existing folder
 * @param stem what the names of the files start with, usually the image's name without its extension
 */
public record Destination(Path folder, String stem) {

	/**
	 * @param output a kind of result
	 * @return its file, for example out/blobs-mask.tif
	 */
	public Path file(final Output output) {
		return folder.resolve(stem + output.suffix());
	}
}
