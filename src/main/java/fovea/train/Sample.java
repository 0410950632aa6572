package fovea.train;

/**
 * One thing to learn from. For an autoencoder input and target are the same raster.
 *
 * @param name for messages, unique where possible: an image's name, with the slice where it has several
 * @param image name of the image it is from: samples of one image are never split between training and validation
 * @param input what the network gets, before augmentation and noise
 * @param target what it should make of it: an image, or one channel for each class with 1 for the class of the pixel and
 *            0 for the others; a pixel of 0 in all classes does not count
 */
public record Sample(String name, String image, Raster input, Raster target) {

	/** @return input and target the same */
	static Sample itself(final String name, final String image, final Raster raster) {
		return new Sample(name, image, raster, raster);
	}

	/** @return true if the target is the input itself */
	boolean isItself() {
		return input == target;
	}
}
