/**
 * Running a network over an image: what a network is ({@link fovea.infer.Network}), a model ready to run,
 * and the {@link fovea.infer.Predictor} that takes an image tile by tile through it.
 * <p>
 * Knows models, images and tiles; must not know TensorFlow, ImageJ, SciJava, or what is made of the result.
 */
package fovea.infer;
