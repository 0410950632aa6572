package fovea.ij1.files;

import java.nio.file.Path;
import java.util.List;

import fovea.FoveaException;
import fovea.infer.ProgressListener;

/** What is to be done to each of a number of image files. Implementations are immutable and thread-safe. */
public interface ImageJob {

	/** @return the kinds of files that {@link #run} writes */
	List<Output> outputs();

	/**
	 * Reads an image, runs the model over it and writes the results. Files of the same names are
	 * replaced, each at once: what is there afterwards is whole.
	 *
	 * @param image file to read; not changed
	 * @param destination where to write
	 * @param listener hears of progress and warnings, may cancel; once the first file is being written
	 *            the others follow without asking again
	 * @return what was written
	 * @throws FoveaException if the image cannot be read, does not fit the model or the results cannot be
	 *             written, or the run failed or was cancelled
	 */
	JobResult run(Path image, Destination destination, ProgressListener listener) throws FoveaException;
}
