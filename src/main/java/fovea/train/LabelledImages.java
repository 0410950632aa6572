package fovea.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import fovea.model.ClassSpec;

/**
 * Images each of which is of one class as a whole: what a classifier learns from.
 *
 * @param images all of them
 * @param classes in the order of the network's outputs
 * @param labels for each image the index of its class
 */
public record LabelledImages(ImageSource images, List<ClassSpec> classes, List<Integer> labels) {

	/** Copies the lists; throws IllegalArgumentException where a label is the index of no class. */
	public LabelledImages {
		classes = List.copyOf(classes);
		labels = List.copyOf(labels);
		for (final int label : labels)
			Ranges.require(label >= 0 && label < classes.size(), "label", "0 to " + (classes.size() - 1), label);
	}

	/**
	 * @param others for example those that a network was trained on, while these are to validate it
	 * @return the same images with these classes, told by their names
	 * @throws TrainingException if a class of these images is not among the others
	 */
	public LabelledImages withClasses(final List<ClassSpec> others) throws TrainingException {
		final List<String> names = others.stream().map(ClassSpec::name).toList();
		final List<Integer> places = new ArrayList<>();
		for (final ClassSpec own : classes) {
			if (!names.contains(own.name())) throw new TrainingException(images.name() + ": expected classes of " + names.stream()
				.collect(Collectors.joining(", ")) + ", got '" + own.name() + "'");
			places.add(names.indexOf(own.name()));
		}
		return new LabelledImages(images, others, labels.stream().map(places::get).toList());
	}
}
