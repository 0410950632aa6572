/**
 * Images and how they become tensors: the 5-D {@link fovea.image.Image}, the mapping of its axes to
 * those of a tensor, and the normalisation fitted on it.
 * <p>
 * Knows ImgLib2 and the records of {@link fovea.model}; must not know TensorFlow, ImageJ, SciJava or
 * how a network is run.
 */
package fovea.image;
