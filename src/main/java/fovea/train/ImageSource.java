package fovea.train;

import java.util.List;

import fovea.FoveaException;
import fovea.image.Image;

/**
 * Images to learn from, wherever they are: a folder, a file that holds many, open images. Read one by one, so that not
 * all need to be in memory as they are stored. Need not be thread-safe.
 */
public interface ImageSource {

	/** @return for messages: a folder, a file, a title */
	String name();

	/**
	 * @return the images' names in a fixed order, one for each image, without their folder
	 * @throws FoveaException if it cannot be known which there are
	 */
	List<String> names() throws FoveaException;

	/**
	 * @param index place in {@link #names()}
	 * @return that image
	 * @throws FoveaException if it cannot be read; the message names it
	 */
	Image read(int index) throws FoveaException;

	/**
	 * @param name for messages
	 * @param images in memory
	 * @return a source of these
	 */
	static ImageSource of(final String name, final List<Image> images) {
		final List<Image> copy = List.copyOf(images);
		return new ImageSource() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public List<String> names() {
				return copy.stream().map(Image::name).toList();
			}

			@Override
			public Image read(final int index) {
				return copy.get(index);
			}
		};
	}
}
