package fovea.cli;

import java.util.List;

import fovea.FoveaException;
import fovea.model.ClassSpec;
import fovea.train.ImageSource;
import fovea.train.LabelledImages;
import fovea.train.MaskReading;
import fovea.train.SampleReader;
import fovea.train.Samples;

/** Images and what a network is to make of them, before any but the names is read. */
sealed interface LearningTask {

	/** @return what goes in */
	ImageSource images();

	/** @return what is told apart, empty where images are to come out */
	default List<ClassSpec> classes() {
		return List.of();
	}

	/** @return the samples, read now */
	Samples read(SampleReader reader) throws FoveaException;

	/** The images themselves are to come out. */
	record Reconstruction(ImageSource images) implements LearningTask {

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.images(images);
		}
	}

	/** Other images are to come out. */
	record Restoration(ImageSource images, ImageSource targets) implements LearningTask {

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.pairs(images, targets);
		}
	}

	/** The class of each pixel is to come out. */
	record Segmentation(ImageSource images, ImageSource masks, MaskReading reading) implements LearningTask {

		@Override
		public List<ClassSpec> classes() {
			return reading.classes();
		}

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.masks(images, masks, reading);
		}
	}

	/** The class of each image is to come out. */
	record Classification(LabelledImages labelled) implements LearningTask {

		@Override
		public ImageSource images() {
			return labelled.images();
		}

		@Override
		public List<ClassSpec> classes() {
			return labelled.classes();
		}

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.labels(labelled);
		}
	}
}
