package fovea.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model's description, as bioimage.io's model RDF 0.5 defines it (0.4 is read into the same
 * record), plus the classes that Fovea keeps under {@code config.fovea}. Immutable.
 *
 * @param formatVersion version of the description format, for example "0.5.3"; empty for a SavedModel
 *            without a description
 * @param name for people
 * @param description one paragraph
 * @param version the model's own version, or empty
 * @param licence SPDX identifier, or empty
 * @param authors names
 * @param citations what to cite
 * @param inputs at least one
 * @param outputs at least one
 * @param weights the SavedModel; empty for a SavedModel without a description
 * @param classes of a segmentation, background first; empty where the model does not name them
 */
public record ModelSpec(String formatVersion, String name, String description, String version, String licence,
	List<String> authors, List<Citation> citations, List<TensorSpec> inputs, List<TensorSpec> outputs,
	Optional<Weights> weights, List<ClassSpec> classes)
{

	/** Copies the lists. */
	public ModelSpec {
		authors = List.copyOf(authors);
		citations = List.copyOf(citations);
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
		classes = List.copyOf(classes);
	}

	/**
	 * @param steps another preprocessing for the first input
	 * @return this description with it
	 */
	public ModelSpec withPreprocessing(final List<Processing> steps) {
		final List<TensorSpec> changed = new ArrayList<>(inputs);
		final TensorSpec first = inputs.get(0);
		changed.set(0, new TensorSpec(first.id(), first.description(), first.type(), first.axes(), steps, first.testTensor()));
		return new ModelSpec(formatVersion, name, description, version, licence, authors, citations, changed, outputs,
			weights, classes);
	}
}
