package fovea.ij1.files;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What came of one image.
 *
 * @param files that were written, in order
 * @param objects that were found, where the job looks for objects
 * @param meanSquaredError between the image and the result in squared gray values, where the job compares them
 * @param seconds of reading, running and writing
 * @param warnings lines that the user should see
 */
public record JobResult(List<Path> files, OptionalInt objects, OptionalDouble meanSquaredError, double seconds,
	List<String> warnings)
{

	/** Copies the lists. */
	public JobResult {
		files = List.copyOf(files);
		warnings = List.copyOf(warnings);
	}
}
