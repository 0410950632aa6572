package fovea.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which images, and where their results go. */
final class ImageArguments {

	@Parameters(paramLabel = "IMAGE", arity = "1..*", //
		description = "Image files, or folders: of a folder the image files directly in it, sorted by name.")
	private List<Path> images;

	@Option(names = { "-o", "--out" }, paramLabel = "FOLDER", defaultValue = "fovea-out", order = 1, //
		description = "Where results go; made where it is missing. Results of the same name are replaced, " + //
			"an image that is read never is. Default: ${DEFAULT-VALUE} in the current folder.")
	private Path out;

	List<Path> images() {
		return images;
	}

	Path out() {
		return out;
	}
}
